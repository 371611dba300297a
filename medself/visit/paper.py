"""Text made fit for paper: cut where it is too long, and with places to break a long word at."""

import re

LONGEST_LINE = 240
LONGEST_WORD = 18
BREAK = "\u200b"
OPEN, CLOSE = "\u2068", "\u2069"
_LONG = re.compile(rf"([^\s{OPEN}{CLOSE}]{{{LONGEST_WORD}}})(?=[^\s{OPEN}{CLOSE}])")


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
    """Return `text` with a place without width to break at after every 18 characters of a word."""
    return _LONG.sub(rf"\1{BREAK}", text)
