"""What a typed or imported name of a medicine means: which explainer, and how sure that is.

A wrong medicine is worse than none: a name is taken for a misspelling only when it begins the name
of one medicine and no other, or is one or two letters away from one and clearly nearer to it than
to any other. Medicines without a page count as others (`other_names.yaml`).
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA

from medself.library.schema import Head

How = Literal["name", "brand", "other_name", "misspelling", "no_page", "unknown"]

_UNIT = r"(?:mg|mcg|µg|ug|g|ml|meq|mmol|iu|units?|%|hr|hrs|hours?|h|day|actuat|unt)"
_STRENGTH = re.compile(rf"\d[\d.,]*\s*(?:{_UNIT}\b|%)?(?:\s*/\s*\d*[\d.,]*\s*{_UNIT}\b)?")
_BRACKETS = re.compile(r"[\[(]([^\])]*)[\])]")
_TOGETHER = re.compile(r"\s*(?:[-/+&,;]|\band\b|\bwith\b)\s*")
_MARKS = str.maketrans("", "", "'’®™")
SHORTEST = 5
"""Letters a name must have to be taken for a misspelling or a beginning of another."""
LIKE = 70
"""Likeness (0 to 100) from which a name is suggested."""
MOST_WORDS = 8
"""Words of a long text that are compared with names one by one."""
MOST_LETTERS = 300
"""Letters of a name that are looked at."""
FEWEST = 2
"""Letters from which names that begin with them are offered."""
LONG = 8
"""From this length on, two letters may be wrong."""
# Forms, salts and ways of taking that stand round a name in prescriptions and files.
_FORM_TEXT = """
    tablet tablets tab tabs capsule capsules cap caps oral orally solution suspension liquid
    syrup drops drop spray patch patches film films gel wafer melt soltab velotab
    orodispersible disintegrating dispersible dissolving chewable coated gastro resistant
    enteric prefilled pre filled syringe pen vial ampoule injection injectable injector
    intramuscular im iv depot long acting extended delayed modified prolonged slow sustained
    immediate controlled release releasing er xr xl sr la cr ec ir dr odt mr pr cd od xt
    24hr 12hr daily pack product generic brand medicine medication po prn once twice day
    night nightly morning bedtime take taken as needed by mouth every the a at in per for
    use mg ml hydrochloride hcl hydrobromide hbr sodium potassium fumarate hemifumarate
    oxalate succinate maleate mesylate mesilate carbonate citrate tartrate besylate besilate
    pamoate embonate monohydrate dihydrate anhydrous phosphate sulfate sulphate acetate
    decanoate palmitate
