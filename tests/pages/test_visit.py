"""My appointment: questions of one's own, and one page whose numbers are the same everywhere."""

import io
from datetime import date, datetime, time

import pypdf
import pytest
from screen import NOW, as_typed, button, daily, fine, labels, screen

from medself.library import load
from medself.model import (
    CheckIn,
    Dose,
    DoseStatus,
    Medication,
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
    for place in (4, 3, 2):  # the fifth; then, after it went up, the third and the first
        app = fine(app.get_by_key(f"visit_q_{place}_star").click().run())
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
    app = page(visit_choose=True)
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


def test_questions_are_put_in_order_one_step_at_a_time_and_stay_so(ready, page, journal):
    for number in range(3):
        journal.add(Question(text=f"Number {number}?"))
    app = ready()
    app = fine(app.get_by_key("visit_q_2_up").click().run())
    assert listed(app) == ["0", "2", "1"]
    assert listed(ready()) == ["0", "2", "1"], "it is kept"
    assert listed(page()) == ["0", "2", "1"]
    app = fine(app.get_by_key("visit_q_1_down").click().run())
    assert listed(app) == ["0", "1", "2"]
    app = press(app, "Undo")
    assert listed(app) == ["0", "2", "1"]


def test_a_question_cannot_be_moved_past_a_starred_one(ready, journal):
    for number in range(3):
        journal.add(Question(text=f"Number {number}?", starred=number == 1))
    app = ready()
    assert listed(app) == ["1", "0", "2"]
    assert app.get_by_key("visit_q_0_down").disabled
    assert app.get_by_key("visit_q_1_up").disabled
    assert not app.get_by_key("visit_q_1_down").disabled


def test_the_words_of_a_question_can_be_changed_and_left(ready, journal):
    journal.add(Question(text="How long?", starred=True))
    app = press(ready(), "Change")
    (question,) = journal.questions()
    app.get_by_key(f"visit_words_{question.id}").input("How *long* until it works?")
    app = press(app, "Save question")
    (question,) = journal.questions()
    assert (question.text, question.starred) == ("How *long* until it works?", True)
    assert question.text in as_typed(app)
    app = press(app, "Change")
    app = press(app, "Leave as it was")
    assert "Save question" not in labels(app)


def test_an_emptied_question_is_not_saved_and_stays_open_for_mending(ready, journal):
    journal.add(Question(text="How long?"))
    app = press(ready(), "Change")
    app.get_by_key(f"visit_words_{journal.questions()[0].id}").input("  ")
    app = press(app, "Save question")
    assert "The question is empty." in screen(app)
    assert "Save question" in labels(app)
    assert journal.questions()[0].text == "How long?"


def test_a_question_removed_comes_back_to_its_place(ready, journal):
    for number in range(3):
        journal.add(Question(text=f"Number {number}?"))
    app = ready()
    app = fine(app.get_by_key("visit_q_1_up").click().run())
    app = fine(app.get_by_key("visit_q_0_remove").click().run())
    assert listed(app) == ["0", "2"]
    assert listed(press(app, "Undo")) == ["1", "0", "2"]


def test_what_is_missing_is_said_with_the_way_to_mend_it(ready, journal):
    journal.add(Medication(name="Tea"))
    app = ready()
    said = screen(app)
    assert "No appointment is written down yet. Add one here" in said
    assert "You have no question yet. Write one below, or pick one." in said
    assert "Nothing is recorded since 22 Oct 2026." in said
    assert "How you take it is not written down: Tea." in said
    links = [each.proto.label for each in app.get("page_link")]
    assert "Record something on Today" in links
    assert "Write it down on My list" in links


def test_when_nothing_is_missing_that_is_said_too(ready, journal):
    journal.add(Visit(at=datetime(2026, 11, 21, 9), zone="UTC"))
    journal.add(Question(text="How long?", starred=True))
    journal.add(CheckIn(at=NOW, zone="UTC", ratings={"mood": 4}))
    said = screen(ready())
    assert "all of it is there" in said
    assert "Still missing" not in said
    assert "Tomorrow" in said


def test_a_part_left_off_stays_off_until_it_is_put_back(ready, page, journal):
    journal.add(Question(text="How long?"))
    app = ready(visit_choose=True)
    parts = app.get_by_key("visit_parts")
    assert "1 question" in screen(app)
    kept = [part for part in parts.value if part != "questions"]
    app = fine(parts.set_value(kept).run())
    assert journal.person.page_without == ("questions",)
    assert "1 question" not in screen(app)
    assert "How long?" not in as_typed(page())
    app = press(app, "Undo")
    assert journal.person.page_without == ()
    assert "questions" in app.get_by_key("visit_parts").value


def test_a_private_tick_counts_at_once_and_is_in_no_file(ready, page, journal):
    journal.add(CheckIn(at=NOW, zone="UTC", ratings={"mood": 4}, note="A *hard* day"))
    app = ready(visit_choose=True)
    assert "0 notes." in screen(app)
    assert "In these days you recorded 1 note." in screen(app)
    app = fine(app.get_by_key("visit_notes").check().run())
    assert "1 note." in screen(app)
    assert "20 Nov: A *hard* day" in as_typed(page(visit_notes=True))
    assert "A *hard* day" not in "".join(as_typed(page())), "another tab begins without it"


def test_a_private_tick_holds_from_step_to_step(page, journal):
    journal.add(CheckIn(at=NOW, zone="UTC", ratings={"mood": 4}, note="A *hard* day"))
    app = page(visit_choose=True)
    app = fine(app.get_by_key("visit_notes").check().run())
    app = put(app, step="ready")
    app = put(app, step="page")
    assert "20 Nov: A *hard* day" in as_typed(app)


def test_what_is_different_is_worked_out_when_it_is_opened(ready, journal):
    assert "beside as many days before" not in screen(ready())
    journal.add(Visit(at=datetime(2026, 11, 10, 9), zone="UTC"))
    said = screen(ready(visit_since=True))
    assert "10 November 2026 to 20 November 2026, beside as many days before" in said
    assert "It cannot say why anything changed." in said
    assert "No change is written down." in said


def test_the_third_step_is_its_own(open_app):
    app = fine(open_app("visit", visit_step="at"))
    assert "My questions" not in screen(app)
    assert "Page to print (PDF)" not in [each.proto.label for each in app.get("download_button")]
