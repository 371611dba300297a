"""At an appointment and after it: nothing typed is lost, and what was decided becomes the record."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest
from screen import NOW, daily, fine, screen, widget

from medself.model import (
    Daily,
    EndReason,
    HoldReason,
    Medication,
    MedicationStatus,
    Question,
    QuestionState,
    Slot,
    Task,
    TaskKind,
    Visit,
)

pytestmark = pytest.mark.usefixtures("at_nine", "journal")
TODAY = NOW.date()


@pytest.fixture
def visit(journal):
    one = Visit(at=NOW, zone="UTC", with_whom="Dr *Lind*")
    journal.add(one)
    return one


@pytest.fixture
def page(open_app):
    return lambda: fine(open_app("visit", visit_step="at"))


def put(app, **values):
    for key, value in values.items():
        widget(app, key).set_value(value)
        app = fine(app.run())
    return app


def press(app, key):
    return fine(widget(app, key).click().run())


def test_without_an_appointment_it_can_be_said_to_be_now(page, journal):
    app = press(page(), "after_now")
    (visit,) = journal.visits()
    assert visit.at == NOW
    assert "Friday 20 November 2026" in screen(app)


def test_todays_appointment_is_chosen_at_first_and_the_others_can_be(page, journal, visit):
    journal.add(Visit(at=NOW - timedelta(days=40), zone="UTC", with_whom="Nurse"))
    journal.add(Visit(at=NOW + timedelta(days=40), zone="UTC"))
    app = page()
    assert widget(app, "after_visit").value == visit.id
    assert "Sunday 11 October 2026, Nurse" in screen(app)
    assert not [each for each in app.button if each.key == "after_now"]


def test_a_question_is_asked_with_its_answer_and_can_be_put_back(page, journal, visit):
    question = Question(text="How <b>long</b>?")
    other = Question(text="And then?")
    journal.add_all([question, other])
    app = put(page(), **{f"after_answer_{question.id}": "Give it *six* weeks"})
    app = press(app, f"after_asked_{question.id}")
    kept = journal.get(question.id)
    assert (kept.state, kept.asked_at, kept.answer) == (
        QuestionState.ASKED, visit.id, "Give it *six* weeks",
    )  # fmt: skip
    assert "Asked: How <b>long</b>?" in screen(app)
    assert "1 question stays on your list for the next time." in screen(app)
    app = press(app, f"after_back_{question.id}")
    assert journal.get(question.id).state is QuestionState.OPEN
    assert "2 questions stay on your list for the next time." in screen(app)


def test_what_is_typed_is_there_again_after_a_reload_and_is_saved_with_one_tap(
    page, journal, visit
):
    question = Question(text="How long?")
    journal.add(question)
    put(
        page(),
        after_in_my_words="Half now, and we look again.",
        after_decided="More daylight",
        **{f"after_answer_{question.id}": "Six weeks"},
    )
    assert journal.visits()[0].decided == ""
    app = page()  # another session: a reload
    assert widget(app, "after_in_my_words").value == "Half now, and we look again."
    assert widget(app, f"after_answer_{question.id}").value == "Six weeks"
    app = press(app, "after_save")
    (kept,) = journal.visits()
    assert (kept.decided, kept.in_my_words) == ("More daylight", "Half now, and we look again.")
    assert journal.get(question.id).answer == "Six weeks"
    assert journal.get(question.id).state is QuestionState.OPEN
    journal.undo()
    assert journal.visits()[0].decided == journal.get(question.id).answer == ""
    assert not list(journal.folder.glob("draft-visit*"))


def test_words_for_one_appointment_are_not_put_into_another(page, journal, visit):
    earlier = Visit(at=NOW - timedelta(days=40), zone="UTC", decided="Old plan")
    journal.add(earlier)
    app = put(page(), after_decided="New plan")
    app = put(app, after_visit=earlier.id)
    assert widget(app, "after_decided").value == "Old plan"
    press(app, "after_save")
    assert [each.decided for each in journal.visits()] == ["Old plan", ""]


def test_nothing_decided_is_said(page, visit):
    assert "Nothing is written down yet." in screen(page())


def test_a_medicine_started_there_is_on_the_list_and_among_what_was_decided(page, journal, visit):
    app = put(page(), decide_kind="start", add_name="Otherine", add_kind="daily", add_unit="mg")
    app = put(app, add_amount_0=5.0)
    app = press(app, "add_save")
    (medication,) = journal.medications()
    assert medication.regimens[0].visit == visit.id
    assert "20 Nov 2026: Otherine: started" in screen(app)
    assert widget(app, "decide_kind").value is None


def test_a_dose_changed_there_is_one_change_and_the_past_stays(page, journal, visit):
    medication = daily("Sertraline", "08:00")
    journal.add(medication)
    app = put(page(), decide_kind="dose")
    prefix = f"decide_dose_{medication.id}"
    app = put(app, **{f"{prefix}_kind": "daily", f"{prefix}_unit": "mg"})
    app = put(app, **{f"{prefix}_amount_0": 100.0})
    app = press(app, f"{prefix}_save")
    old, new = journal.medications()[0].regimens
    assert (old.plan, old.end_reason, old.visit) == (
        medication.regimens[0].plan, EndReason.CHANGED, "",
    )  # fmt: skip
    assert (new.plan, new.visit) == (Daily(slots=(Slot(at=time(8), amount=100),)), visit.id)
    assert "Sertraline: 50 mg" in screen(app)
    journal.undo()
    assert journal.medications()[0].regimens == medication.regimens


def test_a_pause_and_a_stop_agreed_there_say_so(page, journal, visit):
    one, two = daily("Amitriptyline", "20:00"), daily("Sertraline", "08:00")
    journal.add_all([one, two])
    app = put(page(), decide_kind="pause", decide_medicine=one.id)
    app = press(put(app, **{f"decide_pause_{one.id}_why": "advice"}), f"decide_pause_{one.id}_save")
    (hold,) = journal.get(one.id).holds
    assert (hold.reason, hold.visit) == (HoldReason.ADVICE, visit.id)
    app = put(app, decide_kind="stop", decide_medicine=two.id)
    app = press(put(app, **{f"decide_stop_{two.id}_why": "stopped"}), f"decide_stop_{two.id}_save")
    stopped = journal.get(two.id)
    assert stopped.status is MedicationStatus.NOT_TAKING
    assert stopped.regimens[0].end_visit == visit.id
    assert "Amitriptyline: paused" in screen(app)
    assert "Sertraline: stopped" in screen(app)


def test_a_test_to_do_is_chosen_from_the_pages_and_shown_until_it_is_done(
    page, journal, visit, open_app
):
    journal.add(daily("Lithium", "20:00", slug="lithium"))
    app = put(page(), decide_kind="test")
    assert "Lithium blood level" in widget(app, "decide_text").options
    app = put(app, decide_text="Lithium blood level", decide_due=date(2026, 12, 1))
    app = press(app, "decide_save")
    (task,) = journal.tasks()
    assert (task.kind, task.due, task.visit) == (TaskKind.TEST, date(2026, 12, 1), visit.id)
    said = "Test or check: Lithium blood level, by 1 Dec 2026"
    assert said in screen(app)
    today = fine(open_app("today"))
    assert said in screen(today)
    press(today, f"today_done_{task.id}")
    assert journal.tasks()[0].done_on == TODAY
    assert f"{said}, done on 20 Nov 2026" in screen(page())


def test_something_to_keep_an_eye_on_is_rated_from_then_on_in_one_step(page, journal, visit):
    app = put(page(), decide_kind="watch", decide_symptom="energy")
    press(app, "decide_save")
    assert journal.tasks()[0].text == "Energy"
    assert journal.person.symptoms[-1] == "energy"
    journal.undo()
    assert "energy" not in journal.person.symptoms
    assert journal.tasks() == []


def test_the_next_appointment_is_made_there(page, journal, visit):
    app = page()
    assert "No later appointment is written down yet." in screen(app)
    app = put(app, decide_kind="next", decide_day=date(2026, 12, 18))
    app = press(app, "decide_save")
    made = journal.visits()[-1]
    assert (made.at, made.with_whom, made.arranged_at) == (
        datetime(2026, 12, 18, 10), "Dr *Lind*", visit.id,
    )  # fmt: skip
    assert "Next appointment: Friday 18 December 2026, 10:00" in screen(app)
    assert "No later appointment is written down yet." not in screen(app)


@pytest.mark.parametrize(
    ("kind", "says"),
    [("other", "Please say what it is."), ("next", "Please choose the day of the appointment.")],
)
def test_what_is_missing_is_said_and_nothing_is_written(page, journal, visit, kind, says):
    app = press(put(page(), decide_kind=kind), "decide_save")
    assert says in screen(app)
    assert journal.tasks() == []
    assert len(journal.visits()) == 1


def test_no_medicine_fits_is_said(page, visit):
    assert "There is no such medicine on your list." in screen(put(page(), decide_kind="resume"))


def test_a_result_is_written_down_on_my_list(journal, open_app):
    journal.add_all(
        [
            Medication(name="Lithium", slug="lithium"),
            Task(kind=TaskKind.TEST, text="Lithium blood level", due=TODAY),
        ]
    )
    app = fine(open_app("medicines", tests_open=True))
    assert "Lithium blood level: " in screen(app)
    assert "(none written down)" in screen(app)
    app = put(app, tests_test="Lithium blood level", tests_value=0.7, tests_unit="mmol/L")
    app = press(app, "tests_save")
    assert "(last on 20 Nov 2026: 0.7 mmol/L)" in screen(app)
    assert journal.tasks()[0].done_on == TODAY
    assert widget(app, "tests_value").value is None


def test_what_may_matter_is_ticked_in_the_settings_and_asked_about(journal, open_app):
    journal.add(replace(daily("Lorazepam", "20:00"), slug="lorazepam"))
    app = fine(open_app("settings"))
    assert widget(app, "settings_matters").value == []
    app = press(put(app, settings_matters=["drives"]), "settings_matter")
    assert [each.value for each in journal.person.matters] == ["drives"]
    assert "I drive or use machines. What should I know about that with Lorazepam?" in screen(
        fine(open_app("visit"))
    )
