"""Sharing the screen: only what was chosen, on every page and in every tab, until it is ended."""

from datetime import date

import pytest
from screen import NOW, as_typed, button, daily, fine, labels, screen
from test_frame import PAGES

from medself.journal import create_person, open_journal
from medself.model import CheckIn, LifeEvent, Person, Question, Sharing
from medself.ui import present, shared_parts, sharing

pytestmark = pytest.mark.usefixtures("at_nine")
START = date(2026, 10, 22)


@pytest.fixture
def record(home):
    """Robin's record, full of words that nobody else is to see, and Otherperson's beside it."""
    create_person(home, Person(name="Otherperson"))
    journal = open_journal(create_person(home, Person(name="Robin Ashworth", region="uk")))
    journal.add(
        daily(
            "Zoloft",
            "08:00",
            slug="sertraline",
            why="Reasonword",
            note="Notemed",
            prescriber="Dr Prescriberword",
        )
    )
    journal.add(Question(text="Will Zoloft make me tired?"))
    journal.add(LifeEvent(at=NOW, zone="UTC", text="Eventword", note="Noteword"))
    journal.add(CheckIn(at=NOW, zone="UTC", ratings={"mood": 3}, note="Noteword"))
    return journal


PRIVATE = ("Otherperson", "Noteword", "Notemed", "Prescriberword", "Eventword", "Mood")
QUESTIONS, MEDICINES = "My questions", "What I take now"


@pytest.fixture
def share(record):
    def begin(*parts: str, hide_names: bool = False):
        chosen = Sharing(parts=parts, start=START, hide_names=hide_names)
        record.revise(record.person.id, sharing=chosen)
        return record

    return begin


def opened(open_app, record, page="present", **state):
    return fine(open_app(page, person_folder=str(record.folder), **state))


def press(app, label):
    return fine(button(app, label).click().run())


def test_nothing_is_chosen_beforehand_and_nothing_can_be_shared_then(open_app, record):
    app = opened(open_app, record)
    assert "Nothing is chosen yet." in screen(app)
    app = press(app, "Start sharing")
    assert "Please choose at least one part to show." in screen(app)
    assert record.person.sharing is None


def test_what_is_shown_is_what_was_chosen_and_seen_before(open_app, record):
    app = opened(open_app, record)
    app.get_by_key("present_parts").set_value([QUESTIONS])
    app = fine(app.run())
    assert as_typed(app).count("Will Zoloft make me tired?") == 1
    app = press(app, "Start sharing")
    assert record.person.sharing == Sharing(parts=(QUESTIONS,), start=START, hide_names=False)
    said = screen(app)
    assert "Sharing is on. Only what was chosen can be seen." in said
    assert "Will Zoloft make me tired?" in said
    assert [word for word in (*PRIVATE, "Reasonword", "Saved") if word in said] == []


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("known", [True, False])
def test_every_page_leads_to_what_is_shared_also_in_a_new_tab(open_app, share, page, known):
    record = share(QUESTIONS)
    state = {"person_folder": str(record.folder)} if known else {}
    app = fine(open_app(page, **state))
    said = screen(app)
    assert "Sharing is on." in said
    assert [word for word in (*PRIVATE, "Reasonword") if word in said] == []
    if page == "help_now":
        assert "If your life is at risk" in said
        assert "Zoloft" not in said
        assert "Robin" not in said
    else:
        assert app.title[0].value == QUESTIONS


def test_what_is_turned_on_while_a_page_begins_holds_for_that_page(
    open_app, share, record, monkeypatch
):
    app = opened(open_app, record, "today")
    known = sharing.is_on
    asked = []

    def turned_on_after_the_router_asked():
        asked.append(True)
        if len(asked) == 2:
            share(QUESTIONS)
        return known()

    monkeypatch.setattr(sharing, "is_on", turned_on_after_the_router_asked)
    app = fine(app.run())
    assert app.title[0].value == QUESTIONS
    assert [word for word in PRIVATE if word in screen(app)] == []


def test_help_says_nothing_about_the_person(open_app, share):
    record = share(QUESTIONS)
    app = opened(open_app, record, "help_now")
    assert app.get_by_key("country").value is None


def test_parts_are_turned_like_pages_and_go_round(open_app, share):
    app = opened(open_app, share(QUESTIONS, MEDICINES))
    seen = []
    for _ in range(3):
        seen.append(app.title[0].value)
        app = press(app, "Next")
    assert seen == [QUESTIONS, MEDICINES, QUESTIONS]
    assert press(app, "Previous").title[0].value == QUESTIONS


def test_names_are_hidden_where_that_was_chosen(open_app, share):
    app = opened(open_app, share(QUESTIONS, MEDICINES, hide_names=True))
    said = screen(app) + screen(press(app, "Next"))
    assert "Will SSRIs make me tired?" in said
    assert "SSRIs: 50 mg every morning" in said
    assert "R. A." in said
    for word in ("Zoloft", "ertraline", "Lustral", "Robin", "Ashworth"):
        assert word not in said, word


