"""The clock of the pages stands still where a test says so."""

from datetime import UTC, datetime

import pytest
from screen import NOW


@pytest.fixture
def clock_at(monkeypatch: pytest.MonkeyPatch):
    """Put the clock at a time in UTC; the zone stays that of the browser."""
    from medself.ui import clock

    class Clock(datetime):
        moment = NOW

        @classmethod
        def now(cls, tz=None):
            return cls.moment.replace(tzinfo=UTC).astimezone(tz)

    def put(moment: datetime) -> None:
        Clock.moment = moment

    monkeypatch.setattr(clock, "datetime", Clock)
    return put


@pytest.fixture
def at_nine(clock_at):
    """It is 09:30 on Friday, 20 November 2026."""
    clock_at(NOW)
