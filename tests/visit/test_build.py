"""What a period of a journal puts on the visit page, and what never gets there."""

import json
from datetime import date, datetime, time
from pathlib import Path

import pytest
from paper import by_pypdf

from medself.library import load
from medself.model import (
    AsNeeded,
    CheckIn,
    Daily,
    Dose,
    DoseStatus,
    EndReason,
    Hold,
    HoldReason,
    LifeEvent,
    Medication,
    MedicationStatus,
    Question,
    QuestionOrigin,
    QuestionState,
    Regimen,
    Score,
    Severity,
    SideEffect,
    Slot,
    Visit,
)
from medself.visit import Choice, as_json, build, counts, next_visit, pdf, since_last_visit, text

LIBRARY = load(Path(__file__).resolve().parents[2] / "content")
LONDON = "Europe/London"
START, END = date(2026, 10, 1), date(2026, 10, 30)
SECRET = "NOBODY ELSE MAY READ THIS"


def at(day: int, hour: int = 8, minute: int = 0) -> datetime:
    return datetime(2026, 10, day, hour, minute)


def daily(amount: float, first: datetime, **fields: object) -> Regimen:
    plan = Daily(slots=(Slot(at=time(8), amount=amount),))
    return Regimen(start=first, plan=plan, unit="mg", **fields)


def sertraline(**fields: object) -> Medication:
    fields = {"regimens": (daily(50, datetime(2026, 9, 1, 3)),)} | fields
    return Medication(id="m1", name="Sertraline", **fields)


def dose(day: int, status: DoseStatus = DoseStatus.TAKEN, **fields: object) -> Dose:
    fields = {"medication": "m1", "slot": at(day), "amount": 50, "unit": "mg"} | fields
    return Dose(at=at(day, 8, 10), zone=LONDON, status=status, **fields)


def page(journal, **fields: object):
    fields = {"start": START, "end": END, "today": END} | fields
    return build(journal, LIBRARY, **fields)


def everywhere(found) -> str:
    return text(found) + json.dumps(as_json(found)) + by_pypdf(pdf(found))


def test_an_empty_journal_makes_an_honest_page(journal):
    found = page(journal)
    assert (found.days_recorded, found.days, found.longest_gap) == (0, 30, 30)
    assert "Recorded on 0 of 30 days" in text(found)
    assert "%" not in everywhere(found)
    assert not any((found.medicines, found.doses, found.symptoms, found.side_effects))


def test_a3_doses_not_recorded_stand_on_the_page(journal):
    journal.add_all([sertraline(), dose(1), dose(2), dose(3, DoseStatus.MISSED)])
    said = text(page(journal)).replace("\n", " ").replace("  ", " ")
    assert "2 taken, 0 skipped, 1 missed, 27 not recorded of 30 due" in said
    assert "So 7 to 97 in every 100" in said


def test_a2_nothing_due_has_no_share_at_all(journal):
    held = Hold(start=datetime(2026, 9, 30, 3), reason=HoldReason.HOSPITAL)
    journal.add(sertraline(holds=(held,)))
    journal.add(Medication(name="Lithium"))
    found = page(journal)
    assert all(line.low is None and line.high is None for line in found.doses)
    said = everywhere(found)
    assert "in every 100" not in said
    assert "100 %" not in said


def test_a7_as_needed_has_counts_and_never_a_share(journal):
    plan = AsNeeded(amount=1, most_per_24h=2)
    regimen = Regimen(start=datetime(2026, 9, 1, 3), plan=plan, unit="mg")
    journal.add(Medication(id="m2", name="Lorazepam", regimens=(regimen,)))
    for day in (3, 3, 9):
        journal.add(dose(day, medication="m2", slot=None))
    (line,) = page(journal).doses
    assert (line.taken, line.days, line.most_in_24h) == (3, 2, 2)
    assert (line.low, line.high) == (None, None)
    said = text(page(journal))
    assert "Lorazepam, as needed: 3 times on 2 days; most in 24 hours: 2." in said
    assert "every 100" not in said


def test_a5_extra_doses_stand_apart_and_never_lift_the_share(journal):
    journal.add(sertraline())
    journal.add_all([dose(day) for day in range(1, 31)])
    journal.add(dose(4, slot=None))
    (line,) = page(journal).doses
    assert (line.taken, line.extra, line.high) == (30, 1, 100)


