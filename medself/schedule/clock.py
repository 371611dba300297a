"""Days that begin at the person's day start, and wall-clock times as moments in real time."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from medself.model import DAY_START


def day_of(at: datetime, day_start: time = DAY_START) -> date:
    """The day a wall-clock time counts for: before `day_start` it is still the day before."""
    return at.date() if at.time() >= day_start else at.date() - timedelta(days=1)


def time_on(day: date, at: time, day_start: time = DAY_START) -> datetime:
    """When the clock shows `at` on `day`: 01:00 is in the night after it."""
    return datetime.combine(day if at >= day_start else day + timedelta(days=1), at)


def begins(at: datetime, day_start: time = DAY_START) -> datetime:
    """Read a start or an end: exactly midnight is a date without a time, so its day's beginning."""
    return datetime.combine(at.date(), day_start) if at.time() == time() else at


def instant(slot: datetime, zone: str) -> datetime:
    """The moment, in UTC, at which the clock on the wall in `zone` (IANA) shows `slot`.

    A time the clock jumps over moves on by the jump; of a time it shows twice, the first is meant.
    Two slots a jump brings together stay two slots.
    """
    return slot.replace(tzinfo=ZoneInfo(zone), fold=0).astimezone(UTC)


def hours_between(earlier: datetime, later: datetime, zone: str) -> float:
    """Hours that really pass between two wall-clock times of one zone, clock changes included."""
    return (instant(later, zone) - instant(earlier, zone)) / timedelta(hours=1)
