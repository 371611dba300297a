"""The check-in: only what was rated is kept, and what is half filled in is never lost."""

import errno
import os
from datetime import date, datetime

import pytest
from screen import NOW, button, fine, labels, screen, widget

from medself.journal import create_person
from medself.model import Person
from medself.recording import drafts

pytestmark = pytest.mark.usefixtures("at_nine", "journal")

RATED = ("checkin_mood", "checkin_worry", "checkin_sleep_quality")


def fill(app, **values):
    for name, value in values.items():
        widget(app, f"checkin_{name}").set_value(value)
        app = fine(app.run())
    return app


def save(app):
    return fine(button(app, "Save check-in").click().run())


def full_disk(monkeypatch):
    def replace(*_args, **_kwargs):
        raise OSError(errno.EROFS, "Read-only file system")

    monkeypatch.setattr(os, "replace", replace)


def test_q8_nothing_is_chosen_beforehand(open_app):
    app = open_app()
    assert [widget(app, key).value for key in RATED] == [None, None, None]
    assert widget(app, "checkin_sleep").value is None
    assert widget(app, "checkin_note").value == ""


def test_only_what_was_rated_is_saved(open_app, journal):
    app = save(fill(open_app(), mood=0))
    (kept,) = journal.records("check_in")
    assert kept.ratings == {"mood": 0}
    assert (kept.sleep_hours, kept.note) == (None, "")
    assert (kept.at, kept.day, kept.zone) == (NOW, NOW.date(), "UTC")
    assert "Check-in saved." in screen(app)
    assert "09:30: mood 0" in screen(app)


def test_everything_filled_in_is_saved_and_the_form_is_empty_again(open_app, journal):
    app = save(fill(open_app(), mood=3, worry=7, sleep=6.5, note="tired\nof *mice*"))
    (kept,) = journal.records("check_in")
    assert kept.ratings == {"mood": 3, "worry": 7}
    assert (kept.sleep_hours, kept.note) == (6.5, "tired\nof *mice*")
    assert "mood 3, worry 7, slept 6.5 hours, a note" in screen(app)
    assert "mice" not in screen(app), "a note is not shown to whoever looks at the screen"
    assert [widget(app, key).value for key in RATED] == [None, None, None]
    assert drafts.read(journal.folder) is None


def test_several_check_ins_a_day_are_kept_and_each_can_be_removed(open_app, journal):
    app = save(fill(save(fill(open_app(), mood=3)), mood=5))
    assert [kept.ratings["mood"] for kept in journal.records("check_in")] == [3, 5]
    (first, _second) = [each for each in app.button if each.label == "Remove"]
    app = fine(first.click().run())
    assert [kept.ratings["mood"] for kept in journal.records("check_in")] == [5]
    fine(button(app, "Undo").click().run())
    assert len(journal.records("check_in")) == 2


def test_q8_an_empty_check_in_is_not_saved_and_says_why(open_app, journal):
    app = save(open_app())
    assert journal.records("check_in") == []
    assert "There is nothing to save yet. Rate one thing or write a note." in screen(app)


def test_an_earlier_day_is_kept_for_that_day(open_app, journal):
    app = open_app()
    widget(app, "today_day").set_value(1)
    save(fill(app.run(), mood=4))
    (kept,) = journal.records("check_in")
    assert kept.day == date(2026, 11, 19)
    assert kept.at.date() == date(2026, 11, 19)


def test_t3_after_midnight_it_is_still_the_day_before(open_app, journal, clock_at):
    clock_at(datetime(2026, 11, 21, 1, 10))
    save(fill(open_app(), mood=4))
    (kept,) = journal.records("check_in")
    assert (kept.day, kept.at) == (date(2026, 11, 20), datetime(2026, 11, 21, 1, 10))


def test_d11_a_half_filled_check_in_survives_a_page_switch(open_app):
    app = fill(open_app(), mood=2, note="not done")
    app = fine(app.switch_page("pages/medicines.py").run())
    app = fine(app.switch_page("pages/today.py").run())
    assert (widget(app, "checkin_mood").value, widget(app, "checkin_note").value) == (2, "not done")
    assert "Bring it back" not in labels(app)


def test_d11_a_new_session_offers_what_was_half_filled(open_app, journal):
    fill(open_app(), mood=2, sleep=4, note="not done")
    app = fine(open_app())
    assert "You began a check-in and did not save it." in screen(app)
    assert widget(app, "checkin_mood").value is None
    app = fine(button(app, "Bring it back").click().run())
    assert (widget(app, "checkin_mood").value, widget(app, "checkin_sleep").value) == (2, 4)
    assert "Bring it back" not in labels(app)
    save(app)
    assert journal.records("check_in")[0].note == "not done"
    assert "Bring it back" not in labels(fine(open_app()))


def test_d11_what_was_half_filled_can_be_thrown_away(open_app, journal):
    fill(open_app(), mood=2)
    app = fine(button(open_app(), "Throw it away").click().run())
    assert "You began a check-in" not in screen(app)
    assert journal.records("check_in") == []


def test_a_damaged_draft_offers_nothing_and_breaks_nothing(open_app, journal):
    (journal.folder / drafts.NAME).write_bytes(b'{"ratings": {"mood": 99}, "sleep')
    assert "Bring it back" not in labels(fine(open_app()))


def test_a_symptom_the_library_no_longer_has_is_left_out(open_app, journal):
    journal.revise(journal.person.id, symptoms=("mood", "no_longer_known"))
    save(fill(open_app(), mood=1))
    assert journal.records("check_in")[0].ratings == {"mood": 1}


def test_d13_what_could_not_be_saved_is_still_there_and_says_so(open_app, journal, monkeypatch):
    app = fill(open_app(), mood=2, note="keep me")
    with monkeypatch.context() as patch:
        full_disk(patch)
        app = save(app)
    assert "Not saved" in screen(app)
    assert "Check-in saved." not in screen(app)
    assert (widget(app, "checkin_mood").value, widget(app, "checkin_note").value) == (2, "keep me")
    app = save(app)
    assert [kept.note for kept in journal.records("check_in")] == ["keep me"]
    assert "Check-in saved." in screen(app)


def test_p3_what_one_person_half_filled_is_not_the_next_ones(open_app, journal, home):
    other = create_person(home, Person(name="Sam"))
    app = fill(open_app(person_folder=str(journal.folder)), mood=2, note="Robin's")
    app = fine(app.switch_page("pages/settings.py").run())
    app = fine(button(app, "Open the record of Sam").click().run())
    app = fine(app.switch_page("pages/today.py").run())
    assert "Sam" in screen(app)
    assert widget(app, "checkin_mood").value is None
    assert "Robin's" not in (widget(app, "checkin_note").value, screen(app))
    assert drafts.read(other) is None
    assert drafts.read(journal.folder).note == "Robin's"
