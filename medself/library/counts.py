"""How the library stands, in numbers: what `python -m medself.library` prints and content/README.md holds."""

from dataclasses import dataclass
from statistics import median

from medself.library.catalogue import missing_classes, missing_pages
from medself.library.library import Library
from medself.library.lint.wording import page_grade
from medself.library.problems_table import table, things
from medself.library.read import Written

WORST = 10


@dataclass(frozen=True)
class Counts:
    """Counts of the whole library.

    `sources` are different pages and sections read; `grade` is the median reading grade of all pages
    (missing: no page can be read) and `hardest` the ten hardest; `missing` and `missing_sold` are
    medicines of the catalogue without a page, `missing_classes` groups.
    """

    medicines: int
    classes: int
    topics: int
    rules: int
    things: int
    sources: int
    missing: int
    missing_sold: int
    missing_classes: int
    grade: float | None
    hardest: tuple[tuple[float, str], ...]


def count(library: Library) -> Counts:
    """Count everything; a page that cannot be read counts as a page and has no grade.

    Raises:
        ContentError: a list beside the pages is broken.
    """
    sound = sound_pages(library)
    grades = sorted(((page_grade(page, library), page.file) for page in sound), reverse=True)
    of_pages = {(s.url, s.section) for page in sound for s in page.front.sources}
    of_table = {(s.url, s.section) for s in table(library).sources.values()}
    missing = missing_pages(library)
    return Counts(
        medicines=len(library.medications),
        classes=len(library.classes),
        topics=len(library.topics),
        rules=len(table(library).rows),
        things=len(things(library).things),
        sources=len(of_pages | of_table),
        missing=len(missing),
        missing_sold=sum(row.sold for row in missing),
        missing_classes=len(missing_classes(library)),
        grade=median(grade for grade, _ in grades) if grades else None,
        hardest=tuple(grades[:WORST]),
    )


def sound_pages(library: Library) -> list[Written]:
    """Return every page that can be read."""
    broken = library.broken
    return [library.written[s] for s, raw in library.raw.items() if raw.file not in broken]


def as_markdown(counts: Counts) -> str:
    """Return the counts as the table that stands in content/README.md."""
    grade = "none yet" if counts.grade is None else f"{counts.grade:.1f}"
    rows = [
        ("medicines", counts.medicines),
        ("groups", counts.classes),
        ("topics", counts.topics),
        ("known problems (rules)", counts.rules),
        ("things without a page (wine, ibuprofen)", counts.things),
        ("sources (page and section)", counts.sources),
        ("medicines of the catalogue without a page", counts.missing),
        ("… of them sold in the US or UK", counts.missing_sold),
        ("groups of the catalogue without a page", counts.missing_classes),
        ("reading grade of a page, in the middle", grade),
    ]
    lines = ["| what | how many |", "|---|---|", *(f"| {what} | {n} |" for what, n in rows)]
    hardest = [f"| {file} | {grade:.1f} |" for grade, file in counts.hardest]
    return "\n".join([*lines, "", "| the hardest pages | grade |", "|---|---|", *hardest])
