"""Short codes for pages and their parts, so that an address can lead there and says nothing itself.

A code is two short hashes of names of the library: it holds no word, and nothing of anyone's record.
"""

import hashlib
import re

from medself.library.library import Library

PAGE, PART = 8, 4
"""Letters of the two halves of a code."""
_SHAPE = re.compile(rf"([0-9a-f]{{{PAGE}}})(?:-([0-9a-f]{{{PART}}}))?")


def code_of(slug: str, section: str = "") -> str:
    """Return the code of a page, or of one part of it."""
    part = f"-{_short(f'{slug}/{section}', PART)}" if section else ""
    return _short(slug, PAGE) + part


def page_of(library: Library, code: str) -> str | None:
    """Return the page a code leads to; missing when there is none, or it is no code."""
    found = _SHAPE.fullmatch(code)
    return next((s for s in library.heads if found and _short(s, PAGE) == found[1]), None)


def is_part(code: str, slug: str, section: str) -> bool:
    """Tell whether a code leads to this part of this page."""
    return code == code_of(slug, section)


def _short(name: str, letters: int) -> str:
    return hashlib.blake2b(name.encode()).hexdigest()[:letters]
