"""The dates ahead as a calendar file (iCalendar, RFC 5545), with titles that say nothing about health.

What is written a second time carries the same UIDs and a higher SEQUENCE, so that a calendar moves what
it has instead of adding to it. Appointments stand in their time zone; what has to do with medicines is in
floating time, so that 08:00 stays 08:00 on a journey. With whom, where and what for is left out: calendars
are shared, sent to other computers and shown on locked screens.
"""

import uuid
from datetime import UTC, date, datetime, time, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event

from medself.exchange.ics_series import alarm, event, series
from medself.journal import Journal
from medself.model import Medication, MedicationStatus, Visit
from medself.schedule import DueDose, due_doses, is_injection

VISIT = "Appointment"
REFILL = "Reminder: order"
TASK = "Reminder: to do"
INJECTION = "Reminder: due today"
DOSE = "Reminder"

# A calendar does not hear of a stop: what it was given ends by itself.
DOSES_AHEAD = timedelta(weeks=12)
INJECTIONS_AHEAD = timedelta(weeks=26)
_BEGINNING = datetime(2026, 1, 1, tzinfo=UTC)


class Made(NamedTuple):
    """A calendar file, and how many entries of each kind lie ahead in it; a series is one."""

    content: bytes
    visits: int
    refills: int
    tasks: int
    injections: int
    reminders: int


def write(journal: Journal, *, now: datetime, today: date, doses: bool = False) -> bytes:
    """Return the calendar file; see `make`."""
    return make(journal, now=now, today=today, doses=doses).content


def make(journal: Journal, *, now: datetime, today: date, doses: bool = False) -> Made:
    """Make a calendar of appointments, refills, tests and other to-dos, and injections from `today` on.

    Args:
        now: the moment it is made, with its zone: what is made later counts as newer.
        today: the person's day.
        doses: also one reminder for each time of day at which something is due, for 12 weeks.
    """
    visits = [_visit(visit) for visit in journal.visits() if visit.at.date() >= today]
    refills = [made for one in journal.medications() if (made := _refill(one, today))]
    tasks = [
        event(_uid(task.id), TASK, task.due)
        for task in journal.tasks()
        if task.due and task.due >= today and not task.done_on
    ]
    injections = _injections(journal, today)
    reminders = _reminders(journal, today) if doses else []
    calendar = Calendar()
    calendar.add("prodid", "-//medself//EN")
    calendar.add("version", "2.0")
    for each in (*visits, *refills, *tasks, *injections, *reminders):
        each.add("dtstamp", now.astimezone(UTC))
        each.add("sequence", max(0, int((now - _BEGINNING).total_seconds())))
        calendar.add_component(each)
    last = max([today, *(visit.at.date() for visit in journal.visits())])
    calendar.add_missing_timezones(first_date=today, last_date=last + timedelta(days=366))
    still = [len([one for one in many if _ahead(one, today)]) for many in (injections, reminders)]
    return Made(calendar.to_ical(), len(visits), len(refills), len(tasks), *still)


def _ahead(made: Event, today: date) -> bool:
    start = made.start
    return (start.date() if isinstance(start, datetime) else start) >= today


def _uid(*parts: str) -> str:
    """The same mark for the same thing, on every computer; it tells nothing about it."""
    return str(uuid.uuid5(uuid.NAMESPACE_OID, " ".join(parts)))


def _visit(visit: Visit) -> Event:
    # How long it takes is not known, so no end is given.
    made = event(_uid(visit.id), VISIT, visit.at.replace(tzinfo=ZoneInfo(visit.zone)))
    made.add_component(alarm(before=timedelta(days=1)))
    return made


def _refill(medication: Medication, today: date) -> Event | None:
    on = medication.supply.refill_on if medication.supply else None
    if on is None or on < today or medication.status is MedicationStatus.NOT_TAKING:
        return None
    return event(_uid(medication.id, "refill"), REFILL, on)


def _injections(journal: Journal, today: date) -> list[Event]:
    found: dict[str, list[datetime]] = {}
    for dose in _due(journal, today, INJECTIONS_AHEAD, injections=True):
        found.setdefault(dose.medication, []).append(dose.slot)
    return [
        series(_uid(medication, "injection"), INJECTION, slots, today)
        for medication, slots in found.items()
    ]


def _reminders(journal: Journal, today: date) -> list[Event]:
    """One series for each time of day, whatever is due then: it rings once, and tells nothing."""
    found: dict[time, list[datetime]] = {}
    for dose in _due(journal, today, DOSES_AHEAD, injections=False):
        found.setdefault(dose.slot.time(), []).append(dose.slot)
    return [
        series(_uid(journal.person.id, f"{at:%H:%M}"), DOSE, slots, today, rings=True)
        for at, slots in sorted(found.items())
    ]


def _due(journal: Journal, today: date, ahead: timedelta, *, injections: bool) -> list[DueDose]:
    """What is due from as long before today as after it, outside pauses."""
    medications = journal.medications()
    kinds = {
        regimen.id: is_injection(medication, regimen)
        for medication in medications
        for regimen in medication.regimens
    }
    found = due_doses(
        medications, start=today - ahead, end=today + ahead, day_start=journal.person.day_start
    )
    return [dose for dose in found if not dose.held and kinds[dose.regimen] is injections]
