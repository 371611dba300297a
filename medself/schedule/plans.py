"""What a plan asks for on a day, and which regimens a person is known to have followed."""

from datetime import date, datetime, timedelta

from medself.model import (
    AsNeeded,
    Cycle,
    Daily,
    EveryNDays,
    Medication,
    MedicationStatus,
    Plan,
    Regimen,
    Slot,
    Steps,
    Weekdays,
)


def slots_on(plan: Plan, day: date) -> tuple[Slot, ...]:
    """The slots of a plan on a day, in the plan's order; none on a rest day or when as needed."""
    match plan:
        case Daily(slots=slots):
            return slots
        case Weekdays(days=days, slots=slots):
            return slots if day.weekday() in days else ()
        case EveryNDays(n=n, first=first, slots=slots):
            return slots if day >= first and (day - first).days % n == 0 else ()
        case Cycle(on=on, off=off, first=first, slots=slots):
            return slots if day >= first and (day - first).days % (on + off) < on else ()
        case Steps():
            return next(
                (slots for start, end, slots in step_days(plan) if _within(day, start, end)), ()
            )
        case AsNeeded():
            return ()


def step_days(plan: Steps) -> list[tuple[date, date | None, tuple[Slot, ...]]]:
    """Each step with its first day and the day after its last, missing when it goes on."""
    found = []
    start = plan.first
    for step in plan.steps:
        end = None if step.days is None else start + timedelta(days=step.days)
        found.append((start, end, step.slots))
        start = end or start
    return found


def _within(day: date, start: date, end: date | None) -> bool:
    return start <= day and (end is None or day < end)


def followed(medication: Medication) -> tuple[Regimen, ...]:
    """The regimens the person is known to have followed, oldest first.

    A medicine that is only prescribed has none yet. One no longer taken keeps those with an end; an
    open one says nothing, as nobody knows when it ended.
    """
    match medication.status:
        case MedicationStatus.TAKING:
            return medication.regimens
        case MedicationStatus.NOT_TAKING:
            return tuple(regimen for regimen in medication.regimens if regimen.end is not None)
        case MedicationStatus.PRESCRIBED:
            return ()


def dose_now(medication: Medication, at: datetime) -> Regimen | None:
    """The regimen in force at a wall-clock time, also during a pause; missing before, between and after."""
    for regimen in followed(medication):
        if regimen.start <= at and (regimen.end is None or at < regimen.end):
            return regimen
    return None
