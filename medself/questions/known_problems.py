"""Rules about pairs on the list that our table calls a known problem. They ask; they advise nothing."""

from collections.abc import Iterator

from medself.library.problems_table import Severity
from medself.questions.facts import Facts
from medself.questions.suggestion import Found


def pair_to_avoid(facts: Facts) -> Iterator[Found]:
    """A pair on the list that, by its source, must not be mixed."""
    yield from _asked(facts, "avoid")


def known_problem(facts: Facts) -> Iterator[Found]:
    """A pair on the list that is serious. What is only good to know is left to My list."""
    yield from _asked(facts, "serious")


def _asked(facts: Facts, severity: Severity) -> Iterator[Found]:
    for one in facts.problems:
        if one.severity == severity:
            yield Found(
                subject=f"pair {one.a} {one.b}".casefold(),
                state=one.row,
                says={"a": one.a, "b": one.b},
                reasons=(("why", {"why": one.why}),),
                entries=facts.meant_by[one.a] + facts.meant_by[one.b],
            )
