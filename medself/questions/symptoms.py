"""Rules about the symptoms a person follows: outside their usual, and no change by the usual time."""

from collections.abc import Iterator

import pandas as pd

from medself.analysis.change import Comparison, around, others_than
from medself.analysis.change_words import DID
from medself.days import day_in_words
from medself.library.lists import Symptom
from medself.questions.facts import Facts
from medself.questions.suggestion import Fills, Found
from medself.questions.words import ids, length, span
from medself.schedule import Change

RECENT_DAYS, EARLIER_DAYS = 14, 84
LEAST_RECENT, LEAST_EARLIER = 10, 28
NEARLY_ALL = 0.8
BEFORE_DAYS, AFTER_DAYS = 14, 28
TIMELY_DAYS = 56
LEAST_MOVE = 1
LEAST_ROOM = 4
"""Points from the middle before to the good end; one who was well then has little to feel change."""


def outside_usual(facts: Facts) -> Iterator[Found]:
    """A symptom that has been worse than the person's usual for two weeks.

    Worse: on at least 8 in 10 of the days rated, below (or above, by which end is good) the middle half
    of their scores of the 12 weeks before. Where neither end is good, on either side. Least: 10 of the
    last 14 days rated, and 28 days of the 12 weeks before.
    """
    for id_, symptom in facts.symptoms.items():
        daily = facts.ratings[facts.ratings["symptom"] == id_].groupby("day")["value"].median()
        split = pd.Timestamp(facts.ago(RECENT_DAYS))
        recent = daily[daily.index > split]
        earlier = daily[
            (daily.index <= split) & (daily.index > split - pd.Timedelta(days=EARLIER_DAYS))
        ]
        if len(recent) < LEAST_RECENT or len(earlier) < LEAST_EARLIER:
            continue
        low, high = float(earlier.quantile(0.25)), float(earlier.quantile(0.75))
        side = _worse_side(symptom, recent, low, high)
        if side:
            rated = facts.last(facts.ratings, RECENT_DAYS)
            yield Found(
                subject=f"symptom {id_}",
                state=f"{side} {facts.today.isocalendar().year} {facts.today.month}",
                says={"symptom": symptom.label, "side": side},
                reasons=(
                    ("now", {"middle": f"{recent.median():g}", "days": len(recent)}),
                    ("usual", {"span": span(low, high), "days": len(earlier)}),
                ),
                entries=ids(rated[rated["symptom"] == id_]),
            )


def no_change_yet(facts: Facts) -> Iterator[Found]:
    """No symptom is better though a medicine has had the time its page calls usual.

    The last 28 days are compared with the 14 before it was new or its dose went up (`change.around`,
    with its least days, and only when nothing else changed in these days). Not better: the middle moved
    less than 1 of 10 to the good side, in every symptom that can be compared. One of them at least had
    4 points or more to its good end. Asked up to 8 weeks after the usual time.
    """
    for change in _latest(facts):
        page = facts.pages.get(change.medication)
        weeks = page.onset.full_effect_weeks if page and page.onset else None
        passed = (facts.today - change.day).days
        if not page or not weeks or not 7 * weeks[1] <= passed <= 7 * weeks[1] + TIMELY_DAYS:
            continue
        compared = _compared(facts, change)
        better = any(_better_by(found) >= LEAST_MOVE for found in compared.values())
        if better or not any(_room(found) >= LEAST_ROOM for found in compared.values()):
            continue
        changed = f"{DID[change.kind]} on {day_in_words(change.day)}"
        middles = (("middles", _middles(facts, *each)) for each in compared.items())
        yield Found(
            subject=f"change {change.medication}",
            state=change.day,
            says={"medicine": change.name, "changed": changed, "length": length(passed)},
            reasons=(*middles, ("page", {"medicine": change.name, "weeks": span(*weeks)})),
            entries=_compared_entries(facts, compared),
            page=page.id,
        )


def _worse_side(symptom: Symptom, recent: pd.Series, low: float, high: float) -> str:
    sides = {"lower": (recent < low).mean(), "higher": (recent > high).mean()}
    worse = {"high": ["lower"], "low": ["higher"], "neither": ["lower", "higher"]}[symptom.better]
    return next((side for side in worse if sides[side] >= NEARLY_ALL), "")


def _latest(facts: Facts) -> Iterator[Change]:
    """The last change of how each medicine is taken, where it was new or its dose went up."""
    last = {change.medication: change for change in facts.changes}
    taken = {medication.id for medication in facts.taking}
    return (
        change
        for change in last.values()
        if change.medication in taken and facts.new_or_raised(change)
    )


def _compared(facts: Facts, change: Change) -> dict[str, Comparison]:
    """The 2 weeks before a change and the last 4, for each symptom that can be compared."""
    skip_days = (facts.today - change.day).days - AFTER_DAYS + 1
    others = others_than(change, facts.changes, skip_days=skip_days)
    found = {
        id_: around(
            facts.ratings[facts.ratings["symptom"] == id_].set_index("day")["value"],
            change.day,
            before_days=BEFORE_DAYS,
            skip_days=skip_days,
            after_days=AFTER_DAYS,
            higher_is_better=symptom.better == "high",
            others=others,
            today=facts.today,
        )
        for id_, symptom in facts.symptoms.items()
        if symptom.better != "neither"
    }
    return {id_: each for id_, each in found.items() if each.nap is not None}


def _better_by(found: Comparison) -> float:
    moved = (found.after.middle or 0) - (found.before.middle or 0)
    return moved if found.higher_is_better else -moved


def _room(found: Comparison) -> float:
    """How far the middle before the change was from the good end."""
    middle = found.before.middle or 0
    return 10 - middle if found.higher_is_better else middle


def _middles(facts: Facts, symptom: str, found: Comparison) -> Fills:
    return {
        "symptom": facts.symptoms[symptom].label,
        "before": f"{found.before.middle:g}",
        "before_days": found.before.days,
        "after": f"{found.after.middle:g}",
        "after_days": found.after.days,
    }


def _compared_entries(facts: Facts, compared: dict[str, Comparison]) -> tuple[str, ...]:
    days, both = facts.ratings["day"], next(iter(compared.values()))
    inside = [
        days.between(pd.Timestamp(side.start), pd.Timestamp(side.end))
        for side in (both.before, both.after)
    ]
    rated = facts.ratings[(inside[0] | inside[1]) & facts.ratings["symptom"].isin(list(compared))]
    return ids(rated.drop_duplicates("id"))
