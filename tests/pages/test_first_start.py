"""The first start: three ways in, and nothing made before the person says so."""

import pytest
from screen import button, fine, labels, screen

from medself.journal import create_person, open_journal, people
from medself.model import Person

pytestmark = pytest.mark.usefixtures("at_nine")


def start(app, name: str, region: str | None):
    app.get_by_key("start_name").input(name)
    if region:
        app.get_by_key("start_region").set_value(region)
    return fine(button(app, "Start my record").click().run())


def test_the_three_ways_in_are_there(open_app, home):
    said = screen(fine(open_app()))
    assert "Start my record" in said
    assert "No account, and nothing is sent anywhere." in said
    assert "Look round with an invented person" in said
    assert "Open the library" in said
    assert list(home.iterdir()) == []


def test_a_name_and_a_region_are_enough(open_app, home):
    app = start(open_app(), "  Robin  ", "uk")
    (person,) = people(home)
    kept = open_journal(person.path).person
    assert (kept.name, kept.region, kept.country, kept.invented) == ("Robin", "uk", "uk", False)
    assert "Your record is ready." in screen(app)
    assert "No doses are due on this day." in screen(app)
    assert "Robin" in screen(app).splitlines()


@pytest.mark.parametrize(
    ("name", "region", "sentence"),
    [
        ("", "uk", "Your name is empty. Please type something."),
        ("   ", "us", "Your name is empty. Please type something."),
        ("Robin", None, "Please choose where you get your medicines."),
        ("x" * 5001, "uk", "The longest we can keep is 5,000."),
    ],
)
def test_what_is_missing_is_said_and_nobody_is_made(open_app, home, name, region, sentence):
    app = start(open_app(), name, region)
    assert sentence in screen(app)
    assert people(home) == []
    assert app.get_by_key("start_name").value == name


def test_nothing_is_chosen_beforehand(open_app):
    assert open_app().get_by_key("start_region").value is None


def test_a_name_is_never_part_of_a_file_name(open_app, home):
    start(open_app(), "../../Robin <b>", "us")
    assert [path.name for path in home.iterdir()] == ["people"]
    (person,) = people(home)
    assert person.name == "../../Robin <b>"
    assert "Robin" not in str(person.path)


def test_one_person_alone_is_opened_without_asking(open_app, journal):
    said = screen(fine(open_app()))
    assert "Whose record?" not in said
    assert "Robin" in said.splitlines()


def test_of_several_the_person_chooses_and_may_start_another(open_app, journal, home):
    create_person(home, Person(name="*Sam*"))
    app = fine(open_app())
    assert {"Robin", "*Sam*"} <= set(labels(app))
    assert "A first name or initials" not in screen(app)
    app.get_by_key("start_new").check()
    app = start(app.run(), "Alex", "us")
    assert sorted(person.name for person in people(home)) == ["*Sam*", "Alex", "Robin"]
    assert "Alex" in screen(app).splitlines()


def test_looking_round_makes_no_record_of_anyone(open_app, home):
    app = fine(button(open_app(), "Look round").click().run())
    assert people(home) == []
    assert "An invented person." in screen(app)
    app = fine(button(app, "Leave").click().run())
    assert "Start my record" in screen(app)


def test_a_disk_that_cannot_be_written_is_told(open_app, home, monkeypatch):
    def no_room(*_args, **_kwargs):
        raise OSError(28, "No space left on device")

    app = fine(open_app())
    monkeypatch.setattr("medself.journal.household.write_whole", no_room)
    app = start(app, "Robin", "uk")
    assert "the disk is full" in screen(app)
    assert people(home) == []
    assert app.get_by_key("start_name").value == "Robin"
