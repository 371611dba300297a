"""Words as a search counts them: without case, marks and the commonest endings."""

import re
from collections.abc import Mapping
from functools import lru_cache

from medself.library.names import fold

_STOP_TEXT = """
    a about after all an and any are as at be been before by can cant cannot could did do does dont
    for from get has have how i if in is it its me my of on or out should so take taking than that
    the them then there they this to too was what when which while who why will with you your
"""
STOP_WORDS = frozenset(_STOP_TEXT.split())
_WORD = re.compile(r"[a-z0-9]+")
_GAPS = {n: " " for n in range(128) if not chr(n).isalnum()} | {ord("'"): None}
_DOUBLED = re.compile(r"([bdgmnprt])\1$")


def words_of(text: str) -> list[str]:
    """Return the words of a text, in its order."""
    # Four times as quick as the pattern, which is for the few texts with letters beyond ASCII.
    return text.lower().translate(_GAPS).split() if text.isascii() else _WORD.findall(fold(text))


def by_stem(by_word: Mapping[str, dict[str, int]]) -> dict[str, dict[str, int]]:
    """Return how often each page has each stem. A word of many pages is stemmed once."""
    found: dict[str, dict[str, int]] = {}
    for word, pages in by_word.items():
        if word in STOP_WORDS:
            continue
        there = found.setdefault(stem(word), pages)
        if there is not pages:
            for slug, times in pages.items():
                there[slug] = there.get(slug, 0) + times
    return found


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """Take the commonest endings off, so that "sleeping" finds "sleep" and "stopping" "stop"."""
    for ending in ("iness", "ing", "ed", "ies", "es", "s", "y", "e"):
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            bare = word[: -len(ending)]
            return bare[:-1] if _DOUBLED.search(bare) else bare
    return word
