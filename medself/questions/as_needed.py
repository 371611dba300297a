"""Rules about medicines taken when needed: used more often, and near or over the limit written down."""

from collections.abc import Iterator

import pandas as pd

from medself.analysis.as_needed import use
from medself.analysis.moments import instants
from medself.days import day_in_words
from medself.model import AsNeeded, Medication
from medself.questions.facts import Facts
from medself.questions.suggestion import Found
from medself.questions.words import counted, ids

PERIOD_DAYS = 28
LEAST_USES = 6
TIMES_MORE = 2
LEAST_TOLD = 10
LEAST_AT_LIMIT = 3


def as_needed_more(facts: Facts) -> Iterator[Found]:
    """Used at least 6 times in the last 28 days, and at least twice as often as in the 28 before.

    Least: it was on the list all that time, and how the person was is recorded on 10 days of the earlier
    28, so that few uses are not a time when little was recorded.
    """
    start = facts.ago(2 * PERIOD_DAYS - 1)
    split = pd.Timestamp(facts.ago(PERIOD_DAYS))
    told = facts.days_told[(facts.days_told >= pd.Timestamp(start)) & (facts.days_told <= split)]
    for medication, _ in _when_needed(facts):
        days = [change.day for change in facts.changes if change.medication == medication.id]
        doses = facts.last(facts.doses, 2 * PERIOD_DAYS)
        now = use(doses[doses["day"] > split], medication.id)
        before = use(doses[doses["day"] <= split], medication.id)
        if (
            min(days, default=facts.today) <= start
            and len(told) >= LEAST_TOLD
            and now.times >= max(LEAST_USES, TIMES_MORE * before.times)
        ):
            yield Found(
                subject=f"use {medication.id}",
                state=now.times // LEAST_USES,
                says={"medicine": medication.name},
                reasons=(
                    (
                        "now",
                        {"times": counted(now.times, "time"), "since": day_in_words(now.dates[0])},
                    ),
                    ("before", {"times": counted(before.times, "time")}),
                ),
                entries=_ids(facts, medication),
            )


def as_needed_limit(facts: Facts) -> Iterator[Found]:
    """Over the limit written down once, or as much as it allows on 3 days, in the last 28 days.

    A limit of one in 24 hours is not near with one use: only going over it counts.
    """
    for medication, plan in _when_needed(facts):
        recent = facts.last(facts.doses, PERIOD_DAYS)
        used = use(recent, medication.id)
        at_limit = _days_at(recent, medication, plan.most_per_24h)
        most, gap = plan.most_per_24h, plan.least_gap_hours
        over = most is not None and used.most_in_24h > most
        close = gap is not None and (used.least_gap_hours or gap) < gap
        near = most is not None and most > 1 and at_limit >= LEAST_AT_LIMIT
        if not (over or close or near):
            continue
        reasons: list[tuple[str, dict[str, object]]] = []
        if over or near:
            most_used = {"most": used.most_in_24h, "limit": f"{most:g}"}
            reasons += [("most", most_used | {"days": counted(at_limit, "day")})]
        if close:
            reasons += [("gap", {"gap": f"{used.least_gap_hours:.1f}", "limit": f"{gap:g}"})]
        yield Found(
            subject=f"use {medication.id}",
            state=f"{used.most_in_24h} {at_limit // LEAST_AT_LIMIT} {close}",
            says={"medicine": medication.name},
            reasons=(*reasons, ("used", {"times": counted(used.times, "time")})),
            entries=_ids(facts, medication),
        )


def _when_needed(facts: Facts) -> Iterator[tuple[Medication, AsNeeded]]:
    for medication in facts.taking:
        plan = medication.regimens[-1].plan if medication.regimens else None
        if isinstance(plan, AsNeeded):
            yield medication, plan


def _days_at(doses: pd.DataFrame, medication: Medication, most: float | None) -> int:
    """On how many days the doses of 24 hours reached the limit."""
    taken = doses[(doses["medication"] == medication.id) & (doses["status"] == "taken")]
    if most is None or taken.empty:
        return 0
    moments = instants(taken).sort_values()
    within = pd.Series(1, index=pd.DatetimeIndex(moments)).rolling("24h").sum().to_numpy()
    return int(taken.loc[moments.index, "day"][within >= most].nunique())


def _ids(facts: Facts, medication: Medication) -> tuple[str, ...]:
    recent = facts.last(facts.doses, PERIOD_DAYS)
    return ids(recent[(recent["medication"] == medication.id) & (recent["status"] == "taken")])
