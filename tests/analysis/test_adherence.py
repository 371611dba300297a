"""Dose counts: what happened to each slot, and shares that say what is not known."""

import math

import pandas as pd
import pytest
from drawn import entry, frame
from hypothesis import given, settings
from hypothesis import strategies as st

from medself.analysis.adherence import STATES, dose_counts, match
from medself.journal.tables import COLUMNS
from medself.schedule.due import DUE_COLUMNS, HOLD_COLUMNS


def counts(doses) -> dict:
    table = dose_counts(doses.due, doses.records, doses.holds)
    (row,) = table.to_dict("records")
    return row


def states(row: dict) -> list[int]:
    return [row[state] for state in STATES]


def test_a3_not_recorded_is_in_the_count_and_in_the_bounds(doses):
    """
    1 08:00 50 taken 50
    2 08:00 50 taken 50
    3 08:00 50 missed
    4 08:00 50 -
    5 08:00 50 -
    """
    row = counts(doses)
    assert row["due"] == 5
    assert states(row) == [2, 0, 1, 2, 0]
    assert row["of_recorded"] == pytest.approx(2 / 3)
    assert row["low"] == pytest.approx(2 / 5)
    assert row["high"] == pytest.approx(4 / 5)


def test_a2_nothing_due_has_no_share():
    empty = dose_counts(frame([], DUE_COLUMNS), frame([], COLUMNS["dose"]), frame([], HOLD_COLUMNS))
    assert empty.empty
    assert list(empty.columns)[:10] == [
        "medication",
        "due",
        "taken",
        "skipped",
        "missed",
        "not_recorded",
        "held",
        "of_recorded",
        "low",
        "high",
    ]


def test_a2_nothing_recorded_has_no_share_and_the_widest_bounds(doses):
    """
    1 08:00 50 -
    2 08:00 50 -
    """
    row = counts(doses)
    assert math.isnan(row["of_recorded"])
    assert (row["low"], row["high"]) == (0, 1)


def test_a7_a_medicine_taken_as_needed_has_counts_and_no_share(doses):
    """
    1 - - taken 1
    2 - - taken 1
    """
    row = counts(doses)
    assert (row["due"], row["extra"]) == (0, 2)
    assert all(math.isnan(row[share]) for share in ("of_recorded", "low", "high"))


def test_a5_extra_doses_never_make_up_for_missed_ones(doses):
    """
    1 08:00 50 taken 50
    2 08:00 50 missed
    3 - - taken 50
    """
    row = counts(doses)
    assert (row["taken"], row["missed"], row["extra"]) == (1, 1, 1)
    assert row["of_recorded"] == pytest.approx(0.5)


def test_a5_a_double_dose_counts_once_and_is_shown_apart(doses):
    """
    1 08:00 50 taken 100
    2 08:00 50 missed
    """
    row = counts(doses)
    assert (row["taken"], row["extra"]) == (1, 1)
    assert row["of_recorded"] == pytest.approx(0.5)


def test_a5_two_records_of_one_slot_are_one_dose_and_one_extra(doses):
    """
    1 08:00 50 taken 50
    1 08:00 50 taken 50
    """
    row = counts(doses)
    assert (row["due"], row["taken"], row["extra"], row["of_recorded"]) == (1, 1, 1, 1)


def test_two_halves_of_a_dose_are_one_dose(doses):
    """
    1 08:00 50 taken 25
    1 08:00 50 taken 25
    """
    row = counts(doses)
    assert (row["taken"], row["partial"], row["extra"], row["of_recorded"]) == (1, 0, 0, 1)


def test_a5_editing_an_old_day_changes_the_totals(doses):
    """
    1 08:00 50 missed
    2 08:00 50 taken 50
    """
    before = counts(doses)
    doses.records.loc[0, "status"] = "taken"
    after = counts(doses)
    assert (before["taken"], before["missed"]) == (1, 1)
    assert (after["taken"], after["missed"], after["of_recorded"]) == (2, 0, 1)


def test_a6_an_agreed_skip_leaves_both_sides_and_is_counted_by_name(doses):
    """
    1 08:00 50 taken 50
    2 08:00 50 agreed
    3 08:00 50 missed
    """
    row = counts(doses)
    assert (row["skipped"], row["agreed"]) == (1, 1)
    assert row["of_recorded"] == row["low"] == row["high"] == pytest.approx(0.5)


