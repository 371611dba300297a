"""What each of the twelve must be shown, and what they must not be."""

import people
from diary import back

from medself.library import load
from medself.library.windows import windows_for

CHANGE_WORDS = "Your middle score was"
STOOD_OUT = "This difference stood out from your usual ups and downs."
DID_NOT = "This difference did not stand out from your usual ups and downs."


def test_new_ssri_early_nausea_is_asked_about_while_it_is_there(seen):
    early = seen(people.new_ssri, 51)
    assert early.rules == ["effect_after_change"]
    one = early.one("effect_after_change")
    assert one.text == (
        "Feeling sick since Sertraline started on 11 September 2026. Is this likely to pass?"
    )
    assert one.reasons == (
        "Noted on 8 of 18 recorded days since 13 September 2026. At worst: quite a bit.",
        "The page about Sertraline says this often goes with time.",
    )
    assert not early.cards
    assert early.page["Doses, as recorded"] == (
        "Sertraline: 19 taken, 0 skipped, 1 missed, 0 not recorded of 20 due. So 95 in every 100.",
    )


def test_new_ssri_too_early_to_compare_is_counted_down(seen):
    early = seen(people.new_ssri, 51)
    assert early.changed["Sertraline start 19 15 mood"].endswith("8 more to go.")
    assert "no_change_yet" not in [one.rule for one in early.found]


def test_new_ssri_ten_weeks_on_the_nausea_is_gone_and_mood_stood_out(seen):
    later = seen(people.new_ssri)
    assert later.found == ()
    mood = later.changed["Sertraline start 70 15 mood"]
    assert "Your middle score was 3, " in mood
    assert STOOD_OUT in mood
    assert "these days go on" in later.changed["Sertraline start 70 36 mood"].lower()


def test_lamotrigine_missed_for_days_says_whom_to_call_before_the_next_dose(seen):
    (card,) = seen(people.lamotrigine_build_up, 8).cards
    assert card.action == "same_day"
    assert card.call.startswith("Call your prescriber, your clinic or a pharmacist today.")
    (reason,) = card.reasons
    assert reason.startswith("Lamotrigine: no dose from 9 November 2026 to 12 November 2026.")
    assert reason.endswith("Its page says to ask after 3 days without it, before the next dose.")


def test_lamotrigine_one_day_missed_and_one_not_recorded_are_no_gap(seen):
    for days_ago in (11, 29):
        look = seen(people.lamotrigine_build_up, days_ago)
        assert look.cards == look.found == ()


def test_lamotrigine_taken_again_the_gap_is_a_question_for_the_visit(seen):
    look = seen(people.lamotrigine_build_up)
    assert not look.cards
    assert look.rules == ["long_gap"]
    assert look.one("long_gap").text == (
        "Lamotrigine: 4 days went by without it. What does that mean for me?"
    )
    assert "of 46 due. So 84 to 86 of every 100 mg due." in look.page["Doses, as recorded"][0]
    assert "more to go." in look.changed["Lamotrigine start 45 43 mood"]


def test_clozapine_what_was_noted_is_asked_about_and_what_happened_first(seen):
    look = seen(people.clozapine_without_cigarettes)
    assert look.rules == ["event_problem", "effect_stops_me", "outside_usual"]
    assert look.one("event_problem").text == (
        "Stopping smoking (written down on 31 October 2026) and clozapine: our table names a known "
        "problem. Who should I tell?"
    )
    assert look.one("effect_stops_me").text.startswith("Sleepy in the day: this stops me")
    assert look.one("outside_usual").text.startswith("Energy: lower than my usual for two weeks.")
    assert not look.cards


def test_clozapine_stopping_smoking_stands_on_the_visit_page_and_in_no_claim_about_change(seen):
    look = seen(people.clozapine_without_cigarettes)
    assert look.page["Things that happened"] == ("31 Oct: Stopped smoking",)
    assert "What has changed" not in look.page
    (why,) = look.one("event_problem").reasons
    assert "tell your" not in why.lower()
    others = [said for said in look.said if said not in (why, look.one("event_problem").text)]
    assert not [said for said in others if "smok" in said.lower() or "level" in said.lower()]


