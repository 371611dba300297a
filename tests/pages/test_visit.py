"""My appointment: questions of one's own, and one page whose numbers are the same everywhere."""

import io
from datetime import date, datetime, time

import pypdf
import pytest
from screen import NOW, as_typed, button, daily, fine, labels, screen

from medself.library import load
from medself.model import (
    Dose,
    DoseStatus,
    Question,
    QuestionOrigin,
    Severity,
    SideEffect,
    Visit,
)
from medself.ui.loaders import ROOT

pytestmark = pytest.mark.usefixtures("at_nine", "journal")


@pytest.fixture
def ready(open_app):
    """The step "Get ready"."""
    return lambda **state: fine(open_app("visit", **state))


@pytest.fixture
def page(open_app):
    """The step "My page"."""
    return lambda **state: fine(open_app("visit", visit_step="page", **state))


def put(app, **values):
    for key, value in values.items():
        app.get_by_key(f"visit_{key}").set_value(value)
        app = fine(app.run())
    return app


def listed(app) -> list[str]:
    """The questions of the list from top to bottom, by their number."""
    return [line[7] for line in as_typed(app) if line.startswith("Number")]


def press(app, label: str):
    return fine(button(app, label).click().run())


def test_an_empty_record_still_has_a_page(ready, page):
    assert "No questions yet." in screen(ready())
    said = screen(page())
    assert "Recorded on 0 of 30 days" in said
    assert "every 100" not in said


def test_an_appointment_is_kept_and_shown_and_can_be_removed(ready, page, journal):
    app = ready()
    app.get_by_key("visit_day").set_value(date(2026, 11, 24))
    app.get_by_key("visit_time").set_value(time(14, 30))
    app.get_by_key("visit_whom").input("Dr *Lind*")
    app = press(app, "Save appointment")
    (visit,) = journal.visits()
    assert (visit.at, visit.with_whom) == (datetime(2026, 11, 24, 14, 30), "Dr *Lind*")
    assert "Tuesday 24 November 2026, 14:30  Dr *Lind*" in screen(app)
    assert "In 4 days" in screen(app)
    assert "Robin, appointment 24 November 2026" in screen(page())
    press(app, "Remove")
    assert journal.visits() == []


def test_an_appointment_without_a_day_is_asked_for(ready, journal):
    app = press(ready(), "Save appointment")
    assert journal.visits() == []
    assert "Please choose the day of the appointment." in screen(app)


def test_an_own_question_is_kept_and_stands_on_the_page(ready, page, journal):
    app = ready()
    app.get_by_key("visit_question").input("How *long*?")
    app = press(app, "Add question")
    (question,) = journal.questions()
    assert (question.text, question.origin) == ("How *long*?", QuestionOrigin.OWN)
    assert as_typed(app).count("How *long*?") == 1
    assert as_typed(page()).count("How *long*?") == 1


def test_an_empty_question_is_not_kept(ready, journal):
    app = press(ready(), "Add question")
    assert journal.questions() == []
    assert "The question is empty." in screen(app)


def test_three_can_be_starred_and_come_first(ready, journal):
    for number in range(5):
        journal.add(Question(text=f"Number {number}?"))
    app = ready()
    for number in (4, 2, 0):
        (star,) = [
            b for b in app.button if b.key == f"visit_q_{journal.questions()[number].id}_star"
        ]
        app = fine(star.click().run())
    assert [q.starred for q in journal.questions()] == [True, False, True, False, True]
    unstarred = [b for b in app.button if b.label == "Star"]
    assert unstarred
    assert all(b.disabled for b in unstarred)
    assert listed(app) == ["0", "2", "4", "1", "3"]


def test_questions_come_from_the_pages_of_what_is_taken(ready, journal):
    journal.add(daily("Zoloft", "08:00", slug="sertraline"))
    journal.add(daily("Tea", "08:00"))
    first, second = load(ROOT / "content").medication("sertraline").questions[:2]
    app = ready()
    app.session_state["visit_from_pages"] = True
    app = press(app.run(), first.text)
    (kept,) = journal.questions()
    assert (kept.text, kept.origin) == (first.text, QuestionOrigin.EXPLAINER)
    assert kept.ref == f"sertraline/{first.id}"
    assert first.text not in labels(app), "it is offered once"
    assert second.text in labels(app)


def test_d12_the_screen_the_text_and_the_paper_say_the_same(page, journal):
    from medself.visit import build, pdf, text, words

    medication = daily("Sertraline", "08:00")
    journal.add(medication)
    for day, status in ((18, DoseStatus.TAKEN), (19, DoseStatus.MISSED)):
        at = datetime(2026, 11, day, 8)
        journal.add(
            Dose(
                medication=medication.id,
                slot=at,
                at=at,
                zone="UTC",
                status=status,
                amount=50,
                unit="mg",
            )
        )
    app = page(visit_text=True)
    summary = build(
        journal, load(ROOT / "content"), start=date(2026, 10, 22), end=NOW.date(), today=NOW.date()
    )
    sentences = [line for _, found in words.sections(summary) for line in found]
    assert any("1 taken, 0 skipped, 1 missed, 9 not recorded of 11 due" in s for s in sentences)
    for sentence in sentences:
        assert sentence in screen(app)
    assert "On the page: 30 days" in screen(app)
    assert text(summary).strip() in [typed.strip() for typed in as_typed(app)]
    paper = pypdf.PdfReader(io.BytesIO(pdf(summary))).pages[0].extract_text()
    assert "1 taken, 0 skipped, 1 missed" in " ".join(paper.split())


def test_private_side_effects_are_off_until_ticked(page, journal):
    journal.add(SideEffect(at=NOW, zone="UTC", effect="sexual_desire", severity=Severity.LOT))
    app = page(visit_change_parts=True)
    assert app.get_by_key("visit_private").value is False
    assert "Less interest in sex: noted" not in screen(app)
    app = put(app, private=True)
    assert "Less interest in sex: noted on 1 day" in screen(app)


@pytest.mark.parametrize(
    ("period", "words"),
    [
        ("7", "14 Nov 2026 to 20 Nov 2026"),
        ("30", "22 Oct 2026 to 20 Nov 2026"),
        ("90", "23 Aug 2026 to 20 Nov 2026"),
    ],
)
def test_the_days_of_the_page_can_be_chosen(page, period, words):
    assert words in screen(put(page(), period=period))


def test_any_days_can_be_chosen(page):
    app = put(page(), period="own")
    app = put(app, days=(date(2026, 11, 2), date(2026, 11, 5)))
    assert "2 Nov 2026 to 5 Nov 2026. Recorded on 0 of 4 days" in screen(app)
    app = put(app, days=(date(2026, 11, 2),))
    assert "Choose the last day too." in screen(app)


def test_since_the_last_visit_is_offered_once_there_was_one(page, journal):
    assert "Since my last visit" not in screen(page())
    journal.add(Visit(at=datetime(2026, 11, 10, 9), zone="UTC"))
    app = page()
    assert "Since my last visit" in screen(app)
    assert "10 Nov 2026 to 20 Nov 2026" in screen(app)


def test_p6_the_file_has_a_neutral_name(page):
    downloads = [each.proto.label for each in page().get("download_button")]
    assert downloads[0] == "Page to print (PDF)"
    assert downloads[1].startswith("Extra pages")
    assert "notes" not in labels(page())