def test_a6_a_skip_of_ones_own_is_not_taken(doses):
    """
    1 08:00 50 taken 50
    2 08:00 50 skipped
    """
    row = counts(doses)
    assert (row["skipped"], row["agreed"], row["of_recorded"]) == (1, 0, 0.5)


def test_only_agreed_skips_leave_nothing_to_divide_by(doses):
    """
    1 08:00 50 agreed
    """
    row = counts(doses)
    assert row["due"] == 1
    assert all(math.isnan(row[share]) for share in ("of_recorded", "low", "high"))


def test_a_pause_leaves_both_sides(doses):
    """
    1 08:00 50 taken 50
    2 08:00 50 held
    3 08:00 50 -
    """
    row = counts(doses)
    assert states(row) == [1, 0, 0, 1, 1]
    assert row["due"] == 3
    assert (row["of_recorded"], row["low"], row["high"]) == (1, 0.5, 1)


def test_a_dose_taken_in_a_pause_is_shown_as_extra(doses):
    """
    1 08:00 50 held
    1 08:00 50 taken 50
    """
    row = counts(doses)
    assert (row["held"], row["taken"], row["extra"]) == (1, 0, 1)


def test_a_pause_without_an_end_goes_on(doses):
    """
    1 08:00 50 -
    2 08:00 50 held
    3 08:00 50 -
    """
    doses.holds["end"] = pd.NaT
    assert states(counts(doses)) == [0, 0, 0, 1, 2]


def test_the_dose_at_the_end_of_a_pause_is_due(doses):
    """
    1 08:00 50 held
    2 08:00 50 -
    """
    doses.holds["end"] = doses.due["slot"].max()
    assert states(counts(doses)) == [0, 0, 0, 1, 1]


def test_a_dose_of_a_moved_time_does_not_stand_for_one_in_a_pause(doses):
    """
    1 08:00 - taken 50
    1 09:00 50 held
    1 20:00 50 -
    """
    assert states(counts(doses)) == [1, 0, 0, 0, 1]


def test_a_pause_of_another_medicine_pauses_nothing_here(doses):
    """
    1 08:00 50 held
    """
    doses.holds["medication"] = "other"
    assert counts(doses)["held"] == 0


def test_part_of_a_dose_counts_as_its_part(doses):
    """
    1 08:00 100 taken 25
    2 08:00 100 taken 100
    """
    row = counts(doses)
    assert (row["taken"], row["partial"]) == (2, 1)
    assert row["of_recorded"] == pytest.approx(0.625)


def test_after_a_dose_change_the_larger_amounts_weigh_more(doses):
    """
    1 08:00 50 missed
    2 08:00 100 taken 100
    """
    assert counts(doses)["of_recorded"] == pytest.approx(100 / 150)


def test_without_amounts_every_slot_weighs_the_same(doses):
    """
    1 08:00 ? taken
    2 08:00 50 missed
    3 08:00 50 missed
    4 08:00 50 -
    """
    row = counts(doses)
    assert row["of_recorded"] == pytest.approx(1 / 3)
    assert (row["low"], row["high"]) == (pytest.approx(1 / 4), pytest.approx(1 / 2))


def test_amounts_in_another_unit_are_not_compared(doses):
    """
    1 08:00 50 taken 1
    """
    doses.records["unit"] = "tablet"
    row = counts(doses)
    assert (row["taken"], row["partial"], row["extra"], row["of_recorded"]) == (1, 0, 0, 1)


def test_t2_a_dose_recorded_for_a_time_that_was_moved_stands_for_the_new_time(doses):
    """
    1 08:00 - taken 50
    1 09:00 50 -
    2 09:00 50 -
    """
    row = counts(doses)
    assert (row["due"], row["taken"], row["not_recorded"], row["extra"]) == (2, 1, 1, 0)


def test_t2_of_two_new_times_the_nearest_is_meant(doses):
    """
    1 08:00 - missed
    1 09:00 50 -
    1 20:00 50 -
    """
    slots, _ = match(doses.due, doses.records, doses.holds)
    assert slots["state"].tolist() == ["missed", "not_recorded"]


