"""What day it is for the person at the browser."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from medself.model import DAY_START

ZONE = "Europe/London"


def now(zone: str = ZONE) -> datetime:
    """The time on the clock in a zone."""
    return datetime.now(ZoneInfo(zone))


def today(zone: str = ZONE) -> date:
    """The day it is in a zone; in the first hours after midnight that is still the day before."""
    return (now(zone) - timedelta(hours=DAY_START.hour)).date()
