"""More about each medicine: quiet sentences with what they count, only where something is known."""

from datetime import date, datetime, time, timedelta

import pytest
from screen import fine, screen

from medself.errors import ContentError
from medself.library import Library
from medself.model import AsNeeded, Daily, Dose, DoseStatus, Medication, Regimen, Slot
from medself.ui import clock

TODAY = date(2026, 11, 21)
BEGAN = datetime(2026, 11, 10, 3)


@pytest.fixture(autouse=True)
def midday(monkeypatch):
    monkeypatch.setattr(clock, "now", lambda: datetime.combine(TODAY, time(12)))


@pytest.fixture
def more(open_app):
    return lambda: screen(fine(open_app("trends", trends_more=True)))


def lamotrigine(journal, **fields) -> Medication:
    plan = Daily(slots=(Slot(at=time(8), amount=50),))
    regimen = Regimen(start=BEGAN, plan=plan, unit="mg")
    medication = Medication(
        **{"name": "Lamotrigine", "slug": "lamotrigine", "regimens": (regimen,)} | fields
    )
    journal.add(medication)
    return medication


def record(journal, medication: Medication, days: range, status=DoseStatus.TAKEN, **fields) -> None:
    for day in days:
        slot = datetime.combine(date(2026, 11, day), time(8))
        at = slot + timedelta(hours=1) if status is DoseStatus.TAKEN else slot
        fields = {"medication": medication.id, "slot": slot, "status": status} | fields
        journal.add(
            Dose(**fields | {"at": at, "slot": slot, "zone": "UTC", "amount": 50, "unit": "mg"})
        )


def test_it_is_not_worked_out_until_it_is_opened(journal, open_app):
    record(journal, lamotrigine(journal), range(10, 20))
    assert "In time" not in screen(fine(open_app("trends")))


def test_each_number_says_phase_definition_and_period(journal, more):
    medication = lamotrigine(journal)
    record(journal, medication, range(10, 14))
    record(journal, medication, range(14, 18), DoseStatus.MISSED, reason="*Forgot*")
    record(journal, medication, range(18, 20))
    said = more()
    assert "From what you recorded yourself, 24 August 2026 to 21 November 2026." in said
    assert "How you followed the plan:" in said
    assert "In time: 6 of 6 doses taken, no more than 6 hours before or after" in said
    assert "As planned: 6 of 10 days on which every dose due was recorded." in said
    assert "Why missed, in your words: *Forgot* (4 times)." in said
    assert "How long you kept on:" in said
    assert "Gap of 4 days, 14 November to 17 November 2026: 4 missed." in said


def test_a_course_begun_again_is_told_by_itself(journal, more):
    plan = Daily(slots=(Slot(at=time(8), amount=50),))
    first = Regimen(
        start=datetime(2026, 9, 1, 3), end=datetime(2026, 9, 5, 3), end_reason="stopped", plan=plan
    )
    again = Regimen(start=BEGAN, plan=plan, unit="mg")
    medication = lamotrigine(journal, regimens=(first, again))
    record(journal, medication, range(10, 20))
    assert "From the first dose to the last: 10 days, 10 November to 19 November 2026." in more()


@pytest.mark.parametrize("slug", [None, "sertraline", "no-such-page"])
def test_without_a_limit_on_its_page_no_gap_is_named(journal, more, slug):
    medication = lamotrigine(journal, slug=slug)
    record(journal, medication, range(10, 12))
    said = more()
    assert "In time:" in said
    assert "How long you kept on" not in said


def test_a_page_that_cannot_be_read_takes_nothing_else_away(journal, more, monkeypatch):
    def broken(library: Library, slug: str) -> None:
        raise ContentError("The file is broken.")

    record(journal, lamotrigine(journal), range(10, 12))
    monkeypatch.setattr(Library, "medication", broken)
    assert "How long you kept on" not in more()


def test_as_needed_stands_beside_its_limit_and_never_as_a_share(journal, more):
    plan = AsNeeded(amount=1, most_per_24h=2)
    medication = Medication(
        name="Lorazepam", regimens=(Regimen(start=BEGAN, plan=plan, unit="mg"),)
    )
    journal.add(medication)
    for hour in (8, 12, 20):
        at = datetime(2026, 11, 15, hour)
        taken = DoseStatus.TAKEN
        journal.add(Dose(at=at, zone="UTC", medication=medication.id, status=taken, amount=1))
    said = more()
    assert "Taken 3 times on 1 day: on 15 November 2026." in said
    assert "Most in 24 hours: 3. What you wrote down says at most 2." in said
    assert "How you followed the plan" not in said
    assert "in every 100." not in said


def test_nothing_at_all_has_no_heading(journal, more):
    said = more()
    assert "How you followed the plan" not in said
