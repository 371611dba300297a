"""As-needed use: counts, dates and hours that really passed."""

from datetime import date, datetime

import pytest
from drawn import frame

from medself.analysis.as_needed import use
from medself.journal.tables import COLUMNS


def taken(*times: str, zone: str = "UTC", status: str = "taken", medication: str = "m"):
    rows = []
    for text in times:
        at = datetime.fromisoformat(text)
        rows.append(
            {
                "at": at,
                "day": at.replace(hour=0, minute=0),
                "zone": zone,
                "medication": medication,
                "status": status,
            }
        )
    return frame(rows, COLUMNS["dose"])


def test_times_days_and_dates_are_counted():
    found = use(taken("2026-05-01T08:00", "2026-05-01T20:00", "2026-05-09T08:00"), "m")
    assert (found.times, found.days) == (3, 2)
    assert found.dates == (date(2026, 5, 1), date(2026, 5, 9))


def test_the_most_in_24_hours_crosses_midnight():
    found = use(taken("2026-05-01T22:00", "2026-05-02T02:00", "2026-05-02T12:00"), "m")
    assert found.most_in_24h == 3
    assert found.least_gap_hours == 4


def test_exactly_24_hours_apart_is_not_within_24_hours():
    found = use(taken("2026-05-01T08:00", "2026-05-02T08:00"), "m")
    assert (found.most_in_24h, found.least_gap_hours) == (1, 24)


def test_two_at_the_same_minute_are_two():
    found = use(taken("2026-05-01T08:00", "2026-05-01T08:00"), "m")
    assert (found.most_in_24h, found.least_gap_hours) == (2, 0)


def test_nothing_taken_has_no_gap():
    found = use(taken(), "m")
    assert (found.times, found.days, found.dates, found.most_in_24h) == (0, 0, (), 0)
    assert found.least_gap_hours is None


def test_another_medicine_does_not_count():
    assert use(taken("2026-05-01T08:00", medication="b"), "m").times == 0


@pytest.mark.parametrize(
    ("evening", "morning", "hours"),
    [
        ("2026-03-07T22:00", "2026-03-08T08:00", 9),
        ("2026-10-31T22:00", "2026-11-01T08:00", 11),
        # 02:30 was jumped over and means 03:30; 01:30 came twice and means the first.
        ("2026-03-08T02:30", "2026-03-08T08:30", 5),
        ("2026-11-01T01:30", "2026-11-01T08:30", 8),
    ],
)
def test_t1_hours_count_the_clock_change(evening, morning, hours):
    assert use(taken(evening, morning, zone="America/Los_Angeles"), "m").least_gap_hours == hours


def test_t4_hours_count_the_journey():
    records = taken("2026-05-01T22:00", "2026-05-03T08:00")
    records["zone"] = ["America/Los_Angeles", "Pacific/Auckland"]
    # 22:00 in Los Angeles is 05:00 UTC on 2 May; 08:00 in Auckland is 20:00 UTC on 2 May.
    assert use(records, "m").least_gap_hours == 15
