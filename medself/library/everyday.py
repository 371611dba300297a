"""What people type, and the words our pages use for it: content/everyday_words.yaml."""

from collections.abc import Iterable
from typing import NamedTuple

from medself.library.basics import Part, Slug, Text

MOST_WORDS = 4
"""The most words an everyday phrase may have."""


class Everyday(Part):
    """Everyday words or phrases (`says`), and what they ask for.

    `means` are the words to look for in their place; with none, they are looked for themselves.
    `page` is the one that answers them, and `part` the part of a medicine's page that does (a key of `texts.TITLES`).
    """

    says: list[Text]
    means: list[Text] = []
    page: Slug | None = None
    part: Text | None = None


class Meant(NamedTuple):
    """What a search asks for: the words to look for, the pages that answer, the parts that do."""

    words: list[str]
    pages: list[str]
    parts: list[str]


class EverydayWords:
    """Every everyday phrase, ready for looking up."""

    def __init__(self, entries: Iterable[Everyday] = ()) -> None:
        self._said = {phrase: entry for entry in entries for phrase in entry.says}

    def __contains__(self, phrase: object) -> bool:
        return phrase in self._said

    def meant(self, words: list[str]) -> Meant:
        """Return what `words` ask for. The longest phrase counts: "quit smoking" is not "quit"."""
        meant = Meant([], [], [])
        rest = words
        while rest:
            begin = (" ".join(rest[:length]) for length in range(MOST_WORDS, 0, -1))
            phrase = next((phrase for phrase in begin if phrase in self), rest[0])
            entry = self._said.get(phrase, Everyday(says=[phrase]))
            meant.words.extend(" ".join(entry.means or [phrase]).split())
            meant.pages.extend([entry.page] if entry.page else [])
            meant.parts.extend([entry.part] if entry.part else [])
            rest = rest[len(phrase.split()) :]
        return meant
