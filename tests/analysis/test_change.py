"""Before and after a change: when nothing may be said, what may be said, and how seldom it is chance."""

from dataclasses import FrozenInstanceError
from datetime import date, datetime, timedelta

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from medself.analysis.change import around, nap, others_than
from medself.schedule import Change, ChangeKind

CHANGE = date(2026, 5, 3)
WINDOWS = {"before_days": 14, "skip_days": 14, "after_days": 28}
EARLIER = [date(2026, 4, 19) + timedelta(days=n) for n in range(14)]
LATER = [date(2026, 5, 17) + timedelta(days=n) for n in range(28)]


def compare(before: list[float], after: list[float], **rest):
    """Compare scores given one a day, from the first day of each side on."""
    days = [*EARLIER[: len(before)], *LATER[: len(after)]]
    series = pd.Series([*before, *after], index=pd.to_datetime(days), dtype="float64")
    return around(series, CHANGE, **WINDOWS | rest)


def change(name="Quetiapine", kind=ChangeKind.STOP, day=CHANGE, medication="q") -> Change:
    return Change(
        day=day, medication=medication, name=name, kind=kind, before="", after="", reason=""
    )


PARKER_2011 = [20, 20, 26, 25, 22, 23], [28, 25, 24, 27, 30, 30, 29]
PARKER_2009 = [4, 3, 4, 3, 4, 7, 5, 2, 3, 2], [5, 9, 7, 9, 7, 5, 9, 11, 11, 10, 9]


def test_nap_of_published_data():
    """38.5 of 42 pairs (Parker, Vannest and Davis 2011) and 106 of 110 (Parker and Vannest 2009)."""
    assert nap(*PARKER_2011) == pytest.approx(38.5 / 42)
    assert nap(*PARKER_2009) == pytest.approx(106 / 110)


def test_nap_turns_round_when_lower_is_better():
    assert nap(*PARKER_2011, higher_is_better=False) == pytest.approx(1 - 38.5 / 42)
    assert nap([3], [2], higher_is_better=False) == 1


def test_nap_counts_ties_half_and_leaves_missing_scores_out():
    assert nap([3], [3]) == 0.5
    assert nap([3, np.nan], [np.nan, 4, 3]) == 0.75
    assert np.isnan(nap([], [3]))
    assert np.isnan(nap([3], [np.nan]))


def test_a_steady_climb_alone_gives_1_so_nap_alone_says_nothing():
    assert nap(range(14), range(14, 42)) == 1


SCORES = st.lists(st.integers(0, 10), min_size=1, max_size=20)


@given(SCORES, SCORES)
@settings(max_examples=60, deadline=None)
def test_nap_is_the_same_seen_from_the_other_side(before, after):
    assert nap(before, after) == pytest.approx(1 - nap(after, before))
    assert nap(before, after, higher_is_better=False) == pytest.approx(nap(after, before))


def test_medians_quartiles_and_counts_of_both_sides():
    found = compare([3, 4, 4, 5, 3, 4, 4, 5, 4, 4, 3, 5], [5, 6, 7, 6] * 5 + [6, 6])
    assert found.enough
    assert (found.before.start, found.before.end) == (date(2026, 4, 19), date(2026, 5, 2))
    assert (found.after.start, found.after.end) == (date(2026, 5, 17), date(2026, 6, 13))
    assert (found.before.days, found.before.of_days, found.before.weeks) == (12, 14, 2)
    assert (found.after.days, found.after.of_days, found.after.weeks) == (22, 28, 4)
    assert (found.before.low, found.before.middle, found.before.high) == (3.75, 4, 4.25)
    assert (found.after.low, found.after.middle, found.after.high) == (6, 6, 6)
    assert found.nap == pytest.approx(1 - (3 * 5 * 0.5) / (12 * 22))


def test_a_comparison_cannot_be_altered():
    with pytest.raises(FrozenInstanceError):
        compare([3] * 14, [3] * 28).stood_out = True


