"""The typical week from 14 days on, hours slept, and one state a day for the calendar."""

from datetime import timedelta

import pandas as pd
from drawn import MAY, entry, frame

from medself.analysis import sleep
from medself.analysis.adherence import match
from medself.analysis.dose_days import dose_days
from medself.analysis.trends import rolling
from medself.analysis.week import COLUMNS, typical_week
from medself.journal.tables import COLUMNS as TABLES


def rated(*values: int, symptom: str = "mood") -> pd.DataFrame:
    rows = [entry(day, symptom=symptom, value=value) for day, value in enumerate(values, 1)]
    return rolling(frame(rows, TABLES["rating"]))


def test_each_day_of_the_week_has_its_middle_and_quartiles():
    week = typical_week(rated(*range(7), *[each + 2 for each in range(7)], 9)).set_index("weekday")
    # 1 May 2026 is a Friday; 15 May is the third one.
    assert week.loc[4, ["days", "middle", "low", "high"]].tolist() == [3, 2, 1, 5.5]
    assert week.loc[5, ["days", "middle", "low", "high"]].tolist() == [2, 2, 1.5, 2.5]
    assert len(week) == 7


def test_with_13_days_there_is_no_typical_week():
    assert typical_week(rated(*[5] * 13)).empty
    assert typical_week(rated(*[5] * 14))["days"].tolist() == [2] * 7


def test_each_symptom_needs_its_own_days():
    both = pd.concat([rated(*[5] * 14), rated(*[5] * 13, symptom="worry")])
    assert set(typical_week(both)["symptom"]) == {"mood"}


def test_no_days_give_an_empty_table_with_its_columns():
    week = typical_week(rated())
    assert week.empty
    assert {name: str(dtype) for name, dtype in week.dtypes.items()} == COLUMNS


def slept(*nights: tuple[int, float | None]) -> pd.Series:
    rows = [entry(day, f"{8 + n:02}:00", sleep_hours=h) for n, (day, h) in enumerate(nights)]
    return sleep.nights(frame(rows, TABLES["check_in"]))


def test_hours_of_a_day_are_the_middle_of_its_check_ins():
    hours = slept((1, 6), (1, 8), (2, None), (3, 5.5))
    assert hours.tolist() == [7, 5.5]
    assert hours.index.tolist() == [MAY, MAY + timedelta(days=2)]


def test_nights_are_summed_up_and_none_are_missing():
    found = sleep.of(slept((1, 5), (2, 6), (3, 7), (4, 8), (5, 9)))
    assert found == sleep.Sleep(nights=5, middle=7, low=6, high=8)
    assert sleep.of(slept((1, None))) is None


def test_a_day_has_one_state_and_mixed_where_its_doses_differ(doses):
    """
    1 08:00 50 taken
    1 20:00 50 taken
    2 08:00 50 taken
    2 20:00 50 -
    3 08:00 50 skipped
    4 08:00 50 missed
    5 08:00 50 -
    6 08:00 50 held
    7 - - taken
    """
    found = dose_days(match(doses.due, doses.records, doses.holds)[0], "m")
    assert found.tolist() == ["taken", "mixed", "skipped", "missed", "not_recorded", "held"]
    assert found.index.day.tolist() == [1, 2, 3, 4, 5, 6]
    assert dose_days(match(doses.due, doses.records, doses.holds)[0], "other").empty


def test_a_pause_of_one_dose_is_mixed_too(doses):
    """
    1 08:00 50 held
    1 20:00 50 taken
    """
    assert dose_days(match(doses.due, doses.records, doses.holds)[0], "m").tolist() == ["mixed"]
