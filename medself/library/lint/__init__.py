"""What is wrong with the words and claims of the library, file by file. Reads nothing itself."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial

from medself.errors import ContentError
from medself.library.library import Library
from medself.library.lint import catalogue, claims, known_problems, publishers, shape, wording
from medself.library.read import Written

LONGEST_UNCHECKED = 180
"""Days after which a crisis line must be looked at again."""


@dataclass(frozen=True, order=True)
class Problem:
    """One thing an author has to mend. `section` is empty when it is the page as a whole."""

    file: str
    section: str
    what: str

    def __str__(self) -> str:
        return f"{self.file}{f' [{self.section}]' if self.section else ''}: {self.what}"


Rule = Callable[[Written, Library], Iterator[tuple[str, str]]]
RULES: tuple[Rule, ...] = (*shape.RULES, *claims.RULES, *publishers.RULES, *wording.RULES)


def problems(library: Library, today: date) -> list[Problem]:
    """Return every problem of every page and list, sorted by file."""
    broken = library.broken
    found = [Problem(file, "", str(error)) for file, error in broken.items()]
    if unread := list(_unread(library)):
        return sorted([*found, *unread])
    sound = [library.written[s] for s, raw in library.raw.items() if raw.file not in broken]
    for page in sound:
        for rule in RULES:
            found += (Problem(page.file, section, what) for section, what in rule(page, library))
    found += (Problem(*parts) for parts in shape.between_pages(sound))
    found += (Problem(*parts) for parts in crisis(library, today))
    found += (Problem(*parts) for parts in wording.of_lists(library))
    found += (Problem(*parts) for parts in publishers.of_weak(sound, library))
    found += (Problem(*parts) for parts in known_problems.of_table(library))
    found += (Problem(*parts) for parts in catalogue.of_catalogue(library))
    return sorted(found)


def _unread(library: Library) -> Iterator[Problem]:
    """Yield lists that cannot be read; without them the pages cannot be judged."""
    lists = ("symptoms", "side_effects", "glossary", "other_names", "crisis")
    reads = [partial(getattr, library, name) for name in lists]
    reads += [partial(read, library) for read in (publishers.publishers, publishers.still_weak)]
    for read in reads:
        try:
            read()
        except ContentError as error:
            yield Problem(str(error).split(" ")[0], "", str(error))


def crisis(library: Library, today: date) -> Iterator[tuple[str, str, str]]:
    """Yield crisis lines without a listed source, and those not checked for half a year."""
    listed = {source.id for source in library.crisis.sources}
    for country in library.crisis.countries:
        for line in country.lines:
            if not 0 <= (today - line.checked).days <= LONGEST_UNCHECKED:
                yield (
                    wording.CRISIS,
                    line.id,
                    f"last checked on {line.checked}; read the source again",
                )
        for piece in (country.emergency, *country.lines):
            for name in sorted(set(claims.refs(piece.source)) - listed):
                yield wording.CRISIS, country.name, f"source {name!r} is not in the list"
