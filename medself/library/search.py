"""Search over the library: names and their misspellings first, then what the pages say."""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from medself.library.everyday import EverydayWords
from medself.library.lazy import Lazy
from medself.library.lists import SideEffect
from medself.library.names import Names
from medself.library.passages import HEADINGS, Passage, headings, passages, words_said
from medself.library.read import SOURCE_MARK, Raw
from medself.library.schema import Head
from medself.library.stems import STOP_WORDS, by_stem, stem, words_of

WINDOW = 3
"""The most words a name of a medicine is looked for in."""
MOST_WORDS = 20
"""Words of a search that are looked at; the rest of a pasted page is not."""
NAMED, ANSWERS, TITLED, TEXT = 100.0, 50.0, 20.0, 1.0
# The part that is about something goes before a bullet that only mentions it.
WEIGHTS = {
    "important_warnings": 4.0, "serious_effects": 2.0, "common_effects": 2.0, "stopping": 2.0,
    "missed_dose": 2.0, "pregnancy_and_feeding": 2.0, "food_drink_drugs": 2.0, "at_a_glance": 0.5,
    "questions_to_ask": 0.25,
}  # fmt: skip
HEADED = 5
"""How often a word in the heading of a part counts."""
SURE = 80
"""Likeness (0 to 100) from which a word in no page is read as one that is."""
_MARKUP = re.compile(rf"{SOURCE_MARK.pattern}|\*|^[-#>\s]+")


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


class Index:
    """Every word of every page, by page; made from the raw text, as parsing would take longer."""

    def __init__(
        self,
        pages: Mapping[str, Raw],
        heads: Mapping[str, Head],
        names: Names,
        side_effects: Mapping[str, SideEffect],
        everyday: EverydayWords | None = None,
    ) -> None:
        """Index `pages`; a side effect's id stands for all the words it is known by."""
        self._names, self._everyday = names, everyday or EverydayWords()
        self._passages: Mapping[str, list[Passage]] = Lazy(
            [*pages], lambda slug: [*headings(pages[slug]), *passages(pages[slug], side_effects)]
        )
        self._titles: dict[str, frozenset[str]] = {}
        by_word: defaultdict[str, dict[str, int]] = defaultdict(dict)
        for slug, page in pages.items():
            head = heads[slug]
            title = f"{head.title or ''} {slug.replace('_', ' ')}"
            said = (title, head.short or "", head.summary or "", words_said(page, side_effects))
            for word, times in Counter(words_of(" ".join(said))).items():
                by_word[word][slug] = times
            self._titles[slug] = frozenset(stem(w) for w in words_of(title) if w not in STOP_WORDS)
        self._found = by_stem(by_word)

    def parts_asked(self, text: str) -> list[str]:
        """Return the parts of a page that everyday words of a search ask for: "took too much"."""
        return self._everyday.meant(words_of(text)[:MOST_WORDS]).parts

    def find(self, text: str, *, limit: int = 12) -> list[Hit]:
        """Return the pages that fit, best first; none for an empty or unknown text."""
        words = words_of(text)[:MOST_WORDS]
        named, left = self._names_in(words)
        meant = self._everyday.meant(left)
        known = (self._known(stem(word)) for word in meant.words if _counts(word))
        terms = list(dict.fromkeys(term for term in known if term))
        scores = defaultdict(float, dict.fromkeys(named, NAMED))
        for slug in meant.pages:
            scores[slug] += ANSWERS
        for term in terms:
            rare = math.log(1 + len(self._passages) / len(self._found[term]))
            for slug, times in self._found[term].items():
                titled = TITLED if term in self._titles[slug] else 0.0
                scores[slug] += rare * TEXT * (1 + math.log(times)) + titled
        best = sorted(scores.items(), key=lambda each: (-each[1], each[0]))[:limit]
        return [
            self._hit(slug, named.get(slug, ""), terms, meant.parts, score) for slug, score in best
        ]

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
                guess = length == 1 and word not in STOP_WORDS and stem(word) not in self._found
                guess = guess and word not in self._everyday
                found = self._names.resolve(" ".join(left[start : start + length]), guess=guess)
                if length == 1 and not found.slug:
                    found = self._names.resolve(stem(word), guess=False)
                if found.slug:
                    named[found.slug] = found.name
                    del left[start : start + length]
        return named, left

    def _known(self, term: str) -> str:
        """Return the word of our pages that is meant; empty when none is near."""
        if term in self._found or len(term) < 4:
            return term if term in self._found else ""
        # Hardly anyone mistypes the first letter: "vegan" is not "began".
        alike = [word for word in self._found if word[0] == term[0]]
        near = process.extractOne(term, alike, scorer=fuzz.ratio, score_cutoff=SURE)
        return near[0] if near else ""

    def _hit(self, slug: str, name: str, terms: list[str], parts: list[str], score: float) -> Hit:
        """Make a hit, with the part of the page that says most about the terms, and a passage of it.

        One of `parts`, if the page has it, comes before the others.
        A page whose title is what was looked for begins at its beginning.
        """
        if terms and self._titles[slug].issuperset(terms):
            return Hit(slug, name, "", "", score)
        begins = re.compile(rf"\b(?:{'|'.join(map(re.escape, terms))})") if terms else None
        said = [
            (each, met)
            for each in self._passages[slug]
            if begins and (met := begins.findall(each.text.lower()))
        ]
        if not said:
            return Hit(slug, name, "", "", score)
        section = _about([each for each in said if each[0].section in parts] or said)
        here = [(each, met) for each, met in said if each.section == section]
        best, _ = max(here, key=lambda each: (len(set(each[1])), each[0].readable))
        excerpt = _MARKUP.sub("", best.text).strip() if best.readable else ""
        return Hit(slug, name, section, excerpt, score)


def _about(said: list[tuple[Passage, list[str]]]) -> str:
    """Return the part that speaks of the most terms; of equals the weightiest that says them most."""
    terms: defaultdict[str, set[str]] = defaultdict(set)
    times: Counter[str] = Counter()
    for passage, met in said:
        terms[passage.section] |= set(met)
        times[passage.section] += len(met) * (HEADED if passage in HEADINGS else 1)
    return max(terms, key=lambda name: (len(terms[name]), times[name] * WEIGHTS.get(name, 1.0)))


def _counts(word: str) -> bool:
    return len(word) > 1 and word not in STOP_WORDS
