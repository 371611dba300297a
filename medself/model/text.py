"""Text a person typed, made fit to stand inside a sentence of ours."""

import unicodedata

# Marks that turn everything after them round, our own words and numbers too.
_TURN = dict.fromkeys((*range(0x202A, 0x202F), *range(0x2066, 0x206A)))
_RIGHT_TO_LEFT = frozenset(("R", "AL", "AN"))


def one_line(text: str) -> str:
    """Return `text` on one line and, where it runs from right to left, set apart from its sentence.

    Without that, a name in Hebrew or Arabic changes places with the numbers that follow it. The two
    marks round it (U+2068, U+2069) have no width.
    """
    line = " ".join(text.translate(_TURN).split())
    if any(unicodedata.bidirectional(character) in _RIGHT_TO_LEFT for character in line):
        return f"\u2068{line}\u2069"
    return line
