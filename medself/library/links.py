"""Short codes for pages and their parts, so that an address can lead there and says nothing itself.

A code is two short hashes of names of the library: it holds no word, and nothing of anyone's record.
"""

import hashlib
import re

from medself.library.library import Library
from medself.library.texts import TITLES

PAGE, PART = 8, 6
"""Letters of the two halves of a code."""
MOST_PARTS = 60
"""Parts of a topic that can be led to."""
PARTS = (*TITLES, "start", *(f"part-{number}" for number in range(1, MOST_PARTS)))
_SHAPE = re.compile(rf"([0-9a-f]{{{PAGE}}})(?:-([0-9a-f]{{{PART}}}))?")


def code_of(slug: str, section: str = "") -> str:
    """Return the code of a page, or of one part of it."""
    part = f"-{_short(f'{slug}/{section}', PART)}" if section else ""
    return _short(slug, PAGE) + part


def page_of(library: Library, code: str) -> str | None:
    """Return the page a code leads to; missing when there is none, or it is no code."""
    found = _SHAPE.fullmatch(code)
    return next((s for s in library.heads if found and _short(s, PAGE) == found[1]), None)


def part_of(code: str, slug: str) -> str:
    """Return the part of a page that a code leads to; empty for the whole page, or when there is none."""
    return next((part for part in PARTS if code == code_of(slug, part)), "")


def _short(name: str, letters: int) -> str:
    return hashlib.blake2b(name.encode()).hexdigest()[:letters]