def test_p7_notes_are_never_on_the_page(journal):
    journal.add_all(
        [
            sertraline(note=SECRET, raw=SECRET),
            dose(1, note=SECRET, reason=SECRET),
            CheckIn(at=at(2), zone=LONDON, ratings={"mood": 4}, note=SECRET),
            SideEffect(at=at(3), zone=LONDON, effect="nausea", severity=Severity.LOT, note=SECRET),
            LifeEvent(at=at(4), zone=LONDON, text="Moved house", note=SECRET),
            Visit(at=datetime(2026, 11, 4, 10), zone=LONDON, note=SECRET, decided=SECRET),
            Question(text="How long?", answer=SECRET),
        ]
    )
    assert SECRET not in everywhere(page(journal, show_private=True))


def test_what_happened_is_on_the_page_only_when_it_is_ticked(journal):
    journal.add_all(
        [
            CheckIn(at=at(2), zone=LONDON, ratings={"mood": 4}),
            LifeEvent(at=at(4), zone=LONDON, text="Moved house", note=SECRET),
        ]
    )
    assert "Moved house" not in everywhere(page(journal))
    ticked = page(journal, choice=Choice(own_words=True))
    for said in (text(ticked), json.dumps(as_json(ticked)), by_pypdf(pdf(ticked))):
        assert "4 Oct: Moved house" in said
    assert SECRET not in everywhere(ticked)


def test_reasons_in_own_words_are_not_on_the_page(journal):
    ended = daily(
        50, datetime(2026, 9, 1, 3), end=at(10, 3), end_reason=EndReason.STOPPED, end_note=SECRET
    )
    hold = Hold(start=at(3, 3), end=at(5, 3), reason=HoldReason.OTHER, note=SECRET)
    journal.add(sertraline(regimens=(ended,), holds=(hold,), status=MedicationStatus.NOT_TAKING))
    said = everywhere(page(journal))
    assert "stopped" in said
    assert SECRET not in said


def test_private_side_effects_stay_off_until_asked_for(journal):
    for effect in ("sexual_desire", "nausea"):
        journal.add(SideEffect(at=at(3), zone=LONDON, effect=effect, severity=Severity.QUITE))
    label = LIBRARY.side_effects["sexual_desire"].label
    assert label not in everywhere(page(journal))
    assert label in text(page(journal, show_private=True))
    assert "Feeling sick: noted on 1 day, 3 Oct, at worst quite a bit" in text(page(journal))


def test_d10_a_stop_a_finished_course_and_a_pause_are_named_apart(journal):
    first = datetime(2026, 9, 1, 3)
    for name, reason in (("Ending", EndReason.STOPPED), ("Course", EndReason.COMPLETED)):
        regimen = daily(50, first, end=at(10, 3), end_reason=reason)
        journal.add(Medication(name=name, regimens=(regimen,), status=MedicationStatus.NOT_TAKING))
    hold = Hold(start=at(12, 3), end=at(14, 3), reason=HoldReason.ADVICE)
    journal.add(Medication(name="Paused", regimens=(daily(5, first),), holds=(hold,)))
    told = [line.text for line in page(journal).changes]
    assert [line.split(" (")[0] for line in told[:2]] == [
        "Course: course finished",
        "Ending: stopped",
    ]
    assert told[2:] == ["Paused: paused", "Paused: going on after the pause"]


def test_d9_a_new_dose_leaves_the_old_one_in_the_period(journal):
    old = daily(50, datetime(2026, 9, 1, 3), end=at(15, 3), end_reason=EndReason.CHANGED)
    journal.add(sertraline(regimens=(old, daily(100, at(15, 3)))))
    found = page(journal)
    assert [(line.day.day, line.text) for line in found.changes] == [
        (15, "Sertraline: 50 mg, now 100 mg every morning at 08:00")
    ]
    assert found.medicines[0].how == "100 mg every morning at 08:00"
    assert found.medicines[0].since == date(2026, 10, 15)


def test_only_what_is_taken_now_is_listed(journal):
    journal.add(sertraline())
    journal.add(Medication(name="Old", status=MedicationStatus.NOT_TAKING))
    journal.add(Medication(name="Imported", status=MedicationStatus.PRESCRIBED))
    journal.add(Medication(name="Tea"))
    assert [(line.name, line.how) for line in page(journal).medicines] == [
        ("Sertraline", "50 mg every morning at 08:00"),
        ("Tea", "not written down"),
    ]


def test_days_outside_the_period_do_not_count(journal):
    journal.add_all([sertraline(), dose(4), dose(6), dose(7)])
    found = page(journal, start=date(2026, 10, 5), end=date(2026, 10, 6))
    assert (found.doses[0].taken, found.doses[0].due, found.days_recorded) == (1, 2, 1)


