"""Questions about doses: patterns, reasons, gaps, use when needed."""

from datetime import time

import pytest
from told import (
    EVENING,
    MORNING,
    ago,
    asked,
    at,
    dose,
    every_day,
    rated,
    regimen,
    taking,
    used,
    when_needed,
)

from medself.model import EveryNDays, Hold, HoldReason, Medication, Slot
from medself.ui.doses import REASONS

SATURDAYS = (6, 13, 20, 27, 34, 41, 48, 55)


def missing(medication, days, over=range(1, 56), clock=MORNING, **rest):
    """A dose record a day, missed on some of them."""
    return [dose(medication, n, "missed" if n in days else "taken", clock, **rest) for n in over]


def test_doses_missed_on_one_day_of_the_week_are_asked_about(journal):
    lithium = taking("Lithium", 70)
    one = asked(journal, lithium, *missing(lithium, SATURDAYS[:5]))["missed_pattern"]
    assert one.text == (
        "Lithium: most of the missed doses are on Saturdays. What could make it easier?"
    )
    assert one.reasons == (
        "Missed on Saturdays: 5 of 8.",
        "Missed on other days: 0 of 47.",
        "Counted are doses with a record, from 26 September 2026 to 19 November 2026.",
    )
    assert len(one.entries) == 5


def test_four_of_eight_is_no_pattern_yet(journal):
    lithium = taking("Lithium", 70)
    records = missing(lithium, SATURDAYS[:4])
    assert "missed_pattern" not in asked(journal, lithium, *records)
    journal.revise(records[SATURDAYS[4] - 1].id, status="missed")
    assert "missed_pattern" in asked(journal)


def test_missed_everywhere_is_no_pattern(journal):
    lithium = taking("Lithium", 70)
    records = missing(lithium, {*SATURDAYS, *range(2, 56, 3)})
    assert "missed_pattern" not in asked(journal, lithium, *records)


def test_doses_not_recorded_are_not_missed(journal):
    lithium = taking("Lithium", 70)
    kept = [n for n in range(1, 56) if n not in SATURDAYS]
    assert "missed_pattern" not in asked(journal, lithium, *missing(lithium, (), kept))


def test_weekends_and_evenings_are_patterns(journal):
    lithium = taking("Lithium", 70)
    weekend = [n for n in range(1, 29) if ago(n).weekday() >= 5]
    records = missing(lithium, weekend, range(1, 29))
    assert "are at weekends" in asked(journal, lithium, *records)["missed_pattern"].text


def test_a_time_of_day_is_a_pattern(journal):
    twice = taking("Lithium", 70, plan=every_day(50, MORNING, EVENING))
    mornings = missing(twice, (), range(1, 15))
    evenings = missing(twice, range(1, 10), range(1, 15), EVENING)
    found = asked(journal, twice, *mornings, *evenings)["missed_pattern"]
    assert "are in the evening" in found.text
    assert found.reasons[1] == "Missed at other times: 0 of 14."


def test_a_change_comes_before_a_weekday(journal):
    moved = Medication(
        name="Lithium",
        slug="lithium",
        regimens=(regimen(70, every_day(), 20), regimen(20, every_day(50, EVENING))),
    )
    records = [
        *missing(moved, (), range(21, 35)),
        *missing(moved, range(7, 17), range(7, 21), EVENING),
    ]
    one = asked(journal, moved, *records)["missed_pattern"]
    assert "in the 2 weeks after the change on 31 October 2026" in one.text
    assert one.reasons[1] == "Missed in the 2 weeks before it: 0 of 14."


@pytest.mark.parametrize("reason", ["Side effects", "made me *dizzy*"])
def test_a_reason_that_repeats_is_asked_about_from_the_third_time_on(journal, reason):
    lithium = taking("Lithium", 70)
    skips = [dose(lithium, days, "skipped", reason=reason) for days in (20, 12)]
    assert "skip_reason" not in asked(journal, lithium, *skips)
    one = asked(journal, dose(lithium, 3, "skipped", reason=reason.upper()))["skip_reason"]
    assert one.text == (
        f"Lithium: I keep skipping it for one reason, “{reason.upper()}”. What could we do?"
    )
    assert one.reasons == ("Skipped 3 times for it (31 October 2026 to 17 November 2026).",)


def test_a_skip_agreed_and_no_reason_at_all_are_not_a_reason(journal):
    lithium = taking("Lithium", 70)
    agreed = [dose(lithium, n, "skipped", reason=REASONS[0], agreed=True) for n in (2, 9, 16)]
    other = [dose(lithium, n, "skipped", reason="Another reason") for n in (3, 10, 17)]
    silent = [dose(lithium, n, "skipped") for n in (4, 11, 18)]
    assert "skip_reason" not in asked(journal, lithium, *agreed, *other, *silent)


