"""The register is whole: each measure is proved by a small drawn table, `test_spec_` and its name."""

import math
import re
from dataclasses import asdict
from datetime import UTC, date, datetime, time
from types import SimpleNamespace

import pandas as pd
import pytest
from drawn import entry, frame

from medself import readability
from medself.analysis import as_needed, persistence, sleep, sufficiency
from medself.analysis.adherence import dose_counts, match
from medself.analysis.change import around
from medself.analysis.change_words import in_ten
from medself.analysis.coverage import Coverage, days_covered, mpr
from medself.analysis.dose_days import dose_days
from medself.analysis.following import following
from medself.analysis.levels import levels
from medself.analysis.measures import MEASURES
from medself.analysis.scores import bigger_than_wobble, score
from medself.analysis.side_effects import spans
from medself.analysis.trends import rolling
from medself.analysis.week import typical_week
from medself.instruments import instruments
from medself.journal.tables import COLUMNS
from medself.model import (
    Daily,
    Measurement,
    Medication,
    Question,
    QuestionState,
    Regimen,
    Slot,
)
from medself.schedule import stretches
from medself.schedule.due import DUE_COLUMNS, HOLD_COLUMNS
from medself.visit import Choice, Summary, entries
from medself.visit.choice import PARTS
from medself.visit.included import in_one_line
from medself.visit.since import difference

MAY = {"start": date(2026, 5, 1), "end": date(2026, 5, 10)}


def test_every_measure_has_a_spec_and_every_spec_a_measure():
    specs = {name for name in globals() if name.startswith("test_spec_")}
    assert specs == {f"test_spec_{name}" for name in MEASURES}


@pytest.mark.parametrize("name", MEASURES)
def test_every_measure_is_told_in_full_and_in_plain_words(name):
    measure = MEASURES[name]
    assert all(asdict(measure).values())
    assert measure.definition.endswith(".")
    assert measure.formula.endswith(".")
    assert readability.grade(measure.definition) <= 8


def counts(doses) -> dict:
    (row,) = dose_counts(doses.due, doses.records, doses.holds).to_dict("records")
    return row


def test_spec_doses_due(doses):
    """
    1 08:00 50 taken
    1 20:00 50 -
    2 08:00 50 held
    """
    row = counts(doses)
    assert (row["due"], row["held"]) == (3, 1)


def test_spec_doses_by_state(doses):
    """
    1 08:00 50 taken
    2 08:00 50 skipped
    3 08:00 50 agreed
    4 08:00 50 missed
    5 08:00 50 -
    6 08:00 50 held
    """
    row = counts(doses)
    assert [row[state] for state in ("taken", "skipped", "missed", "not_recorded", "held")] == [
        *(1, 2, 1, 1, 1)
    ]
    assert row["due"] == 6


def test_spec_taken_of_recorded(doses):
    """
    1 08:00 50 taken 50
    2 08:00 50 taken 25
    3 08:00 50 missed
    4 08:00 50 skipped
    5 08:00 50 agreed
    6 08:00 50 held
    7 08:00 50 -
    """
    assert counts(doses)["of_recorded"] == (50 + 25) / (50 + 50 + 50 + 50)


def test_spec_bounds(doses):
    """
    1 08:00 50 taken
    2 08:00 50 missed
    3 08:00 50 -
    4 08:00 50 -
    5 08:00 50 agreed
    6 08:00 50 held
    """
    row = counts(doses)
    assert (row["low"], row["high"]) == (1 / 4, 3 / 4)


def test_spec_extra_doses(doses):
    """
    1 08:00 50 missed
    1 - - taken 50
    2 08:00 50 taken 50
    2 08:00 50 taken 50
    3 08:00 50 held
    3 08:00 50 taken 50
    """
    row = counts(doses)
    assert (row["extra"], row["taken"], row["missed"]) == (3, 1, 1)


def test_spec_as_needed_use(doses):
    """
    1 - - taken 1
    1 - - taken 1
    4 - - taken 1
    """
    found = as_needed.use(doses.records, "m")
    assert (found.times, found.days) == (3, 2)