def test_t2_two_old_times_take_two_new_ones(doses):
    """
    1 08:00 - taken 50
    1 10:00 - taken 50
    1 09:00 50 -
    1 20:00 50 -
    """
    row = counts(doses)
    assert (row["taken"], row["extra"]) == (2, 0)


def test_t2_a_time_that_has_its_own_record_is_not_given_another(doses):
    """
    1 08:00 - taken 50
    1 09:00 50 missed
    """
    row = counts(doses)
    assert (row["taken"], row["missed"], row["extra"]) == (0, 1, 1)


def test_of_two_records_of_a_slot_taken_wins(doses):
    """
    1 08:00 50 missed
    1 08:00 50 taken 50
    2 08:00 50 missed
    2 08:00 50 agreed
    """
    row = counts(doses)
    assert states(row) == [1, 1, 0, 0, 0]


def test_a_slot_given_twice_is_one_dose(doses):
    """
    1 08:00 50 taken 50
    """
    doses.due = pd.concat([doses.due, doses.due])
    assert counts(doses)["due"] == 1


def test_each_medicine_has_its_own_row(doses):
    """
    1 08:00 50 taken 50
    1 20:00 50 missed
    """
    doses.due.loc[1, "medication"] = "b"
    doses.records.loc[1, "medication"] = "b"
    table = dose_counts(doses.due, doses.records, doses.holds)
    assert table[["medication", "due", "taken", "missed"]].to_numpy().tolist() == [
        ["b", 1, 0, 1],
        ["m", 1, 1, 0],
    ]


RECORDS = st.lists(
    st.tuples(
        st.integers(0, 9),
        st.sampled_from(["taken", "skipped", "missed"]),
        st.sampled_from([25.0, 50.0, 100.0, None]),
        st.booleans(),
        st.booleans(),
    ),
    max_size=30,
)


@given(RECORDS, st.sets(st.integers(0, 9)), st.sets(st.integers(0, 9)))
@settings(max_examples=80, deadline=None)
def test_the_states_add_up_shares_stay_within_their_bounds_and_nothing_given_is_changed(
    drawn, due_days, held_days
):
    def slot(n: int) -> dict:
        return entry(n + 1, "08:00", medication="m", unit="mg") | {"slot": at(n)}

    def at(n: int) -> pd.Timestamp:
        return pd.Timestamp("2026-05-01 08:00") + pd.Timedelta(days=n)

    due = frame([slot(n) | {"amount": 50.0} for n in sorted(due_days)], DUE_COLUMNS)
    holds = frame(
        [{"medication": "m", "start": at(n), "end": at(n + 1)} for n in held_days], HOLD_COLUMNS
    )
    records = frame(
        [
            slot(n)
            | {"status": status, "amount": amount, "agreed": agreed}
            | ({"slot": None} if extra and status == "taken" else {})
            for n, status, amount, extra, agreed in drawn
        ],
        COLUMNS["dose"],
    )
    given_tables = [due.copy(), records.copy(), holds.copy()]
    table = dose_counts(due, records, holds)
    for now, before in zip([due, records, holds], given_tables, strict=True):
        pd.testing.assert_frame_equal(now, before)
    assert table["due"].sum() == len(due)
    for row in table.to_dict("records"):
        assert sum(row[state] for state in STATES) == row["due"]
        assert row["agreed"] <= row["skipped"]
        assert row["partial"] <= row["taken"]
        if not math.isnan(row["low"]):
            assert -1e-9 <= row["low"] <= row["high"] <= 1 + 1e-9
        if not math.isnan(row["of_recorded"]):
            assert row["low"] - 1e-9 <= row["of_recorded"] <= row["high"] + 1e-9


def test_of_two_records_whose_slots_are_gone_one_fills_the_slot_and_one_is_extra():
    one = entry(1, "08:00", medication="m", unit="mg", amount=50.0)
    due = frame([one | {"slot": pd.Timestamp("2026-05-01 08:00")}], DUE_COLUMNS)
    gone = [
        entry(1, clock, medication="m", unit="mg", amount=50.0, status="taken")
        | {"slot": pd.Timestamp(f"2026-05-01 {clock}")}
        for clock in ("09:00", "21:00")
    ]
    records = frame(gone, COLUMNS["dose"])
    (row,) = dose_counts(due, records, frame([], HOLD_COLUMNS)).to_dict("records")
    assert (row["due"], row["taken"], row["extra"]) == (1, 1, 1)
