"""How a plan was followed, in words: counts with what they are of, no grade, no share for as needed."""

from datetime import date

import pytest

from medself import readability
from medself.analysis.as_needed import Use
from medself.analysis.following import Following, Run, Share
from medself.analysis.following_words import kept_on, lines, when_needed
from medself.analysis.persistence import Gap, Persistence
from medself.model import AsNeeded

NEVER = (
    "%",
    "adheren",
    "complian",
    "good",
    "bad",
    "poor",
    "fail",
    "only",
    "streak",
    "in every 100",
)
NOTHING = Following(
    taken=0,
    timed=0,
    in_time=0,
    window_hours=None,
    days_right=0,
    days_known=0,
    doubles=(),
    missed=None,
    not_recorded=None,
    typed=0,
    filled_late=0,
    reasons=(),
    by_part=(),
    by_weekday=(),
)


def with_(**values) -> list[str]:
    return lines(Following(**{name: getattr(NOTHING, name) for name in vars(NOTHING)} | values))


def test_nothing_to_say_is_not_said():
    assert lines(NOTHING) == []
    assert with_(missed=Run(doses=1, start=date(2026, 5, 1), end=date(2026, 5, 1))) == []


def test_in_time_says_of_how_many_and_how_near():
    assert with_(taken=60, timed=60, in_time=58, window_hours=6.0) == [
        "In time: 58 of 60 doses taken, no more than 6 hours before or after the planned time."
    ]
    (first, second) = with_(taken=60, timed=50, in_time=48)
    assert "no more than a quarter of the time to the nearest other dose before or after" in first
    assert second == "Of 10 more we do not know when they were taken."
    assert with_(taken=3) == ["We do not know when the doses were taken."]


def test_days_as_planned_and_doses_taken_twice():
    twice = (date(2026, 5, 2), date(2026, 5, 9))
    assert with_(days_right=20, days_known=22, doubles=twice) == [
        "As planned: 20 of 22 days on which every dose due was recorded.",
        "One dose taken twice: on 2 May and 9 May 2026.",
    ]


def test_runs_reasons_and_what_was_filled_in_later():
    run = Run(doses=3, start=date(2025, 12, 31), end=date(2026, 1, 2))
    reasons = (("skipped", "Felt *sick*", 2), ("skipped", "Out", 1), ("missed", "Forgot", 4))
    assert with_(not_recorded=run, typed=40, filled_late=4, reasons=reasons) == [
        "Most not recorded in a row: 3 doses, 31 December 2025 to 2 January 2026.",
        "Filled in more than two days later: 4 of 40 records.",
        "Why skipped, in your words: Felt *sick* (2 times); Out (once).",
        "Why missed, in your words: Forgot (4 times).",
    ]


def test_times_of_day_and_weekdays():
    shares = (
        Share(name="morning", taken=14, recorded=15),
        Share(name="night", taken=20, recorded=21),
    )
    assert with_(by_part=shares) == [
        "By time of day, taken of what was recorded: morning 14 of 15, night 20 of 21."
    ]
    assert with_(by_weekday=shares)[0].startswith("By day of the week, taken of what was recorded:")


GAP = Gap(
    start=date(2026, 5, 3),
    end=date(2026, 5, 6),
    missed=2,
    skipped=0,
    not_recorded=1,
    held=1,
    goes_on=True,
)


def lasted(*gaps: Gap) -> Persistence:
    return Persistence(first=date(2026, 5, 1), last=date(2026, 5, 2), days=2, gaps=gaps)


def test_gaps_are_told_with_the_limit_of_the_page_and_what_is_not_known():
    gap = "Gap of 4 days, 3 May to 6 May 2026: 2 missed, 1 not recorded and 1 in a pause."
    assert kept_on(lasted(GAP), limit_days=3) == [
        "From the first dose to the last before the first gap: 2 days, 1 May to 2 May 2026.",
        "Its page says to ask after 3 days without it, before you take it again.",
        f"{gap} No dose is recorded after it.",
    ]


def test_without_a_gap_that_is_said_and_without_a_dose_nothing():
    only = Gap(**vars(GAP) | {"missed": 0, "held": 0, "goes_on": False, "end": GAP.start})
    assert kept_on(lasted(only), limit_days=1)[-1] == "Gap of 1 day, 3 May 2026: 1 not recorded."
    assert kept_on(lasted(), limit_days=3)[-1] == (
        "No gap of 3 days or more, the days after which its page says to ask."
    )
    assert kept_on(Persistence(first=None, last=None, days=0, gaps=()), limit_days=3) == []


def test_as_needed_stands_beside_the_limits_written_down():
    days = (date(2026, 5, 1), date(2026, 5, 3))
    use = Use(times=3, days=2, dates=days, most_in_24h=2, least_gap_hours=5.5)
    assert when_needed(use, AsNeeded(most_per_24h=2, least_gap_hours=6)) == [
        "Taken 3 times on 2 days: on 1 May and 3 May 2026.",
        "Most in 24 hours: 2. What you wrote down says at most 2.",
        "Shortest time between two: 5.5 hours. What you wrote down says at least 6 hours.",
    ]
    assert when_needed(use, None)[1:] == [
        "Most in 24 hours: 2.",
        "Shortest time between two: 5.5 hours.",
    ]


def test_many_dates_are_the_last_ten_and_long_times_are_days():
    days = tuple(date(2026, 5, day) for day in range(1, 32, 2))
    use = Use(times=16, days=16, dates=days, most_in_24h=1, least_gap_hours=529.0)
    first, _, last = when_needed(use, AsNeeded())
    assert first.startswith("Taken 16 times on 16 days: the last 10 of these days: 13 May, 15 May,")
    assert last == "Shortest time between two: 22 days."


def test_one_use_has_no_time_between_and_none_is_said():
    once = Use(times=1, days=1, dates=(date(2026, 5, 1),), most_in_24h=1, least_gap_hours=None)
    assert when_needed(once, None)[0] == "Taken once on 1 day: on 1 May 2026."
    assert len(when_needed(once, None)) == 2
    none = Use(times=0, days=0, dates=(), most_in_24h=0, least_gap_hours=None)
    assert when_needed(none, None) == ["None recorded."]


@pytest.mark.parametrize("word", NEVER)
def test_no_grade_and_no_blame(word):
    run = Run(doses=3, start=date(2026, 5, 1), end=date(2026, 5, 3))
    said = with_(
        taken=9, timed=8, in_time=1, days_right=0, days_known=9, missed=run, not_recorded=run
    )
    said += kept_on(lasted(GAP), limit_days=3)
    assert word not in " ".join(said).lower()
    assert readability.grade(" ".join(said)) <= 8
