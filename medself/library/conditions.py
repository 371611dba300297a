"""What medicines are for, in plain groups: content/conditions.yaml. A way to find a page, no more."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from pydantic import TypeAdapter

from medself.errors import ContentError
from medself.library.basics import Part, Region, Slug, Text
from medself.library.files import read_list
from medself.library.library import Library
from medself.library.names import fold
from medself.library.pieces import Use
from medself.library.read import read_part

OTHER = "other"
OFFICIAL = ("labelled", "licensed")


class Condition(Part):
    """A group of uses in everyday words; a use belongs to it when one of `words` begins a word of it.

    `but_not` are words that keep a use out: "bipolar depression" is not under low mood.
    `more_often_effect`: people who search for it mean what a medicine does to them, not what it is for.
    """

    id: Slug
    label: Text
    words: list[Text]
    but_not: list[Text] = []
    more_often_effect: bool = False

    def takes(self, use: str) -> bool:
        """Tell whether a use belongs here."""
        text = fold(use)
        return _has(text, self.words) and not _has(text, self.but_not)


@dataclass(frozen=True)
class UsedFor:
    """The medicines that are used for something: officially in a region, and otherwise."""

    official: tuple[str, ...]
    off_label: tuple[str, ...]


@lru_cache(maxsize=2)
def conditions(library: Library) -> Mapping[str, Condition]:
    """Return every condition by its id, in order; the last, `other`, is for uses of no other.

    Raises:
        ContentError: the file is broken.
    """
    path = library.root / "conditions.yaml"
    found = read_list(path, TypeAdapter(list[Condition])) if path.exists() else []
    return {each.id: each for each in found}


@lru_cache(maxsize=2)
def _uses(library: Library) -> Mapping[str, list[Use]]:
    """Read the uses of every medicine, and nothing else of its page; a broken page has none."""
    shape = TypeAdapter(list[Use])
    found: dict[str, list[Use]] = {}
    for slug in library.medications:
        try:
            found[slug] = read_part(library.raw[slug], "uses", shape) or []
        except ContentError:
            found[slug] = []
    return found


def used_for(library: Library, condition: str, region: Region) -> UsedFor:
    """Return the medicines for a condition in a region ("us" or "uk"), by the alphabet.

    A medicine that is official for one use of the condition is not named again as off-label.
    """
    official: set[str] = set()
    off_label: set[str] = set()
    for slug, uses in _uses(library).items():
        for use in uses:
            if condition in ids_of(library, use.text):
                status = use.us if region == "us" else use.uk
                official |= {slug} if status in OFFICIAL else set()
                off_label |= {slug} if status == "off_label" else set()
    return UsedFor(tuple(sorted(official)), tuple(sorted(off_label - official)))


@lru_cache(maxsize=5_000)
def ids_of(library: Library, use: str) -> tuple[str, ...]:
    """Return the conditions a use belongs to; `other` when it is none of them."""
    found = [id_ for id_, each in conditions(library).items() if each.takes(use)]
    return tuple(found) or (OTHER,)


def asked_about(library: Library, text: str) -> list[Condition]:
    """Return the conditions a search speaks of, in order, but for those that are mostly effects."""
    asked = (each for each in conditions(library).values() if each.takes(text))
    return [each for each in asked if not each.more_often_effect]


def unplaced(library: Library) -> Iterator[tuple[str, str]]:
    """Yield every use that belongs to no condition, with its medicine."""
    for slug, uses in _uses(library).items():
        yield from ((slug, use.text) for use in uses if ids_of(library, use.text) == (OTHER,))


def _has(text: str, words: list[str]) -> bool:
    return any(re.search(rf"\b{re.escape(fold(word))}", text) for word in words)
