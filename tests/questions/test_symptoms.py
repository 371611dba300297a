"""Questions about the symptoms a person follows."""

import pytest
from told import asked, at, every_day, rated, regimen, taking

from medself.model import LifeEvent, Medication

EARLIER = range(15, 60)


def usual(**ratings):
    """Ratings that go up and down by one over the earlier weeks."""
    return [
        rated(days, **{name: value + days % 3 - 1 for name, value in ratings.items()})
        for days in EARLIER
    ]


def lately(days=10, **ratings):
    return [rated(one, **ratings) for one in range(days)]


def test_two_weeks_outside_the_usual_are_asked_about(journal):
    one = asked(journal, *usual(mood=6), *lately(12, mood=3))["outside_usual"]
    assert one.text == "Mood: lower than my usual for two weeks. What should we look at?"
    assert one.reasons == (
        "Last 14 days: the middle score is 3 (12 days rated).",
        "The 12 weeks before: most days 5 to 7 (45 days rated).",
    )
    assert len(one.entries) == 12


def test_nine_days_are_too_few_and_ten_are_enough(journal):
    assert asked(journal, *usual(mood=6), *lately(9, mood=3)) == {}
    assert "outside_usual" in asked(journal, rated(9, mood=3))


def test_twenty_seven_days_before_are_too_few(journal):
    assert asked(journal, *(rated(15 + n, mood=6) for n in range(27)), *lately(mood=3)) == {}
    assert "outside_usual" in asked(journal, rated(50, mood=6))


def test_the_edge_of_the_usual_is_usual(journal):
    assert asked(journal, *usual(mood=6), *lately(mood=5)) == {}


def test_better_than_usual_asks_nothing(journal):
    assert asked(journal, *usual(mood=5, worry=6), *lately(mood=9, worry=2)) == {}


def test_the_bad_end_of_worry_is_the_high_one(journal):
    one = asked(journal, *usual(worry=4), *lately(worry=8))["outside_usual"]
    assert one.text.startswith("Worry: higher than my usual")


@pytest.mark.parametrize(("now", "side"), [(1, "lower"), (9, "higher")])
def test_where_neither_end_is_good_both_sides_count(journal, now, side):
    journal.revise(journal.person.id, symptoms=("appetite",))
    one = asked(journal, *usual(appetite=5), *lately(appetite=now))["outside_usual"]
    assert f"Appetite: {side} than my usual" in one.text


def test_a_symptom_that_is_not_followed_is_not_asked_about(journal):
    assert asked(journal, *usual(energy=6), *lately(energy=1)) == {}


@pytest.mark.parametrize(("tenth", "asks"), [(6, False), (3, True)])
def test_eight_in_ten_days_must_lie_outside(journal, tenth, asks):
    days = [rated(day, mood=mood) for day, mood in enumerate([3] * 7 + [6, 6, tenth])]
    assert ("outside_usual" in asked(journal, *usual(mood=6), *days)) is asks


def months(before, after, *, since=60):
    """Ratings in the two weeks before a change and the last four."""
    days = [*range(since + 1, since + 13), *range(24)]
    return [rated(day, mood=before if day > since else after) for day in days]


def test_no_change_after_the_usual_time_is_asked_about(journal):
    one = asked(journal, taking("Sertraline", 60), *months(3, 3))["no_change_yet"]
    assert one.text == (
        "Sertraline started on 21 September 2026. That is 8 weeks ago. Should I feel a change by now?"
    )
    assert one.reasons == (
        "Mood, 2 weeks before: middle score 3 (12 days). Last 4 weeks: 3 (24 days).",
        "The page about Sertraline says the full effect is usual in 4 to 6 weeks.",
    )
    assert one.page == "sertraline"
    assert len(one.entries) == 36


def test_a_change_for_the_better_asks_nothing(journal):
    assert asked(journal, taking("Sertraline", 60), *months(3, 4)) == {}


@pytest.mark.parametrize(("middle", "asks"), [(6, True), (7, False)])
def test_one_who_was_well_before_has_little_to_feel(journal, middle, asks):
    found = asked(journal, taking("Sertraline", 60), *months(middle, middle))
    assert ("no_change_yet" in found) is asks


def test_before_the_usual_time_is_over_nothing_is_asked(journal):
    assert "no_change_yet" not in asked(journal, taking("Sertraline", 41), *months(3, 3, since=41))


def test_years_later_nothing_is_asked(journal):
    assert "no_change_yet" not in asked(journal, taking("Sertraline", 99), *months(3, 3, since=99))


def test_too_few_days_before_are_not_compared(journal):
    ratings = months(3, 3)
    assert "no_change_yet" not in asked(journal, taking("Sertraline", 60), *ratings[3:])
    assert "no_change_yet" in asked(journal, ratings[0])


def test_another_change_in_these_days_leaves_no_comparison(journal):
    records = (taking("Sertraline", 60), *months(3, 3))
    assert "no_change_yet" not in asked(journal, *records, taking("Quetiapine", 20))


def test_a_dose_that_went_down_is_not_waited_for(journal):
    lower = Medication(
        name="Sertraline",
        slug="sertraline",
        regimens=(regimen(200, every_day(100), 60), regimen(60, every_day(50))),
    )
    assert "no_change_yet" not in asked(journal, lower, *months(3, 3))


def test_a_dose_that_went_up_is(journal):
    higher = Medication(
        name="Sertraline",
        slug="sertraline",
        regimens=(regimen(200, every_day(50), 60), regimen(60, every_day(100))),
    )
    assert "changed dose" in asked(journal, higher, *months(3, 3))["no_change_yet"].text


def test_a_page_without_a_usual_time_says_nothing(journal):
    assert "no_change_yet" not in asked(journal, taking("Lithium", 60), *months(3, 3))


def test_what_happened_in_life_is_not_a_reason(journal):
    event = LifeEvent(at=at(5), zone="UTC", text="Moved house")
    assert asked(journal, event) == {}
