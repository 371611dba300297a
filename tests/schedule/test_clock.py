"""Wall-clock times across clock changes, and days that begin at 03:00."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medself.model import Daily, Medication, Regimen, Slot
from medself.schedule import day_of, due_doses, hours_between, instant

ZONES = [
    "America/Los_Angeles",
    "Asia/Kathmandu",
    "Australia/Lord_Howe",
    "Pacific/Apia",
    "Pacific/Auckland",
    "Pacific/Kiritimati",
    "Europe/London",
]


def utc(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


@pytest.mark.parametrize(
    ("slot", "zone", "moment"),
    [
        # 8 March 2026: clocks jump from 02:00 to 03:00, so 02:30 is 03:30.
        ("2026-03-08T02:30", "America/Los_Angeles", "2026-03-08T10:30"),
        # 1 November 2026: 01:30 comes twice; the first is meant.
        ("2026-11-01T01:30", "America/Los_Angeles", "2026-11-01T08:30"),
        # Lord Howe jumps by half an hour: 02:15 on 4 October 2026 is 02:45.
        ("2026-10-04T02:15", "Australia/Lord_Howe", "2026-10-03T15:45"),
        ("2026-05-01T08:00", "Asia/Kathmandu", "2026-05-01T02:15"),
        ("2026-05-01T08:00", "Pacific/Kiritimati", "2026-04-30T18:00"),
    ],
)
def test_t1_t4_a_slot_is_one_moment(slot, zone, moment):
    assert instant(datetime.fromisoformat(slot), zone) == utc(moment)


@pytest.mark.parametrize(
    ("day", "hours"), [(date(2026, 3, 7), 23), (date(2026, 10, 31), 25), (date(2026, 5, 1), 24)]
)
def test_t1_hours_between_doses_count_the_clock_change(day, hours):
    evening = datetime.combine(day, time(20))
    assert hours_between(evening, evening + timedelta(days=1), "America/Los_Angeles") == hours


@pytest.mark.parametrize("clock", ["01:30", "02:00", "02:30", "03:00", "08:00"])
@pytest.mark.parametrize("day", [date(2026, 3, 8), date(2026, 11, 1)])
def test_t1_one_dose_is_due_on_a_day_of_a_clock_change(day, clock):
    plan = Daily(slots=(Slot(at=time.fromisoformat(clock), amount=1),))
    medication = Medication(
        name="x", regimens=(Regimen(start=datetime(2026, 1, 1), plan=plan, unit="mg"),)
    )
    around = due_doses([medication], start=day - timedelta(days=2), end=day + timedelta(days=2))
    assert [dose.day for dose in around] == [day + timedelta(days=n) for n in range(-2, 3)]
    moments = [instant(dose.slot, "America/Los_Angeles") for dose in around]
    assert len(set(moments)) == 5


@pytest.mark.parametrize(
    ("at", "day"),
    [
        ("2026-05-02T02:59", date(2026, 5, 1)),
        ("2026-05-02T03:00", date(2026, 5, 2)),
        ("2026-05-02T23:59", date(2026, 5, 2)),
    ],
)
def test_t3_a_day_begins_at_three(at, day):
    assert day_of(datetime.fromisoformat(at)) == day


def test_the_day_start_can_be_moved():
    assert day_of(datetime(2026, 5, 2, 4), time(5)) == date(2026, 5, 1)
    assert day_of(datetime(2026, 5, 2, 0), time(0)) == date(2026, 5, 2)


@given(
    slot=st.datetimes(min_value=datetime(2000, 1, 1), max_value=datetime(2040, 1, 1)),
    zone=st.sampled_from(ZONES),
)
def test_t4_every_clock_time_has_a_moment_that_reads_the_same_or_was_jumped_over(slot, zone):
    moment = instant(slot, zone)
    shown = moment.astimezone(ZoneInfo(zone)).replace(tzinfo=None)
    # Apia jumped over the whole of 30 December 2011.
    assert shown == slot or timedelta() < shown - slot <= timedelta(days=1)
