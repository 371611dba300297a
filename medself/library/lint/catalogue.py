"""The catalogue: every medicine and group of it has a page, and every group has a medicine."""

from collections import Counter
from collections.abc import Iterator

from medself.errors import ContentError
from medself.library.catalogue import catalogue, empty_classes, missing_classes, missing_pages
from medself.library.library import Library

FILE = "catalogue.yaml"
MISSING_IS_A_PROBLEM = True
"""False while many pages are being written at a time: what is missing is then only listed."""


def of_catalogue(library: Library) -> Iterator[tuple[str, str, str]]:
    """Yield what is wrong with the catalogue, and what of it is missing: file, entry, problem."""
    try:
        rows = catalogue(library)
    except ContentError as error:
        yield FILE, "", str(error)
        return
    for slug, times in Counter(row.slug for row in rows).items():
        if times > 1:
            yield FILE, slug, "stands twice"
    if MISSING_IS_A_PROBLEM:
        yield from missing(library)


def missing(library: Library) -> Iterator[tuple[str, str, str]]:
    """Yield medicines that are sold and groups without a page, and groups without a medicine."""
    for row in missing_pages(library):
        if row.sold:
            yield FILE, row.slug, "is sold and has no page"
    for slug in missing_classes(library):
        yield FILE, slug, "no page tells about this group"
    for slug in empty_classes(library):
        yield f"classes/{slug}.md", "", "no medicine is in this group"
