"""How long a medicine was taken, its gaps, and runs of doses missed or not recorded."""

from dataclasses import FrozenInstanceError
from datetime import date

import pandas as pd
import pytest
from drawn import frame
from hypothesis import given, settings
from hypothesis import strategies as st

from medself.analysis import persistence
from medself.analysis.persistence import Persistence, runs
from medself.journal.tables import COLUMNS
from medself.schedule.due import DUE_COLUMNS, HOLD_COLUMNS


def may(day: int) -> date:
    return date(2026, 5, day)


def of(doses, *, limit=3):
    return persistence.of(doses.due, doses.records, doses.holds, "m", limit_days=limit)


def spans(found: Persistence) -> list[tuple[int, int, int]]:
    return [(gap.start.day, gap.end.day, gap.days) for gap in found.gaps]


def test_from_the_first_dose_to_the_last(doses):
    """
    1 08:00 50 missed
    2 08:00 50 taken 50
    3 08:00 50 missed
    4 08:00 50 taken 50
    5 08:00 50 -
    """
    found = of(doses)
    assert (found.first, found.last, found.days) == (may(2), may(4), 3)
    assert found.gaps == ()


def test_a_gap_as_long_as_the_limit_ends_the_count_at_the_dose_before_it(doses):
    """
    1 08:00 50 taken 50
    2 08:00 50 taken 50
    3 08:00 50 missed
    4 08:00 50 -
    5 08:00 50 skipped
    6 08:00 50 taken 50
    """
    found = of(doses, limit=3)
    (gap,) = found.gaps
    assert (found.first, found.last, found.days) == (may(1), may(2), 2)
    assert (gap.start, gap.end, gap.days) == (may(3), may(5), 3)
    assert (gap.missed, gap.not_recorded, gap.skipped, gap.held) == (1, 1, 1, 0)
    assert not gap.goes_on


def test_a_gap_one_day_shorter_than_the_limit_does_not_matter(doses):
    """
    1 08:00 50 taken 50
    2 08:00 50 missed
    3 08:00 50 missed
    4 08:00 50 taken 50
    """
    assert of(doses, limit=3) == Persistence(first=may(1), last=may(4), days=4, gaps=())
    assert spans(of(doses, limit=2)) == [(2, 3, 2)]


def test_every_gap_that_matters_is_listed_and_the_first_ends_the_count(doses):
    """
    1 08:00 50 taken 50
    2 08:00 50 missed
    3 08:00 50 missed
    4 08:00 50 taken 50
    5 08:00 50 missed
    6 08:00 50 taken 50
    7 08:00 50 -
    8 08:00 50 -
    9 08:00 50 -
    """
    found = of(doses, limit=2)
    assert spans(found) == [(2, 3, 2), (7, 9, 3)]
    assert [gap.goes_on for gap in found.gaps] == [False, True]
    assert found.last == may(1)


def test_one_dose_of_two_a_day_is_a_day_with_the_medicine(doses):
    """
    1 08:00 50 taken 50
    1 20:00 50 missed
    2 08:00 50 missed
    2 20:00 50 taken 50
    3 08:00 50 missed
    3 20:00 50 missed
    4 08:00 50 taken 50
    """
    found = of(doses, limit=1)
    assert spans(found) == [(3, 3, 1)]
    assert found.gaps[0].missed == 2


def test_a_gap_of_a_medicine_taken_every_other_day_is_counted_from_the_dose_due(doses):
    """
    1 08:00 50 taken 50
    3 08:00 50 taken 50
    5 08:00 50 missed
    7 08:00 50 taken 50
    """
    assert spans(of(doses, limit=1)) == [(5, 6, 2)]


def test_an_extra_dose_ends_a_gap(doses):
    """
    1 08:00 50 taken 50
    2 08:00 50 missed
    3 08:00 50 missed
    3 - - taken 50
    4 08:00 50 missed
    5 08:00 50 taken 50
    """
    assert spans(of(doses, limit=1)) == [(2, 2, 1), (4, 4, 1)]


def test_an_extra_dose_on_a_day_without_one_due_counts_as_the_last_dose(doses):
    """
    1 08:00 50 taken 50
    4 - - taken 50
    """
    found = of(doses)
    assert (found.last, found.days) == (may(4), 4)


def test_a_time_without_doses_due_is_no_gap(doses):
    """
    1 08:00 50 taken 50
    9 08:00 50 taken 50
    """
    assert of(doses, limit=1).gaps == ()


def test_a_pause_for_want_of_supply_is_part_of_a_gap(doses):
    """
    1 08:00 50 taken 50
    2 08:00 50 held
    3 08:00 50 held
    4 08:00 50 missed
    5 08:00 50 taken 50
    """
    doses.holds["reason"] = "no_supply"
    (gap,) = of(doses, limit=3).gaps
    assert (gap.days, gap.held, gap.missed) == (3, 2, 1)


