"""The person's own now and today: the only place that reads the clock and the browser's zone."""

from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from zoneinfo import ZoneInfo, available_timezones

import streamlit as st

from medself.model import DAY_START


@cache
def _known_zones() -> frozenset[str]:
    return frozenset(available_timezones())


def zone() -> str:
    """Name the time zone of the person's browser (IANA); UTC when the browser does not say."""
    name = st.context.timezone
    return name if name in _known_zones() else "UTC"


def now() -> datetime:
    """Tell the time on the person's clock, to the minute, without a zone."""
    return datetime.now(ZoneInfo(zone())).replace(tzinfo=None, second=0, microsecond=0)


def today(day_start: time = DAY_START) -> date:
    """Tell the person's day; until `day_start` it is still yesterday."""
    start = timedelta(hours=day_start.hour, minutes=day_start.minute)
    return (now() - start).date()


def last_quarter() -> datetime:
    """Tell the last full quarter of an hour: a "now" for counts that need not be worked out anew each minute."""
    at = now()
    return at.replace(minute=at.minute - at.minute % 15)


def moment() -> datetime:
    """Tell this moment, with its zone."""
    return datetime.now(UTC)


def local(moment: datetime) -> datetime:
    """Turn a moment (with its zone) into the time on the person's clock, without a zone."""
    return moment.astimezone(ZoneInfo(zone())).replace(tzinfo=None)
