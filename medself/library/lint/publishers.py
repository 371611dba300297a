"""Publishers: every source is of one that counts, and no fact about a medicine rests on charities alone."""

import re
from collections.abc import Iterator
from functools import lru_cache
from urllib.parse import urlsplit

from pydantic import Field, TypeAdapter

from medself.errors import ContentError
from medself.library.basics import Part, Slug, Source, SourceRef, Text
from medself.library.files import read_list
from medself.library.library import Library
from medself.library.lint.claims import cited_together
from medself.library.problems_table import table
from medself.library.read import Written

FILE, STILL_WEAK = "publishers.yaml", "weak_sources.yaml"

# What somebody else made of a label. The label itself is read instead.
DIGESTS = re.compile(
    r"\b(?:Multum|First Databank|MPR|RxList|GoodRx|BuzzRx|InsideRx|MedicineNet|WebMD|Micromedex|PDR"
    r"|Medscape|Skyscape|Elsevier|Epocrates|eDrugsWiki|CareNotes|Sermo|HealthyPlace|Drugs\.com"
    r"|RelayHealth|ASHP|AHFS text|AHFS Drug Information|US handbook|summary for prescribers"
    r"|information summary|PMHealthNP|register of label rules|as quoted by)\b",
    re.I,
)


class Publishers(Part):
    """A kind of publisher; `ends` are the ends of their addresses.

    `alone` tells whether a fact about a medicine may rest on them with nothing beside. What is read
    on pages that do not `count` is no source, whoever is named: it is the text of somebody else.
    """

    id: Slug
    what: Text
    counts: bool = True
    alone: bool = True
    ends: list[Text] = Field(min_length=1)


@lru_cache(maxsize=2)
def publishers(library: Library) -> list[Publishers]:
    """Return who may be named as a source.

    Raises:
        ContentError: the file is missing or broken.
    """
    found: list[Publishers] = read_list(library.root / FILE, TypeAdapter(list[Publishers]))
    return found


@lru_cache(maxsize=2)
def still_weak(library: Library) -> frozenset[str]:
    """Return the ids of sources that stay until something better is read; none without the file.

    Raises:
        ContentError: the file is broken.
    """
    path = library.root / STILL_WEAK
    found = read_list(path, TypeAdapter(list[SourceRef])) if path.exists() else []
    return frozenset(found)


def of(source: Source, library: Library) -> Publishers | None:
    """Return what kind of publisher a source is of; missing when it is none of ours."""
    return _whose(source.url, library)


def _whose(url: str, library: Library) -> Publishers | None:
    host = urlsplit(url).hostname or ""
    for kind in publishers(library):
        if any(host == end or host.endswith(f".{end}") for end in kind.ends):
            return kind
    return None


def of_source(source: Source, library: Library) -> Iterator[str]:
    """Yield why a source does not count, unless it is known to be weak."""
    if source.id not in still_weak(library):
        yield from _why_weak(source, library)


def _why_weak(source: Source, library: Library) -> Iterator[str]:
    if of(source, library) is None:
        yield f"{urlsplit(source.url).hostname} is not in {FILE}"
    for kind in (_whose(url, library) for url in (source.url, source.seen_at) if url):
        if kind and not kind.counts:
            yield f"it was read on {kind.what}, which do not count"
    if named := DIGESTS.search(f"{source.title} {source.publisher}"):
        yield f"{named[0]} is a digest; read the label"


def of_page(page: Written, library: Library) -> Iterator[tuple[str, str]]:
    """Yield the sources of a page that do not count."""
    for source in page.front.sources:
        yield from (("sources", f"{source.id}: {what}") for what in of_source(source, library))


def not_alone(page: Written, library: Library) -> Iterator[tuple[str, str]]:
    """Yield what stands on the page of a medicine or a group on charities alone."""
    for names in _alone(page, library):
        if not still_weak(library).issuperset(names):
            yield "sources", f"{', '.join(n.split('/')[-1] for n in names)} must not stand alone"


def _alone(page: Written, library: Library) -> list[tuple[str, ...]]:
    if page.front.kind == "topic":
        return []
    kinds = {source.id: of(source, library) for source in page.front.sources}
    charities = {name for name, kind in kinds.items() if kind and not kind.alone}
    return [names for names in sorted(set(cited_together(page))) if charities.issuperset(names)]


def of_weak(sound: list[Written], library: Library) -> Iterator[tuple[str, str, str]]:
    """Yield what is called weak and is not, or is gone. `sound`: the pages that can be read."""
    try:
        every = [*table(library).sources.values()]
    except ContentError:
        return  # The table's own check says so.
    every += (source for page in sound for source in page.front.sources)
    weak = {source.id for source in every if any(_why_weak(source, library))}
    weak |= {name for page in sound for names in _alone(page, library) for name in names}
    for name in sorted(still_weak(library) - weak):
        yield STILL_WEAK, "", f"{name!r} is gone or counts now; take it off the list"


RULES = (of_page, not_alone)
