"""Regimens → the doses due on a run of days."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

import pandas as pd

from medself.model import DAY_START, Hold, HoldReason, Medication, Regimen
from medself.schedule.clock import begins, time_on
from medself.schedule.plans import followed, slots_on

DUE_COLUMNS = {
    "medication": "str",
    "slot": "datetime64[us]",
    "day": "datetime64[us]",
    "amount": "float64",
    "unit": "str",
}
HOLD_COLUMNS = {
    "medication": "str",
    "start": "datetime64[us]",
    "end": "datetime64[us]",
    "reason": "str",
}


@dataclass(frozen=True, kw_only=True)
class DueDose:
    """One slot a regimen expects. `medication` and `regimen` are ids, `slot` is wall-clock.

    `amount` (in `unit`) is missing where only words were given. `held` is the reason of the pause it
    falls into, missing when there is none.
    """

    medication: str
    name: str
    slot: datetime
    day: date
    amount: float | None
    unit: str
    regimen: str
    held: HoldReason | None


def due_doses(
    medications: Iterable[Medication],
    *,
    start: date,
    end: date,
    day_start: time = DAY_START,
    until: datetime | None = None,
) -> list[DueDose]:
    """List the doses due on the days `start` to `end`, both included, in order of time.

    A slot before `day_start` (01:00) belongs to the day before. A regimen expects slots from its start
    up to, not including, its end; so a start in mid-day counts only the later ones. On the day of a
    change, doses already due under the old regimen stand for as many of the new one: moving 08:00 to
    09:00 at half past eight asks for one dose that day, not two.

    Args:
        medications: in any order.
        start: first day.
        end: last day.
        day_start: when a day begins.
        until: the person's now, to leave out slots that are still to come; missing: all of the days.

    Returns:
        Held doses too, marked. Nothing for as-needed medicines, nor for those only prescribed.
    """
    found = [
        dose
        for medication in medications
        for dose in _due_of(medication, start=start, end=end, day_start=day_start)
        if until is None or dose.slot <= until
    ]
    return sorted(found, key=lambda dose: (dose.slot, dose.name, dose.medication))


def _due_of(
    medication: Medication, *, start: date, end: date, day_start: time
) -> Iterator[DueDose]:
    already: Counter[date] = Counter()
    for regimen in followed(medication):
        first = begins(regimen.start, day_start)
        until = begins(regimen.end, day_start) if regimen.end else datetime.max
        for day in _days(regimen, start, end):
            slots = sorted(
                ((time_on(day, slot.at, day_start), slot) for slot in slots_on(regimen.plan, day)),
                key=lambda pair: pair[0],
            )
            for at, slot in slots[already[day] :]:
                if first <= at < until:
                    already[day] += 1
                    yield DueDose(
                        medication=medication.id,
                        name=medication.name,
                        slot=at,
                        day=day,
                        amount=slot.amount,
                        unit=regimen.unit,
                        regimen=regimen.id,
                        held=_held(medication.holds, at, day_start),
                    )


def _held(holds: tuple[Hold, ...], at: datetime, day_start: time) -> HoldReason | None:
    for hold in holds:
        until = begins(hold.end, day_start) if hold.end else datetime.max
        if begins(hold.start, day_start) <= at < until:
            return hold.reason
    return None


def _days(regimen: Regimen, start: date, end: date) -> Iterator[date]:
    """The days from `start` to `end` that a slot of the regimen can belong to."""
    day = max(start, regimen.start.date() - timedelta(days=1))
    last = end if regimen.end is None else min(end, regimen.end.date())
    while day <= last:
        yield day
        day += timedelta(days=1)


def due_table(
    medications: Iterable[Medication],
    *,
    start: date,
    end: date,
    day_start: time = DAY_START,
    until: datetime | None = None,
) -> pd.DataFrame:
    """The doses of `due_doses` as a table, held ones included; the same columns when empty.

    Columns: `medication` (id), `slot` (wall-clock), `day` (midnight), `amount` (NaN when not given),
    `unit`.
    """
    doses = due_doses(medications, start=start, end=end, day_start=day_start, until=until)
    rows = [(dose.medication, dose.slot, dose.day, dose.amount, dose.unit) for dose in doses]
    return pd.DataFrame(rows, columns=list(DUE_COLUMNS)).astype(DUE_COLUMNS)


def holds_table(medications: Iterable[Medication], *, day_start: time = DAY_START) -> pd.DataFrame:
    """Every pause of every medicine: `medication` (id), `start`, `end` (not included), `reason`.

    A missing `end` means that the pause goes on.
    """
    rows = [
        (
            medication.id,
            begins(hold.start, day_start),
            begins(hold.end, day_start) if hold.end else None,
            hold.reason.value,
        )
        for medication in medications
        for hold in medication.holds
    ]
    return pd.DataFrame(rows, columns=list(HOLD_COLUMNS)).astype(HOLD_COLUMNS)
