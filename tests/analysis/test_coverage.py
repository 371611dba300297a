"""Days covered by fills: the published worked examples, both conventions, and the hard cases."""

from dataclasses import FrozenInstanceError
from datetime import date

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from medself.analysis.coverage import Coverage, days_covered, mpr
from medself.errors import InvalidRecord
from medself.schedule.due import HOLD_COLUMNS

YEAR = {"start": date(2022, 1, 1), "end": date(2022, 12, 31)}
JANUARY = {"start": date(2026, 1, 1), "end": date(2026, 1, 31)}


def table(*fills: str) -> pd.DataFrame:
    """Fills written as `ingredient date days`, and the amount a day where there is one."""
    rows = [fill.split() for fill in fills]
    columns = ["ingredient", "date", "days_supply", "daily_amount"]
    return pd.DataFrame(rows, columns=columns[: max(map(len, rows), default=3)]).astype(
        {"days_supply": int}
    )


def hospital(*stays: tuple[str, str | None]) -> pd.DataFrame:
    rows = [("m", start, end, "hospital") for start, end in stays]
    return pd.DataFrame(rows, columns=list(HOLD_COLUMNS)).astype(HOLD_COLUMNS)


README = {
    "same drug": (
        (
            "lisinopril 2021-01-01 90",
            "lisinopril 2022-01-01 90",
            "lisinopril 2022-03-25 90",
            "lisinopril 2022-07-05 90",
            "lisinopril 2022-09-25 90",
        ),
        (360, 365, 0.986301),
    ),
    "switch to another drug": (
        (
            "lisinopril 2022-01-01 90",
            "losartan 2022-03-25 90",
            "losartan 2022-07-05 90",
            "losartan 2022-09-25 90",
        ),
        (353, 365, 0.967123),
    ),
    "a fill left out": (
        ("lisinopril 2022-01-01 90", "lisinopril 2022-03-25 90", "lisinopril 2022-09-25 90"),
        (270, 365, 0.739726),
    ),
    "a combination product holds the ingredient": (
        (
            "lisinopril 2022-01-01 90",
            "lisinopril 2022-03-25 90",
            "lisinopril 2022-07-05 90",
            "lisinopril 2022-09-25 90",
        ),
        (360, 365, 0.986301),
    ),
    "two at once, first fill on the second": (
        (
            "lisinopril 2022-01-02 90",
            "lisinopril 2022-03-25 90",
            "losartan 2022-03-25 90",
            "losartan 2022-07-05 90",
            "losartan 2022-09-25 90",
        ),
        (360, 364, 0.989011),
    ),
}


@pytest.mark.parametrize("name", README)
def test_worked_examples_of_pdc_python(name):
    fills, (days, period, pdc) = README[name]
    found = days_covered(table(*fills), **YEAR)
    assert (found.days, found.period_days) == (days, period)
    assert found.pdc == pytest.approx(pdc, abs=5e-7)


PQA = [
    "metformin 2018-01-01 90",
    "metformin 2018-03-25 90",
    "metformin 2018-07-05 90",
    "metformin 2018-10-15 90",
]


def test_worked_example_of_the_pharmacy_quality_alliance():
    found = days_covered(table(*PQA), start=date(2018, 1, 1), end=date(2018, 12, 31))
    assert found == Coverage(348, 365, pytest.approx(0.953425, abs=5e-7))


@pytest.mark.parametrize(
    ("first", "last"),
    [
        ("2018-01-01", "2018-03-31"),
        ("2018-04-01", "2018-06-29"),
        ("2018-07-05", "2018-10-02"),
        ("2018-10-15", "2018-12-31"),
    ],
)
def test_each_fill_of_that_example_covers_its_published_days_and_no_others(first, last):
    def covered(start: pd.Timestamp, end: pd.Timestamp) -> int:
        return days_covered(table(*PQA), start=start.date(), end=end.date()).days

    start, end = pd.Timestamp(first), pd.Timestamp(last)
    assert covered(start, end) == (end - start).days + 1
    for gap in ("2018-06-30", "2018-07-04", "2018-10-03", "2018-10-14"):
        assert covered(pd.Timestamp(gap), pd.Timestamp(gap)) == 0