def hours(*at: int):
    rows = [
        entry(1 + hour // 24, f"{hour % 24:02}:00", medication="m", status="taken") for hour in at
    ]
    return as_needed.use(frame(rows, COLUMNS["dose"]), "m")


def test_spec_most_in_24h():
    # Hours after midnight on 1 May: 20 and 43 lie within 24 hours, 20 and 44 do not.
    assert hours(20, 30, 43).most_in_24h == 3
    assert hours(20, 30, 44).most_in_24h == 2


def test_spec_least_gap():
    assert hours(8, 20, 26).least_gap_hours == 6
    assert hours(8).least_gap_hours is None


def test_spec_days_recorded(entries):
    """
    1
    1
    5
    """
    found = sufficiency.of(entries, **MAY)
    assert (found.days, found.period_days) == (2, 10)


def test_spec_longest_gap(entries):
    """
    1
    5
    """
    # 2 to 4 May are three days, 6 to 10 May are five.
    assert sufficiency.of(entries, **MAY).longest_gap == 5


def test_spec_filled_in_later(entries):
    """
    1 1
    2 48
    3 49
    4 import
    """
    assert sufficiency.of(entries, **MAY).filled_late == pytest.approx(1 / 3)


def test_spec_score_of_a_day(ratings):
    """
    1 2 3 9
    """
    (row,) = rolling(ratings).to_dict("records")
    assert (row["value"], row["low"], row["high"]) == (3, 2, 9)


def test_spec_level(ratings):
    """
    1 2
    2 3
    3 9
    5 4
    """
    table = rolling(ratings)
    assert table["level"].isna().tolist() == [True, True, True, False]
    assert table["level"].iloc[-1] == 3.5


def test_spec_middle_score(ratings):
    """
    1 1
    2 3
    3 4
    4 5
    5 9
    """
    (row,) = levels(rolling(ratings)).to_dict("records")
    assert (row["days"], row["middle"], row["low"], row["high"]) == (5, 4, 3, 5)


def test_spec_side_effect_days(side_effects):
    """
    1 1 nausea
    2 0 nausea
    2 1 rash
    """
    checked_in = frame([entry(4)], COLUMNS["check_in"])["day"]
    table = spans(side_effects, recorded=checked_in, end=date(2026, 5, 10))
    assert table[["effect", "days", "of_days"]].to_numpy().tolist() == [
        ["nausea", 1, 3],
        ["rash", 1, 3],
    ]


def test_spec_side_effect_worst(side_effects):
    """
    1 1 nausea
    2 3 nausea
    3 2 nausea
    """
    (row,) = spans(side_effects, recorded=side_effects["day"], end=date(2026, 5, 10)).to_dict(
        "records"
    )
    assert row["worst"] == 3


def test_spec_still_there(side_effects):
    """
    1 1 nausea
    15 1 rash
    15 1 thirst
    16 0 thirst
    """
    table = spans(side_effects, recorded=side_effects["day"], end=date(2026, 5, 20))
    still = table.set_index("effect")["still_there"]
    assert still.isna().to_dict() == {"nausea": True, "rash": False, "thirst": False}
    assert (still["rash"], still["thirst"]) == (True, False)


def test_spec_dose_a_day():
    plan = Daily(slots=(Slot(at=time(8), amount=50), Slot(at=time(20), amount=100)))
    regimen = Regimen(start=datetime(2026, 5, 1), plan=plan, unit="mg")
    (stretch,) = stretches(Medication(name="x", regimens=(regimen,)))
    assert (stretch.amount, stretch.label) == (150, "150 mg")


def test_spec_days_covered():
    fills = pd.DataFrame(
        {"ingredient": "a", "date": ["2026-05-01", "2026-05-05"], "days_supply": [5, 3]}
    )
    assert days_covered(fills, **MAY) == Coverage(8, 10, 0.8)


def test_spec_supply_ratio():
    fills = pd.DataFrame(
        {"ingredient": "a", "date": ["2026-05-01", "2026-05-05"], "days_supply": [8, 7]}
    )
    assert mpr(fills, **MAY) == 1.5


def test_spec_time_taken(doses):
    """
    1 08:00 50 missed
    2 08:00 50 taken 50
    4 08:00 50 taken 50
    """
    found = persistence.of(doses.due, doses.records, doses.holds, "m", limit_days=3)
    assert found.days == 3


def test_spec_gap(doses):
    """
    1 08:00 50 taken 50
    2 08:00 50 missed
    3 08:00 50 -
    4 08:00 50 taken 50
    """
    (gap,) = persistence.of(doses.due, doses.records, doses.holds, "m", limit_days=2).gaps
    assert (gap.days, gap.missed, gap.not_recorded) == (2, 1, 1)


def follow(doses):
    (one,) = following(doses.due, doses.records, doses.holds).values()
    return one


def test_spec_in_time(doses):
    """
    1 08:00 50 taken
    2 08:00 50 taken
    3 08:00 50 missed
    """
    doses.records.loc[0, "at"] += pd.Timedelta(hours=6)
    doses.records.loc[1, "at"] += pd.Timedelta(hours=7)
    assert (follow(doses).in_time, follow(doses).timed) == (1, 2)


def test_spec_days_as_planned(doses):
    """
    1 08:00 50 taken
    2 08:00 50 taken 25
    3 08:00 50 -
    4 08:00 50 held
    """
    assert (follow(doses).days_right, follow(doses).days_known) == (1, 2)


def test_spec_one_dose_twice(doses):
    """
    1 08:00 50 taken
    1 08:00 50 taken
    2 08:00 50 taken
    """
    assert follow(doses).doubles == (date(2026, 5, 1),)


def test_spec_reasons_given(doses):
    """
    1 08:00 50 skipped
    2 08:00 50 skipped
    """
    doses.records["reason"] = "Felt sick"
    assert follow(doses).reasons == (("skipped", "Felt sick", 2),)


def daily_doses(slots: list[str], days: int):
    rows = [
        entry(day, clock, medication="m", amount=50, unit="mg", status="taken")
        for day in range(1, days + 1)
        for clock in slots
    ]
    rows = [row | {"slot": row["at"]} for row in rows]
    return SimpleNamespace(
        due=frame(rows, DUE_COLUMNS),
        records=frame(rows, COLUMNS["dose"]),
        holds=frame([], HOLD_COLUMNS),
    )


def test_spec_by_time_of_day():
    shares = follow(daily_doses(["08:00", "20:00"], 14)).by_part
    assert [(each.name, each.taken, each.recorded) for each in shares] == [
        ("morning", 14, 14),
        ("evening", 14, 14),
    ]
    assert follow(daily_doses(["08:00", "20:00"], 13)).by_part == ()


def test_spec_by_weekday():
    shares = follow(daily_doses(["08:00"], 8 * 7)).by_weekday
    assert [(each.taken, each.recorded) for each in shares] == [(8, 8)] * 7
    assert follow(daily_doses(["08:00"], 8 * 7 - 1)).by_weekday == ()


def test_spec_run(doses):
    """
    1 08:00 50 missed
    2 08:00 50 missed
    3 08:00 50 -
    """
    found = persistence.runs(doses.due, doses.records, doses.holds)
    assert found[["state", "doses"]].to_numpy().tolist() == [["missed", 2], ["not_recorded", 1]]


def compared(before, after):
    days = pd.date_range("2026-04-19", periods=56)
    series = pd.Series([*before, *[math.nan] * 14, *after], index=days)
    return around(series, date(2026, 5, 3), before_days=14, skip_days=14, after_days=28)


def test_spec_typical_week():
    rows = [entry(day, symptom="mood", value=3 if day < 8 else 5) for day in range(1, 15)]
    week = typical_week(rolling(frame(rows, COLUMNS["rating"])))
    assert week[["middle", "low", "high"]].to_numpy().tolist() == [[4, 3.5, 4.5]] * 7


def test_spec_hours_slept():
    rows = [
        entry(day, sleep_hours=hours) for day, hours in ((1, 5), (2, 6), (3, 8), (3, 8), (4, 9))
    ]
    found = sleep.of(sleep.nights(frame(rows, COLUMNS["check_in"])))
    assert (found.nights, found.middle, found.low, found.high) == (4, 7, 5.75, 8.25)


def test_spec_days_by_state(doses):
    """
    1 08:00 50 taken
    1 20:00 50 taken
    2 08:00 50 taken
    2 20:00 50 missed
    """
    states = dose_days(match(doses.due, doses.records, doses.holds)[0], "m")
    assert states.tolist() == ["taken", "mixed"]


def test_spec_before_and_after():
    found = compared([3] * 14, [5] * 28)
    assert (found.before.middle, found.after.middle) == (3, 5)


def test_spec_times_in_ten():
    assert in_ten(compared([3] * 14, [5] * 25 + [1] * 3)).endswith("better about 9 times in 10.")


def test_spec_stood_out():
    assert compared([3] * 14, [5] * 28).stood_out
    assert not compared([3] * 14, [4] * 28).stood_out


def test_spec_questionnaire_total():
    phq_9 = instruments()["phq-9"]
    assert score(phq_9, [1, 2, 3, 0, 0, 0, 0, 0, 1]).total == 7
    assert score(phq_9, [1, 2, 3, 0, 0, 0, 0, 0, None]).total is None


def test_spec_who5_percentage():
    assert score(instruments()["who-5"], [3, 3, 2, 2, 2]).percent == 48


def test_spec_bigger_than_wobble():
    known = instruments()
    assert bigger_than_wobble(known["phq-9"], 14, 8) is True
    assert bigger_than_wobble(known["phq-9"], 14, 9) is False
    assert bigger_than_wobble(known["gad-7"], 8, 14) is True
    assert bigger_than_wobble(known["who-5"], 12, 14.5) is True
    assert bigger_than_wobble(known["phq-2"], 0, 6) is None


def test_the_wobbles_named_are_those_of_the_questionnaires():
    told = MEASURES["bigger_than_wobble"].formula
    for known in instruments().values():
        own = re.search(rf"([\d.]+) for [^,]*{known.name}", told)
        assert (float(own[1]) if own else None) == known.wobble


def test_spec_on_the_page():
    """Three days, two check-ins, one note of which nothing is wanted."""
    days = {"start": MAY["start"], "end": date(2026, 5, 3), "made_on": MAY["end"]}
    recorded = {"days": 3, "days_recorded": 2, "longest_gap": 1, "filled_in_later": 0}
    page = Summary(person="Robin", visit_at=None, with_whom="", check_ins=2, **days, **recorded)
    choice = Choice(without=frozenset(PARTS) - {"symptoms", "scores"})
    assert in_one_line(page, choice) == (
        "3 days, 2 check-ins, 0 questionnaires, 0 entries in your own words, 0 notes"
    )


def test_spec_open_questions(journal):
    """One written before these days and one in them; one that was asked."""
    for number, state in ((20, "open"), (5, "open"), (5, "asked")):
        at = datetime(2026, 4 if number == 20 else 5, number, tzinfo=UTC)
        journal.add(Question(text="How long?", state=QuestionState(state), recorded_at=at))
    found = dict(difference(journal, SimpleNamespace(symptoms={}, side_effects={}), **MAY))
    assert found["Questions"] == ("2 questions are open, 1 of them written in these days.",)


def test_spec_measured(journal):
    """As it was typed, to the last digit."""
    at = datetime(2026, 5, 2, 9)
    journal.add(Measurement(at=at, zone="UTC", what="Lithium level", value=0.72, unit="mmol/L"))
    (line,) = entries.tests(journal, MAY["start"], MAY["end"])
    assert (line.day, line.what, line.value, line.unit) == (
        at.date(),
        "Lithium level",
        0.72,
        "mmol/L",
    )