def test_the_day_of_the_change_and_the_days_it_settles_belong_to_neither_side():
    edges = [CHANGE, date(2026, 5, 16), date(2026, 4, 18), date(2026, 6, 14)]
    series = pd.Series([10.0] * 4, index=pd.to_datetime(edges))
    found = around(series, CHANGE, **WINDOWS)
    assert (found.before.days, found.after.days) == (0, 0)


def test_the_first_and_last_days_of_each_side_count():
    edges = [date(2026, 4, 19), date(2026, 5, 2), date(2026, 5, 17), date(2026, 6, 13)]
    found = around(pd.Series([1.0] * 4, index=pd.to_datetime(edges)), CHANGE, **WINDOWS)
    assert (found.before.days, found.after.days) == (2, 2)


@pytest.mark.parametrize(
    ("before", "after", "enough"), [(10, 21, True), (9, 21, False), (10, 13, False)]
)
def test_q1_too_few_days_give_no_comparison_at_all(before, after, enough):
    found = compare([2] * before, [8] * after)
    assert found.enough is enough
    assert (found.nap is not None) is enough
    assert all((side.middle is not None) is enough for side in (found.before, found.after))
    assert found.stood_out is False or enough


def test_fourteen_days_after_are_enough_only_when_spread_over_three_weeks():
    every_other = [8 if n % 2 else np.nan for n in range(28)]
    assert compare([2] * 10, every_other).enough
    in_two_weeks = compare([2] * 10, [8] * 14)
    assert (in_two_weeks.after.days, in_two_weeks.after.weeks) == (14, 2)
    assert not in_two_weeks.enough


def test_the_days_still_needed_are_counted_down():
    found = compare([2] * 7, [8] * 5)
    assert (found.before.more_days, found.after.more_days) == (3, 9)
    assert compare([2] * 14, [8] * 14).after.more_days == 1
    assert compare([2] * 14, [8] * 28).after.more_days == 0


def test_longer_windows_need_as_large_a_part():
    found = around(pd.Series(dtype="float64"), CHANGE, before_days=28, skip_days=56, after_days=126)
    assert (found.before.needed, found.after.needed) == (20, 63)


def test_windows_too_short_for_any_record_say_so():
    found = around(pd.Series(dtype="float64"), CHANGE, before_days=9, skip_days=0, after_days=14)
    assert found.before.too_short
    assert found.after.too_short
    found = around(pd.Series(dtype="float64"), CHANGE, before_days=10, skip_days=0, after_days=15)
    assert not found.before.too_short
    assert not found.after.too_short


def test_several_scores_of_a_day_are_one_day_and_missing_ones_none():
    days = [date(2026, 4, 19)] * 3 + [date(2026, 4, 20)]
    series = pd.Series([1, 9, 2, np.nan], index=pd.to_datetime(days))
    assert around(series, CHANGE, **WINDOWS).before.days == 1
    ten_more = pd.Series(2.0, index=pd.to_datetime(EARLIER[2:]))
    after = pd.Series(2.0, index=pd.to_datetime(LATER))
    found = around(pd.concat([after, series, ten_more]), CHANGE, **WINDOWS)
    assert (found.before.days, found.before.middle, found.before.high) == (13, 2, 2)


def test_days_may_be_dates_and_in_any_order():
    series = pd.Series([2.0] * 14 + [8.0] * 28, index=[*EARLIER, *LATER])
    assert around(series[::-1], CHANGE, **WINDOWS).stood_out


def test_the_change_may_have_a_time_of_day():
    series = pd.Series([2.0] * 14 + [8.0] * 28, index=pd.to_datetime([*EARLIER, *LATER]))
    assert around(series, datetime(2026, 5, 3, 8), **WINDOWS) == around(series, CHANGE, **WINDOWS)


