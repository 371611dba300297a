"""Suggested questions and what cannot wait, as a person meets them in the app."""

from datetime import datetime, time, timedelta

import pytest
from screen import NOW, as_typed, button, daily, fine, labels, screen

from medself.model import Question, QuestionOrigin, QuestionState, Severity, SideEffect

pytestmark = pytest.mark.usefixtures("at_nine", "journal")

ADD, LATER, NEVER = "Add to my questions", "Put aside until it changes", "Do not show again"
SICK = "Feeling sick since Sertraline started on 10 November 2026. Is this likely to pass?"
TOLD = "I have told someone"


def felt(days: int, effect: str, severity: int = 1, **rest) -> SideEffect:
    at = datetime.combine(NOW.date() - timedelta(days=days), time(8))
    return SideEffect(at=at, zone="UTC", effect=effect, severity=Severity(severity), **rest)


@pytest.fixture
def sick(journal):
    """Sertraline for ten days, and feeling sick on two of them."""
    journal.add_all(
        [daily("Sertraline", "08:00", slug="sertraline"), felt(8, "nausea"), felt(6, "nausea")]
    )


def press(app, label: str):
    return fine(button(app, label).click().run())


def visit(open_app):
    return fine(open_app("visit"))


def test_an_empty_record_suggests_nothing(open_app):
    said = screen(visit(open_app))
    assert "my record suggests" not in said
    assert ADD not in said


@pytest.mark.usefixtures("sick")
def test_a_suggestion_shows_its_counts_and_dates_and_the_entries_behind_it(open_app, journal):
    app = visit(open_app)
    assert as_typed(app).count(SICK) == 1
    assert "Noted on 2 of 2 recorded days since 12 November 2026. At worst: a little." in screen(
        app
    )
    assert "12 November 2026: Feeling sick, a little" not in screen(app)
    app.session_state["suggested_behind_effect_after_change"] = True
    app = fine(app.run())
    assert "12 November 2026: Feeling sick, a little" in as_typed(app)
    assert "14 November 2026: Feeling sick, a little" in as_typed(app)


def test_of_many_entries_the_latest_are_shown(open_app, journal):
    journal.add_all(felt(days, "headache", stops_me=True) for days in range(1, 16))
    app = visit(open_app)
    app.session_state["suggested_behind_effect_stops_me"] = True
    lines = as_typed(fine(app.run()))
    assert "19 November 2026: Headache, a little" in lines
    assert "5 November 2026: Headache, a little" not in lines
    assert "and 3 earlier" in lines


@pytest.mark.usefixtures("sick")
def test_picked_it_becomes_a_question_with_its_reasons_and_goes_from_the_list(open_app, journal):
    app = press(visit(open_app), ADD)
    (question,) = journal.questions()
    assert question.origin is QuestionOrigin.SUGGESTED
    assert question.text.startswith(f"{SICK} Noted on 2 of 2 recorded days")
    assert ADD not in labels(app)
    assert as_typed(app).count(question.text) == 1
    assert question.text in as_typed(fine(open_app("visit", visit_step="page")))


@pytest.mark.usefixtures("sick")
@pytest.mark.parametrize(("label", "comes_back"), [(LATER, True), (NEVER, False)])
def test_put_aside_it_is_gone_until_it_changes_or_for_good(open_app, journal, label, comes_back):
    app = press(visit(open_app), label)
    assert ADD not in labels(app)
    (question,) = journal.questions()
    assert question.state is QuestionState.DROPPED
    assert SICK not in screen(app), "what is put aside is on no page"
    journal.add(felt(1, "nausea", 3))
    assert (ADD in labels(fine(app.run()))) is comes_back


@pytest.mark.usefixtures("sick")
def test_putting_aside_can_be_undone(open_app, journal):
    app = press(visit(open_app), NEVER)
    app = press(app, "Undo")
    assert journal.questions() == []
    assert ADD in labels(app)


@pytest.mark.usefixtures("sick")
def test_ones_own_questions_stand_above_the_suggestions(open_app, journal):
    journal.add(Question(text="Mine first"))
    lines = as_typed(visit(open_app))
    assert lines.index("Mine first") < lines.index(SICK)


@pytest.mark.usefixtures("sick")
def test_its_page_is_one_tap_away(open_app):
    app = visit(open_app)
    app = fine(app.get_by_key("suggested_read_effect_after_change").click().run())
    assert "SER-tra-leen" in screen(app)


def test_own_words_stay_as_typed(open_app, journal):
    journal.add(felt(1, "**:red[buzz]**", stops_me=True))
    app = visit(open_app)
    assert "**:red[buzz]**: this stops me doing things. What could help?" in as_typed(app)


def test_what_cannot_wait_is_a_card_on_today_that_says_whom_to_call(open_app, journal):
    assert TOLD not in labels(fine(open_app()))
    journal.add_all([daily("Lamotrigine", "08:00", slug="lamotrigine"), felt(0, "rash")])
    app = fine(open_app())
    said = screen(app)
    assert "Please call someone today" in said
    assert "Call your prescriber, your clinic or a pharmacist today." in said
    assert "If it gets worse, call 999." in said
    assert "You noted: Skin rash (a little, 20 November 2026)." in said
    assert "Numbers to call" in said
    assert said.index("Please call someone today") < said.index("Lamotrigine", said.index("Doses"))


def test_an_emergency_says_the_number_of_the_country(open_app, journal):
    journal.revise(journal.person.id, country="us")
    journal.add(felt(0, "chest_pain"))
    said = screen(fine(open_app()))
    assert "Please get help now" in said
    assert "Call 911 now" in said


def test_a_card_goes_when_someone_was_told_and_comes_back_with_another_sign(open_app, journal):
    journal.add_all([daily("Lamotrigine", "08:00", slug="lamotrigine"), felt(0, "rash")])
    app = press(fine(open_app()), TOLD)
    assert TOLD not in labels(app)
    assert journal.questions()[0].state is QuestionState.DROPPED
    journal.add(felt(0, "fever"))
    assert TOLD in labels(fine(app.run()))


def test_what_cannot_wait_is_no_question_for_a_visit(open_app, journal):
    journal.add(felt(0, "chest_pain"))
    said = screen(visit(open_app))
    assert "my record suggests" not in said
