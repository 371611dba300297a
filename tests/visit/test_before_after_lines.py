"""Before and after on the page: the numbers are those of the analysis, and a refusal says why."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from rich import at, medicine

from medself.analysis.change import around
from medself.library import load
from medself.model import CheckIn, EndReason, MedicationStatus
from medself.visit import build, text

LIBRARY = load(Path(__file__).resolve().parents[2] / "content")
CHANGED = date(2026, 7, 1)
END = date(2026, 10, 30)


def rate(journal, days, mood) -> None:
    journal.add_all(
        CheckIn(
            ratings={"mood": mood(n)},
            at=datetime.combine(CHANGED + timedelta(days=n), at(1).time()),
            zone="UTC",
        )
        for n in days
    )


@pytest.fixture
def robin(journal):
    journal.revise(journal.person.id, symptoms=("mood", "worry"))
    begun = datetime(2026, 7, 1, 3)
    journal.add(medicine("Sertraline", begun, slug="sertraline"))
    return journal


def page(journal, start=CHANGED, end=END):
    return build(journal, LIBRARY, start=start, end=end, today=end)


def said(found) -> str:
    return " ".join(text(found).replace("\n- ", " \n").split())


def test_the_middles_are_those_of_the_analysis(robin):
    rate(robin, range(-14, 42), lambda n: 3 + n % 2 if n < 14 else 6)
    mood, worry = page(robin).compared
    ratings = robin.table("rating").set_index("day")["value"]
    found = around(ratings, CHANGED, before_days=14, skip_days=14, after_days=28)
    assert (mood.before.middle, mood.after.middle) == (found.before.middle, found.after.middle)
    assert (mood.before.days, mood.before.of_days) == (found.before.days, 14)
    assert (mood.after.days, mood.after.of_days) == (found.after.days, 28)
    assert not worry.compared
    assert (
        "1 Jul, Sertraline started. Mood before: middle rating 3.5 of 10, most days 3 to 4 (14 of 14 "
        "days rated). In weeks 3 to 6: middle rating 6 of 10, most days 6 (28 of 28 days rated)."
    ) in said(page(robin))
    assert "So this cannot tell why." in said(page(robin))


def test_with_too_few_days_it_says_how_many_there_are_and_makes_no_claim(robin):
    rate(robin, range(-3, 20), lambda n: 5)
    (line, worry) = page(robin).compared
    assert (line.label, line.before.middle, line.after.middle) == ("Mood", None, None)
    assert "Mood: rated on 3 of 14 days before and 6 of 28 after (weeks 3 to 6)." in said(
        page(robin)
    )
    assert "To compare, 10 in 2 different weeks and 14 in 3 different weeks" in said(page(robin))
    assert worry.before.days == 0
    assert "cannot tell why" not in said(page(robin))


def test_what_is_the_same_for_all_is_said_once(robin):
    (line,) = page(robin).compared
    assert line.label == "Mood and Worry"


def test_another_change_among_the_days_is_named_and_nothing_compared(robin):
    robin.add(medicine("Buspirone", datetime(2026, 7, 10, 3), slug="buspirone"))
    rate(robin, range(-14, 90), lambda n: 5)
    lines = page(robin).compared
    assert all(line.in_the_way for line in lines)
    assert "cannot be told apart" in said(page(robin))
    assert "middle rating 5 of 10, most days 5 (14 of 14" not in said(page(robin))


def test_days_that_are_not_over_say_until_when_they_go_on(robin):
    rate(robin, range(-14, 34), lambda n: 5)
    end = CHANGED + timedelta(days=33)
    found = page(robin, end=end)
    assert found.compared[0].until == CHANGED + timedelta(days=41)
    assert "These days go on until 11 Aug." in said(found)


def test_what_was_recorded_after_the_page_ends_is_not_looked_at(robin):
    rate(robin, range(-14, 42), lambda n: 3 if n < 20 else 9)
    end = CHANGED + timedelta(days=20)
    (mood, _) = page(robin, end=end).compared
    assert mood.after.days == 7


def test_a_change_whose_days_were_over_before_the_page_begins_is_not_on_it(robin):
    rate(robin, range(-14, 42), lambda n: 5)
    late = CHANGED + timedelta(days=42)
    assert page(robin, start=late).compared == ()
    assert page(robin, start=late - timedelta(days=1)).compared != ()


def test_the_first_weeks_off_a_medicine_carry_their_own_caution(robin):
    (sertraline,) = robin.medications()
    gone = replace(
        sertraline.regimens[0], end=datetime(2026, 9, 1, 3), end_reason=EndReason.STOPPED
    )
    robin.revise(sertraline.id, regimens=(gone,), status=MedicationStatus.NOT_TAKING)
    rate(robin, range(120), lambda n: 5)
    found = page(robin, start=date(2026, 9, 1))
    assert any(line.coming_off and line.compared for line in found.compared)
    assert "signs of coming off can look like the old problem" in said(found)