def test_without_shifting_the_overlap_is_lost():
    found = days_covered(table(*README["same drug"][0]), **YEAR, shift=False)
    assert found.days == 360 - 7 - 8


def test_without_shifting_a_short_fill_inside_a_long_one_ends_nothing():
    fills = table("a 2026-01-01 20", "a 2026-01-05 5")
    assert days_covered(fills, **JANUARY, shift=False).days == 20


def test_several_early_fills_are_all_used_up():
    fills = table("a 2026-01-01 10", "a 2026-01-02 10", "a 2026-01-03 10")
    assert days_covered(fills, **JANUARY).days == 30


def test_two_fills_of_one_day_are_two_supplies():
    fills = table("a 2026-01-01 10", "a 2026-01-01 10")
    assert days_covered(fills, **JANUARY).days == 20
    assert days_covered(fills, **JANUARY, shift=False).days == 10


def test_two_ingredients_on_one_day_cover_each_day_once():
    fills = table("a 2026-01-01 10", "b 2026-01-01 12")
    assert days_covered(fills, **JANUARY).days == 12


def test_an_ingredient_is_the_same_however_it_is_typed():
    fills = table("Sertraline 2026-01-01 10", "sertraline 2026-01-06 10")
    fills.loc[0, "ingredient"] = " Sertraline "
    assert days_covered(fills, **JANUARY).days == 20


def test_the_order_of_the_rows_does_not_matter():
    fills = table(*PQA)
    period = {"start": date(2018, 1, 1), "end": date(2018, 12, 31)}
    assert days_covered(fills.iloc[::-1], **period) == days_covered(fills, **period)


def test_supply_carried_in_begins_the_period_at_its_start():
    fills = table("a 2025-12-25 10", "a 2026-01-11 10")
    assert days_covered(fills, **JANUARY) == Coverage(3 + 10, 31, 13 / 31)


def test_supply_used_up_the_day_before_is_not_carried_in():
    fills = table("a 2025-12-22 10", "a 2026-01-11 10")
    assert days_covered(fills, **JANUARY) == Coverage(10, 21, 10 / 21)


def test_supply_shifted_from_before_is_carried_in():
    fills = table("a 2025-12-01 28", "a 2025-12-20 28")
    assert days_covered(fills, **JANUARY) == Coverage(25, 31, 25 / 31)
    assert days_covered(fills, **JANUARY, shift=False).days == 16


def test_supply_carried_in_is_there_on_a_day_of_a_fill():
    fills = table("a 2025-12-25 10", "a 2026-01-01 10")
    assert days_covered(fills, **JANUARY).days == 13


def test_a_leap_day_is_a_day():
    period = {"start": date(2024, 2, 1), "end": date(2024, 3, 1)}
    assert days_covered(table("a 2024-02-01 30"), **period) == Coverage(30, 30, 1)
    period = {"start": date(2023, 2, 1), "end": date(2023, 3, 1)}
    assert days_covered(table("a 2023-02-01 30"), **period) == Coverage(29, 29, 1)


def test_half_open_leaves_out_the_last_day_and_can_move_a_threshold():
    period = {"start": date(2026, 1, 1), "end": date(2026, 1, 11)}
    fills = table("a 2026-01-01 8")
    assert days_covered(fills, **period) == Coverage(8, 11, 8 / 11)
    assert days_covered(fills, **period, inclusive="left") == Coverage(8, 10, 0.8)


def test_a_fill_on_the_last_day_counts_only_when_that_day_does():
    fills = table("a 2026-01-31 10")
    assert days_covered(fills, **JANUARY) == Coverage(1, 1, 1)
    assert days_covered(fills, **JANUARY, inclusive="left") == Coverage(0, 0, None)


def test_days_in_hospital_leave_the_period_and_the_supply_lasts_longer():
    fills = table("a 2026-01-01 20")
    stay = hospital(("2026-01-11", "2026-01-16"))
    assert days_covered(fills, **JANUARY, holds=stay) == Coverage(20, 26, 20 / 26)
    # The last day covered is 25 January, not the 20th.
    after = {"start": date(2026, 1, 25), "end": date(2026, 1, 26)}
    assert days_covered(fills, **after, holds=stay).days == 1


def test_a_fill_during_a_stay_is_used_from_the_day_home():
    fills = table("a 2026-01-12 5")
    stay = hospital(("2026-01-11", "2026-01-16"))
    assert days_covered(fills, **JANUARY, holds=stay) == Coverage(5, 16, 5 / 16)


