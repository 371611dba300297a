"""One entry of a calendar, and times of day that come again as one entry with a rule."""

from datetime import date, datetime, timedelta
from itertools import pairwise
from math import gcd
from typing import Any, NamedTuple

from icalendar import Alarm, Event

_DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


def event(uid: str, title: str, start: datetime | date) -> Event:
    """Return an entry; a start without a time is the whole day, one without a zone is floating."""
    made = Event()
    made.add("uid", uid)
    made.add("summary", title)
    made.add("dtstart", start)
    return made


def alarm(*, before: timedelta = timedelta()) -> Alarm:
    """Return a sign to be shown so long before the start."""
    made = Alarm()
    made.add("action", "DISPLAY")
    made.add("description", "Reminder")
    made.add("trigger", -before)
    return made


def series(
    uid: str, title: str, slots: list[datetime], today: date, *, rings: bool = False
) -> Event:
    """Return an entry that comes at each of `slots` from `today` on, and at no other time.

    Where nothing is left from today on, it is the last of what was: a calendar that has the series of
    an earlier file then drops what lies ahead.

    Args:
        slots: at least one, all at the same time of day, in floating time.
        rings: whether it has a sign to be shown at its start.
    """
    ahead = from_day(slots, today) or [max(slots)]
    made = event(uid, title, ahead[0])
    if len(ahead) > 1:
        rule = min(_daily(ahead), _weekly(ahead), key=lambda one: len(one.without))
        made.add("rrule", rule.says)
        if rule.without:
            made.add("exdate", rule.without)
    if rings and ahead[0].date() >= today:
        made.add_component(alarm())
    return made


def from_day(slots: list[datetime], today: date) -> list[datetime]:
    """Return the slots from a day on, each once, in order."""
    return sorted({slot for slot in slots if slot.date() >= today})


class _Rule(NamedTuple):
    says: dict[str, Any]
    without: list[datetime]


def _daily(slots: list[datetime]) -> _Rule:
    step = gcd(*((later - earlier).days for earlier, later in pairwise(slots)))
    every = _every(slots, step)
    says = {"freq": "DAILY", "interval": step, "count": len(every)}
    return _Rule(says, [slot for slot in every if slot not in set(slots)])


def _weekly(slots: list[datetime]) -> _Rule:
    days = {slot.weekday() for slot in slots}
    every = [slot for slot in _every(slots, 1) if slot.weekday() in days]
    says = {"freq": "WEEKLY", "byday": [_DAYS[day] for day in sorted(days)], "count": len(every)}
    return _Rule(says, [slot for slot in every if slot not in set(slots)])


def _every(slots: list[datetime], step: int) -> list[datetime]:
    many = (slots[-1] - slots[0]).days // step + 1
    return [slots[0] + timedelta(days=step * number) for number in range(many)]
