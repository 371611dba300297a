"""Every name that tells who a visit page is about or what they take, and what can stand for it."""

import itertools
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from string import ascii_uppercase

from rapidfuzz.distance import OSA

from medself.library import Library
from medself.library.names import FORM_WORDS, LONG, SHORTEST, fold
from medself.model import Medication

BEGINNING = 4
"""Letters from which the beginning of a name ("sert") may tell it."""
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True)
class Names:
    """What is to be hidden.

    `stand_in` maps every known name, in small letters, to what stands for it. `is_medicine` tells
    whether a word is the name of any medicine at all, on the list or not.
    """

    stand_in: dict[str, str]
    is_medicine: Callable[[str], bool]

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Finds the names as whole words, with an s or 's at their end too; the longest first."""
        return _pattern(self.stand_in)

    @cached_property
    def parts(self) -> frozenset[str]:
        """The words the names are made of, those that only say a form or a salt aside."""
        words = {word for name in self.stand_in for word in _WORD.findall(fold(name))}
        return frozenset(word for word in words if len(word) >= BEGINNING) - FORM_WORDS

    def may_stand_in(self, text: str) -> bool:
        """Tell whether a name may still be in a text from which the whole names were taken out."""
        return any(self._may_be(word) for word in _WORD.findall(fold(text)))

    def _may_be(self, word: str) -> bool:
        if word in self.parts or self.is_medicine(word):
            return True
        if len(word) >= BEGINNING and any(part.startswith(word) for part in self.parts):
            return True
        return any(
            part in word or _alike(word, part) for part in self.parts if len(part) >= SHORTEST
        )


def _alike(word: str, part: str) -> bool:
    shorter = min(len(word), len(part))
    most = 0 if shorter < SHORTEST else 1 if shorter < LONG else 2
    return OSA.distance(word, part, score_cutoff=most) <= most


def names_to_hide(person: str, medications: Iterable[Medication], library: Library) -> Names:
    """Gather the names of a person and of everything on their list, taken now or before.

    A medicine of a group with a page stands as that group, lettered where there are several; any other
    as "Medicine A" and so on.
    """
    groups: dict[str, set[str]] = {}
    titles: dict[str, str] = {}
    for medication in medications:
        key = medication.slug or fold(medication.name)
        groups.setdefault(key, set()).update(_names(medication, library))
        titles[key] = _title(medication, library)
    every = _pattern(name for names in groups.values() for name in names)
    stand_in = _initials(person)
    used: set[str] = set()
    for key, names in groups.items():
        several = list(titles.values()).count(titles[key]) > 1
        label = next(
            label
            for label in _labels(titles[key], several=several)
            if label not in used and not every.search(label)
        )
        used.add(label)
        stand_in |= dict.fromkeys(names, label)
    return Names(stand_in, lambda word: library.names.resolve(word, guess=False).how != "unknown")


def seen(text: str) -> str:
    """Return a text without signs that have no width: they can stand inside a name, and nobody sees them."""
    return "".join(letter for letter in text if unicodedata.category(letter) != "Cf")


def spelt(name: str) -> str:
    """Return a name in small letters, with one space between its words."""
    return " ".join(seen(name).lower().split())


def initials(name: str) -> str:
    """Return "R. A." for "Robin Ashworth"."""
    letters = (_WORD.search(word) for word in name.split())
    return " ".join(f"{found[0][0].upper()}." for found in letters if found)


def _initials(person: str) -> dict[str, str]:
    words = [word for word in person.split() if len(_WORD.findall(word)) and len(word) > 1]
    whole = {spelt(person): initials(person)} if words else {}
    return {word.lower(): initials(word) for word in words} | whole


def _names(medication: Medication, library: Library) -> Iterator[str]:
    yield spelt(medication.name)
    head = library.heads.get(medication.slug or "")
    if head and head.names:
        found = (head.id, head.names.us, head.names.uk, *head.names.also)
        yield from (spelt(name) for name in (*found, *head.brands.us, *head.brands.uk))


def _title(medication: Medication, library: Library) -> str:
    head = library.heads.get(medication.slug or "")
    group = library.heads.get(head.class_ or "") if head else None
    return (group.title or "") if group else ""


def _labels(title: str, *, several: bool) -> Iterator[str]:
    if title and not several:
        yield title
    for stem in filter(None, (title, "Medicine", "No.")):
        yield from (f"{stem} {letter}" for letter in ascii_uppercase)
        yield from (f"{stem} {number}" for number in range(27, 500))
    yield from (f"({number})" for number in itertools.count(1))


def _pattern(names: Iterable[str]) -> re.Pattern[str]:
    longest_first = sorted({name for name in names if name}, key=len, reverse=True)
    either = "|".join(r"\s+".join(map(re.escape, name.split())) for name in longest_first)
    # Without a name there is nothing to find.
    return re.compile(rf"(?<!\w)({either or '(?!)'})(?:['’]?s)?(?!\w)", re.IGNORECASE)
