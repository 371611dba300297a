"""The shape of the table of known problems, and of the things people take that have no page.

`content/interactions/*.yaml` and `content/things.yaml`, read when they are first asked for.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Annotated, Literal

from pydantic import Field, StringConstraints, TypeAdapter

from medself.errors import ContentError
from medself.library.basics import Part, Region, Slug, Source, Sourced, Text
from medself.library.library import Library
from medself.library.read import read_list, read_part

Severity = Literal["avoid", "serious", "caution"]
Kind = Annotated[str, StringConstraints(pattern=r"^(?:tag:)?[a-z0-9]+(?:[-_][a-z0-9]+)*$")]
"""The id of a medicine, class, group or thing, or a tag written `tag:serotonergic`."""

_SOURCES = TypeAdapter(list[Source])


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


class Row(Sourced):
    """One known problem between what fits `a` and what fits `b`; with lists, any of each.

    `gap_days`: days that must lie between the two, by the one that was taken first, where a label
    says so. `region`: whose advice it is, where authorities differ.
    """

    id: Slug
    a: Kind | list[Kind]
    b: Kind | list[Kind]
    severity: Severity
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


class Table(Part):
    """Every row of every file, and the sources that belong to the files, by id."""

    rows: list[Row]
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
    _only_once("things.yaml", (each.id for each in found.things))
    return found


@lru_cache(maxsize=2)
def table(library: Library) -> Table:
    """Return the whole table of known problems; empty where a library has none.

    Raises:
        ContentError: a file is broken, or an id stands twice.
    """
    paths = sorted((library.root / "interactions").glob("*.yaml"))
    files: list[Rows] = [read_list(path, TypeAdapter(Rows)) for path in paths]
    rows = [row for file in files for row in file.rows]
    sources = [source for file in files for source in file.sources]
    _only_once("interactions", [*(row.id for row in rows), *(source.id for source in sources)])
    return Table(rows=rows, sources={source.id: source for source in sources})


def source_of(library: Library, ref: str) -> Source:
    """Return the source a row names: one of the table's own, or `page/label` of a page.

    Raises:
        ContentError: there is no such source.
    """
    if own := table(library).sources.get(ref):
        return own
    found = _sources_of(library, ref.split("/")[0]).get(ref)
    if found is None:
        raise ContentError(f"interactions: there is no source {ref!r}.")
    return found


@lru_cache(maxsize=500)
def _sources_of(library: Library, slug: str) -> Mapping[str, Source]:
    """Read the sources of a page, by `page/label`, and nothing else of it."""
    if slug not in library.raw:
        library.page(slug)  # Raises what is wrong with it.
    found: list[Source] = read_part(library.raw[slug], "sources", _SOURCES) or []
    owned = (source.model_copy(update={"id": f"{slug}/{source.id}"}) for source in found)
    return {source.id: source for source in owned}


def _only_once(file: str, ids: Iterable[str]) -> None:
    if twice := [one for one, times in Counter(ids).items() if times > 1]:
        raise ContentError(f"{file} has {twice[0]!r} twice.")
