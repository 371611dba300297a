"""Side effects: first seen, last seen, how often, how strong, still there."""

from datetime import date

import pandas as pd
import pytest

from medself.analysis.side_effects import episodes, spans

END = date(2026, 5, 31)


def days(*numbers: int) -> pd.Series:
    return pd.Series([pd.Timestamp(2026, 5, number) for number in numbers], dtype="datetime64[us]")


def one(side_effects, recorded=(), end=END) -> dict:
    (row,) = spans(side_effects, recorded=days(*recorded), end=end).to_dict("records")
    return row


def test_days_noted_of_days_recorded(side_effects):
    """
    2 1 nausea
    3 2 nausea
    3 3 nausea
    20 1 nausea
    """
    row = one(side_effects, recorded=(1, 2, 3, 4, 5))
    assert (row["first"].day, row["last"].day) == (2, 20)
    # Recorded: 1 to 5 and the 20th.
    assert (row["days"], row["of_days"], row["worst"]) == (3, 6, 3)


@pytest.mark.parametrize(("end", "still"), [(date(2026, 5, 22), True), (date(2026, 5, 23), None)])
def test_still_there_is_said_only_of_the_last_two_weeks(side_effects, end, still):
    """
    9 1 nausea
    """
    assert one(side_effects, end=end)["still_there"] is still


def test_noted_as_gone_is_not_still_there(side_effects):
    """
    9 1 nausea
    10 0 nausea
    """
    row = one(side_effects, end=date(2026, 5, 11))
    assert row["still_there"] is False
    assert (row["last"].day, row["days"]) == (9, 1)


def test_never_there_is_not_listed(side_effects):
    """
    9 0 nausea
    """
    assert spans(side_effects, recorded=days(), end=END).empty


def test_the_most_frequent_comes_first(side_effects):
    """
    1 1 rash
    1 1 nausea
    2 1 nausea
    """
    table = spans(side_effects, recorded=days(), end=END)
    assert table["effect"].tolist() == ["nausea", "rash"]


def test_whether_it_ever_stopped_me(side_effects):
    """
    1 1 nausea
    2 1 nausea
    """
    assert one(side_effects)["stops_me"] is False
    side_effects.loc[0, "stops_me"] = True
    assert one(side_effects)["stops_me"] is True


def stretches(side_effects) -> list[tuple[int, int, int, int]]:
    found = episodes(side_effects)
    return [(row.start.day, row.end.day, row.worst, row.days) for row in found.itertuples()]


def test_a_stretch_ends_when_it_is_gone_and_a_new_one_begins(side_effects):
    """
    1 1 nausea
    3 2 nausea
    4 0 nausea
    6 1 nausea
    """
    assert stretches(side_effects) == [(1, 3, 2, 2), (6, 6, 1, 1)]


def test_a_stretch_ends_when_it_is_not_noted_again_within_14_days(side_effects):
    """
    1 1 nausea
    15 1 nausea
    30 1 nausea
    """
    assert stretches(side_effects) == [(1, 15, 1, 2), (30, 30, 1, 1)]


def test_a_stretch_begins_when_the_person_says_it_began(side_effects):
    """
    5 1 nausea 2
    6 1 nausea 2
    """
    assert stretches(side_effects) == [(2, 6, 1, 2)]


def test_a_stretch_does_not_begin_inside_the_one_before(side_effects):
    """
    5 1 nausea
    8 1 nausea
    9 0 nausea
    20 1 nausea 6
    """
    assert stretches(side_effects) == [(5, 8, 1, 2), (9, 20, 1, 1)]


def test_two_side_effects_are_two_stretches(side_effects):
    """
    5 1 nausea
    5 2 rash
    """
    assert episodes(side_effects)["effect"].tolist() == ["nausea", "rash"]


def test_nothing_noted_is_an_empty_table(side_effects):
    """"""
    assert episodes(side_effects).empty
    assert spans(side_effects, recorded=days(1), end=END).empty
