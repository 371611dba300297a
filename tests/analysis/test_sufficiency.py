"""How much is recorded."""

from datetime import date

import pandas as pd
import pytest
from drawn import entry, frame

from medself.analysis import sufficiency
from medself.journal.tables import COLUMNS

PERIOD = {"start": date(2026, 5, 1), "end": date(2026, 5, 14)}


def test_days_gap_and_last_entry(entries):
    """
    1
    2
    2
    9
    11
    """
    found = sufficiency.of(entries, **PERIOD)
    assert (found.days, found.period_days, found.longest_gap) == (4, 14, 6)
    assert found.last_entry == date(2026, 5, 11)


def test_the_ends_of_the_period_can_be_the_longest_gap(entries):
    """
    5
    6
    """
    found = sufficiency.of(entries, **PERIOD)
    assert found.longest_gap == 8


def test_nothing_recorded_is_one_long_gap_and_no_last_entry(entries):
    """"""
    found = sufficiency.of(entries, **PERIOD)
    assert (found.days, found.longest_gap, found.typed) == (0, 14, 0)
    assert found.last_entry is None
    assert found.filled_late is None


def test_every_day_recorded_has_no_gap():
    table = frame([entry(day) for day in range(1, 15)], COLUMNS["event"])
    assert sufficiency.of(table, **PERIOD).longest_gap == 0


def test_what_lies_outside_does_not_count(entries):
    """
    14
    15
    """
    found = sufficiency.of(entries, **PERIOD)
    assert (found.days, found.last_entry) == (1, date(2026, 5, 14))


def test_filled_in_late_is_more_than_48_hours_after(entries):
    """
    1 0
    2 48
    3 49
    4 500
    5 import
    """
    found = sufficiency.of(entries, **PERIOD)
    assert found.typed == 4
    assert found.filled_late == pytest.approx(0.5)


def test_when_an_entry_was_typed_may_be_unknown(entries):
    """
    1 0
    """
    entries["recorded_at"] = pd.Series(pd.NaT, index=entries.index, dtype="datetime64[us, UTC]")
    assert sufficiency.of(entries, **PERIOD).filled_late is None


def test_late_is_told_by_the_zone_of_the_entry(entries):
    """
    1 40
    """
    # Noon in Kiritimati is 14 hours before noon UTC: 54 hours have passed.
    entries["zone"] = "Pacific/Kiritimati"
    assert sufficiency.of(entries, **PERIOD).filled_late == 1
