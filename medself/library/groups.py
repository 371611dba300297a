"""Groups of medicines: which stand under which, the medicines in each, and the tags they give.

Told from heads and tags alone: reading whole pages for it would take ten times as long.
"""

from collections.abc import Mapping
from functools import lru_cache

from pydantic import TypeAdapter

from medself.library.inherit import ancestors
from medself.library.library import Library
from medself.library.read import read_part
from medself.library.schema import Head

_TAGS = TypeAdapter(list[str])


def families(library: Library) -> Mapping[str, list[Head]]:
    """Return the groups that stand under no other, each with those below it, by the alphabet.

    A group is counted to the last of those it takes from: SSRIs to antidepressants.
    """
    classes = {head.id: head for head in library.heads.values() if head.kind == "class"}
    found: dict[str, list[Head]] = {}
    for head in sorted(classes.values(), key=_title):
        above = [slug for slug in head.inherits if slug in classes]
        if above:
            found.setdefault(_top(above[-1], classes), []).append(head)
        else:
            found.setdefault(head.id, [])
    return {slug: found[slug] for slug in sorted(found, key=lambda slug: _title(classes[slug]))}


def members(library: Library, slug: str, *, below: bool = True) -> list[str]:
    """Return the medicines of a group by the alphabet, those of the groups below it included."""
    groups = {slug}
    while below:
        heads = (head for head in library.heads.values() if head.kind == "class")
        more = {head.id for head in heads if groups & {*head.inherits}} - groups
        groups |= more
        below = bool(more)
    medicines = (head for head in library.heads.values() if head.kind == "medication")
    return sorted(head.id for head in medicines if head.class_ in groups)


def above(library: Library, slug: str) -> list[str]:
    """Return the groups that a medicine or group takes from, nearest first."""
    classes = {head.id: head for head in library.heads.values() if head.kind == "class"}
    return [head.id for head in ancestors(library.heads[slug], classes)]


def tags(library: Library, slug: str) -> list[str]:
    """Return the tags of a medicine or group, its own and those of the groups above it, each once.

    Raises:
        ContentError: the tags of one of those pages cannot be read.
    """
    pages = [slug, *above(library, slug)]
    return list(dict.fromkeys(tag for page in pages for tag in _own_tags(library, page)))


@lru_cache(maxsize=1_000)
def _own_tags(library: Library, slug: str) -> tuple[str, ...]:
    return tuple(read_part(library.raw[slug], "tags", _TAGS) or ())


def _top(slug: str, classes: Mapping[str, Head]) -> str:
    seen = {slug}
    while above := [s for s in classes[slug].inherits if s in classes and s not in seen]:
        slug = above[-1]
        seen.add(slug)
    return slug


def _title(head: Head) -> str:
    return (head.title or head.id).casefold()
