"""Recording doses: each planned slot has at most one record, however often it is tapped."""

import uuid
from dataclasses import dataclass
from datetime import datetime, timedelta

import pandas as pd

from medself.analysis.moments import instants
from medself.journal import Journal
from medself.model import AsNeeded, Dose, DoseStatus, Medication
from medself.schedule import DueDose, instant

_SPACE = uuid.UUID("0b6e6916-302e-7000-8000-6d656473656c")


def slot_id(medication: str, slot: datetime) -> str:
    """Name the record of a slot, so that two taps or two tabs make one record."""
    return str(uuid.uuid5(_SPACE, f"{medication} {slot.isoformat()}"))


def record_slot(
    journal: Journal,
    due: DueDose,
    status: DoseStatus | None,
    *,
    at: datetime,
    zone: str,
) -> None:
    """Write what happened to a due dose, or take the record away when `status` is missing.

    What was noted with it (time, reason, note) stays when only the status changes.

    Args:
        at: when it was taken, on the clock; for other statuses the planned time is kept.
        zone: the person's time zone (IANA).
    """
    found = find_slot(journal, due)
    if status is None:
        if found:
            journal.remove(found.id)
        return
    when = at if status is DoseStatus.TAKEN else due.slot
    if found:
        if found.status is not status:
            journal.revise(found.id, status=status, at=when, zone=zone, day=due.day)
        return
    dose = Dose(
        id=slot_id(due.medication, due.slot),
        medication=due.medication,
        slot=due.slot,
        day=due.day,
        status=status,
        at=when,
        zone=zone,
        amount=due.amount,
        unit=due.unit,
    )
    journal.add(dose)
    written = journal.get(dose.id)
    # Another tab may have been first: adding an id that is there changes nothing.
    if isinstance(written, Dose) and written.status is not status:
        journal.revise(dose.id, status=status, at=when, zone=zone, day=due.day)


def find_slot(journal: Journal, due: DueDose) -> Dose | None:
    """Return the record of a due dose; missing means not recorded."""
    # Of either day its time can count for: the person may have changed when their day begins.
    night = due.slot.date()
    doses = journal.table("dose", start=night - timedelta(days=1), end=night)
    rows = doses[(doses["medication"] == due.medication) & (doses["slot"] == due.slot)]
    if rows.empty:
        return None
    record = journal.get(str(rows["id"].iloc[0]))
    return record if isinstance(record, Dose) else None


@dataclass(frozen=True)
class Recent:
    """As-needed use up to a moment: the last time, the hours since then, doses in the last 24 hours."""

    last: datetime | None
    hours_since: float | None
    in_24h: int


def recent_use(doses: pd.DataFrame, medication: str, *, now: datetime, zone: str) -> Recent:
    """Look back over a dose table for one medicine, in hours that really passed.

    Args:
        doses: `Journal.table("dose")` of at least the last two days.
        medication: its id.
        now: the time on the clock in `zone`. Doses that lie ahead of it are left out.

    Returns:
        `last` is on the clock where it was taken; missing, as `hours_since`, when there is none.
    """
    taken = doses[(doses["medication"] == medication) & (doses["status"] == "taken")]
    hours = (pd.Timestamp(instant(now, zone)) - instants(taken)) / pd.Timedelta(hours=1)
    hours = hours[hours >= 0]
    if hours.empty:
        return Recent(None, None, 0)
    last = taken.at[hours.idxmin(), "at"].to_pydatetime()
    return Recent(last, float(hours.min()), int((hours < 24).sum()))


def to_consider(medication: Medication, plan: AsNeeded, use: Recent) -> str:
    """Say how another dose now stands to the limits the person typed from the label.

    Returns:
        One sentence with the facts, or "" when no limit is near. Recording is never blocked.
    """
    gap = plan.least_gap_hours
    if use.last and use.hours_since is not None and gap is not None and use.hours_since < gap:
        return (
            f"You recorded {medication.name} at {use.last:%H:%M}. What you wrote down says to leave "
            f"at least {gap:g} hours between doses."
        )
    if plan.most_per_24h is not None and use.in_24h + 1 > plan.most_per_24h:
        return (
            f"You recorded {use.in_24h} in the last 24 hours. What you wrote down says at most "
            f"{plan.most_per_24h:g} in 24 hours."
        )
    return ""