def test_two_stays_that_overlap_count_each_day_once():
    stay = hospital(("2026-01-11", "2026-01-16"), ("2026-01-14", "2026-01-18"))
    assert days_covered(table("a 2026-01-01 31"), **JANUARY, holds=stay) == Coverage(24, 24, 1)


def test_a_stay_that_goes_on_leaves_only_the_days_before():
    stay = hospital(("2026-01-11", None))
    assert days_covered(table("a 2026-01-01 31"), **JANUARY, holds=stay) == Coverage(10, 10, 1)


def test_a_stay_that_begins_after_the_period_changes_nothing():
    stay = hospital(("2026-03-01", None))
    assert days_covered(table("a 2026-01-01 31"), **JANUARY, holds=stay) == Coverage(31, 31, 1)


def test_all_days_in_hospital_have_no_share():
    stay = hospital(("2025-12-01", "2026-03-01"))
    assert days_covered(table("a 2026-01-01 31"), **JANUARY, holds=stay) == Coverage(0, 0, None)


def test_no_stay_is_no_pause():
    assert days_covered(table("a 2026-01-01 31"), **JANUARY, holds=hospital()).days == 31


def test_what_is_left_is_counted_anew_when_the_dose_doubles():
    """20 days of 50 mg are left on the 11th: 10 days of 100 mg, and then the new 5."""
    fills = table("a 2026-01-01 30 50", "a 2026-01-11 5 100").astype({"daily_amount": float})
    assert days_covered(fills, **JANUARY).days == 10 + 10 + 5


def test_part_of_a_day_of_the_new_dose_is_not_a_day():
    fills = table("a 2026-01-01 13 50", "a 2026-01-11 5 100").astype({"daily_amount": float})
    assert days_covered(fills, **JANUARY).days == 10 + 1 + 5


def test_an_amount_that_does_not_divide_evenly_loses_no_day():
    fills = table("a 2026-01-01 13 0.7", "a 2026-01-11 5 0.3").astype({"daily_amount": float})
    assert days_covered(fills, **JANUARY).days == 10 + 7 + 5


def test_without_amounts_nothing_is_counted_anew():
    fills = table("a 2026-01-01 30 50", "a 2026-01-11 5 100").astype({"daily_amount": float})
    fills.loc[0, "daily_amount"] = float("nan")
    assert days_covered(fills, **JANUARY).days == 31


@pytest.mark.parametrize("amounts", [(50, 0), (0, 50)])
def test_an_amount_of_nothing_is_not_an_amount(amounts):
    fills = table(f"a 2026-01-01 12 {amounts[0]}", f"a 2026-01-11 5 {amounts[1]}")
    assert days_covered(fills, **JANUARY).days == 17


@pytest.mark.parametrize("fills", [table(), table("a 2025-01-01 30"), table("a 2026-02-01 30")])
def test_a2_no_supply_in_the_period_has_no_share(fills):
    assert days_covered(fills, **JANUARY) == Coverage(0, 0, None)


def test_dates_may_be_dates():
    fills = table("a 2026-01-01 10")
    fills["date"] = [date(2026, 1, 1)]
    assert days_covered(fills, **JANUARY).days == 10


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("ingredient", ""),
        ("ingredient", None),
        ("date", "03/05/2026"),
        ("date", "2026-13-01"),
        ("date", None),
        ("days_supply", 0),
        ("days_supply", -5),
        ("days_supply", 1.5),
        ("days_supply", 1001),
        ("days_supply", "many"),
        ("days_supply", None),
    ],
)
def test_a_fill_that_cannot_be_right_is_named(column, value):
    fills = table("a 2026-01-01 10", "a 2026-01-11 10").astype(object)
    fills.loc[1, column] = value
    with pytest.raises(InvalidRecord, match="Fill number 2 cannot be right"):
        days_covered(fills, **JANUARY)


def test_a_missing_column_is_named():
    with pytest.raises(InvalidRecord, match="no column named date or days_supply"):
        days_covered(pd.DataFrame({"ingredient": ["a"]}), **JANUARY)


