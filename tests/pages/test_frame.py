"""What stands round every page: name, notice, help; for everybody, and however the page was reached."""

import json
import re
from pathlib import Path

import pytest
from reader import interpreted, shown
from screen import NOW, as_typed, button, daily, fine, labels, screen, sources
from streamlit.testing.v1 import AppTest

from medself.journal import create_person, open_journal
from medself.model import (
    CheckIn,
    Dose,
    DoseStatus,
    LifeEvent,
    Medication,
    Person,
    Question,
    Severity,
    SideEffect,
    Visit,
)
from medself.ui import state
from medself.ui.frame import NOTICE
from medself.ui.pages import RECOVERY, SHOWN

ROOT = Path(__file__).resolve().parents[2]
PAGES = [Path(path).stem for path, _, _ in SHOWN] + [Path(RECOVERY).stem]
OPENED = {
    page: re.search(r'open_page\(\s*"(.+?)"', (ROOT / "pages" / f"{page}.py").read_text())[1]
    for page in PAGES
}
WITHOUT_JOURNAL = {"learn", "about", "help_now", "recovery"}

pytestmark = pytest.mark.usefixtures("at_nine")


def framed(app: AppTest) -> str:
    said = screen(fine(app))
    assert NOTICE in said
    assert "Help now" in said
    assert len(app.title) == 1
    return said


@pytest.mark.parametrize("page", PAGES)
def test_every_page_opens_for_nobody(open_app, home, page):
    said = framed(open_app(page))
    assert "No record is open" in said
    if page == "today":
        assert "Start my record" in said
    elif page not in WITHOUT_JOURNAL | {"my_data", "trends"}:
        assert "Go to the start" in said
    assert list(home.iterdir()) == [], "looking makes no files"


@pytest.mark.parametrize("page", PAGES)
def test_p3_every_page_opens_with_an_empty_journal_and_says_whose(open_app, journal, page):
    assert "Robin" in framed(open_app(page)).splitlines()


@pytest.mark.parametrize("page", PAGES)
def test_d2_every_page_opens_with_a_damaged_month_and_shows_the_rest(open_app, journal, page):
    journal.add(daily("Sertraline", "08:00"))
    journal.add(LifeEvent(at=NOW, zone="UTC", text="Moved house"))
    damaged = journal.folder / "journal" / "2026-10.json"
    damaged.write_bytes(b'{"dose": {"x": ')
    said = framed(open_app(page))
    assert "We could not read October 2026. We kept the file as it is" in said or page == "recovery"
    assert "See what can be done" in said or page == "recovery"
    assert damaged.read_bytes() == b'{"dose": {"x": '
    if page == "today":
        assert "Sertraline" in said
        assert "Moved house" in said


@pytest.mark.parametrize("content", [b"", b'{"person": {', b"\0" * 900, b"[]", b"{}"])
@pytest.mark.parametrize("page", ["today", "medicines", "visit", "settings"])
def test_d4_an_unreadable_person_is_never_greeted_as_new(open_app, journal, page, content):
    journal.add(daily("Sertraline", "08:00"))
    (journal.folder / "person.json").write_bytes(content)
    said = framed(open_app(page))
    assert "A first name or initials are enough" not in said
    if page == "today":
        assert "A record here cannot be opened" in said
        assert "Its files are kept as they are" in said
        assert "See what can be done" in said
    else:
        assert "Your records are still here" in said
    assert (journal.folder / "person.json").read_bytes() == content


def test_d4_a_person_that_becomes_unreadable_while_open_leads_to_the_start(open_app, journal):
    app = fine(open_app())
    (journal.folder / "person.json").write_bytes(b"")
    assert "A record here cannot be opened" in framed(app.run())


def test_a_removed_person_leads_to_the_start(open_app, journal):
    app = fine(open_app("medicines"))
    journal.folder.rename(journal.folder.with_name(".gone"))
    assert "No record is open yet" in framed(app.run())
    app = app.switch_page("pages/today.py").run()
    assert "Start my record" in framed(app)


@pytest.mark.parametrize("page", PAGES)
def test_a_page_reached_cold_shows_frame_and_navigation(home, monkeypatch, page):
    """As after a restart of the server: Streamlit starts the page's own file, without app.py."""
    monkeypatch.chdir(ROOT)
    create_person(home, Person(name="Robin"))
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=30)
    said = framed(app.switch_page(f"pages/{page}.py").run())
    assert "Robin" in said
    assert len(app._registered_pages) == len(PAGES)
    assert app.title[0].value == OPENED[page]
    assert state.WANTED not in app.session_state


@pytest.fixture
def two(home):
    found = {}
    for name, medicine in (("Ann", "Annpill"), ("Bo", "Bopill")):
        found[name] = open_journal(create_person(home, Person(name=name)))
        found[name].add(daily(medicine, "08:00"))
        found[name].add(Question(text=f"{name} asks?"))
    return found


@pytest.mark.parametrize("page", ["today", "medicines", "visit", "settings", "my_data"])
def test_p2_two_sessions_of_two_people_never_mix(open_app, two, page):
    ann = open_app(page, person_folder=str(two["Ann"].folder))
    bo = open_app(page, person_folder=str(two["Bo"].folder))
    for app, own, other in ((ann, "Ann", "Bo"), (bo, "Bo", "Ann"), (ann.run(), "Ann", "Bo")):
        said = framed(app)
        assert own in said.splitlines()
        assert f"{other}pill" not in said
        assert f"{other} asks" not in said
        assert other not in said.replace(f"Open the record of {other}", "")


