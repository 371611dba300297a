"""What people type, and the words our pages use for it: content/everyday_words.yaml."""

from collections.abc import Iterable, Mapping

from medself.library.basics import Part, Text

MOST_WORDS = 3
"""The most words an everyday phrase may have."""


class Everyday(Part):
    """Everyday words or phrases (`says`), and the words to look for as well (`means`)."""

    says: list[Text]
    means: list[Text]


class EverydayWords:
    """Every everyday phrase, ready for looking up."""

    def __init__(self, entries: Iterable[Everyday] = ()) -> None:
        self._means: Mapping[str, list[str]] = {
            phrase: [word for text in entry.means for word in text.split()]
            for entry in entries
            for phrase in entry.says
        }

    def __contains__(self, phrase: object) -> bool:
        return phrase in self._means

    def meant(self, words: list[str]) -> list[str]:
        """Return the words our pages use for what is said in a search, beside those words themselves."""
        found: list[str] = []
        for length in range(MOST_WORDS, 0, -1):
            for start in range(len(words) - length + 1):
                found += self._means.get(" ".join(words[start : start + length]), [])
        return list(dict.fromkeys(found))