def test_it_stands_out_when_the_middle_moved_by_2_and_nearly_every_later_day_differs():
    assert compare([3] * 14, [5] * 28).stood_out
    assert not compare([3] * 14, [4] * 28).stood_out
    assert compare([5] * 14, [3] * 28).stood_out


def test_the_middle_alone_is_not_enough():
    """The middle moves by 2, but the days overlap: 0.75 of the pairs."""
    found = compare([2, 6] * 7, [6] * 28)
    assert (found.before.middle, found.after.middle) == (4, 6)
    assert found.nap == pytest.approx(0.75)
    assert not found.stood_out


@pytest.mark.parametrize(("tied", "stood_out"), [(4, True), (5, False)])
def test_the_share_of_pairs_must_reach_85_in_100(tied, stood_out):
    """Of 14 earlier days, `tied` are as good as every later one: nap is 1 - tied / 28."""
    found = compare([3] * (14 - tied) + [5] * tied, [5] * 28)
    assert found.nap == pytest.approx(1 - tied / 28)
    assert found.stood_out is stood_out


@pytest.mark.parametrize(
    ("days", "least"), [((14, 28), 0.85), ((13, 26), 0.85), ((12, 28), 0.9), ((14, 25), 0.9)]
)
def test_with_more_than_a_day_in_14_left_out_the_share_must_reach_90_in_100(days, least):
    """`same` of the later days are as the earlier ones: nap is 1 - half their share."""
    before, after = days
    for same, nap_reached in ((2, 1 - 1 / after), (6, 1 - 3 / after), (9, 1 - 4.5 / after)):
        found = compare([3] * before, [5] * (after - same) + [3] * same)
        assert found.nap == pytest.approx(nap_reached)
        assert found.stood_out == (nap_reached >= least)


def test_when_lower_is_better_the_direction_of_good_turns_and_standing_out_does_not():
    found = compare([8] * 14, [3] * 28, higher_is_better=False)
    assert found.nap == 1
    assert found.stood_out
    assert compare([8] * 14, [3] * 28).nap == 0


def test_q2_nothing_stands_out_before_the_days_after_are_over():
    last = date(2026, 6, 13)
    found = compare([2] * 14, [8] * 28, today=last)
    assert found.enough
    assert found.after.middle == 8
    assert (found.over, found.stood_out) == (False, False)
    found = compare([2] * 14, [8] * 28, today=last + timedelta(days=1))
    assert (found.over, found.stood_out) == (True, True)


@pytest.mark.parametrize("day", [date(2026, 4, 19), CHANGE, date(2026, 5, 10), date(2026, 6, 13)])
def test_another_change_in_these_days_is_named_and_nothing_is_compared(day):
    other = change(day=day)
    found = compare([2] * 14, [8] * 28, others=[other])
    assert found.others == (other,)
    assert found.enough
    assert (found.nap, found.before.middle, found.after.middle) == (None, None, None)
    assert not found.stood_out


@pytest.mark.parametrize("day", [date(2026, 4, 18), date(2026, 6, 14)])
def test_a_change_outside_these_days_does_not_matter(day):
    assert compare([2] * 14, [8] * 28, others=[change(day=day)]).stood_out


def test_every_other_change_is_one_of_the_others():
    mine = change("Sertraline", ChangeKind.START, CHANGE, "s")
    same_day = change("Quetiapine", ChangeKind.STOP, CHANGE)
    assert others_than(mine, [mine, same_day], skip_days=14) == [same_day]


@pytest.mark.parametrize(
    ("kind", "passed", "part_of_it"),
    [
        (ChangeKind.DOSE, 0, True),
        (ChangeKind.DOSE, 7, True),
        (ChangeKind.TIMES, 13, True),
        (ChangeKind.DOSE, 14, False),
        (ChangeKind.DOSE, -1, False),
        (ChangeKind.STOP, 7, False),
        (ChangeKind.PAUSE, 7, False),
    ],
)
def test_a_build_up_of_the_same_medicine_while_it_settles_is_part_of_the_change(
    kind, passed, part_of_it
):
    mine = change("Sertraline", ChangeKind.START, CHANGE, "s")
    step = change("Sertraline", kind, CHANGE + timedelta(days=passed), "s")
    assert (others_than(mine, [mine, step], skip_days=14) == []) is part_of_it
    of_another = change("Lithium", kind, CHANGE + timedelta(days=passed), "l")
    assert others_than(mine, [mine, of_another], skip_days=14) == [of_another]