def test_the_reasons_the_rules_know_are_those_of_the_dose_card():
    from medself.questions.doses import NO_REASON, RAN_OUT

    assert {RAN_OUT, NO_REASON} <= {reason.casefold() for reason in REASONS}


def test_running_out_is_asked_about_from_the_second_dose_on(journal):
    lithium = taking("Lithium", 70)
    assert "ran_out" not in asked(journal, lithium, dose(lithium, 9, "skipped", reason="Ran out"))
    one = asked(journal, dose(lithium, 8, "missed", reason="Ran out"))["ran_out"]
    assert one.text == "Lithium ran out. How can I get it in time from now on?"
    assert one.reasons == (
        "2 doses not taken as it had run out (11 November 2026 to 12 November 2026).",
    )


def test_a_pause_because_nothing_was_left_is_enough(journal):
    hold = Hold(start=at(20), end=at(18), reason=HoldReason.NO_SUPPLY)
    one = asked(journal, taking("Lithium", 70, holds=(hold,)))["ran_out"]
    assert one.reasons == ("Lithium was paused on 31 October 2026, as there was none left.",)


def lamotrigine_without(*missed):
    medication = taking("Lamotrigine", 40)
    return medication, [
        dose(medication, n, "missed" if n in missed else "taken") for n in range(1, 30)
    ]


def test_a_gap_as_long_as_the_page_says_is_asked_about(journal):
    medication, records = lamotrigine_without(10, 11)
    assert "long_gap" not in asked(journal, medication, *records)
    journal.revise(records[11].id, status="missed")
    one = asked(journal)["long_gap"]
    assert one.text == "Lamotrigine: 3 days went by without it. What does that mean for me?"
    assert one.reasons == (
        "8 November 2026 to 10 November 2026. Missed, skipped or paused: 3. Not recorded: 0.",
        "The page about Lamotrigine says to ask after 3 days without it.",
    )
    assert one.page == "lamotrigine"
    assert len(one.entries) == 3


def test_skips_agreed_with_the_prescriber_are_no_gap(journal):
    medication, records = lamotrigine_without()
    agreed = [dose(medication, n, "skipped", agreed=True) for n in (9, 10, 11, 12)]
    others = [each for each in records if each.at.date() not in {ago(n) for n in range(9, 13)}]
    assert "long_gap" not in asked(journal, medication, *others, *agreed)


def test_days_not_recorded_are_no_gap_of_their_own(journal):
    medication = taking("Lamotrigine", 40)
    records = [dose(medication, n) for n in range(1, 30) if n not in range(8, 20)]
    assert "long_gap" not in asked(journal, medication, *records)


def test_a_gap_says_how_much_of_it_is_not_recorded(journal):
    medication, records = lamotrigine_without(10, 12)
    found = asked(journal, medication, *[each for each in records if each.at.date() != ago(11)])
    assert "Missed, skipped or paused: 2. Not recorded: 1." in found["long_gap"].reasons[0]


def test_a_pause_on_advice_is_known_to_the_prescriber(journal):
    hold = {"start": at(12, time(3)), "end": at(8, time(3))}
    paused = [Hold(reason=reason, **hold) for reason in (HoldReason.OTHER, HoldReason.ADVICE)]
    for reason, pause in zip((True, False), paused, strict=True):
        medication = taking("Lamotrigine", 40, holds=(pause,), id="m")
        if reason:
            journal.add(medication)
            days = [n for n in range(1, 30) if n not in range(9, 13)]
            assert "long_gap" in asked(journal, *(dose(medication, n) for n in days))
        else:
            journal.revise("m", holds=(pause,))
            assert "long_gap" not in asked(journal)


def test_a_medicine_whose_page_names_no_limit_has_no_gap(journal):
    sertraline = taking("Sertraline", 40)
    records = missing(sertraline, range(10, 20), range(1, 30))
    assert "long_gap" not in asked(journal, sertraline, *records)


def injection(since=100, n=28):
    plan = EveryNDays(n=n, first=ago(since), slots=(Slot(at=MORNING, amount=100),))
    return taking("Aripiprazole", since, plan=plan)


def test_a_monthly_dose_that_is_not_recorded_is_asked_about_after_two_days(journal):
    # Due 100, 72, 44 and 16 days ago.
    medication = injection()
    one = asked(journal, medication, dose(medication, 44))["late"]
    assert one.text == (
        "Aripiprazole: the dose due on 4 November 2026 is not recorded. What should happen now?"
    )
    assert one.reasons == ("The last one recorded as taken was on 7 October 2026.",)
    assert one.page == "aripiprazole"
    assert "late" not in asked(journal, dose(medication, 16))


