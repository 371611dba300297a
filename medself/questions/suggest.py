"""The rules, and which of what they find is shown: ranked, one of a rule, at most five."""

from collections.abc import Callable, Iterable, Iterator

from medself.model import Question, QuestionOrigin, QuestionState
from medself.questions import (
    as_needed,
    doses,
    effects,
    gaps,
    known_problems,
    life,
    planning,
    symptoms,
)
from medself.questions.facts import Facts
from medself.questions.now import of_signs
from medself.questions.suggestion import Found, Suggestion, filled
from medself.questions.wording import Asking

Rule = Callable[[Facts], Iterator[Found]]

MOST_SHOWN = 5
RULES: tuple[Rule, ...] = (
    known_problems.pair_to_avoid,
    life.pregnancy_rules,
    life.event_problem,
    known_problems.known_problem,
    effects.effect_stops_me,
    effects.effect_lasting,
    effects.effect_after_change,
    symptoms.outside_usual,
    symptoms.no_change_yet,
    gaps.long_gap,
    gaps.late,
    doses.missed_pattern,
    doses.skip_reason,
    doses.ran_out,
    as_needed.as_needed_limit,
    as_needed.as_needed_more,
    planning.checks_due,
    planning.test_wanted,
    planning.supply_ends,
    planning.too_little,
    life.pregnancy,
    life.breastfeeding,
    life.driving,
    life.alcohol,
)
"""Every rule; its name is the name of its words in content/questions.yaml."""


def suggest(facts: Facts) -> list[Suggestion]:
    """Return everything the rules find, by urgency, then what stops the person doing things.

    After that in the order of content/questions.yaml, the most entries first. What cannot wait is no
    question for a visit: to ask if it will pass would play it down.
    """
    order = [asking.rule for asking in facts.words.rules]
    at_once = {f"effect {sign}" for card in of_signs(facts) for sign in card.signs}
    found = [
        _in_words(facts.words.of(rule.__name__), each)
        for rule in RULES
        for each in rule(facts)
        if each.subject not in at_once
    ]
    return sorted(
        found,
        key=lambda one: (
            one.urgency,
            not one.stops_me,
            order.index(one.rule),
            -len(one.entries),
            one.subject,
        ),
    )


def to_show(
    suggestions: Iterable[Suggestion], questions: Iterable[Question], *, most: int = MOST_SHOWN
) -> list[Suggestion]:
    """Choose what is shown: one of a rule, one about a thing, nothing picked or put aside.

    Args:
        suggestions: in order (`suggest`).
        questions: every question of the journal, in any state.
        most: how many at the most.
    """
    suggested = [each for each in questions if each.origin is QuestionOrigin.SUGGESTED]
    refs = {each.ref for each in suggested}
    still_open = {each.ref for each in suggested if each.state is QuestionState.OPEN}
    shown: list[Suggestion] = []
    for one in suggestions:
        picked = any(ref.startswith(f"{one.topic}/") for ref in still_open)
        taken = any(one.rule == other.rule or one.subject == other.subject for other in shown)
        if not (picked or taken or {one.key, one.topic} & refs):
            shown.append(one)
    return shown[:most]


def _in_words(asking: Asking, found: Found) -> Suggestion:
    return Suggestion(
        rule=asking.rule,
        subject=found.subject,
        state=str(found.state),
        text=filled(asking.ask, found.says),
        reasons=tuple(filled(asking.reasons[name], fills) for name, fills in found.reasons),
        entries=found.entries,
        urgency=asking.urgency,
        stops_me=found.stops_me,
        page=found.page,
    )