RECORDS = 5_000
MOST_FALSE_CLAIMS = 0.02


def invented(correlation: float, recorded: tuple[int, int]) -> np.ndarray:
    """Records of 56 days (rows) of whole scores from 0 to 10 in which nothing changed.

    Each day follows the one before by `correlation`; of 14 days before and 28 after, `recorded` remain.
    """
    random = np.random.default_rng(20_260_503)
    noise = random.standard_normal((RECORDS, 56))
    steps = np.empty_like(noise)
    steps[:, 0] = noise[:, 0]
    for day in range(1, 56):
        steps[:, day] = (
            correlation * steps[:, day - 1] + np.sqrt(1 - correlation**2) * noise[:, day]
        )
    scores = np.clip(np.rint(5 + 2 * steps), 0, 10)
    for days, keep in ((slice(0, 14), recorded[0]), (slice(28, 56), recorded[1])):
        part = scores[:, days]
        part[random.random(part.shape).argsort(axis=1).argsort(axis=1) >= keep] = np.nan
    return scores


def standing_out(scores: np.ndarray, least: float) -> np.ndarray:
    """The strict rule for all records at once, written apart from the code it tests."""
    before, after = scores[:, :14], scores[:, 28:]
    moved = np.abs(np.nanmedian(after, axis=1) - np.nanmedian(before, axis=1))
    pairs = after[:, :, None] - before[:, None, :]
    better = ((pairs > 0) + 0.5 * (pairs == 0)).sum(axis=(1, 2)) / (~np.isnan(pairs)).sum(
        axis=(1, 2)
    )
    return (moved >= 2) & (np.maximum(better, 1 - better) >= least)


@pytest.mark.parametrize("recorded", [(14, 28), (13, 26), (12, 24), (10, 14)])
@pytest.mark.parametrize("correlation", [0, 0.3, 0.5])
def test_of_5000_records_in_which_nothing_changed_fewer_than_2_in_100_stand_out(
    correlation, recorded
):
    scores = invented(correlation, recorded)
    claimed = standing_out(scores, 0.85 if recorded[0] >= 13 else 0.9)
    assert claimed.mean() < MOST_FALSE_CLAIMS
    days = pd.date_range("2026-04-19", periods=56)
    sample = {*np.flatnonzero(claimed)[:20], *range(20)}
    for record in sample:
        found = around(pd.Series(scores[record], index=days), CHANGE, **WINDOWS)
        assert (found.before.days, found.after.days) == recorded
        assert found.stood_out == (claimed[record] and found.enough)


def test_the_rule_still_finds_a_change_of_four_points():
    scores = invented(0.3, (14, 28))
    scores[:, 28:] = np.clip(scores[:, 28:] + 4, 0, 10)
    assert standing_out(scores, 0.85).mean() > 0.75


def test_looking_every_day_would_claim_too_often_so_nothing_stands_out_until_the_end():
    scores = invented(0.5, (14, 28))
    ever = np.zeros(RECORDS, dtype=bool)
    for last in range(15, 29):
        ever |= standing_out(scores[:, : 28 + last], 0.85)
    assert ever.mean() > MOST_FALSE_CLAIMS
    days = pd.date_range("2026-04-19", periods=56)
    for record in np.flatnonzero(ever)[:10]:
        series = pd.Series(scores[record], index=days)
        for last in range(43, 56):
            today = days[last].date()
            assert not around(series[: last + 1], CHANGE, **WINDOWS, today=today).stood_out
