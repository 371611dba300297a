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


@dataclass(frozen=True, kw_only=True)
class Choice:
    """What a person wants on a page.

    `without` are ids of `PARTS` left off. The rest is private: `notes` of any entry; `item_9`, the
    answers about not wanting to live; `own_words`, what happened, and reasons for doses not taken, as
    the person wrote them.
    """

    without: frozenset[str] = frozenset()
    notes: bool = False
    item_9: bool = False
    own_words: bool = False

    def has(self, part: str) -> bool:
        """Say whether a part is wanted."""
        return part not in self.without


EVERYTHING_PLAIN = Choice()
"""Every part, and nothing private."""


def left_off(kept: Iterable[str]) -> tuple[str, ...]:
    """Return the parts that are not among those kept, in their order."""
    wanted = set(kept)
    return tuple(part for part in PARTS if part not in wanted)