@pytest.mark.parametrize(("since", "late"), [(29, False), (30, True)])
def test_one_day_late_is_not_late(journal, since, late):
    medication = injection(since)
    assert ("late" in asked(journal, medication, dose(medication, since))) is late


def test_a_daily_dose_is_never_late_and_nothing_recorded_says_nothing(journal):
    daily = taking("Sertraline", 40)
    assert asked(journal, daily, dose(daily, 30), injection()) == {}


def test_a_dose_in_a_pause_is_not_late(journal):
    hold = Hold(start=at(20), reason=HoldReason.HOSPITAL)
    medication = Medication(
        name="Aripiprazole", regimens=injection().regimens, holds=(hold,), slug="aripiprazole"
    )
    assert "late" not in asked(journal, medication, dose(medication, 44))


def told_on(days):
    return [rated(n, mood=5) for n in days]


def test_more_use_when_needed_is_asked_about(journal):
    lorazepam = when_needed("Lorazepam")
    uses = [used(lorazepam, n) for n in (2, 5, 9, 14, 20)]
    earlier = [used(lorazepam, n) for n in (31, 40, 50)]
    told = told_on(range(30, 40))
    assert "as_needed_more" not in asked(journal, lorazepam, *uses, *earlier, *told)
    one = asked(journal, used(lorazepam, 26))["as_needed_more"]
    assert one.text == "Lorazepam: I use it more than before. What do you make of that?"
    assert one.reasons == (
        "Taken 6 times in the last 28 days, the first on 25 October 2026.",
        "Taken 3 times in the 28 days before that.",
    )


def test_five_uses_are_few_even_after_none(journal):
    lorazepam = when_needed("Lorazepam")
    uses = [used(lorazepam, n) for n in (2, 5, 9, 14, 20)]
    told = told_on(range(30, 40))
    assert "as_needed_more" not in asked(journal, lorazepam, *uses, *told)
    assert "as_needed_more" in asked(journal, used(lorazepam, 25))


def test_few_uses_when_little_was_recorded_are_not_fewer_uses(journal):
    lorazepam = when_needed("Lorazepam")
    uses = [used(lorazepam, n) for n in (2, 5, 9, 14, 20, 26)]
    assert "as_needed_more" not in asked(journal, lorazepam, *uses, *told_on(range(30, 39)))
    assert "as_needed_more" in asked(journal, *told_on([39]))


def test_a_medicine_that_is_new_has_no_before(journal):
    lorazepam = when_needed("Lorazepam", 40)
    uses = [used(lorazepam, n) for n in range(10)]
    assert "as_needed_more" not in asked(journal, lorazepam, *uses, *told_on(range(30, 50)))


def test_as_much_as_the_limit_allows_is_near_from_the_third_day_on(journal):
    lorazepam = when_needed("Lorazepam", most_per_24h=2)
    uses = [used(lorazepam, n, clock) for n in (3, 10) for clock in (MORNING, EVENING)]
    assert "as_needed_limit" not in asked(journal, lorazepam, *uses, used(lorazepam, 17))
    one = asked(journal, used(lorazepam, 17, EVENING))["as_needed_limit"]
    assert one.text == "Lorazepam: my use reaches the limits I wrote down. Can we talk about that?"
    assert one.reasons == (
        "Most in 24 hours: 2. The limit written down is 2. Reached on 3 days.",
        "Taken 6 times in the last 28 days.",
    )


def test_once_over_the_limit_is_enough_and_once_a_day_of_one_is_not_near(journal):
    lorazepam = when_needed("Lorazepam", most_per_24h=1)
    once = [used(lorazepam, n) for n in (3, 6, 9, 12)]
    assert "as_needed_limit" not in asked(journal, lorazepam, *once)
    assert "as_needed_limit" in asked(journal, used(lorazepam, 3, EVENING))


def test_two_doses_too_close_are_named_with_their_hours(journal):
    lorazepam = when_needed("Lorazepam", least_gap_hours=6)
    found = asked(journal, lorazepam, used(lorazepam, 3), used(lorazepam, 3, time(12, 30)))
    assert found["as_needed_limit"].reasons == (
        "Least time between two doses: 4.5 hours. Written down: 6 hours.",
        "Taken 2 times in the last 28 days.",
    )


def test_no_limit_written_down_is_never_near(journal):
    lorazepam = when_needed("Lorazepam")
    assert "as_needed_limit" not in asked(
        journal, lorazepam, *(used(lorazepam, 3, time(hour)) for hour in range(6, 20))
    )