def test_days_in_hospital_are_no_gap_and_end_one(doses):
    """
    1 08:00 50 taken 50
    2 08:00 50 missed
    3 08:00 50 held
    4 08:00 50 held
    5 08:00 50 held
    6 08:00 50 missed
    7 08:00 50 taken 50
    """
    doses.holds["reason"] = "hospital"
    assert spans(of(doses, limit=1)) == [(2, 2, 1), (6, 6, 1)]
    assert of(doses, limit=2).gaps == ()


def test_never_taken_is_not_begun(doses):
    """
    1 08:00 50 missed
    2 08:00 50 -
    """
    assert of(doses) == Persistence(first=None, last=None, days=0, gaps=())


def test_what_was_found_cannot_be_altered(doses):
    """
    1 08:00 50 taken 50
    2 08:00 50 missed
    """
    found = of(doses, limit=1)
    for value in (found, found.gaps[0]):
        with pytest.raises(FrozenInstanceError):
            value.missed = value.days = 0


def test_nothing_due_and_nothing_recorded_is_not_begun(doses):
    """"""
    assert of(doses).first is None


def test_other_medicines_do_not_matter(doses):
    """
    1 08:00 50 taken 50
    2 08:00 50 missed
    3 08:00 50 taken 50
    """
    other = doses.due.assign(medication="other"), doses.records.assign(medication="other")
    doses.due = pd.concat([doses.due, other[0]])
    doses.records = pd.concat([doses.records, other[1].iloc[:1]])
    assert spans(of(doses, limit=1)) == [(2, 2, 1)]


def rows(doses) -> list[tuple]:
    table = runs(doses.due, doses.records, doses.holds)
    return [
        (row.medication, row.state, row.start.day, row.end.day, row.doses)
        for row in table.itertuples()
    ]


def test_runs_of_missed_and_of_not_recorded_are_told_apart(doses):
    """
    1 08:00 50 missed
    2 08:00 50 missed
    3 08:00 50 -
    4 08:00 50 -
    5 08:00 50 -
    6 08:00 50 taken 50
    7 08:00 50 missed
    8 08:00 50 skipped
    """
    assert rows(doses) == [
        ("m", "missed", 1, 2, 2),
        ("m", "not_recorded", 3, 5, 3),
        ("m", "missed", 7, 7, 1),
    ]


def test_a_run_counts_doses_and_a_pause_ends_it(doses):
    """
    1 08:00 50 missed
    1 20:00 50 missed
    2 08:00 50 held
    3 08:00 50 missed
    """
    assert rows(doses) == [("m", "missed", 1, 1, 2), ("m", "missed", 3, 3, 1)]


def test_a_run_does_not_go_from_one_medicine_to_the_next(doses):
    """
    1 08:00 50 missed
    2 08:00 50 missed
    """
    doses.due.loc[0, "medication"] = doses.records.loc[0, "medication"] = "z"
    assert rows(doses) == [("m", "missed", 2, 2, 1), ("z", "missed", 1, 1, 1)]


def test_runs_have_the_same_columns_when_there_are_none():
    empty = runs(frame([], DUE_COLUMNS), frame([], COLUMNS["dose"]), frame([], HOLD_COLUMNS))
    assert empty.empty
    assert empty.dtypes.astype(str).to_dict() == persistence.RUNS


@given(st.lists(st.sampled_from(["taken", "missed", "-"]), max_size=25), st.integers(1, 5))
@settings(max_examples=40, deadline=None)
def test_gaps_are_the_long_stretches_between_doses(states, limit):
    slots = [pd.Timestamp("2026-05-01 08:00") + pd.Timedelta(days=n) for n in range(len(states))]
    base = [
        {
            "medication": "m",
            "slot": at,
            "day": at.normalize(),
            "at": at,
            "amount": 1.0,
            "unit": "mg",
        }
        for at in slots
    ]
    due = frame(base, DUE_COLUMNS)
    records = frame(
        [row | {"status": state} for row, state in zip(base, states, strict=True) if state != "-"],
        COLUMNS["dose"],
    )
    found = persistence.of(due, records, frame([], HOLD_COLUMNS), "m", limit_days=limit)
    drawn = "".join("T" if state == "taken" else "." for state in states)
    began = drawn[drawn.find("T") :] if "T" in drawn else ""
    lengths = [len(run) for run in began.split("T") if len(run) >= limit]
    assert [gap.days for gap in found.gaps] == lengths
    assert found.days == len(began.split("." * limit)[0].rstrip("."))


@pytest.mark.parametrize("state", ["taken", "skipped", "held"])
def test_only_missed_and_not_recorded_make_runs(doses, state):
    """
    1 08:00 50 taken 50
    2 08:00 50 agreed
    3 08:00 50 held
    """
    assert state not in {row[1] for row in rows(doses)}