def test_a_period_that_ends_before_it_begins_is_refused():
    with pytest.raises(InvalidRecord, match="ends before it begins"):
        days_covered(table(), start=date(2026, 2, 1), end=date(2026, 1, 1))


def test_mpr_with_and_without_the_last_fill():
    """27 December 2021 is outside; 360 days of supply were given in the year."""
    fills = table("a 2021-12-27 90", *(line for line in README["same drug"][0][1:]))
    fills["ingredient"] = "a"
    assert mpr(fills, **YEAR) == pytest.approx(360 / 365)
    assert mpr(fills, **YEAR, inclusive="left") == pytest.approx(360 / 364)
    assert mpr(fills, **YEAR, to_last_fill=True) == pytest.approx(270 / 267)


def test_mpr_passes_one_where_days_covered_cannot():
    fills = table(*(f"a 2026-01-{day:02} 10" for day in (1, 6, 11, 16, 21)))
    assert mpr(fills, **JANUARY) == pytest.approx(50 / 31)
    assert days_covered(fills, **JANUARY).pdc == 1


def test_mpr_leaves_out_what_was_given_outside_the_period():
    fills = table("a 2025-12-31 7", "a 2026-01-01 10", "a 2026-01-31 5", "a 2026-02-01 3")
    assert mpr(fills, **JANUARY) == pytest.approx(15 / 31)
    assert mpr(fills, **JANUARY, inclusive="left") == pytest.approx(10 / 30)


def test_what_was_counted_cannot_be_altered():
    with pytest.raises(FrozenInstanceError):
        Coverage(1, 2, 0.5).days = 2


def test_mpr_is_missing_when_there_is_nothing_to_divide_by():
    assert mpr(table(), **JANUARY) is None
    assert mpr(table("a 2026-01-05 10"), **JANUARY, to_last_fill=True) is None


FILLS = st.lists(
    st.tuples(st.sampled_from("ab"), st.integers(-60, 60), st.integers(1, 40)), max_size=12
)
STAYS = st.lists(st.tuples(st.integers(-30, 60), st.integers(0, 20)), max_size=3)


@given(FILLS, STAYS, st.booleans())
@settings(max_examples=100, deadline=None)
def test_agrees_with_a_day_by_day_count_and_changes_nothing_given(drawn, stays, shift):
    first = pd.Timestamp("2026-01-01")
    fills = pd.DataFrame(
        [(name, first + pd.Timedelta(days=day), supply) for name, day, supply in drawn],
        columns=["ingredient", "date", "days_supply"],
    )
    holds = pd.DataFrame(
        [
            (first + pd.Timedelta(days=day), first + pd.Timedelta(days=day + long))
            for day, long in stays
        ],
        columns=["start", "end"],
    ).astype("datetime64[us]")
    given_fills = fills.copy()
    found = days_covered(fills, start=first.date(), end=date(2026, 1, 31), shift=shift, holds=holds)
    pd.testing.assert_frame_equal(fills, given_fills)
    away = {day + n for day, long in stays for n in range(long)}
    assert (found.days, found.period_days) == _by_hand(drawn, away, shift)


def _by_hand(drawn, away, shift) -> tuple[int, int]:
    """Walk through the days with a box of each ingredient."""
    boxes = {"a": [0, 0], "b": [0, 0]}  # left in the box; days the present fill still covers
    covered = set()
    for day in range(-60, 31):
        for name, box in boxes.items():
            new = [supply for who, on, supply in drawn if who == name and on == day]
            if shift:
                box[0] += sum(new)
            else:
                box[0] = max([box[0], *new])
            if day not in away and box[0]:
                box[0] -= 1
                covered.add(day)
    carried = any(day < 0 for _, day, _ in drawn) and _carried(drawn, away, shift)
    fills = [on for _, on, _ in drawn if on >= 0]
    begin = 0 if carried else min(fills, default=31)
    days = [day for day in range(begin, 31) if day not in away]
    return len([day for day in days if day in covered]), len(days)


def _carried(drawn, away, shift) -> bool:
    early = [fill for fill in drawn if fill[1] < 0]
    for name in "ab":
        left = 0
        for day in range(-60, 0):
            new = [supply for who, on, supply in early if who == name and on == day]
            left = left + sum(new) if shift else max([left, *new])
            left -= day not in away and left > 0
        if left:
            return True
    return False
