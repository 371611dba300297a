"""The level of a symptom: a median of recorded days, never drawn across days without a record."""

import pandas as pd
import pytest
from drawn import entry, frame

from medself.analysis.trends import COLUMNS as TREND
from medself.analysis.trends import rolling
from medself.journal.tables import COLUMNS


def levels(table: pd.DataFrame) -> dict[int, float]:
    shown = table.dropna(subset="level")
    return {row.day.day: row.level for row in shown.itertuples()}


def test_the_level_is_the_median_of_at_least_four_days_of_seven(ratings):
    """
    1 2
    2 4
    3 9
    4 4
    5 5
    """
    assert levels(rolling(ratings)) == {4: 4, 5: 4}


def test_a_day_leaves_after_seven_days(ratings):
    """
    1 0
    2 2
    3 2
    4 8
    6 8
    8 8
    """
    # On day 7 the first day would still count; on day 8 it has left: 2, 2, 8, 8, 8.
    assert levels(rolling(ratings))[8] == 8


def test_q7_a_line_breaks_after_more_than_three_days_without_a_record(ratings):
    """
    1 5
    2 5
    3 5
    4 5
    8 5
    9 5
    14 5
    15 5
    16 5
    17 5
    """
    table = rolling(ratings)
    segment = {row.day.day: row.segment for row in table.itertuples()}
    assert levels(table).keys() == {4, 8, 9, 17}
    assert segment[4] == segment[8] == segment[9] != segment[17]


def test_q7_three_days_without_a_record_do_not_break_the_line(ratings):
    """
    1 5
    2 5
    3 5
    4 5
    8 5
    """
    table = rolling(ratings).dropna(subset="level")
    assert table["day"].dt.day.tolist() == [4, 8]
    assert table["segment"].nunique() == 1


def test_q7_a_line_is_not_joined_over_days_that_had_no_level(ratings):
    """
    1 5
    2 5
    3 5
    4 5
    8 5
    12 5
    13 5
    14 5
    15 5
    """
    table = rolling(ratings).dropna(subset="level")
    assert table["day"].dt.day.tolist() == [4, 8, 14, 15]
    first, second = table["segment"].iloc[1], table["segment"].iloc[2]
    assert first != second


def test_q7_several_a_day_show_their_median_and_range(ratings):
    """
    1 1 9 8
    """
    (row,) = rolling(ratings).to_dict("records")
    assert (row["value"], row["low"], row["high"], row["entries"]) == (8, 1, 9, 3)


def test_each_symptom_has_its_own_level():
    table = rolling(
        frame(
            [
                entry(day, symptom=symptom, value=value)
                for day in range(1, 6)
                for symptom, value in (("worry", 8), ("mood", 2))
            ],
            COLUMNS["rating"],
        )
    )
    assert table.groupby("symptom")["level"].max().to_dict() == {"mood": 2, "worry": 8}
    assert table["symptom"].tolist() == ["mood"] * 5 + ["worry"] * 5


def test_no_ratings_no_rows():
    table = rolling(frame([], COLUMNS["rating"]))
    assert table.dtypes.astype(str).to_dict() == TREND


@pytest.mark.parametrize("order", [1, -1])
def test_order_does_not_matter_and_nothing_given_is_changed(ratings, order):
    """
    1 2
    3 4
    4 9
    5 4
    """
    given = ratings.iloc[::order]
    before = given.copy()
    assert levels(rolling(given)) == {5: 4}
    pd.testing.assert_frame_equal(given, before)
