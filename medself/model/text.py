"""Text a person typed, made fit to stand inside a sentence of ours."""

import re
import unicodedata

# Marks that turn everything after them round, our own words and numbers too.
_TURN = dict.fromkeys((*range(0x202A, 0x202F), 0x2066, 0x2067))
_APART = re.compile("\u2068[^\u2068\u2069]*\u2069")
_MARKS = re.compile("[\u2068\u2069]")
_RIGHT_TO_LEFT = frozenset(("R", "AL", "AN"))


def one_line(text: str) -> str:
    """Return `text` on one line; what runs from right to left in it is set apart, once.

    Without that, a name in Hebrew or Arabic changes places with the numbers that follow it. The two
    marks round it (U+2068, U+2069) have no width. A sentence in which a name is set apart already
    stays as it is.
    """
    line = " ".join(text.translate(_TURN).split())
    if line.isascii():
        return line
    rest = _APART.sub("", line)
    if _MARKS.search(rest) or any(unicodedata.bidirectional(c) in _RIGHT_TO_LEFT for c in rest):
        return f"\u2068{_MARKS.sub('', line)}\u2069"
    return line
