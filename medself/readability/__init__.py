"""How hard a text is to read: the Flesch-Kincaid grade, by a counter of our own.

Published counters miscount the names of medicines and split sentences at "2.5 mg" and "9 a.m.".
This one knows Markdown and our source marks, counts a heading, a list item or a table cell as a
sentence, and can take every medicine's name for one word of two syllables.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from medself.readability.syllables import count

_MASK = "tablet"
_LINK = re.compile(r"!?\[([^\]]*)\]\([^)]*\)")
_DROPPED = re.compile(
    r"<!--.*?-->|\{[^{}]*\}|\[\d+(?:, ?\d+)*\]|`|\*|(?<!\w)_+|_+(?!\w)", re.DOTALL
)
_ITEM = re.compile(r"^\s*(?:[-+>]|\d+[.)]|#{1,6})\s+")
_RULE = re.compile(r"^[\s|:=-]*$")
_NEVER_ENDS = re.compile(r"\b(Dr|Mr|Mrs|Ms|Prof|St|vs|e\.g|i\.e|approx)\.", re.IGNORECASE)
# "9 a.m. on Monday" goes on; "9 a.m. Then" does not.
_MAY_END = re.compile(r"\b((?i:[ap]\.m|etc|mg|ml|mcg|kg|hr|hrs|min))\.(?=\s+[a-z0-9(])")
_DOT = "\u2024"
_SENTENCE_END = re.compile(r"(?<=[.!?…])[\"'”’)\]]*\s+")
_FIRST = re.compile(r"\w+")
_WORD = re.compile(r"\d+(?:[.,-]\d+)*|[^\W\d_]+(?:['’.\u2024-][^\W\d_]+)*")


@dataclass(frozen=True)
class Counts:
    """Sentences, words and syllables of a text."""

    sentences: int
    words: int
    syllables: int

    def __add__(self, other: "Counts") -> "Counts":
        """Count two texts as one."""
        return Counts(
            self.sentences + other.sentences,
            self.words + other.words,
            self.syllables + other.syllables,
        )

    @property
    def grade(self) -> float:
        """Flesch-Kincaid grade; 0.0 for a text without words."""
        if not self.words:
            return 0.0
        return 0.39 * self.words / self.sentences + 11.8 * self.syllables / self.words - 15.59


def grade(text: str, *, names: Sequence[str] = ()) -> float:
    """Return the Flesch-Kincaid grade (US school years) of a text.

    Args:
        text: Markdown or plain; source marks such as `{nhs}` and `[1]` do not count.
        names: names to count as one word of two syllables each, in any case.

    Returns:
        The grade; may be below 0 for very easy text. A text without words has grade 0.0.

    Source: Kincaid et al. 1975, 0.39 words a sentence + 11.8 syllables a word - 15.59.
    """
    return counts(text, names=names).grade


def counts(text: str, *, names: Sequence[str] = ()) -> Counts:
    """Count what the grade is made of. Same arguments as `grade`."""
    found = [words for sentence in sentences(_masked(text, names)) if (words := words_of(sentence))]
    words = [word for sentence in found for word in sentence]
    return Counts(len(found), len(words), sum(map(count, words)))


def longest_sentences(text: str, n: int = 10, *, names: Sequence[str] = ()) -> list[str]:
    """Return the `n` sentences with the most words, longest first."""
    found = sentences(_masked(text, names) if names else text)
    return sorted(found, key=lambda s: len(words_of(s)), reverse=True)[:n]


def sentences(text: str) -> list[str]:
    """Split Markdown into sentences; a heading, list item or table cell ends where it ends."""
    found: list[str] = []
    for block in _blocks(_DROPPED.sub("", _LINK.sub(r"\1", text))):
        held = _MAY_END.sub(rf"\1{_DOT}", _NEVER_ENDS.sub(rf"\1{_DOT}", block))
        found += (part.strip().replace(_DOT, ".") for part in _SENTENCE_END.split(held))
    return [sentence for sentence in found if words_of(sentence)]


def words_of(sentence: str) -> list[str]:
    """Return the words of a sentence; a number is a word, a hyphened word is one."""
    return _WORD.findall(sentence)


def _blocks(text: str) -> list[str]:
    """Join the lines of a paragraph; start anew at blank lines, list items, headings and cells."""
    blocks = [""]
    for line in text.splitlines():
        if _RULE.match(line):
            blocks.append("")
        elif line.lstrip().startswith("|"):
            blocks += [*line.strip().strip("|").split("|"), ""]
        elif _ITEM.match(line):
            heading = line.lstrip().startswith("#")
            blocks += [_ITEM.sub("", line), *([""] if heading else [])]
        else:
            blocks[-1] = f"{blocks[-1]} {line.strip()}".strip()
    return [block.strip() for block in blocks if block.strip()]


def _masked(text: str, names: Sequence[str]) -> str:
    low = text.lower()
    begun = _by_first_word(tuple(names)) if names else {}
    words = set(_FIRST.findall(low)) & begun.keys()
    found = (name for word in words for name in begun[word] if name in low)
    there = sorted(found, key=len, reverse=True)
    each = "|".join(map(re.escape, there))
    return re.sub(rf"(?<![\w-])(?:{each})(?![\w-])", _MASK, text, flags=re.I) if there else text


@lru_cache(maxsize=4)
def _by_first_word(names: tuple[str, ...]) -> Mapping[str, list[str]]:
    """Return names in small letters by their first word, as most begin no word of a text."""
    found: dict[str, list[str]] = {}
    for name in {name.lower() for name in names}:
        if first := _FIRST.search(name):
            found.setdefault(first[0], []).append(name)
    return found