def test_stimulant_a_day_counts_once_however_often_it_is_rated(seen):
    look = seen(people.stimulant_wearing_off)
    focus = look.changed["Methylphenidate start 50 2 focus"]
    assert "you recorded 28 of 28 days" in focus
    assert DID_NOT in focus
    assert any("(60 days rated)" in line for line in look.page["How I rated things"])


def test_stimulant_the_person_is_told_that_a_middle_of_a_day_can_hide_it():
    assert "wear off within the day" in windows_for(load(), "methylphenidate").note


def test_stimulant_only_the_short_temper_is_asked_about(seen):
    look = seen(people.stimulant_wearing_off)
    assert look.rules == ["effect_after_change"]
    assert look.one("effect_after_change").text.startswith(
        "Irritable or angry since Methylphenidate started on 1 October 2026."
    )


def test_taper_asks_about_worry_and_the_nights_and_names_the_step(seen):
    look = seen(people.benzodiazepine_taper)
    assert look.rules == ["outside_usual", "effect_after_change"]
    assert look.one("outside_usual").text.startswith("Worry: higher than my usual")
    assert look.one("effect_after_change").text.startswith(
        "Trouble sleeping since Lorazepam changed dose on 30 October 2026."
    )
    assert not look.cards


def test_taper_steps_two_weeks_apart_are_not_compared(seen):
    look = seen(people.benzodiazepine_taper)
    steps = [said for key, said in look.changed.items() if key.startswith("Lorazepam dose")]
    assert len(steps) == 3 * 2 * 2
    assert all(said.endswith("cannot be told apart.") for said in steps)
    assert [line[:6] for line in look.page["What has changed"]] == ["16 Oct", "30 Oct", "13 Nov"]


def test_taper_that_is_over_is_no_gap(seen):
    after = seen(people.benzodiazepine_taper, -16)
    assert not after.cards
    assert {"long_gap", "missed_pattern", "ran_out"}.isdisjoint(one.rule for one in after.found)


def test_injection_late_is_not_recorded_and_never_missed(seen):
    look = seen(people.injection_late)
    assert look.rules == ["late"]
    one = look.one("late")
    assert one.urgency == 1
    assert one.text == (
        "Aripiprazole: the dose due on 15 November 2026 is not recorded. What should happen now?"
    )
    assert one.reasons == ("The last one recorded as taken was on 18 October 2026.",)
    (doses,) = look.page["Doses, as recorded"]
    assert doses.startswith("Aripiprazole: 1 taken, 0 skipped, 0 missed, 1 not recorded of 2 due.")
    assert not [said for said in look.said if "missed" in said.lower()]


def test_injection_on_the_day_and_the_day_after_nothing_is_asked(seen):
    for days_ago in (33, 5, 4):
        assert seen(people.injection_late, days_ago).found == ()


def test_lithium_the_blood_level_and_what_is_new_since_the_tablet_are_asked_about(seen):
    look = seen(people.lithium_and_a_new_tablet, 3)
    assert {"effect_after_change", "checks_due"} <= set(look.rules)
    assert look.one("effect_after_change").text.startswith(
        "Dizzy on standing up since Ramipril started on 8 November 2026."
    )
    assert look.one("checks_due").reasons == (
        "Lithium blood level: last recorded on 7 August 2026.",
    )
    assert not look.cards


def test_lithium_signs_say_whom_to_call_and_are_no_question_for_a_visit(seen):
    look = seen(people.lithium_and_a_new_tablet)
    (card,) = look.cards
    assert card.action == "emergency"
    assert card.call.startswith("Call 999 now")
    assert "Lithium and Ramipril" in card.call
    assert card.reasons[0] == (
        "You noted: Loose stools (quite a bit, 20 November 2026) and Shaking hands "
        "(a lot, 20 November 2026)."
    )
    about = [one.subject for one in look.found]
    assert {"effect shaking", "effect diarrhoea"}.isdisjoint(about)


