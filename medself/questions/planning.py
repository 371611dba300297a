"""Rules about what lies ahead: tests and checks, supply until the visit, too little written down."""

from collections.abc import Iterator
from datetime import date, timedelta

import pandas as pd

from medself.analysis.checks import last_done
from medself.days import day_in_words
from medself.library.pieces import Check
from medself.model import Medication, TaskKind, Visit
from medself.questions.facts import Facts
from medself.questions.suggestion import Found
from medself.schedule import ChangeKind, due_doses
from medself.schedule.words import UNITS

MOST_CHECKS = 3
FARTHEST_DAYS = 120
LEAST_DAYS_SINCE = 14
LITTLE = 0.25
SOON_DAYS = 14
COUNTED = frozenset([*UNITS, *UNITS.values()])


def checks_due(facts: Facts) -> Iterator[Found]:
    """Tests and checks the page names at a steady interval, with none recorded for that long.

    Only where the medicine has been taken for as long. See `analysis.checks` for what stands for one.
    """
    for medication in facts.taking:
        page, since = facts.pages.get(medication.id), _taken_since(facts, medication)
        if page is None or since is None:
            continue
        last = [
            (each, last_done(each.test, facts.measurements, facts.tasks))
            for each in page.checks
            if _applies(facts, each)
        ]
        over = [
            (check, done)
            for check, done in last
            if (facts.today - (done.day if done else since)).days >= (check.every_days or 0)
        ]
        if over:
            cycles = sum((facts.today - since).days // (check.every_days or 1) for check, _ in over)
            yield Found(
                subject=f"checks {medication.id}",
                state=f"{cycles} {' '.join(sorted(check.id for check, _ in over))}",
                says={"medicine": medication.name},
                reasons=tuple(
                    ("done", {"test": check.test, "day": day_in_words(done.day)})
                    if done
                    else (
                        "never",
                        {"test": check.test, "start": day_in_words(max(since, facts.start))},
                    )
                    for check, done in over[:MOST_CHECKS]
                ),
                entries=tuple(done.entry for _, done in over if done) or (medication.id,),
                page=page.id,
            )


def test_wanted(facts: Facts) -> Iterator[Found]:
    """A test that was to be done by a day that has come, or comes within two weeks, and is still open."""
    for task in facts.tasks:
        if task.kind is not TaskKind.TEST or task.done_on is not None or task.due is None:
            continue
        if task.due <= facts.today + timedelta(days=SOON_DAYS):
            yield Found(
                subject=f"test {task.id}",
                state=task.due,
                says={"test": task.text, "due": day_in_words(task.due)},
                reasons=(("open", {"test": task.text, "due": day_in_words(task.due)}),),
                entries=(task.id,),
            )


def supply_ends(facts: Facts) -> Iterator[Found]:
    """What is left, counted on a day, is used up by the plan before the next visit.

    Only where what is left can be set against the plan: counted in the plan's unit, with how much of it
    is in one of what was counted, or in things such as tablets. Of 14 left and 100 mg a day nothing
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
                says={
                    "medicine": medication.name,
                    "empty": day_in_words(empty),
                    "visit": day_in_words(visit),
                },
                reasons=(("left", {"left": f"{supply.left:g}", "on": day_in_words(supply.on)}),),
                entries=(medication.id,),
            )


def too_little(facts: Facts) -> Iterator[Found]:
    """Something was agreed at the last visit, and since then a quarter of the days or fewer has a record.

    Least: 14 days since, and one day recorded.
    """
    past = [visit for visit in facts.visits if visit.at.date() < facts.today]
    if not past:
        return
    last: Visit = max(past, key=lambda visit: (visit.at, visit.id))
    since = last.at.date()
    passed = (facts.today - since).days
    told = int((facts.days_told > pd.Timestamp(since)).sum())
    if _agreed(facts, last) and passed >= LEAST_DAYS_SINCE and 0 < told <= LITTLE * passed:
        yield Found(
            subject="record",
            state=last.id,
            says={"visit": day_in_words(since)},
            reasons=(("told", {"told": told, "days": passed, "visit": day_in_words(since)}),),
            entries=(last.id,),
        )


def _agreed(facts: Facts, visit: Visit) -> bool:
    """Whether anything is written down that was agreed at a visit and can be seen in a record of days."""
    changed = any(change.visit == visit.id for change in facts.changes)
    return bool(visit.decided.strip()) or changed or any(t.visit == visit.id for t in facts.tasks)


def _applies(facts: Facts, check: Check) -> bool:
    return check.every_days is not None and check.region in (facts.region, "any")


def _taken_since(facts: Facts, medication: Medication) -> date | None:
    starts = [
        change.day
        for change in facts.changes
        if change.medication == medication.id and change.kind is ChangeKind.START
    ]
    return starts[-1] if starts else None


def _next_visit(facts: Facts) -> date | None:
    days = [visit.at.date() for visit in facts.visits]
    last = facts.today + timedelta(days=FARTHEST_DAYS)
    return min((day for day in days if facts.today <= day <= last), default=None)


def _empty_on(facts: Facts, medication: Medication, visit: date) -> date | None:
    """The first day before the visit for which too little is left; missing when it lasts."""
    supply = medication.supply
    if supply is None or supply.on < facts.start:
        return None
    units = {regimen.unit.lower() for regimen in medication.regimens}
    counted = {supply.unit.lower()} if supply.unit else units & COUNTED
    if len(units) != 1 or (supply.each is None and counted != units):
        return None
    left = supply.left * (supply.each or 1)
    # What was due on the day of the count may have been taken before it.
    begin, end = supply.on + timedelta(days=1), visit - timedelta(days=1)
    for dose in due_doses([medication], start=begin, end=end, day_start=facts.day_start):
        left -= 0 if dose.held else (dose.amount or 0)
        if left < 0:
            return dose.day
    return None
