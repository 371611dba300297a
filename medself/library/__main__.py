"""`python -m medself.library`: how the library stands, and everything an author has to mend.

With names of files after it, only what is said of those files. With `--write`, the counts are also written
into content/README.md.
"""

import re
import sys
from datetime import date, datetime

from medself.errors import ContentError
from medself.library.catalogue import empty_classes, missing_classes, missing_pages
from medself.library.conditions import conditions, unplaced
from medself.library.counts import as_markdown, count
from medself.library.library import Library, load
from medself.library.lint import Problem, problems

COUNTS = re.compile(r"(?<=<!-- counts -->\n).*?(?=<!-- end of counts -->)", re.DOTALL)


def main(words: list[str]) -> int:
    """Print counts, reading grades, what is missing and problems; return 1 when there is a problem."""
    library = load()
    found = problems(library, today())
    try:
        print(as_markdown(count(library)), *gaps(library), sep="\n")
        if "--write" in words:
            write(library)
    except ContentError as error:  # A list is broken, so nothing can be counted.
        found = sorted({*found, Problem(str(error).split(" ")[0], "", str(error))})
    files = [word for word in words if word != "--write"]
    wanted = tuple(name.split("content/")[-1] for name in files)
    found = [each for each in found if each.file.startswith(wanted or "")]
    print(f"{len(found)} problems", *found, sep="\n  ")
    return 1 if found else 0


def gaps(library: Library) -> list[str]:
    """Return a line on each thing that is not there yet, or that no reader is led to."""
    found = {
        "Missing pages": [row.slug for row in missing_pages(library)],
        "Missing groups": missing_classes(library),
        "Groups without a medicine": [*empty_classes(library)],
    }
    if conditions(library):
        found["Uses in no condition"] = [f"{slug} ({use})" for slug, use in unplaced(library)]
    return [f"{what}: {', '.join(names)}" for what, names in found.items() if names]


def write(library: Library) -> None:
    """Put the counts into content/README.md, between its two marks."""
    path = library.root / "README.md"
    text = path.read_text(encoding="utf-8")
    counts = f"{as_markdown(count(library))}\n"
    path.write_text(COUNTS.sub(lambda _: counts, text), encoding="utf-8")


def today() -> date:
    """Tell the day by the clock of this computer."""
    return datetime.now().astimezone().date()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
