"""Side effects: noted in a few taps, with whom to call where one cannot wait."""

from datetime import date

import pytest
from screen import NOW, button, daily, fine, labels, screen, widget

from medself.model import Severity, SideEffect

pytestmark = pytest.mark.usefixtures("at_nine", "journal")


def choose(app, effect: str):
    widget(app, "effect_what").set_value(effect)
    return fine(app.run())


def save(app):
    return fine(button(app, "Save side effect").click().run())


def test_the_form_opens_only_once_something_is_noticed(open_app):
    app = fine(open_app())
    assert widget(app, "effect_what").value is None
    assert "Save side effect" not in labels(app)


def test_a_side_effect_is_kept_with_all_that_was_said(open_app, journal):
    journal.add(daily("Sertraline", "08:00", id="m1"))
    app = choose(open_app(), "nausea")
    widget(app, "effect_how").set_value(2)
    widget(app, "effect_from").set_value("m1")
    widget(app, "effect_since").set_value(date(2026, 11, 17))
    widget(app, "effect_stops").check()
    widget(app, "effect_note").input("after breakfast")
    app = save(app)
    (kept,) = journal.records("side_effect")
    assert (kept.effect, kept.severity, kept.since) == (
        "nausea",
        Severity.QUITE,
        date(2026, 11, 17),
    )
    assert (kept.medication, kept.stops_me, kept.note) == ("m1", True, "after breakfast")
    assert (kept.at, kept.day) == (NOW, NOW.date())
    assert "Side effect saved." in screen(app)
    assert "Feeling sick: quite a bit" in screen(app)
    assert "after breakfast" not in screen(app)


def test_q8_how_strong_is_never_chosen_for_the_person(open_app, journal):
    app = choose(open_app(), "nausea")
    assert widget(app, "effect_how").value is None
    app = save(app)
    assert journal.records("side_effect") == []
    assert "Please choose how strong it is. Nothing was saved yet." in screen(app)
    assert widget(app, "effect_what").value == "nausea"


def test_the_next_one_starts_empty(open_app):
    app = choose(open_app(), "nausea")
    widget(app, "effect_how").set_value(3)
    widget(app, "effect_note").input("bad")
    widget(app, "effect_stops").check()
    app = choose(save(app), "headache")
    assert widget(app, "effect_how").value is None
    assert (widget(app, "effect_note").value, widget(app, "effect_stops").value) == ("", False)


def test_one_that_went_away_can_be_noted(open_app, journal):
    app = choose(open_app(), "nausea")
    widget(app, "effect_how").set_value(0)
    app = save(app)
    assert [kept.severity for kept in journal.records("side_effect")] == [Severity.NONE]
    assert "Feeling sick: gone today" in screen(app)


def test_own_words_are_shown_letter_for_letter(open_app, journal):
    own = SideEffect(
        at=NOW, zone="UTC", effect="buzzing <b>in</b> *ears*", severity=Severity.LITTLE
    )
    journal.add(own)
    assert "buzzing <b>in</b> *ears*: a little" in screen(fine(open_app()))


def test_an_emergency_says_at_once_whom_to_call(open_app):
    said = screen(choose(open_app(), "chest_pain"))
    assert "call your emergency number now" in said
    assert "nobody is watching it" in said
    assert "Numbers to call" in said


def test_one_that_cannot_wait_says_to_tell_somebody_today(open_app):
    said = screen(choose(open_app(), "rash"))
    assert "Tell a doctor, nurse or pharmacist about this today" in said
    assert "Numbers to call" in said


def test_an_ordinary_one_frightens_nobody(open_app):
    said = screen(choose(open_app(), "dry_mouth"))
    assert "emergency" not in said
    assert "Numbers to call" not in said


def test_a_note_can_be_removed_and_brought_back(open_app, journal):
    app = choose(open_app(), "nausea")
    widget(app, "effect_how").set_value(1)
    app = fine(button(save(app), "Remove").click().run())
    assert journal.records("side_effect") == []
    fine(button(app, "Undo").click().run())
    assert len(journal.records("side_effect")) == 1


def test_it_cannot_begin_after_the_day_it_is_noted_for(open_app):
    assert widget(choose(open_app(), "nausea"), "effect_since").max == NOW.date()


def test_another_day_may_be_chosen_after_the_day_it_began(open_app, journal):
    app = choose(open_app(), "nausea")
    widget(app, "effect_since").set_value(date(2026, 11, 19))
    widget(app, "effect_how").set_value(1)
    widget(app.run(), "today_day").set_value(2)
    app = fine(app.run())
    save(app)
    (kept,) = journal.records("side_effect")
    assert (kept.day, kept.since) == (date(2026, 11, 18), None)


def test_an_earlier_day_is_kept_for_that_day(open_app, journal):
    app = open_app()
    widget(app, "today_day").set_value(1)
    app = choose(app.run(), "nausea")
    widget(app, "effect_how").set_value(1)
    save(app)
    assert [kept.day for kept in journal.records("side_effect")] == [date(2026, 11, 19)]
