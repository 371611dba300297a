"""How a plan was followed: in time apart from taken, days as planned, runs, reasons, times of day."""

from datetime import date, timedelta

import pandas as pd
import pytest

from medself.analysis.adherence import match
from medself.analysis.following import Run, Share, following
from medself.analysis.timing import timed


def found(doses):
    (one,) = following(doses.due, doses.records, doses.holds).values()
    return one


def moved(doses, *hours: float | None, typed: float = 0):
    """Put the records so many hours after their slots, typed so many hours after that."""
    at = doses.records["slot"] + pd.Series(pd.to_timedelta([each or 0 for each in hours], unit="h"))
    at = at.astype("datetime64[us]")
    late = pd.Timedelta(hours=typed)
    doses.records = doses.records.assign(at=at, recorded_at=at.dt.tz_localize("UTC") + late)
    return doses


def in_time(doses) -> list[bool | None]:
    slots, _ = match(doses.due, doses.records, doses.holds)
    return [
        None if pd.isna(each) else bool(each) for each in timed(slots, doses.records)["in_time"]
    ]


def test_one_dose_a_day_is_in_time_up_to_six_hours_away(doses):
    """
    1 08:00 50 taken
    2 08:00 50 taken
    3 08:00 50 taken
    4 08:00 50 taken
    """
    assert in_time(moved(doses, 6, -6, 6.02, -6.02)) == [True, True, False, False]
    assert found(doses).window_hours == 6


def test_two_doses_a_day_are_in_time_up_to_three_hours_away(doses):
    """
    1 08:00 50 taken
    1 20:00 50 taken
    2 08:00 50 taken
    """
    assert in_time(moved(doses, 3, -3, 3.02)) == [True, True, False]


def test_the_nearest_other_dose_counts_where_times_are_uneven(doses):
    """
    1 08:00 50 taken
    1 12:00 50 taken
    1 20:00 50 taken
    """
    assert in_time(moved(doses, 1, 1.5, 2)) == [True, False, True]
    assert found(doses).window_hours is None


def test_without_another_dose_in_these_days_nobody_can_say(doses):
    """
    1 08:00 50 taken
    """
    assert in_time(moved(doses, 1)) == [None]
    one = found(doses)
    assert (one.taken, one.timed, one.in_time) == (1, 0, 0)


def test_a_time_nobody_gave_is_not_in_time_and_not_late(doses):
    """
    1 08:00 50 taken
    2 08:00 50 taken
    """
    assert in_time(moved(doses, 0, 0, typed=6)) == [True, True]
    assert in_time(moved(doses, 0, 1, typed=7)) == [None, True]


def test_when_it_was_typed_may_not_be_known(doses):
    """
    1 08:00 50 taken
    2 08:00 50 taken
    """
    doses = moved(doses, 0, 1)
    doses.records["recorded_at"] = pd.Series([pd.NaT, pd.NaT], dtype="datetime64[us, UTC]")
    assert in_time(doses) == [None, True]


def test_only_doses_taken_have_a_time(doses):
    """
    1 08:00 50 missed
    2 08:00 50 taken
    3 08:00 50 -
    """
    assert in_time(moved(doses, 0, 1)) == [True]


def test_a_change_of_the_clock_makes_no_dose_late(doses):
    """
    1 08:00 50 taken
    2 08:00 50 taken
    """
    doses = moved(doses, 6, 6)
    doses.records["zone"] = "Europe/Berlin"
    assert in_time(doses) == [True, True]


def test_a_day_is_as_planned_when_all_was_taken_and_nothing_more(doses):
    """
    1 08:00 50 taken
    1 20:00 50 taken
    2 08:00 50 taken
    2 20:00 50 missed
    3 08:00 50 taken
    3 20:00 50 -
    4 08:00 50 taken 25
    4 20:00 50 taken
    5 08:00 50 agreed
    5 20:00 50 taken
    6 08:00 50 taken
    6 20:00 50 taken
    6 - - taken
    7 08:00 50 held
    7 20:00 50 taken
    9 - - taken
    """
    one = found(doses)
    # Known are the days 1, 2, 4, 6 and 9; as planned only the first.
    assert (one.days_right, one.days_known) == (1, 5)
    assert one.doubles == ()


