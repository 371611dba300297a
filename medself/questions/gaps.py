"""Rules about time without a medicine: a gap that matters by its page, and a seldom dose that is late."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

import pandas as pd

from medself.analysis import persistence
from medself.days import day_in_words
from medself.model import EveryNDays, HoldReason, Medication
from medself.questions.facts import Facts
from medself.questions.suggestion import Found
from medself.questions.words import counted, ids
from medself.schedule import dose_now

RECENT_DAYS = 56
NOW_DAYS = 7
"""A gap that was noted no longer ago goes on, when no dose is recorded since."""
LONG_PLAN_DAYS, LATE_DAYS = 7, 2
WITHOUT = ("missed", "skipped", "held")


@dataclass(frozen=True, kw_only=True)
class Without:
    """Days in a row without a dose, `start` to `end`, on both of which the record says so.

    `without` doses were missed, skipped or in a pause, `not_recorded` in between: nobody knows. `limit`
    is the days from which on a gap matters; no days where nothing is certain. `goes_on`: no dose was
    recorded as taken after it.
    """

    start: date
    end: date
    without: int
    not_recorded: int
    limit: int
    goes_on: bool

    @property
    def days(self) -> int:
        """How many days."""
        return (self.end - self.start).days + 1

    @property
    def in_words(self) -> dict[str, object]:
        """Its days and counts."""
        return {
            "start": day_in_words(self.start),
            "end": day_in_words(self.end),
            "without": self.without,
            "not_recorded": self.not_recorded,
        }


def gaps(facts: Facts) -> Iterator[tuple[Medication, Without]]:
    """The last gap of each medicine that reached the limit of its page, if it ended in 8 weeks.

    Days at the ends of a gap on which nothing was recorded are left out: nobody knows about them, and
    who stops recording has not stopped a medicine.
    """
    for medication in facts.taking:
        page = facts.pages.get(medication.id)
        limit = page.missed_dose.restart_after_days if page and page.missed_dose else None
        if limit is None:
            continue
        slots, extra, holds = (
            table[table["medication"] == medication.id] for table in (*facts.matched, facts.holds)
        )
        course = persistence.of_matched(slots, extra, holds, limit_days=limit)
        found = [_certain(slots, gap, limit) for gap in course.gaps]
        last = next((gap for gap in reversed(found) if gap.days >= limit), None)
        if last and last.end > facts.ago(RECENT_DAYS) and not _agreed(medication, last):
            old = last.end <= facts.ago(NOW_DAYS)
            yield medication, replace(last, goes_on=last.goes_on and not old)


def long_gap(facts: Facts) -> Iterator[Found]:
    """A gap as long as the one after which the medicine's page says to ask, that has ended.

    One that goes on cannot wait: see `now`. At both ends a dose is recorded as missed or skipped, or
    lies in a pause; what is not recorded in between is counted apart.
    """
    for medication, gap in gaps(facts):
        if not gap.goes_on:
            yield Found(
                subject=f"gap {medication.id}",
                state=gap.start,
                says={"medicine": medication.name, "length": counted(gap.days, "day")},
                reasons=(
                    ("gap", gap.in_words),
                    ("page", {"medicine": medication.name, "limit": counted(gap.limit, "day")}),
                ),
                entries=ids(_between(facts, medication, gap)) or (medication.id,),
                page=facts.pages[medication.id].id,
            )


def late(facts: Facts) -> Iterator[Found]:
    """A dose of a medicine taken every week or less often, due 2 days ago or more, and none recorded."""
    for medication in facts.taking:
        slots = facts.slots[facts.slots["medication"] == medication.id]
        slots = slots[slots["day"] <= pd.Timestamp(facts.ago(LATE_DAYS))]
        doses = facts.doses[facts.doses["medication"] == medication.id]
        taken = doses[doses["status"] == "taken"]
        if slots.empty or taken.empty:
            continue
        last = slots.sort_values("slot").iloc[-1]
        # One given a little early stands for the dose due.
        in_time = taken["day"].max() >= last["day"] - timedelta(days=LATE_DAYS)
        if in_time or last["state"] == "held" or not _seldom(medication, last["slot"]):
            continue
        yield Found(
            subject=f"late {medication.id}",
            state=last["day"].date(),
            says={"medicine": medication.name, "due": day_in_words(last["day"].date())},
            reasons=(("last", {"last": day_in_words(taken["day"].max().date())}),),
            entries=ids(taken[taken["day"] == taken["day"].max()]),
            page=facts.pages[medication.id].id if medication.id in facts.pages else "",
        )


def _certain(slots: pd.DataFrame, gap: persistence.Gap, limit: int) -> Without:
    inside = slots[slots["day"].between(pd.Timestamp(gap.start), pd.Timestamp(gap.end))]
    said = inside[inside["state"].isin(WITHOUT) & ~inside["agreed"]]
    start = gap.start if said.empty else said["day"].min().date()
    end = gap.start - timedelta(days=1) if said.empty else said["day"].max().date()
    between = inside[inside["day"].between(pd.Timestamp(start), pd.Timestamp(end))]
    return Without(
        start=start,
        end=end,
        without=len(said),
        not_recorded=int((between["state"] == "not_recorded").sum()),
        limit=limit,
        goes_on=gap.goes_on,
    )


def _agreed(medication: Medication, gap: Without) -> bool:
    """Whether a pause on advice lies in it: the prescriber knows."""
    return any(
        hold.reason is HoldReason.ADVICE
        and hold.start.date() <= gap.end
        and (hold.end is None or hold.end.date() > gap.start)
        for hold in medication.holds
    )


def _between(facts: Facts, medication: Medication, gap: Without) -> pd.DataFrame:
    inside = facts.doses["day"].between(pd.Timestamp(gap.start), pd.Timestamp(gap.end))
    return facts.doses[inside & (facts.doses["medication"] == medication.id)]


def _seldom(medication: Medication, at: datetime) -> bool:
    """Whether it is taken every week or less often."""
    regimen = dose_now(medication, at)
    plan = regimen.plan if regimen else None
    return isinstance(plan, EveryNDays) and plan.n >= LONG_PLAN_DAYS
