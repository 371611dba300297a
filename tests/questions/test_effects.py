"""Questions about side effects: each appears with one entry more, and not without it."""

from datetime import date

import pytest
from told import ago, asked, every_day, felt, rated, regimen, taking

NEW = 12


def new_sertraline(**rest):
    return taking("Sertraline", NEW, **rest)


def test_one_that_began_after_a_change_asks_if_it_will_pass(journal):
    found = asked(
        journal,
        new_sertraline(),
        *(felt(days, "nausea", 2) for days in (10, 8, 3)),
        *(rated(days, mood=5) for days in (9, 7)),
    )
    one = found["effect_after_change"]
    assert one.text == (
        "Feeling sick since Sertraline started on 8 November 2026. Is this likely to pass?"
    )
    assert one.reasons == (
        "Noted on 3 of 5 recorded days since 10 November 2026. At worst: quite a bit.",
        "The page about Sertraline says this often goes with time.",
    )
    assert len(one.entries) == 3
    assert one.page == "sertraline"


def test_one_note_is_too_little_and_a_second_day_is_enough(journal):
    assert "effect_after_change" not in asked(journal, new_sertraline(), felt(10, "nausea"))
    assert "effect_after_change" in asked(journal, felt(9, "nausea"))


def test_one_that_was_there_before_the_change_does_not_go_with_it(journal):
    since = felt(10, "nausea", since=ago(NEW + 1))
    assert "effect_after_change" not in asked(journal, new_sertraline(), since, felt(9, "nausea"))


def test_one_noted_weeks_before_the_change_was_there_already_unless_it_was_gone(journal):
    records = (new_sertraline(), felt(40, "nausea"), felt(10, "nausea"), felt(9, "nausea"))
    assert "effect_after_change" not in asked(journal, *records)
    assert "effect_after_change" in asked(journal, felt(30, "nausea", 0))


def test_one_that_began_more_than_two_weeks_later_does_not(journal):
    notes = [felt(days, "nausea") for days in (3, 2)]
    assert "effect_after_change" not in asked(journal, taking("Sertraline", 18), *notes)


def test_one_that_is_gone_is_not_asked_about(journal):
    notes = [felt(10, "nausea"), felt(9, "nausea")]
    assert "effect_after_change" in asked(journal, new_sertraline(), *notes)
    assert asked(journal, felt(1, "nausea", 0)) == {}


def test_all_changes_of_those_days_are_named_as_nobody_knows_which(journal):
    found = asked(
        journal,
        new_sertraline(),
        taking("Quetiapine", NEW),
        felt(10, "zaps *in* my head"),
        felt(9, "zaps *in* my head"),
    )["effect_after_change"]
    assert found.text.startswith("Zaps *in* my head since Quetiapine started")
    assert "and Sertraline started on 8 November 2026" in found.text


def test_what_the_person_linked_it_to_counts(journal):
    sertraline, quetiapine = new_sertraline(), taking("Quetiapine", NEW)
    notes = [felt(days, "nausea", medication=quetiapine.id) for days in (10, 9)]
    text = asked(journal, sertraline, quetiapine, *notes)["effect_after_change"].text
    assert "Quetiapine" in text
    assert "Sertraline" not in text


def test_a_dose_change_and_an_end_count_too(journal):
    raised = taking("Sertraline").__class__(
        name="Sertraline",
        slug="sertraline",
        regimens=(regimen(200, every_day(50), 12), regimen(12, every_day(100))),
    )
    found = asked(journal, raised, felt(10, "nausea"), felt(9, "nausea"))
    assert "Sertraline changed dose on 8 November 2026" in found["effect_after_change"].text


@pytest.mark.parametrize(("first", "lasting"), [(45, True), (40, False)])
def test_one_that_lasts_longer_than_its_page_says_is_asked_about(journal, first, lasting):
    notes = [felt(days, "nausea") for days in (*range(first, 0, -10), 1)]
    found = asked(journal, taking("Sertraline", 60), *notes)
    assert ("effect_lasting" in found) is lasting
    if lasting:
        one = found["effect_lasting"]
        assert one.text == (
            "Feeling sick: still there after 6 weeks. Is that longer than you would expect?"
        )
        assert one.reasons[0].startswith("Noted on 6 of 6 recorded days since 6 October 2026")
        assert one.reasons[1] == "The page about Sertraline says this often eases in weeks."


def test_one_noted_on_two_days_does_not_last_yet(journal):
    early = felt(10, "nausea", since=ago(50))
    assert "effect_lasting" not in asked(journal, taking("Sertraline"), early, felt(1, "nausea"))
    assert "effect_lasting" in asked(journal, felt(5, "nausea"))


def test_one_that_may_stay_by_its_page_is_not_said_to_last(journal):
    notes = [felt(days, "sweating") for days in range(80, 0, -10)]
    assert "effect_lasting" not in asked(journal, taking("Sertraline"), *notes)


def test_one_that_was_there_before_the_medicine_does_not_last_because_of_it(journal):
    notes = [felt(days, "nausea") for days in range(80, 0, -10)]
    assert "effect_lasting" not in asked(journal, taking("Sertraline", 60), *notes)
    assert "effect_lasting" in asked(journal, taking("Escitalopram", 90))


def test_one_linked_to_another_medicine_is_not_held_to_this_page(journal):
    other = taking("Vitamin D", slug=None)
    notes = [felt(days, "nausea", medication=other.id) for days in range(80, 0, -10)]
    assert "effect_lasting" not in asked(journal, taking("Sertraline"), other, *notes)


def test_one_that_stops_the_person_is_asked_about_from_one_note_on(journal):
    assert asked(journal, felt(2, "shaking", 3)) == {}
    one = asked(journal, felt(1, "shaking", 2, stops_me=True))["effect_stops_me"]
    assert one.stops_me
    assert one.text == "Shaking hands: this stops me doing things. What could help?"
    assert one.reasons == (
        "Noted as in the way on 1 day, the last on 19 November 2026.",
        "Noted on 2 of 2 recorded days since 18 November 2026. At worst: a lot.",
    )


def test_one_that_stopped_the_person_long_ago_is_not(journal):
    notes = [felt(days, "shaking", stops_me=days == 30) for days in (30, 20, 10)]
    assert "effect_stops_me" not in asked(journal, *notes)


def test_one_not_noted_for_two_weeks_may_be_gone(journal):
    assert asked(journal, felt(15, "shaking", stops_me=True)) == {}
    assert "effect_stops_me" in asked(journal, felt(13, "shaking", stops_me=True))


def test_a_page_that_cannot_be_read_counts_as_none(journal):
    lost = taking("Sertraline", NEW, slug="no-such-page")
    one = asked(journal, lost, felt(10, "nausea"), felt(9, "nausea"))["effect_after_change"]
    assert one.page == ""
    assert len(one.reasons) == 1


def test_the_longest_time_any_page_names_is_waited_for(journal):
    notes = [felt(days, "nausea") for days in (21, 10, 1)]
    assert "effect_lasting" in asked(journal, taking("Lithium", 60), *notes)
    assert "effect_lasting" not in asked(journal, taking("Sertraline", 60))
    one = asked(journal, felt(45, "nausea"), felt(33, "nausea"))["effect_lasting"]
    assert one.reasons[1:] == (
        "The page about Lithium says this often goes in days.",
        "The page about Sertraline says this often eases in weeks.",
    )


def test_what_comes_after_today_is_not_there_yet(journal):
    records = (new_sertraline(), felt(10, "nausea"), felt(9, "nausea"))
    assert asked(journal, *records, today=date(2026, 11, 5)) == {}
