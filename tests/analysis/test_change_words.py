"""What a person reads about before and after: counts, two middles, never a reason."""

from datetime import date, timedelta

import pandas as pd
import pytest

from medself import readability
from medself.analysis.change import around
from medself.analysis.change_words import CANNOT_TELL, COMING_OFF, DID, in_ten, in_words
from medself.schedule import Change, ChangeKind

CHANGE = date(2026, 5, 3)
BEFORE = [3, 4, 4, 5, 3, 4, 4, 5, 4, 4, 3, 5]
AFTER = [5, 6, 7, 6, 5, 7] * 3 + [6, 6, 7, 5]
FIXED = (
    "Scores often drift back after a bad patch, and other things may have changed too. "
    "So this cannot tell you why. It is worth talking about."
)
NEVER = (
    "because", "caused", "worked", "improved", "significant", "effect", "thanks to", "due to",
    "predict", "relapse", "normal", "average", "other people", "adherence", "safe", "%",
)  # fmt: skip


def compare(before, after, *, skip=14, length=28, span=14, **rest):
    first, later = CHANGE - timedelta(days=span), CHANGE + timedelta(days=skip)
    days = [first + timedelta(days=n) for n in range(len(before))]
    days += [later + timedelta(days=n) for n in range(len(after))]
    series = pd.Series([*before, *after], index=pd.to_datetime(days), dtype="float64")
    return around(series, CHANGE, before_days=span, skip_days=skip, after_days=length, **rest)


def change(name, kind, day) -> Change:
    return Change(day=day, medication=name, name=name, kind=kind, before="", after="", reason="")


def test_two_middles_with_their_ranges_and_days_and_the_fixed_sentence():
    assert in_words(compare(BEFORE, AFTER), "Mood") == (
        "Mood. In the 14 days before 3 May 2026 you recorded 12 days. "
        "Your middle score was 4, and most days were 3 to 5. "
        "In weeks 3 to 6 after you recorded 22 of 28 days. "
        "Your middle score was 6, and most days were 5 to 7. "
        f"This difference stood out from your usual ups and downs. {FIXED}"
    )


def test_a_difference_that_did_not_stand_out_is_told_the_same_way():
    words = in_words(compare(BEFORE, [5] * 28), "Mood")
    assert "most days were 5. This difference did not stand out from your usual" in words
    assert words.endswith(FIXED)


def test_days_that_are_not_whole_weeks_are_named_as_days():
    words = in_words(compare(BEFORE, AFTER, skip=1), "Mood")
    assert "From day 2 to day 29 after you recorded 22 of 28 days." in words
    words = in_words(compare(BEFORE, AFTER, length=30), "Mood")
    assert "From day 15 to day 44 after you recorded 22 of 30 days." in words


def test_q2_while_the_days_go_on_it_says_so_and_not_that_it_stood_out():
    words = in_words(compare(BEFORE, AFTER, today=date(2026, 6, 10)), "Mood")
    assert "These days go on until 13 June 2026, so this may still change." in words
    assert "stood out" not in words
    assert words.endswith(FIXED)


def test_the_first_weeks_of_stopping_are_told_apart():
    words = in_words(compare(BEFORE, [2] * 28, skip=0), "Mood", coming_off=True)
    assert "In weeks 1 to 4 after" in words
    assert words.endswith(f"{COMING_OFF} {FIXED}")
    assert COMING_OFF not in in_words(compare(BEFORE, [2] * 28, skip=0), "Mood")


def test_q1_too_few_days_before_are_said_with_what_it_takes():
    assert in_words(compare([4] * 7, [6] * 28), "Mood") == (
        "Mood. You recorded 7 of the 14 days before 3 May 2026. "
        "With 10 we can show a before and after."
    )


def test_q1_too_few_days_after_are_counted_down_while_they_go_on():
    found = compare([4] * 14, [6] * 7, today=date(2026, 5, 24))
    assert in_words(found, "Mood") == (
        "Mood. You recorded 7 of the 28 days from 17 May 2026 to 13 June 2026. "
        "With 14 we can show a before and after. 7 more to go."
    )
    over = compare([4] * 14, [6] * 7, today=date(2026, 7, 1))
    assert "to go" not in in_words(over, "Mood")


def test_both_sides_can_be_too_few():
    words = in_words(compare([4] * 9, [6] * 3), "Mood")
    assert "You recorded 9 of the 14 days before 3 May 2026." in words
    assert "You recorded 3 of the 28 days from" in words


