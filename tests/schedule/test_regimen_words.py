"""How a regimen reads."""

from datetime import date, datetime, time

import pytest

from medself.model import AsNeeded, Cycle, Daily, EveryNDays, Regimen, Slot, Step, Steps, Weekdays
from medself.schedule import in_words

FIRST = date(2026, 5, 1)


def at(*times: str, amount: float | None = 50) -> tuple[Slot, ...]:
    return tuple(Slot(at=time.fromisoformat(text), amount=amount) for text in times)


def words(plan, unit="mg", **rest) -> str:
    return in_words(Regimen(start=datetime(2026, 5, 1), plan=plan, unit=unit, **rest))


@pytest.mark.parametrize(
    ("clock", "part"),
    [
        ("04:00", "morning"),
        ("08:00", "morning"),
        ("12:00", "afternoon"),
        ("18:30", "evening"),
        ("21:00", "night"),
        ("01:00", "night"),
    ],
)
def test_once_a_day_names_the_part_of_the_day(clock, part):
    assert words(Daily(slots=at(clock))) == f"50 mg every {part} at {clock}"


@pytest.mark.parametrize(
    ("plan", "expected"),
    [
        (Daily(slots=at("20:00", "08:00")), "50 mg twice a day, at 08:00 and 20:00"),
        (
            Daily(slots=at("08:00", "13:00", "20:00")),
            "50 mg three times a day, at 08:00, 13:00 and 20:00",
        ),
        (
            Daily(slots=at("06:00", "10:00", "14:00", "18:00", "22:00")),
            "50 mg 5 times a day, at 06:00, 10:00, 14:00, 18:00 and 22:00",
        ),
        (
            Daily(slots=at("08:00", amount=50) + at("20:00", amount=100)),
            "every day 50 mg at 08:00 and 100 mg at 20:00",
        ),
        (Daily(slots=at("08:00", amount=None)), "every morning at 08:00"),
        (Weekdays(days=(3, 0), slots=at("08:00")), "50 mg on Monday and Thursday at 08:00"),
        (
            Weekdays(days=(0,), slots=at("08:00", amount=50) + at("20:00", amount=37.5)),
            "50 mg at 08:00 and 37.5 mg at 20:00, on Monday",
        ),
        (EveryNDays(n=1, first=FIRST, slots=at("08:00")), "50 mg every morning at 08:00"),
        (EveryNDays(n=2, first=FIRST, slots=at("08:00")), "50 mg every other day at 08:00"),
        (EveryNDays(n=3, first=FIRST, slots=at("08:00")), "50 mg every 3 days at 08:00"),
        (EveryNDays(n=7, first=FIRST, slots=at("08:00")), "50 mg every week at 08:00"),
        (EveryNDays(n=28, first=FIRST, slots=at("08:00")), "50 mg every 4 weeks at 08:00"),
        (
            Cycle(on=21, off=7, first=FIRST, slots=at("08:00")),
            "50 mg every morning at 08:00, 21 days on and 7 days off",
        ),
        (AsNeeded(amount=1), "1 mg when needed"),
        (AsNeeded(), "when needed"),
        (
            AsNeeded(amount=1, most_per_24h=2, least_gap_hours=1),
            "1 mg when needed, at most 2 doses in 24 hours, at least 1 hour apart",
        ),
        (
            Steps(
                first=FIRST,
                steps=(
                    Step(days=14, slots=at("08:00", amount=25)),
                    Step(days=1, slots=at("08:00")),
                    Step(days=None, slots=at("08:00", amount=100)),
                ),
            ),
            (
                "25 mg every morning at 08:00 for 14 days, "
                "then 50 mg every morning at 08:00 for 1 day, then 100 mg every morning at 08:00"
            ),
        ),
    ],
)
def test_every_plan_reads_as_people_speak(plan, expected):
    assert words(plan) == expected


@pytest.mark.parametrize(
    ("amount", "unit", "expected"),
    [
        (1, "tablets", "1 tablet"),
        (2, "tablet", "2 tablets"),
        (0.5, "tablets", "0.5 tablet"),
        (2, "patch", "2 patches"),
        (1000, "mg", "1,000 mg"),
        (0.125, "mg", "0.125 mg"),
        (2, "% gel", "2 % gel"),
        (2, "", "2"),
    ],
)
def test_amounts_and_units(amount, unit, expected):
    assert words(AsNeeded(amount=amount), unit) == f"{expected} when needed"


def test_the_label_stands_where_no_amount_was_given():
    plan = Daily(slots=at("08:00", amount=None))
    assert words(plan, as_written="Take as directed") == "Take as directed"
    assert words(AsNeeded(), as_written="For sleep") == "For sleep"
    assert words(Daily(slots=at("08:00")), as_written="x") == "50 mg every morning at 08:00"
