"""Paper: its sizes, and text made fit for it, cut where too long and with places to break a long word."""

import re
from collections.abc import Mapping
from typing import Literal

Paper = Literal["a4", "us-letter"]
PAPERS: Mapping[str, Paper] = {"us": "us-letter", "uk": "a4"}
"""The size of a sheet, by the region a person lives in."""

LONGEST_LINE = 240
LONGEST_WORD, PIECE = 16, 8
BREAK = "\u200b"
OPEN, CLOSE = "\u2068", "\u2069"
_LETTER = rf"[^\s{OPEN}{CLOSE}]"
_LONG = re.compile(rf"{_LETTER}{{{LONGEST_WORD + 1},}}")
_PIECE = re.compile(rf"({_LETTER}{{{PIECE}}})(?={_LETTER})")


def short(text: str, longest: int = LONGEST_LINE) -> str:
    """Return `text` in at most `longest` characters, with "…" where it was cut.

    What was set apart because it runs from right to left stays set apart.
    """
    if len(text) <= longest:
        return text
    cut = text[: longest - 1].rstrip()
    unclosed = cut.count(OPEN) > cut.count(CLOSE)
    return cut + "…" + (CLOSE if unclosed else "")


def breakable(text: str) -> str:
    """Return `text` with places without width to break at, every 8 characters, in words longer than 16."""
    return _LONG.sub(lambda word: _PIECE.sub(rf"\1{BREAK}", word[0]), text)
