"""The small charts of Over time: each with its sentence and table, few marks, nothing typed in the spec."""

import json
from datetime import date, timedelta

import numpy as np
import pandas as pd
import pytest
import vl_convert

from medself.analysis.change import around
from medself.analysis.week import typical_week
from medself.charts import calendar as calendars
from medself.charts.before_after import before_after
from medself.charts.calendar import MOST_WEEKS, SHAPES, TONES, calendar, first_day
from medself.charts.picture import number, span
from medself.charts.sleep import nights
from medself.charts.theme import DARK, LIGHT
from medself.charts.totals import Scale, totals
from medself.charts.week import week

START, END = date(2026, 5, 1), date(2026, 6, 30)
TYPED = "<b>Typed</b>"


def days(count: int, start: date = START) -> pd.DatetimeIndex:
    return pd.DatetimeIndex(
        pd.date_range(start, periods=count).astype("datetime64[us]"), name="day"
    )


def a_week(dark=False):
    daily = pd.DataFrame({"symptom": "mood", "day": days(21), "value": np.arange(21) % 10 * 1.0})
    return week(typical_week(daily), TYPED, tone="first", dark=dark)


def a_sleep(count=40, dark=False):
    hours = pd.Series([6.0, 7.0, 8.25, 7.5] * (count // 4), index=days(count))
    return nights(hours, start=START, end=START + timedelta(days=count + 9), dark=dark)


STATES = ["taken", "skipped", "missed", "not_recorded", "held", "mixed"]


def a_calendar(dark=False):
    return calendar(pd.Series(STATES * 10, index=days(60)), TYPED, dark=dark)


def a_total(count=7, better="low", dark=False):
    found = pd.DataFrame({"at": days(count), "total": np.arange(count) + 3.0})
    scale = Scale(name=TYPED, low=0, high=27, better=better)
    return totals(found, scale, start=START, end=END, dark=dark)


def compared(before: float, after: float):
    change = START + timedelta(days=14)
    series = pd.Series([before] * 14 + [after] * 28, index=days(42))
    return around(series, change, before_days=14, skip_days=0, after_days=28)


def a_change(dark=False):
    return before_after([(TYPED, compared(3, 5)), ("Worry", compared(4, 4))], dark=dark)


EVERY = {
    "week": a_week,
    "sleep": a_sleep,
    "calendar": a_calendar,
    "total": a_total,
    "change": a_change,
}


@pytest.mark.parametrize("make", EVERY.values(), ids=EVERY)
@pytest.mark.parametrize("dark", [False, True])
def test_it_is_drawn_without_complaint_from_data_that_stays_out_of_the_spec(make, dark, capfd):
    picture = make(dark=dark)
    assert "Typed" not in json.dumps(picture.spec)
    days_as_text = dict.fromkeys(picture.data.select_dtypes("datetime").columns, "str")
    rows = picture.data.astype(days_as_text)
    spec = picture.spec | {"width": 330, "data": {"values": rows.to_dict("records")}}
    svg = vl_convert.vegalite_to_svg(spec, vl_version="6.4", show_warnings=True)
    assert (DARK if dark else LIGHT)["quiet"] in svg
    assert "WARN" not in capfd.readouterr().err
    assert picture.sentence
    assert not picture.table.empty


def test_the_week_says_each_day():
    picture = a_week()
    assert picture.sentence.startswith(f"{TYPED}, middle score by day of the week: Monday ")
    assert picture.table.columns.tolist() == ["Day", "Days recorded", "Middle score", "Most days"]
    assert picture.table["Days recorded"].tolist() == ["3"] * 7


def test_sleep_says_its_middle_and_the_nights_it_stands_on():
    picture = a_sleep()
    assert (
        picture.sentence == "Hours slept: middle 7.2, most nights 6.8 to 7.7, on 40 of 50 nights."
    )
    assert picture.table.to_numpy().tolist() == [
        ["May 2026", "31", "7", "6.5 to 7.9"],
        ["June 2026", "9", "7.5", "7 to 7.5"],
    ]


def test_ten_years_of_nights_are_a_few_hundred_marks_with_their_range():
    picture = a_sleep(count=3652)
    assert len(picture.data) <= 210
    assert (picture.data["low"].iloc[0], picture.data["high"].iloc[0]) == (6, 8.25)


def test_long_nights_do_not_leave_the_picture():
    hours = pd.Series([15.0, 7.0], index=days(2))
    picture = nights(hours, start=START, end=END)
    (point,) = [layer for layer in picture.spec["layer"] if layer["mark"]["type"] == "point"]
    assert point["encoding"]["y"]["scale"]["domain"] == [0, 15]


def test_the_calendar_has_one_cell_a_day_and_says_how_many_of_each():
    picture = a_calendar()
    assert len(picture.data) == 60
    assert picture.sentence == (
        f"{TYPED}, days with doses due from 1 May 2026 to 29 June 2026: taken on 10 days, skipped on 10 "
        "days, missed on 10 days, not recorded on 10 days, in a pause on 10 days, not all the same on "
        "10 days."
    )
    assert picture.table.columns.tolist() == ["Month", *calendars.WORDS.values()]
    assert picture.table["Month"].tolist() == ["May 2026", "June 2026"]
    one = calendar(pd.Series(["taken"], index=days(1)), "X")
    assert one.sentence.endswith("taken on 1 day.")
    assert one.table.columns.tolist() == ["Month", "Taken"]


def test_each_state_has_its_own_shape_and_none_is_red():
    assert len(set(SHAPES.values())) == len(STATES) == len(TONES)
    for colours in (LIGHT, DARK):
        for state in STATES:
            red, green, blue = (int(colours[TONES[state]][at : at + 2], 16) for at in (1, 3, 5))
            assert not (red > 150 and green < 70 and blue < 70)


def test_all_states_are_in_the_legend_whatever_is_drawn():
    one = calendar(pd.Series(["taken"], index=days(1)), "X")
    (cells,) = one.spec["layer"]
    assert cells["encoding"]["shape"]["scale"]["domain"] == list(calendars.WORDS.values())


def test_of_a_long_time_the_last_half_year_is_drawn():
    assert first_day(START, END) == START
    assert first_day(date(2016, 1, 1), END) == END - timedelta(days=7 * MOST_WEEKS - 1)


@pytest.mark.parametrize(
    ("better", "words", "sign"),
    [
        ("low", "A lower total is better.", "↓"),
        ("high", "A higher total is better.", "↑"),
        (None, "", ""),
    ],
)
def test_totals_name_the_good_end(better, words, sign):
    picture = a_total(better=better)
    assert picture.sentence.endswith(words or "7 May 2026.")
    assert (f"better {sign}" in json.dumps(picture.spec, ensure_ascii=False)) is bool(better)


def test_totals_tell_the_last_five_and_the_table_all_newest_first():
    picture = a_total()
    assert picture.sentence.startswith(
        f"{TYPED} total: 2 earlier, then 5 on 3 May 2026, 6 on 4 May"
    )
    assert picture.table["Total"].tolist() == ["9", "8", "7", "6", "5", "4", "3"]
    assert "earlier" not in a_total(count=5).sentence


def test_before_and_after_are_two_marks_a_symptom():
    picture = a_change()
    assert picture.data[["row", "middle"]].to_numpy().tolist() == [
        [f"{TYPED}, before", 3.0],
        [f"{TYPED}, after", 5.0],
        ["Worry, before", 4.0],
        ["Worry, after", 4.0],
    ]
    assert f"{TYPED}. In the 14 days before 15 May 2026" in picture.sentence


def test_nothing_compared_is_no_picture():
    empty = pd.Series([1.0], index=days(1))
    found = around(empty, START, before_days=14, skip_days=0, after_days=28)
    assert before_after([("Mood", found)]) is None


def test_numbers_have_at_most_one_decimal():
    assert (number(5.875), number(5.0)) == ("5.9", "5")
    assert (span(4.0, 5.875), span(5.96, 6.0)) == ("4 to 5.9", "6")