def test_open_questions_come_starred_first_then_own(journal):
    journal.add(Question(text="Picked?", origin=QuestionOrigin.EXPLAINER))
    journal.add(Question(text="Own?"))
    journal.add(Question(text="Starred?", origin=QuestionOrigin.EXPLAINER, starred=True))
    journal.add(Question(text="Asked?", state=QuestionState.ASKED))
    assert [line.text for line in page(journal).questions] == ["Starred?", "Own?", "Picked?"]


def test_a_total_without_all_answers_is_no_total(journal):
    for total in (7, None):
        journal.add(Score(at=at(3), zone=LONDON, instrument="phq-9", total=total))
    assert [line.total for line in page(journal).scores] == [7]
    assert "PHQ-9 total: 7 (3 Oct)" in text(page(journal))


def test_levels_are_those_of_the_days_rated(journal):
    for day, mood in ((1, 2), (2, 4), (3, 6)):
        journal.add(CheckIn(at=at(day), zone=LONDON, ratings={"mood": mood}))
    (line,) = page(journal).symptoms
    assert (line.label, line.days, line.middle, line.low, line.high) == ("Mood", 3, 4, 3, 5)


def test_a_symptom_the_library_no_longer_has_does_not_stop_the_page(journal):
    journal.revise(journal.person.id, symptoms=("mood", "no_longer_known"))
    journal.add(CheckIn(at=at(1), zone=LONDON, ratings={"mood": 4, "no_longer_known": 3}))
    assert [line.label for line in page(journal).symptoms] == ["Mood"]


def test_the_next_visit_is_the_first_from_today_on(journal):
    for day in (3, 20, 25):
        journal.add(Visit(at=at(day, 10), zone=LONDON, with_whom=f"Dr {day}"))
    assert next_visit(journal, date(2026, 10, 20)).with_whom == "Dr 20"
    assert since_last_visit(journal, date(2026, 10, 20)) == date(2026, 10, 3)
    assert next_visit(journal, date(2026, 10, 26)) is None
    assert since_last_visit(journal, date(2026, 10, 3)) is None
    assert "Robin, appointment 20 October 2026" in text(page(journal, today=date(2026, 10, 20)))


@pytest.mark.parametrize("show_private", [False, True])
def test_what_a_person_typed_is_on_the_page_letter_for_letter(journal, show_private):
    typed = "<b>50</b> *mg* $5$ ~x~ :red[y]"
    journal.add(Medication(name=typed))
    journal.add(Question(text=typed))
    found = page(journal, show_private=show_private)
    assert typed in text(found)
    assert typed in json.dumps(as_json(found))


def test_this_evenings_dose_is_not_counted_before_it_is_due_unless_it_was_taken(journal) -> None:
    day, evening = date(2026, 11, 20), datetime(2026, 11, 20, 22)
    plan = Daily(slots=(Slot(at=time(8), amount=50), Slot(at=time(22), amount=50)))
    medication = Medication(
        name="Quetiapine",
        regimens=(Regimen(start=datetime(2026, 11, 20, 3), plan=plan, unit="mg"),),
    )
    journal.add(medication)

    (line,) = counts.doses(journal, day, day, until=datetime(2026, 11, 20, 12))
    assert (line.due, line.not_recorded) == (1, 1)

    taken = {"at": datetime(2026, 11, 20, 11), "zone": "Europe/London", "day": day}
    journal.add(
        Dose(
            medication=medication.id,
            status=DoseStatus.TAKEN,
            slot=evening,
            amount=50,
            unit="mg",
            **taken,
        )
    )
    (line,) = counts.doses(journal, day, day, until=datetime(2026, 11, 20, 12))
    assert (line.due, line.taken, line.not_recorded, line.extra) == (2, 1, 1, 0)


def test_a4_a_dose_taken_hours_late_is_taken(journal) -> None:
    day = date(2026, 11, 20)
    plan = Daily(slots=(Slot(at=time(8), amount=50),))
    regimen = Regimen(start=datetime(2026, 11, 20, 3), plan=plan, unit="mg")
    medication = Medication(name="Quetiapine", regimens=(regimen,))
    late = Dose(
        medication=medication.id,
        status=DoseStatus.TAKEN,
        slot=datetime(2026, 11, 20, 8),
        at=datetime(2026, 11, 20, 15, 40),
        zone="Europe/London",
        amount=50,
        unit="mg",
    )
    journal.add_all([medication, late])
    (line,) = counts.doses(journal, day, day)
    assert (line.taken, line.missed, line.low, line.high) == (1, 0, 100, 100)