def test_nothing_going_on_nothing_is_asked_on_any_day_of_the_year(seen):
    for days_ago in back(330, step=15):
        look = seen(people.nothing_going_on, days_ago)
        assert look.cards == look.found == ()


def test_nothing_going_on_the_page_says_how_much_it_stands_on(seen):
    look = seen(people.nothing_going_on)
    assert look.recorded == "Recorded on 60 of 60 days."
    assert not [said for said in look.changed.values() if CHANGE_WORDS in said]


def test_hardly_anything_only_what_to_write_down_is_asked(seen):
    look = seen(people.hardly_anything)
    assert look.cards == ()
    assert [one.rule for one in look.found] == ["too_little"]
    assert look.found[0].reasons == (
        "Days with a note of how I was since 8 October 2026: 3 of 43.",
    )


def test_hardly_anything_nothing_is_compared_and_no_dose_is_said_to_be_missed(seen):
    look = seen(people.hardly_anything)
    assert "With 10 we can show a before and after." in look.changed["Sertraline dose 42 15 mood"]
    assert not [said for said in look.changed.values() if CHANGE_WORDS in said]
    assert look.page["Doses, as recorded"] == ("Sertraline: nothing recorded of 60 due.",)
    assert look.recorded == "Recorded on 3 of 60 days (longest gap 19 days)."


def test_all_at_once_names_every_change_and_singles_none_out(seen):
    one = seen(people.all_at_once, 35).one("effect_after_change")
    assert one.text == (
        "Sleepy in the day since Mirtazapine started on 2 October 2026, Venlafaxine stopped on "
        "2 October 2026, Quetiapine started on 3 October 2026 and Zopiclone started on "
        "4 October 2026. Is this likely to pass?"
    )


def test_all_at_once_what_was_there_before_is_not_since_the_change(seen):
    about = [one.subject for one in seen(people.all_at_once, 35).found]
    assert about == ["effect sleepiness"]


def test_all_at_once_much_better_and_still_nothing_is_compared(seen):
    new = {
        key: said
        for key, said in seen(people.all_at_once).changed.items()
        if not key.startswith("Venlafaxine start")
    }
    assert len(new) == 5 * 3
    assert all(
        said.endswith("too, so these changes cannot be told apart.") for said in new.values()
    )


def test_better_before_the_change_does_not_stand_out(seen):
    look = seen(people.better_before_the_change)
    for symptom in ("mood", "worry", "sleep_quality"):
        assert DID_NOT in look.changed[f"Escitalopram start 42 15 {symptom}"]


def test_better_before_the_change_is_not_asked_whether_a_change_is_due(seen):
    assert seen(people.better_before_the_change).found == ()


def test_as_needed_climbing_is_asked_about_before_a_limit_is_reached(seen):
    look = seen(people.as_needed_climbing, 4)
    assert look.rules == ["as_needed_more"]
    assert look.one("as_needed_more").reasons == (
        "Taken 10 times in the last 28 days, the first on 25 October 2026.",
        "Taken 3 times in the 28 days before that.",
    )


def test_as_needed_over_the_limit_comes_first_and_is_asked_once(seen):
    look = seen(people.as_needed_climbing)
    assert look.rules == ["as_needed_limit"]
    assert look.one("as_needed_limit").reasons[0] == (
        "Most in 24 hours: 3. The limit written down is 2. Reached on 1 day."
    )
    assert look.page["Doses, as recorded"] == (
        "Lorazepam, as needed: 16 times on 14 days; most in 24 hours: 3.",
    )


def test_as_needed_steady_use_is_not_asked_about(seen):
    assert seen(people.as_needed_climbing, 27).found == ()
