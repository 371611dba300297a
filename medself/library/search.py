"""Search over the library: names and their misspellings first, then what the pages say."""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from rapidfuzz import fuzz, process

from medself.library.lists import SideEffect
from medself.library.names import Names, fold
from medself.library.read import SOURCE_MARK, Raw
from medself.library.schema import Head
from medself.library.texts import SAID, paragraphs, prose

WINDOW = 3
"""The most words a name of a medicine is looked for in."""
MOST_WORDS = 20
"""Words of a search that are looked at; the rest of a pasted page is not."""
NAMED, TITLED, TEXT = 100.0, 20.0, 1.0
SURE = 80
"""Likeness (0 to 100) from which a word in no page is read as one that is."""
_STOP_TEXT = """
    a about after all an and any are as at be been before by can cant cannot could did do does dont
    for from get has have how i if in is it its me my of on or out should so take taking than that
    the them then there they this to too was what when which while who why will with you your
"""
STOP_WORDS = frozenset(_STOP_TEXT.split())
# Keys, sources and fixed values of the front matter.
_NOT_WORDS = re.compile(r"\bsource: *(?:\[[^\]]*\]|\S+)|\b[a-z_]+:(?=\s)|_common\b|_stay\b")
_MARKUP = re.compile(rf"{SOURCE_MARK.pattern}|\*|^[-#>\s]+")
_ID = re.compile(r"\bid: *([a-z_]+)")
_WORD = re.compile(r"[a-z0-9]+")


@dataclass(frozen=True)
class Hit:
    """A page that fits. `name` is the name that was meant, empty when its text fits.

    `section` names the part of the page where the other words are found, and `excerpt` is a
    sentence from it; both empty when there were none.
    """

    id: str
    name: str
    section: str
    excerpt: str
    score: float


class _Passage(NamedTuple):
    """A paragraph, or a block of data, which cannot be shown as it stands."""

    section: str
    text: str
    readable: bool


NOWHERE = _Passage("", "", False)


class Index:
    """Every word of every page, by page; made from the raw text, as parsing would take longer."""

    def __init__(
        self,
        pages: Mapping[str, Raw],
        heads: Mapping[str, Head],
        names: Names,
        side_effects: Mapping[str, SideEffect],
    ) -> None:
        """Index `pages`; a side effect's id stands for all the words it is known by."""
        self._names = names
        self._passages = {slug: _passages(page, side_effects) for slug, page in pages.items()}
        self._found: defaultdict[str, dict[str, int]] = defaultdict(dict)
        self._titles: dict[str, frozenset[str]] = {}
        for slug, passages in self._passages.items():
            head = heads[slug]
            title = f"{head.title or ''} {slug.replace('_', ' ')}"
            said = [title, head.short or "", head.summary or "", *(each.text for each in passages)]
            for word, times in _stems(" ".join(said)).items():
                self._found[word][slug] = times
            self._titles[slug] = frozenset(_stems(title))

    def find(self, text: str, *, limit: int = 12) -> list[Hit]:
        """Return the pages that fit, best first; none for an empty or unknown text."""
        named, left = self._names_in(_words(text)[:MOST_WORDS])
        terms = [known for word in left if len(word) > 1 and (known := self._known(_stem(word)))]
        scores = defaultdict(float, dict.fromkeys(named, NAMED))
        for term in terms:
            rare = math.log(1 + len(self._passages) / len(self._found[term]))
            for slug, times in self._found[term].items():
                titled = TITLED if term in self._titles[slug] else 0.0
                scores[slug] += rare * TEXT * (1 + math.log(times)) + titled
        best = sorted(scores.items(), key=lambda each: (-each[1], each[0]))[:limit]
        return [self._hit(slug, named.get(slug, ""), terms, score) for slug, score in best]

    def _names_in(self, words: list[str]) -> tuple[dict[str, str], list[str]]:
        """Return the medicines meant, by slug, and the words that are no name."""
        whole = self._names.starting(" ".join(words))
        if whole:
            return whole, []
        named, left = {}, list(words)
        for length in range(WINDOW, 0, -1):
            for start in range(len(left) - length, -1, -1):
                # A word that our pages use, or a small one, is no misspelling of a medicine.
                word = left[start]
                guess = length == 1 and word not in STOP_WORDS and _stem(word) not in self._found
                found = self._names.resolve(" ".join(left[start : start + length]), guess=guess)
                if found.slug:
                    named[found.slug] = found.name
                    del left[start : start + length]
        return named, [word for word in left if word not in STOP_WORDS]

    def _known(self, term: str) -> str:
        """Return the word of our pages that is meant; empty when none is near."""
        if term in self._found or len(term) < 4:
            return term if term in self._found else ""
        near = process.extractOne(term, list(self._found), scorer=fuzz.ratio, score_cutoff=SURE)
        return near[0] if near else ""

    def _hit(self, slug: str, name: str, terms: list[str], score: float) -> Hit:
        """Make a hit, with the passage that holds most of the terms, the earliest of equals."""
        if not terms:
            return Hit(slug, name, "", "", score)
        begins = re.compile(rf"\b(?:{'|'.join(terms)})")
        fits = [
            (len(set(begins.findall(each.text.lower()))), each) for each in self._passages[slug]
        ]
        most, best = max(fits, key=lambda each: each[0], default=(0, NOWHERE))
        if not most:
            return Hit(slug, name, "", "", score)
        excerpt = _MARKUP.sub("", best.text).strip() if best.readable else ""
        return Hit(slug, name, best.section, excerpt, score)


def _passages(page: Raw, side_effects: Mapping[str, SideEffect]) -> list[_Passage]:
    """Return every paragraph of the text, then every block of data."""
    found = [
        _Passage(section, part, True)
        for section, text in prose(page.body).items()
        for part in paragraphs(text)
    ]
    for key, (section, _) in SAID.items():
        if chunk := page.front.get(key, ""):
            ids = _ID.findall(chunk) if key == "effects" else ()
            known = [side_effects[name] for name in ids if name in side_effects]
            words = " ".join(word for each in known for word in (each.label, *each.also))
            found.append(_Passage(section, f"{_NOT_WORDS.sub(' ', chunk)} {words}", False))
    return found


def _words(text: str) -> list[str]:
    return _WORD.findall(fold(text))


def _stems(text: str) -> Counter[str]:
    found: Counter[str] = Counter()
    for word, times in Counter(_words(text)).items():
        if word not in STOP_WORDS:
            found[_stem(word)] += times
    return found


@lru_cache(maxsize=50_000)
def _stem(word: str) -> str:
    """Take the commonest endings off, so that "sleeping" finds "sleep"."""
    for ending in ("iness", "ing", "ed", "ies", "es", "s", "y", "e"):
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)]
    return word