def test_enough_days_in_too_few_weeks_say_how_many_weeks_it_takes():
    found = compare([4] * 14, [6] * 14, today=date(2026, 5, 31))
    assert in_words(found, "Mood") == (
        "Mood. You recorded 14 of the 28 days from 17 May 2026 to 13 June 2026. "
        "With days in 3 different weeks we can show a before and after. 1 more to go."
    )


def test_days_too_short_for_any_record_ask_for_more_time_and_not_for_more_records():
    words = in_words(compare([4] * 5, [6] * 7, span=5, length=7, today=CHANGE), "Mood")
    assert words == (
        "Mood. 5 days are too few to compare. Choose a longer time than the 5 days before 3 May 2026. "
        "7 days are too few to compare. Choose a longer time than the 7 days from 17 May 2026 to "
        "23 May 2026."
    )


def test_another_change_is_named_and_nothing_else_is_said():
    other = change("Quetiapine", ChangeKind.STOP, date(2026, 5, 5))
    words = in_words(compare(BEFORE, AFTER, others=[other]), "Mood")
    assert words == (
        "Mood. Quetiapine stopped on 5 May 2026 too, so these changes cannot be told apart."
    )


def test_when_everything_changed_at_once_three_are_named():
    others = [
        change(name, ChangeKind.START, date(2026, 5, n)) for n, name in enumerate("ABCDE", start=4)
    ]
    assert in_words(compare(BEFORE, AFTER, others=others[:3]), "Mood") == (
        "Mood. A started on 4 May 2026, B started on 5 May 2026 and C started on 6 May 2026 too, "
        "so these changes cannot be told apart."
    )
    assert "C started on 6 May 2026 and 2 more changed too" in in_words(
        compare(BEFORE, AFTER, others=others), "Mood"
    )


def test_every_kind_of_change_has_its_words():
    assert set(DID) == set(ChangeKind)


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ([3] * 14, [5] * 28, "better nearly every time"),
        ([3] * 14, [5] * 25 + [1] * 3, "better about 9 times in 10"),
        ([5] * 14, [3] * 25 + [7] * 3, "worse about 9 times in 10"),
        ([3] * 14, [3] * 28, "better about as often as worse"),
    ],
)
def test_pairs_of_days_are_told_as_times_in_ten(before, after, said):
    words = in_ten(compare(before, after))
    assert words == f"Pick one day from each time: the later day was {said}."


def test_when_lower_is_better_a_lower_day_is_the_better_one():
    assert "was worse" in in_ten(compare([3] * 14, [5] * 28, higher_is_better=False))


def test_a_share_between_two_tenths_is_rounded_up_in_the_middle():
    assert in_ten(compare([3] * 10 + [5] * 4, [5] * 28)).endswith("about 9 times in 10.")


def test_a_symptom_without_a_good_end_is_higher_or_lower():
    assert in_ten(compare([3] * 14, [5] * 28), neutral=True).endswith(
        "was higher nearly every time."
    )
    assert in_ten(compare([5] * 14, [3] * 28), neutral=True).endswith(
        "was lower nearly every time."
    )


def test_without_a_comparison_there_are_no_times_in_ten():
    assert in_ten(compare([3] * 5, [5] * 28)) == ""


def everything_said() -> list[str]:
    other = change("Quetiapine", ChangeKind.RESUME, date(2026, 5, 5))
    found = [
        compare(BEFORE, AFTER),
        compare(BEFORE, [5] * 28),
        compare(BEFORE, AFTER, today=CHANGE),
        compare([4] * 7, [6] * 28),
        compare([4] * 14, [6] * 14, today=CHANGE),
        compare(BEFORE, AFTER, others=[other]),
    ]
    return [in_words(each, "Mood", coming_off=True) for each in found] + [in_ten(found[0])]


@pytest.mark.parametrize("number", range(7))
def test_what_is_said_is_plain_and_claims_nothing(number):
    words = everything_said()[number]
    assert readability.grade(words, names=["quetiapine"]) <= 6
    assert [each for each in NEVER if each in words.lower()] == []


def test_every_comparison_ends_with_what_it_cannot_tell():
    assert CANNOT_TELL == FIXED
    for words in everything_said()[:3]:
        assert words.endswith(FIXED)
