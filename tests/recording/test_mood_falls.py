"""A mood that falls sharply after an antidepressant is new or changed, and everything that is not that."""

from datetime import date, datetime, time, timedelta

import pytest

from medself.library import load
from medself.model import CheckIn, Daily, EndReason, Medication, Regimen, Slot
from medself.recording.mood_falls import fell_sharply

TODAY = date(2026, 11, 20)


def ago(days: int) -> datetime:
    return datetime.combine(TODAY - timedelta(days=days), time(3))


def course(start: int, end: int | None = None, amount: float = 50, **fields: object) -> Regimen:
    """Every morning, from so many days ago to so many days ago."""
    plan = Daily(slots=(Slot(at=time(8), amount=amount),))
    until = None if end is None else ago(end)
    return Regimen(start=ago(start), end=until, plan=plan, unit="mg", **fields)


def taking(journal, *courses: Regimen, slug: str | None = "sertraline") -> None:
    journal.add(Medication(name="A medicine", slug=slug, regimens=courses))


def moods(journal, values: dict[int, int], symptom: str = "mood") -> None:
    """Ratings by days ago."""
    journal.add_all(
        CheckIn(at=ago(days) + timedelta(hours=9), zone="UTC", ratings={symptom: value})
        for days, value in values.items()
    )


SIXES = dict.fromkeys(range(1, 6), 6)


def fell(journal, mood: int | None) -> bool:
    return fell_sharply(journal, load(), mood, TODAY)


@pytest.mark.parametrize(("mood", "opened"), [(2, True), (0, True), (3, False), (None, False)])
def test_four_points_below_the_usual_after_a_start(journal, mood: int | None, opened: bool) -> None:
    taking(journal, course(10))
    moods(journal, SIXES)
    assert fell(journal, mood) is opened


@pytest.mark.parametrize(("start", "opened"), [(28, True), (29, False)])
def test_only_four_weeks_after_the_start(journal, start: int, opened: bool) -> None:
    taking(journal, course(start))
    moods(journal, SIXES)
    assert fell(journal, 1) is opened


def test_a_changed_dose_counts_as_a_start_does(journal) -> None:
    taking(journal, course(90, 5, end_reason=EndReason.CHANGED), course(5, amount=100))
    moods(journal, SIXES)
    assert fell(journal, 1)


def test_a_stop_does_not(journal) -> None:
    taking(journal, course(90, 5, end_reason=EndReason.STOPPED))
    moods(journal, SIXES)
    assert not fell(journal, 1)


@pytest.mark.parametrize("slug", ["lorazepam", None, "not-in-the-library"])
def test_other_medicines_do_not_count(journal, slug: str | None) -> None:
    taking(journal, course(10), slug=slug)
    moods(journal, SIXES)
    assert not fell(journal, 1)


def test_four_days_are_not_yet_a_usual(journal) -> None:
    taking(journal, course(10))
    moods(journal, dict.fromkeys(range(1, 5), 6))
    assert not fell(journal, 1)


def test_today_and_the_days_before_the_last_fourteen_are_not_the_usual(journal) -> None:
    taking(journal, course(10))
    moods(journal, {0: 9, 15: 9, 16: 9} | dict.fromkeys(range(1, 6), 4))
    assert not fell(journal, 1)


def test_several_ratings_of_one_day_are_one_day(journal) -> None:
    taking(journal, course(10))
    for _ in range(5):
        moods(journal, {1: 6})
    assert not fell(journal, 1)


def test_another_symptom_is_not_mood(journal) -> None:
    taking(journal, course(10))
    moods(journal, SIXES, symptom="worry")
    assert not fell(journal, 1)