"""
FORM_WORDS = frozenset(_FORM_TEXT.split())


@dataclass(frozen=True)
class Resolution:
    """What a name means.

    `slug` is missing when no explainer fits; `name` is then empty, or, with `how` "no_page", the
    medicine it is. `suggestions` are names of ours that look like it, best first.
    """

    asked: str
    slug: str | None
    name: str
    how: How
    suggestions: tuple[str, ...] = ()


@dataclass(frozen=True)
class _Known:
    slug: str | None
    name: str
    how: How


class Names:
    """Every name the library knows, made ready for looking up."""

    def __init__(self, heads: Iterable[Head], others: Sequence[str] = ()) -> None:
        self._known: dict[str, _Known] = {}
        for head in heads:
            for name, how in _names_of(head):
                self._add(name, _Known(head.id, name, how))
        for name in others:
            self._add(name, _Known(None, name, "no_page"))

    def _add(self, name: str, known: _Known) -> None:
        whole = fold(name)
        self._known.setdefault(whole, known)
        if len(bare := _bare(whole)) > 2:
            self._known.setdefault(bare, known)

    def and_of(self, heads: Iterable[Head]) -> "Names":
        """Return these names and those of more heads; a name of ours already keeps its meaning."""
        more, both = Names(heads), Names(())
        both._known = {key: known for key, known in self._known.items() if known.slug}
        for each in (more, self):
            both._known |= {k: v for k, v in each._known.items() if k not in both._known}
        return both

    @property
    def ours(self) -> set[str]:
        """The names of the medicines that have a page, as they are written."""
        return {known.name for known in self._known.values() if known.slug}

    def resolve(self, asked: str, *, guess: bool = True) -> Resolution:
        """Tell which medicine a name means; strength, form and salt round it do not matter.

        Args:
            asked: what was typed or found in a file.
            guess: whether a misspelling or a beginning counts, and suggestions are made.
        """
        readings = _readings(asked)
        for reading in readings:
            if known := self._known.get(reading):
                return Resolution(asked, known.slug, known.name, known.how)
        for reading in readings if guess else ():
            if known := self._misspelt(reading):
                return Resolution(asked, known.slug, known.name, "misspelling")
        suggestions = self._suggestions(readings) if guess else ()
        return Resolution(asked, None, "", "unknown", suggestions)

    def starting(self, text: str) -> dict[str, str]:
        """Return slug and name of the medicines with a name that begins with `text`."""
        start = fold(text)
        if len(start) < FEWEST:
            return {}
        return {
            known.slug: known.name
            for key, known in sorted(self._known.items(), reverse=True)
            if known.slug and key.startswith(start)
        }

    def _misspelt(self, reading: str) -> _Known | None:
        if len(reading) < SHORTEST:
            return None
        begun = [key for key in self._known if key.startswith(reading)]
        near = begun or self._near(reading)
        meant = {self._known[key].slug or key: self._known[key] for key in near}
        known = next(iter(meant.values())) if len(meant) == 1 else None
        return known if known and known.slug else None

    def _near(self, reading: str) -> list[str]:
        """Return the name a misspelling is of, with all that are almost as near; none if too far."""
        found = process.extract(
            reading, list(self._known), scorer=OSA.distance, score_cutoff=3, limit=None
        )
        key, best, _ = min(found, key=lambda each: each[1], default=("", 3, 0))
        shorter = min(len(reading), len(key))
        if best == 1 or (best == 2 and shorter >= LONG and key[0] == reading[0]):
            return [key for key, distance, _ in found if distance <= best + 1]
        return []

    def _suggestions(self, readings: list[str]) -> tuple[str, ...]:
        """Return at most three names of ours that the whole, or a word of it, looks like."""
        ours = [key for key, known in self._known.items() if known.slug]
        words = dict.fromkeys([*readings, *" ".join(readings[:1]).split()[:MOST_WORDS]])
        likeness: dict[str, float] = {}
        for word in words:
            found = process.extract(word, ours, scorer=fuzz.ratio, score_cutoff=LIKE, limit=6)
            for key, like, _ in found:
                likeness[key] = max(like, likeness.get(key, 0.0))
        names: dict[str | None, str] = {}
        for key in sorted(likeness, key=lambda each: -likeness[each]):
            names.setdefault(self._known[key].slug, self._known[key].name)
        return tuple(names.values())[:3]


def fold(name: str) -> str:
    """Return a name without case, accents, marks and doubled spaces."""
    letters = name.casefold().translate(_MARKS)
    if not letters.isascii():
        parted = unicodedata.normalize("NFKD", letters)
        letters = "".join(c for c in parted if not unicodedata.combining(c))
    return " ".join(letters.split())


def _names_of(head: Head) -> list[tuple[str, How]]:
    if not (names := head.names):
        return []
    found: list[tuple[str, How]] = [(head.id, "name"), (names.us, "name"), (names.uk, "name")]
    found += [(brand, "brand") for brand in (*head.brands.us, *head.brands.uk)]
    return found + [(name, "other_name") for name in names.also]


def _readings(asked: str) -> list[str]:
    """Return the ways to read a name, surest first: as it stands, bare, and a brand in brackets."""
    whole = fold(asked[:MOST_LETTERS])
    outside = _BRACKETS.sub(" ", whole)
    readings = [whole, _bare(outside), *(_bare(inside) for inside in _BRACKETS.findall(whole))]
    return [reading for reading in dict.fromkeys(readings) if reading]


def _bare(folded: str) -> str:
    """Return the name alone, or every name of a combination in the order of the alphabet."""
    parts = _TOGETHER.split(_STRENGTH.sub(" ", folded))
    words = (" ".join(w for w in part.split() if w.strip(".:") not in FORM_WORDS) for part in parts)
    return " ".join(sorted(word.strip(" .:") for word in words if word.strip(" .:")))
