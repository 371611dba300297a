"""What goes on the visit page: parts that can be left off, and private things that are off until ticked."""

from collections.abc import Iterable
from dataclasses import dataclass

from medself.visit import words

PARTS = {
    "questions": words.QUESTIONS,
    "changes": words.CHANGES,
    "medicines": words.MEDICINES,
    "doses": words.DOSES,
    "life": "The chart",
    "symptoms": words.SYMPTOMS,
    "compared": words.BEFORE_AFTER,
    "side_effects": words.SIDE_EFFECTS,
    "scores": words.SCORES,
    "tests": words.TESTS,
}
"""The parts by the name of their field of `Summary`, in the order of the page, as the screen calls them."""

HEAVY = frozenset(("life", "doses", "symptoms", "compared"))


@dataclass(frozen=True, kw_only=True)
class Choice:
    """What a person wants on a page.

    `without` are ids of `PARTS` left off. The rest is private: `notes` of any entry; `item_9`, the
    answers about not wanting to live; `own_words`, what happened, and reasons for doses not taken, as
    the person wrote them. With `only_counted` the parts that take long and are not counted in its line
    (`HEAVY`) are empty: the page itself is not wanted, only what would be on it.
    """

    without: frozenset[str] = frozenset()
    notes: bool = False
    item_9: bool = False
    own_words: bool = False
    only_counted: bool = False

    def gathers(self, part: str) -> bool:
        """Say whether a part is to be gathered."""
        return self.has(part) and not (self.only_counted and part in HEAVY)

    def has(self, part: str) -> bool:
        """Say whether a part is wanted."""
        return part not in self.without

    @property
    def has_reasons(self) -> bool:
        """Whether reasons for doses not taken are wanted: they belong to the doses."""
        return self.own_words and self.has("doses")


EVERYTHING_PLAIN = Choice()
"""Every part, and nothing private."""


def left_off(kept: Iterable[str]) -> tuple[str, ...]:
    """Return the parts that are not among those kept, in their order."""
    wanted = set(kept)
    return tuple(part for part in PARTS if part not in wanted)