def test_two_people_are_asked_for_and_neither_is_opened_by_itself(open_app, two):
    app = open_app()
    said = framed(app)
    assert "Whose record?" in said
    assert "pill" not in said
    app = fine(button(app, "Bo").click().run())
    assert "Bopill" in framed(app)


def test_p3_changing_the_person_leaves_nothing_of_the_one_before(open_app, two):
    app = open_app("visit", person_folder=str(two["Ann"].folder))
    app.get_by_key("visit_question").input("Ann's own")
    app = app.switch_page("pages/settings.py").run()
    app = fine(button(app, "Open the record of Bo").click().run())
    assert "Bo" in framed(app).splitlines()
    for page in ("today", "medicines", "visit"):
        assert "Ann" not in framed(app.switch_page(f"pages/{page}.py").run())


def test_an_invented_person_is_marked_on_every_page_and_kept_apart(open_app, home):
    app = fine(button(open_app(), "Look round").click().run())
    assert [path.name for path in home.iterdir()] == ["look-round"]
    for page in ("today", "medicines", "visit", "settings"):
        said = framed(app.switch_page(f"pages/{page}.py").run())
        assert "An invented person. Nothing here is about anyone real." in said
    app = fine(button(app, "Leave").click().run())
    assert "invented person." not in framed(app).replace("with an invented person.", "")
    assert "No record is open yet" in screen(app)


def test_p3_leaving_the_invented_person_leaves_nothing_behind(open_app, home):
    app = fine(button(open_app(), "Look round").click().run())
    app.get_by_key("checkin_note").input("half typed")
    app = fine(button(app.run(), "Leave").click().run())
    app.get_by_key("start_name").input("Robin")
    app.get_by_key("start_region").set_value("uk")
    app = fine(button(app, "Start my record").click().run())
    assert app.get_by_key("checkin_note").value == ""
    assert "Robin" in framed(app).splitlines()


NASTY = [
    "<script>alert(1)</script><b>QXZ</b>",
    "![QXZ](http://example.org/x.png) [QXZ](javascript:alert(1))",
    "**QXZ** _i_ ~~s~~ `c` # h > q",
    "$QXZ$ and $x^2$ :red[QXZ] :smile: -> >= www.example.org",
    "שלום QXZ \u202eabc\u202c العربية",
    "QXZ 😀🤷🏽‍♀️ é ÿ 日本",
]


@pytest.mark.parametrize("typed", NASTY)
@pytest.mark.parametrize("page", ["today", "medicines", "visit", "settings", "my_data", "trends"])
def test_p4_what_was_typed_is_shown_letter_for_letter(open_app, home, page, typed):
    journal = open_journal(create_person(home, Person(name=typed)))
    fill_with(journal, typed)
    app = fine(open_app(page))
    visible = " ".join(typed.translate(dict.fromkeys((0x202C, 0x202E))).split())
    plain = screen(app).translate(dict.fromkeys((0x202C, 0x202E)))
    assert visible in " ".join(plain.split())
    pieces = ("strong", "heading", "bullet_list", "list_item")
    ours = {f"{piece}_{end}" for piece in pieces for end in ("open", "close")}
    for source in sources(app):
        if "QXZ" in source:
            assert set(interpreted(source)) <= ours, source
            assert "QXZ" in shown(source)


def fill_with(journal, typed: str) -> None:
    medication = daily(typed, "08:00", why=typed, prescriber=typed)
    common = {"at": NOW, "zone": "UTC", "note": typed}
    journal.add_all(
        [
            medication,
            Medication(name=f"{typed} old", status="not_taking", regimens=medication.regimens),
            Dose(
                medication=medication.id,
                slot=NOW.replace(hour=8, minute=0),
                status=DoseStatus.TAKEN,
                **common,
            ),
            CheckIn(ratings={"mood": 3}, **common),
            SideEffect(effect=typed, severity=Severity.LOT, medication=medication.id, **common),
            LifeEvent(text=typed, **common),
            Visit(at=NOW.replace(hour=15), zone="UTC", with_whom=typed),
            Question(text=typed),
        ]
    )


def test_ten_thousand_letters_are_kept_where_they_fit_and_refused_where_not(open_app, journal):
    long = "ab " * 3333 + "c"
    app = open_app("visit")
    app.get_by_key("visit_question").input(long)
    app = fine(button(app, "Add question").click().run())
    assert [question.text for question in journal.questions()] == [long]
    assert long in as_typed(app)
    app = fine(app.switch_page("pages/settings.py").run())
    app.get_by_key("settings_name").input(long)
    app = fine(button(app, "Save settings").click().run())
    assert "Your name is 10,000 characters long. The longest we can keep is 5,000." in screen(app)
    assert open_journal(journal.folder).person.name == "Robin"


def test_no_health_value_is_ever_in_the_address(open_app, journal):
    medication = daily("Sertraline", "08:00")
    journal.add(medication)
    app = open_app()
    for group in app.button_group:
        if group.key.startswith("checkin"):
            group.set_value(3)
    app = fine(app.run())
    assert not app.query_params


def test_p6_the_pages_have_neutral_names(open_app, journal):
    app = open_app("medicines")
    names = json.dumps([info["page_name"] for info in app._registered_pages.values()])
    assert "Robin" not in names
    assert "edicine" not in names


def test_there_is_one_way_to_undo_and_only_after_a_write(open_app, journal):
    app = fine(open_app())
    assert "Undo" not in labels(app)
    app.get_by_key("checkin_mood").set_value(3)
    app = fine(button(app.run(), "Save check-in").click().run())
    assert labels(app).count("Undo") == 1
    assert "Undo" not in labels(fine(app.run()))