def test_one_dose_taken_twice_is_told_with_its_day(doses):
    """
    1 08:00 50 taken
    2 08:00 50 taken
    2 08:00 50 taken
    3 08:00 50 taken 25
    3 08:00 50 taken 25
    4 08:00 50 held
    4 08:00 50 taken
    """
    assert found(doses).doubles == (date(2026, 5, 2),)


def test_the_longest_runs_of_missed_and_of_not_recorded_are_apart(doses):
    """
    1 08:00 50 missed
    2 08:00 50 taken
    3 08:00 50 missed
    4 08:00 50 missed
    5 08:00 50 -
    6 08:00 50 -
    7 08:00 50 -
    """
    one = found(doses)
    assert one.missed == Run(doses=2, start=date(2026, 5, 3), end=date(2026, 5, 4))
    assert one.not_recorded == Run(doses=3, start=date(2026, 5, 5), end=date(2026, 5, 7))


def test_without_any_there_is_no_run(doses):
    """
    1 08:00 50 taken
    """
    one = found(doses)
    assert (one.missed, one.not_recorded) == (None, None)


def test_reasons_are_in_the_persons_words_and_counted(doses):
    """
    1 08:00 50 skipped
    2 08:00 50 skipped
    3 08:00 50 missed
    4 08:00 50 missed
    5 08:00 50 missed
    """
    doses.records["reason"] = ["Felt sick", "Felt sick ", "Forgot", "", "At work"]
    assert found(doses).reasons == (
        ("skipped", "Felt sick", 2),
        ("missed", "At work", 1),
        ("missed", "Forgot", 1),
    )


def test_what_was_filled_in_later_is_counted(doses):
    """
    1 08:00 50 taken
    2 08:00 50 missed
    3 08:00 50 taken
    """
    doses.records.loc[0, "recorded_at"] += pd.Timedelta(hours=49)
    doses.records.loc[2, "source"] = "import:fhir"
    one = found(doses)
    assert (one.filled_late, one.typed) == (1, 2)


def many(doses, days: int):
    """The drawn days over and over, a week each time."""
    weeks = []
    for number in range(days // 7):
        later = timedelta(days=7 * number)
        for name in ("due", "records"):
            table = getattr(doses, name)
            moved_on = {column: table[column] + later for column in ("slot", "day")}
            if name == "records":
                moved_on["id"] = table["id"] + f" {number}"
            weeks.append((name, table.assign(**moved_on)))
    for name in ("due", "records"):
        setattr(doses, name, pd.concat([t for n, t in weeks if n == name], ignore_index=True))
    return doses


@pytest.mark.parametrize(("weeks", "told"), [(7, True), (6, False)])
def test_times_of_day_are_told_apart_from_14_recorded_each(doses, weeks, told):
    """
    1 08:00 50 taken
    1 21:00 50 missed
    2 08:00 50 taken
    2 21:00 50 taken
    3 08:00 50 agreed
    3 21:00 50 taken
    """
    shares = (
        Share(name="morning", taken=14, recorded=14),
        Share(name="night", taken=14, recorded=21),
    )
    assert found(many(doses, weeks * 7)).by_part == (shares if told else ())


@pytest.mark.parametrize(("weeks", "told"), [(8, True), (7, False)])
def test_days_of_the_week_are_told_apart_from_8_recorded_each(doses, weeks, told):
    """
    1 08:00 50 taken
    4 08:00 50 missed
    """
    one = found(many(doses, weeks * 7))
    # 1 May 2026 is a Friday.
    shares = (
        Share(name="Monday", taken=0, recorded=8),
        Share(name="Friday", taken=8, recorded=8),
    )
    assert one.by_weekday == (shares if told else ())
    assert one.by_part == ()


def test_a_medicine_without_doses_due_has_nothing_to_follow(doses):
    """
    1 - - taken
    """
    assert following(doses.due, doses.records, doses.holds) == {}
