"""Rules about what lies ahead: tests and checks, supply until the visit, too little written down."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

import pandas as pd

from medself.library.pieces import Check
from medself.model import Medication, Visit
from medself.questions.facts import Facts
from medself.questions.suggestion import Found
from medself.questions.words import day
from medself.schedule import ChangeKind, due_doses
from medself.schedule.words import UNITS

MOST_CHECKS = 3
FARTHEST_DAYS = 120
LEAST_DAYS_SINCE = 14
LITTLE = 0.25
COUNTED = frozenset([*UNITS, *UNITS.values()])


def checks_due(facts: Facts) -> Iterator[Found]:
    """Tests and checks the page names at a steady interval, with none recorded for that long.

    Only where the medicine has been taken for as long. A measurement stands for a check when all its
    words are among the check's.
    """
    for medication in facts.taking:
        page, since = facts.pages.get(medication.id), _taken_since(facts, medication)
        if page is None or since is None:
            continue
        last = [(each, _last(facts, each)) for each in page.checks if _applies(facts, each)]
        over = [
            (check, done)
            for check, done in last
            if (facts.today - (done[0] if done else since)).days >= (check.every_days or 0)
        ]
        if over:
            cycles = sum((facts.today - since).days // (check.every_days or 1) for check, _ in over)
            yield Found(
                subject=f"checks {medication.id}",
                state=f"{cycles} {' '.join(sorted(check.id for check, _ in over))}",
                says={"medicine": medication.name},
                reasons=tuple(
                    ("done", {"test": check.test, "day": day(done[0])})
                    if done
                    else ("never", {"test": check.test, "start": day(max(since, facts.start))})
                    for check, done in over[:MOST_CHECKS]
                ),
                entries=tuple(done[1] for _, done in over if done) or (medication.id,),
                page=page.id,
            )


def supply_ends(facts: Facts) -> Iterator[Found]:
    """What is left, counted on a day, is used up by the plan before the next visit.

    Only where the plan is in things one can count, such as tablets: of 14 left and 100 mg a day nothing
    follows. Not where more is to be asked for by then. Doses in a pause are not counted.
    """
    visit = _next_visit(facts)
    if visit is None:
        return
    for medication in facts.taking:
        supply = medication.supply
        empty = _empty_on(facts, medication, visit)
        if supply is None or empty is None:
            continue
        asked = supply.refill_on is not None and facts.today <= supply.refill_on <= empty
        if not asked:
            yield Found(
                subject=f"supply {medication.id}",
                state=supply.on,
                says={"medicine": medication.name, "empty": day(empty), "visit": day(visit)},
                reasons=(("left", {"left": f"{supply.left:g}", "on": day(supply.on)}),),
                entries=(medication.id,),
            )


def too_little(facts: Facts) -> Iterator[Found]:
    """Something was decided at the last visit, and since then a quarter of the days or fewer has a record.

    Least: 14 days since, and one day recorded.
    """
    past = [visit for visit in facts.visits if visit.at.date() < facts.today]
    if not past:
        return
    last: Visit = max(past, key=lambda visit: (visit.at, visit.id))
    since = last.at.date()
    passed = (facts.today - since).days
    told = int((facts.days_told > pd.Timestamp(since)).sum())
    if last.decided.strip() and passed >= LEAST_DAYS_SINCE and 0 < told <= LITTLE * passed:
        yield Found(
            subject="record",
            state=last.id,
            says={"visit": day(since)},
            reasons=(("told", {"told": told, "days": passed, "visit": day(since)}),),
            entries=(last.id,),
        )


def _applies(facts: Facts, check: Check) -> bool:
    return check.every_days is not None and check.region in (facts.region, "any")


def _taken_since(facts: Facts, medication: Medication) -> date | None:
    starts = [
        change.day
        for change in facts.changes
        if change.medication == medication.id and change.kind is ChangeKind.START
    ]
    return starts[-1] if starts else None


def _last(facts: Facts, check: Check) -> tuple[date, str] | None:
    """The day and id of the last measurement that stands for a check."""
    names = _words(check.test)
    fits = facts.measurements["what"].map(lambda what: _words(what) <= names).astype("bool")
    done = facts.measurements[fits]
    if done.empty:
        return None
    row = done.sort_values(["at", "id"]).iloc[-1]
    return row["day"].date(), str(row["id"])


def _words(text: str) -> set[str]:
    return set(re.findall(r"\w+", text.casefold()))


def _next_visit(facts: Facts) -> date | None:
    days = [visit.at.date() for visit in facts.visits]
    last = facts.today + timedelta(days=FARTHEST_DAYS)
    return min((day for day in days if facts.today <= day <= last), default=None)


def _empty_on(facts: Facts, medication: Medication, visit: date) -> date | None:
    """The first day before the visit for which too little is left; missing when it lasts."""
    supply = medication.supply
    if supply is None or supply.on < facts.start:
        return None
    if any(regimen.unit.lower() not in COUNTED for regimen in medication.regimens):
        return None
    left = supply.left
    # What was due on the day of the count may have been taken before it.
    begin, end = supply.on + timedelta(days=1), visit - timedelta(days=1)
    for dose in due_doses([medication], start=begin, end=end, day_start=facts.day_start):
        left -= 0 if dose.held else (dose.amount or 0)
        if left < 0:
            return dose.day
    return None
