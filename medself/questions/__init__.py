"""Questions that a person's own record suggests for a visit, and what cannot wait for one.

Rules are pure: they read no file and no clock, and look at nothing but `Facts`. A rule asks; it never
proposes a dose, a stop, a start or a diagnosis, and never says why something is so.
"""

from medself.questions.facts import Facts
from medself.questions.gather import gather
from medself.questions.now import Card, cannot_wait, not_told
from medself.questions.suggest import suggest, to_show
from medself.questions.suggestion import Suggestion

__all__ = ["Card", "Facts", "Suggestion", "cannot_wait", "gather", "not_told", "suggest", "to_show"]
