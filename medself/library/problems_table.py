"""The shape of the table of known problems, and of the things people take that have no page.

`content/interactions/*.yaml` and `content/things.yaml`, read when they are first asked for.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field, StringConstraints, TypeAdapter

from medself.errors import ContentError
from medself.library.basics import Identified, Part, Region, Slug, Source, Sourced, Text
from medself.library.files import by_key, read_list, read_text
from medself.library.items import heads, items, joined, only_once
from medself.library.library import Library

Severity = Literal["avoid", "serious", "caution"]
Kind = Annotated[str, StringConstraints(pattern=r"^(?:tag:)?[a-z0-9]+(?:[-_][a-z0-9]+)*$")]
"""The id of a medicine, class, group or thing, or a tag written `tag:serotonergic`."""


class Thing(Part):
    """Something people take or do that is no page of the library: wine, a cold remedy, smoking.

    `words` are its other names: lay words and brands. `of` names the classes, groups, tags and other
    things that it counts as. A thing with the id of a page adds its `words` and `of` to that page.
    `single`: all its words are names of one medicine.
    """

    id: Slug
    label: Text
    words: list[Text] = []
    of: list[Kind] = []
    single: bool = False


class Things(Part):
    """content/things.yaml; `groups` are kinds that rows may name and that have no page."""

    groups: Mapping[Slug, Text]
    things: list[Thing]


class Pairing(Identified, extra="ignore"):
    """What a row is about, and how bad it is: what tells which row answers a pair."""

    id: Slug
    a: Kind | list[Kind]
    b: Kind | list[Kind]
    severity: Severity


class Row(Pairing, Sourced, extra="forbid"):
    """One known problem between what fits `a` and what fits `b`; with lists, any of each.

    `gap_days`: days that must lie between the two, by the one that was taken first, where a label
    says so. `region`: whose advice it is, where authorities differ.
    """

    why: Text
    action: Text
    who_more_at_risk: Text | None = None
    region: Region = "any"
    gap_days: Mapping[Kind, int] = {}


class Rows(Part):
    """One file of content/interactions/. A source is one of any of these files, or `page/label` of a page."""

    sources: list[Source] = []
    rows: list[Row] = Field(min_length=1)


def listed(one_or_more: str | list[str]) -> list[str]:
    """Return kinds or source ids as a list."""
    return [one_or_more] if isinstance(one_or_more, str) else one_or_more


@dataclass(frozen=True)
class Table:
    """Every row of every file, and the sources that belong to the files, by id.

    `pairings` are there at once; a row or a source is read when it is asked for, and raises a
    ContentError if it is not of its shape.
    """

    pairings: Mapping[str, Pairing]
    rows: Mapping[str, Row]
    sources: Mapping[str, Source]


@lru_cache(maxsize=2)
def things(library: Library) -> Things:
    """Return what people take that has no page; nothing where a library has no such file.

    Raises:
        ContentError: the file is broken, or an id stands twice.
    """
    path = library.root / "things.yaml"
    if not path.exists():
        return Things(groups={}, things=[])
    found: Things = read_list(path, TypeAdapter(Things))
    only_once((each.id for each in found.things), "things.yaml")
    return found


@lru_cache(maxsize=2)
def table(library: Library) -> Table:
    """Return the whole table of known problems; empty where a library has none.

    Raises:
        ContentError: a file is broken, or an id stands twice.
    """
    pairings: list[Pairing] = []
    rows: list[Mapping[str, Row]] = []
    sources: list[Mapping[str, Source]] = []
    for path in table_files(library):
        chunks = by_key(read_text(path))
        if "rows" not in chunks:
            raise ContentError(f"{path.name} has no rows.")
        pairings += heads(chunks["rows"], Pairing, path.name)
        rows.append(items(chunks["rows"], Row, path.name))
        if "sources" in chunks:
            sources.append(items(chunks["sources"], Source, path.name))
    only_once((id_ for found in (*rows, *sources) for id_ in found), "interactions")
    return Table({each.id: each for each in pairings}, joined(rows), joined(sources))


def whole_files(library: Library) -> Iterator[Rows]:
    """Yield every file of the table, read and checked whole.

    Raises:
        ContentError: a file is broken.
    """
    shape = TypeAdapter(Rows)
    yield from (read_list(path, shape) for path in table_files(library))


def table_files(library: Library) -> list[Path]:
    """Return the files of the table."""
    return sorted((library.root / "interactions").glob("*.yaml"))


def source_of(library: Library, ref: str) -> Source:
    """Return the source a row names: one of the table's own, or `page/label` of a page.

    Raises:
        ContentError: there is no such source.
    """
    if own := table(library).sources.get(ref):
        return own
    slug, _, label = ref.partition("/")
    found = _sources_of(library, slug).get(label)
    if found is None:
        raise ContentError(f"interactions: there is no source {ref!r}.")
    return found.model_copy(update={"id": ref})


@lru_cache(maxsize=500)
def _sources_of(library: Library, slug: str) -> Mapping[str, Source]:
    """Return the sources of a page by their labels, reading nothing else of it."""
    if slug not in library.raw:
        library.page(slug)  # Raises what is wrong with it.
    raw = library.raw[slug]
    return items(raw.front["sources"], Source, raw.file) if "sources" in raw.front else {}
