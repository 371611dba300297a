"""Help opens from the words of a note, wherever one is typed, before and after it is saved."""

from datetime import datetime, timedelta

import pytest
from screen import NOW, button, daily, fine, labels, screen, slot_key, widget

from medself.journal import open_journal
from medself.model import CheckIn
from medself.recording.help_words import THANKS
from medself.ui import loaders

pytestmark = pytest.mark.usefixtures("at_nine")

DARK = "I want to die"


def typed(app, key: str, text: str):
    widget(app, key).set_value(text)
    return fine(app.run())


@pytest.fixture
def today(open_app, journal):
    return fine(open_app())


def test_a_check_in_note_opens_help_before_it_is_saved(today, journal):
    app = typed(today, "checkin_note", DARK)
    assert THANKS in screen(app)
    assert "If we misread them, just carry on." in screen(app)
    assert journal.table("check_in").empty


def test_help_stays_when_saving_empties_the_note_and_can_be_closed(today, journal):
    app = fine(button(typed(today, "checkin_note", DARK), "Save check-in").click().run())
    assert open_journal(journal.folder).records("check_in")[0].note == DARK
    assert THANKS in screen(app)
    app = fine(button(app, "Close this").click().run())
    assert THANKS not in screen(app)


def test_an_ordinary_note_opens_nothing(today):
    app = fine(button(typed(today, "checkin_note", "A walk"), "Save check-in").click().run())
    assert THANKS not in screen(app)
    assert "Close this" not in labels(app)


def test_a_side_effect_s_note_opens_help_before_and_after_saving(today):
    app = typed(today, "effect_what", "headache")
    app = typed(app, "effect_note", DARK)
    assert THANKS in screen(app)
    widget(app, "effect_how").set_value(1)
    app = fine(button(app, "Save side effect").click().run())
    assert THANKS in screen(app)


def test_a_side_effect_in_own_words_opens_help(open_app, journal):
    # AppTest cannot type what is not in a list: it begins with it typed.
    assert THANKS in screen(fine(open_app(effect_what="suicidal thoughts")))


def test_something_that_happened_opens_help(today):
    widget(today, "event_text").set_value("Took too many tablets")
    app = fine(button(today, "Save what happened").click().run())
    assert THANKS in screen(app)


def test_a_dose_s_note_opens_help(open_app, journal):
    medication = daily("Sertraline", "08:00")
    journal.add(medication)
    slot = slot_key(medication, datetime(2026, 11, 20, 8))
    app = fine(open_app())
    widget(app, slot).set_value("missed")
    app = fine(app.run())
    app.session_state[f"{slot}_more"] = True
    app = typed(fine(app.run()), f"{slot}_note", DARK)
    assert THANKS in screen(app)


def test_two_places_can_ask_for_help_at_once(open_app, journal):
    app = fine(open_app(effect_what=DARK, checkin_note=DARK))
    assert screen(app).count(THANKS) == 2


def test_the_country_chosen_for_help_comes_first(today):
    today.session_state["country"] = "nz"
    app = typed(today, "checkin_note", DARK)
    assert "In danger now? Call 111 (New Zealand)." in screen(app)


def test_help_opens_also_when_the_list_of_lines_is_broken(today, monkeypatch, tmp_path):
    from medself.library import load

    for path in loaders.ROOT.joinpath("content").iterdir():
        (tmp_path / path.name).symlink_to(path)
    (tmp_path / "crisis.yaml").unlink()
    (tmp_path / "crisis.yaml").write_text("countries: []", encoding="utf-8")
    broken = load(tmp_path)
    monkeypatch.setattr("medself.ui.help_panel.library", lambda: broken)
    said = screen(typed(today, "checkin_note", DARK))
    assert THANKS in said
    assert "999 in the UK" in said


@pytest.fixture
def usual_six(journal):
    """Sertraline for 6 days, and a mood of 6 on each of them."""
    journal.add(daily("Sertraline", "08:00", days_ago=6, slug="sertraline"))
    journal.add_all(
        CheckIn(at=NOW - timedelta(days=days), zone="UTC", ratings={"mood": 6})
        for days in range(1, 7)
    )


def test_a_sharp_fall_of_mood_after_a_new_antidepressant_opens_help(open_app, usual_six):
    app = typed(fine(open_app()), "checkin_mood", 1)
    assert "Please tell your prescriber today." in screen(app)
    assert "Call 999" in screen(app)
    app = fine(button(app, "Save check-in").click().run())
    assert "Please tell your prescriber today." in screen(app)
    app = fine(button(app, "Close this").click().run())
    assert "Please tell your prescriber today." not in screen(app)


def test_a_small_fall_opens_nothing(open_app, usual_six):
    app = typed(fine(open_app()), "checkin_mood", 4)
    app = fine(button(app, "Save check-in").click().run())
    assert "Please tell your prescriber today." not in screen(app)
