"""Settings: what a person chooses for themself, and who else has a record here."""

from datetime import date, datetime, time

import pytest
from screen import button, fine, labels, screen

from medself.journal import open_journal, people
from medself.model import CheckIn

pytestmark = pytest.mark.usefixtures("at_nine", "journal")


@pytest.fixture
def page(open_app):
    return lambda: fine(open_app("settings"))


def put(app, **values):
    for key, value in values.items():
        app.get_by_key(f"settings_{key}").set_value(value)
    return app


def save(app):
    return fine(button(app, "Save settings").click().run())


def test_the_settings_are_those_of_the_person(page):
    app = page()
    values = {
        key: app.get_by_key(f"settings_{key}").value
        for key in ("name", "region", "country", "day_start", "size")
    }
    assert values == {
        "name": "Robin",
        "region": "uk",
        "country": "uk",
        "day_start": time(3),
        "size": 17,
    }


def test_everything_chosen_is_kept(page, journal):
    app = save(
        put(page(), name="Rob*in*", region="us", country="elsewhere", day_start=time(5), size=24)
    )
    person = open_journal(journal.folder).person
    assert (person.name, person.region, person.country) == ("Rob*in*", "us", "elsewhere")
    assert (person.day_start, person.text_size) == (time(5), 24)
    assert "Settings saved." in screen(app)
    assert "Rob*in*" in screen(app).splitlines()


def test_a_wrong_name_changes_nothing(page, journal):
    app = save(put(page(), name="  ", region="us"))
    person = open_journal(journal.folder).person
    assert (person.name, person.region) == ("Robin", "uk")
    assert "Your name is empty." in screen(app)


def test_settings_can_be_taken_back(page, journal):
    fine(button(save(put(page(), size=24)), "Undo").click().run())
    assert open_journal(journal.folder).person.text_size == 17


def test_the_text_size_reaches_the_page(page):
    app = save(put(page(), size=24))
    assert "font-size: 24px" in next(each.body for each in app.get("html"))


def test_what_is_recorded_stays_when_the_day_start_moves(page, journal):
    journal.add(CheckIn(at=datetime(2026, 11, 20, 2), zone="UTC", ratings={"mood": 3}))
    save(put(page(), day_start=time(1)))
    assert [kept.day for kept in journal.records("check_in")] == [date(2026, 11, 19)]


def test_what_is_followed_is_asked_at_the_check_in(page, journal):
    journal.add(CheckIn(at=datetime(2026, 11, 19, 20), zone="UTC", ratings={"worry": 3}))
    app = page()
    app.get_by_key("settings_symptoms").set_value(["mood", "energy"])
    app = fine(button(app, "Save what I follow").click().run())
    assert "Saved. Earlier ratings stay." in screen(app)
    assert journal.records("check_in")[0].ratings == {"worry": 3}
    app = fine(app.switch_page("pages/today.py").run())
    keys = [group.key for group in app.button_group if group.key.startswith("checkin_")]
    assert keys == ["checkin_mood", "checkin_energy"]


def test_following_nothing_leaves_sleep_and_a_note(page, journal):
    app = page()
    app.get_by_key("settings_symptoms").set_value([])
    app = fine(button(app, "Save what I follow").click().run())
    assert open_journal(journal.folder).person.symptoms == ()
    fine(app.switch_page("pages/today.py").run())


def test_a_record_for_someone_else_is_apart(page, journal, home):
    app = page()
    app.get_by_key("household_name").input("Sam & Co")
    app.get_by_key("household_region").set_value("us")
    app = fine(button(app, "Start a record for them").click().run())
    assert "A new record is ready. Open it above." in screen(app)
    assert sorted(person.name for person in people(home)) == ["Robin", "Sam & Co"]
    assert "Robin" in screen(app).splitlines()
    app = fine(button(app, "Open the record of Sam & Co").click().run())
    assert "Sam & Co" in screen(app).splitlines()
    assert "Open the record of Robin" in labels(app)


@pytest.mark.parametrize(
    ("name", "region", "sentence"),
    [
        ("", "us", "Your name is empty."),
        ("Sam", None, "Please choose where they get their medicines."),
    ],
)
def test_nothing_is_guessed_about_someone_else(page, home, name, region, sentence):
    app = page()
    app.get_by_key("household_name").input(name)
    if region:
        app.get_by_key("household_region").set_value(region)
    app = fine(button(app, "Start a record for them").click().run())
    assert sentence in screen(app)
    assert len(people(home)) == 1
