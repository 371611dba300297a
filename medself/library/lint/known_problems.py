"""The table of known problems: kinds that exist, sources that can be found, words easy to read."""

from collections.abc import Iterator

from medself.errors import ContentError
from medself.library.library import Library
from medself.library.lint import publishers
from medself.library.lint.claims import of_source
from medself.library.lint.wording import PAGE_GRADE, of_text
from medself.library.problems_table import Row, listed, source_of, table, things, whole_files
from medself.readability import grade

FILE, THINGS = "interactions", "things.yaml"


def of_table(library: Library) -> Iterator[tuple[str, str, str]]:
    """Yield what is wrong with the rows and the things: file, entry, problem."""
    try:
        # Read whole, as a row is read by itself when somebody asks for it.
        rows = [row for file in whole_files(library) for row in file.rows]
        kinds = known_kinds(library)
        table(library)
    except ContentError as error:
        yield FILE, "", str(error)
        return
    for row in rows:
        yield from ((FILE, row.id, what) for what in _of_row(row, kinds, library))
    for thing in things(library).things:
        for kind in sorted(set(thing.of) - kinds):
            yield THINGS, thing.id, f"{kind!r} is no class, group, tag or thing"
        for what in of_text(thing.label):
            yield THINGS, thing.id, what


def known_kinds(library: Library) -> set[str]:
    """Return every kind that a medicine or thing can count as."""
    every = things(library)
    kinds = {*library.medications, *library.classes, *every.groups}
    kinds |= {thing.id for thing in every.things}
    kinds |= {kind for thing in every.things for kind in thing.of if kind.startswith("tag:")}
    return kinds | {f"tag:{tag}" for page in library.medications.values() for tag in page.tags}


def _of_row(row: Row, kinds: set[str], library: Library) -> Iterator[str]:
    for kind in [*listed(row.a), *listed(row.b), *row.gap_days]:
        if kind not in kinds:
            yield f"{kind!r} is no medicine, class, group, tag or thing"
    for ref in listed(row.source):
        try:
            source = source_of(library, ref)
        except ContentError as error:
            yield str(error)
            continue
        wrong = [*of_source(source), *publishers.of_source(source, library)]
        yield from (f"{ref}: {what}" for what in wrong)
    texts = [row.why, row.action, row.who_more_at_risk or ""]
    for text in texts:
        yield from of_text(text)
    if (hard := grade("\n\n".join(texts[:2]), names=library.all_names)) > PAGE_GRADE:
        yield f"reading grade {hard:.1f}; {PAGE_GRADE:g} at most"