def test_lines_left_out_are_counted_for_the_part_that_is_seen(open_app, share):
    record = share(QUESTIONS, MEDICINES, hide_names=True)
    record.add(Question(text="Is sertralin strong?"))
    app = opened(open_app, record)
    assert "Names are hidden. 1 line is left out" in screen(app)
    assert "left out" not in screen(press(app, "Next"))


def test_it_is_ended_with_two_presses_and_never_with_one(open_app, share):
    record = share(QUESTIONS)
    app = press(opened(open_app, record), "End sharing")
    assert record.person.sharing is not None
    app = press(app, "Go on sharing")
    assert "Yes, end sharing" not in labels(app)
    app = press(press(app, "End sharing"), "Yes, end sharing")
    assert record.person.sharing is None
    assert "Sharing is on" not in screen(app)
    assert "Robin Ashworth" in screen(app)


def test_when_it_fails_nothing_is_shown_but_the_way_out(open_app, share, monkeypatch):
    record = share(QUESTIONS)

    def broken(*_, **__):
        raise RuntimeError("Zoloft broke it")

    with monkeypatch.context() as patched:
        patched.setattr(shared_parts, "build", broken)
        app = opened(open_app, record)
        said = screen(app)
        assert "Something did not work, so nothing is shown." in said
        assert [word for word in (*PRIVATE, "Zoloft", "Robin", QUESTIONS) if word in said] == []
        app = press(app, "End sharing")
    press(app, "Yes, end sharing")
    assert record.person.sharing is None


def test_half_a_page_that_breaks_leaves_no_error_behind(open_app, share, monkeypatch):
    record = share(QUESTIONS)

    def broken(shown):
        raise RuntimeError("Zoloft broke it")

    monkeypatch.setattr(present, "_part", broken)
    said = screen(opened(open_app, record))
    assert "nothing is shown" in said
    assert "Zoloft" not in said


@pytest.mark.parametrize("page", ["today", "settings", "present"])
def test_a_setting_that_cannot_be_read_counts_as_on(open_app, share, page):
    record = share(QUESTIONS)
    file = record.folder / "person.json"
    file.write_bytes(file.read_bytes().replace(b'"hide_names":false', b'"hide_names":"wrong"'))
    assert b'"wrong"' in file.read_bytes()
    for state in ({}, {"person_folder": str(record.folder)}):
        said = screen(fine(open_app(page, **state)))
        assert "nothing is shown" in said
        assert [word for word in (*PRIVATE, "Zoloft", "Robin") if word in said] == []


def test_a_record_that_goes_bad_while_shared_shows_nothing_and_can_be_left(open_app, share):
    record = share(QUESTIONS)
    app = opened(open_app, record)
    (record.folder / "person.json").write_bytes(b"")
    app = fine(app.run())
    for _ in range(2):
        assert "nothing is shown" in screen(app)
        assert "Otherperson" not in screen(app)
        app = fine(app.switch_page("pages/today.py").run())
    app = press(press(app, "End sharing"), "Yes, end sharing")
    app = fine(app.switch_page("pages/today.py").run())
    assert "A record here cannot be opened" in screen(app)


def test_when_the_end_cannot_be_saved_this_tab_ends_and_says_so(open_app, share, monkeypatch):
    from medself.errors import NotSaved
    from medself.journal.file_journal import FileJournal

    record = share(QUESTIONS)
    app = press(opened(open_app, record), "End sharing")

    def full(*_, **__):
        raise NotSaved("The disk is full.")

    monkeypatch.setattr(FileJournal, "revise", full)
    app = press(app, "Yes, end sharing")
    assert sharing.NOT_SAVED in screen(app)
    assert record.person.sharing is not None


def test_a_damaged_month_is_said_without_its_name(open_app, share):
    record = share(QUESTIONS)
    (record.folder / "journal" / "2026-10.json").write_bytes(b"{")
    said = screen(opened(open_app, record))
    assert shared_parts.INCOMPLETE in said
    assert "October" not in said.replace("22 Oct 2026", "")


def test_parts_that_are_not_there_any_more_show_nothing(open_app, share):
    said = screen(opened(open_app, share("A part of long ago")))
    assert "There is nothing recorded in the parts that were chosen." in said


def test_another_person_of_the_household_goes_on_in_their_own_tab(open_app, share, home):
    from medself.journal import people

    share(QUESTIONS)
    (other,) = [each for each in people(home) if each.name == "Otherperson"]
    said = screen(fine(open_app("today", person_folder=str(other.path))))
    assert "Otherperson" in said
    assert "Sharing is on" not in said
