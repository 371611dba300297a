"""The list of every medicine the library is to have (content/catalogue.yaml), and what of it is missing."""

from collections.abc import Iterator
from functools import lru_cache

from pydantic import Field, TypeAdapter

from medself.library.basics import Part, Slug
from medself.library.files import read_list
from medself.library.library import Library


class Wanted(Part):
    """One medicine of the catalogue; `sold` tells whether people are given or can buy it in the US or UK."""

    slug: Slug
    class_: Slug = Field(alias="class")
    sold: bool


@lru_cache(maxsize=2)
def catalogue(library: Library) -> tuple[Wanted, ...]:
    """Return every medicine the library is to have; none where a library has no such list.

    Raises:
        ContentError: the file is broken.
    """
    path = library.root / "catalogue.yaml"
    if not path.exists():
        return ()
    return tuple(read_list(path, TypeAdapter(list[Wanted])))


def missing_pages(library: Library) -> list[Wanted]:
    """Return the medicines of the catalogue without a page, in its order."""
    return [each for each in catalogue(library) if each.slug not in library.medications]


def missing_classes(library: Library) -> list[str]:
    """Return the groups of the catalogue that no reader can open, by name.

    A group of one medicine of the same name (lithium) is that medicine's own page.
    """
    reachable = {*library.classes, *library.medications}
    return sorted({each.class_ for each in catalogue(library)} - reachable)


def empty_classes(library: Library) -> Iterator[str]:
    """Yield the groups that no medicine is in: a page that browsing leads to for nothing."""
    used = {slug for head in library.heads.values() for slug in (head.class_, *head.inherits)}
    yield from sorted(set(library.classes) - used)
