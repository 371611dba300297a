"""One slot has at most one record, however often and from wherever it is tapped."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date, datetime, time, timedelta

import pytest

from medself.journal import open_journal
from medself.model import Daily, DoseStatus, Medication, Regimen, Slot
from medself.recording.doses import find_slot, record_slot, slot_id
from medself.recording.medicines import start
from medself.schedule import due_doses

TAKEN, SKIPPED, MISSED = DoseStatus.TAKEN, DoseStatus.SKIPPED, DoseStatus.MISSED
ZONE = "Europe/London"
DAY = date(2026, 11, 20)


def regimen(amount: float, first: date, at: time = time(8)) -> Regimen:
    slots = (Slot(at=at, amount=amount),)
    return Regimen(start=datetime.combine(first, time(3)), plan=Daily(slots=slots), unit="mg")


def due_on(journal, day: date = DAY):
    (due,) = due_doses(
        journal.medications(), start=day, end=day, day_start=journal.person.day_start
    )
    return due


@pytest.fixture
def tablets(journal):
    journal.add(Medication(id="m1", name="Sertraline", regimens=(regimen(50, date(2026, 11, 1)),)))
    return journal


def tap(journal, due, status, at=datetime(2026, 11, 20, 8, 10), zone=ZONE):
    record_slot(journal, due, status, at=at, zone=zone)


def test_a_tap_makes_one_record_with_all_that_was_due(tablets):
    due = due_on(tablets)
    tap(tablets, due, TAKEN)
    (dose,) = tablets.records("dose")
    assert (dose.medication, dose.slot, dose.day) == ("m1", datetime(2026, 11, 20, 8), DAY)
    assert (dose.amount, dose.unit, dose.status, dose.zone) == (50, "mg", TAKEN, ZONE)
    assert dose.at == datetime(2026, 11, 20, 8, 10)
    assert find_slot(tablets, due) == dose


def test_a_dose_not_taken_is_put_at_its_planned_time(tablets):
    for status in (SKIPPED, MISSED):
        tap(tablets, due_on(tablets), status, at=datetime(2026, 11, 20, 20))
        (dose,) = tablets.records("dose")
        assert (dose.status, dose.at) == (status, dose.slot)


def test_d8_another_status_keeps_what_was_noted(tablets):
    due = due_on(tablets)
    tap(tablets, due, SKIPPED)
    tablets.revise(find_slot(tablets, due).id, note="felt sick", reason="Side effects")
    tap(tablets, due, MISSED)
    tap(tablets, due, MISSED)
    (dose,) = tablets.records("dose")
    assert (dose.status, dose.note, dose.reason) == (MISSED, "felt sick", "Side effects")


def test_tapping_the_same_again_keeps_the_time_it_was_taken(tablets):
    due = due_on(tablets)
    tap(tablets, due, TAKEN)
    tap(tablets, due, TAKEN, at=datetime(2026, 11, 20, 12))
    assert find_slot(tablets, due).at == datetime(2026, 11, 20, 8, 10)


def test_taking_back_leaves_nothing_and_can_be_done_twice(tablets):
    due = due_on(tablets)
    tap(tablets, due, TAKEN)
    tap(tablets, due, None)
    tap(tablets, due, None)
    assert tablets.records("dose") == []
    assert find_slot(tablets, due) is None


def test_a_time_on_another_clock_is_kept_with_its_zone(tablets):
    due = due_on(tablets)
    tap(tablets, due, MISSED)
    tap(tablets, due, TAKEN, zone="America/Los_Angeles")
    assert find_slot(tablets, due).zone == "America/Los_Angeles"


def test_two_tabs_tapping_at_once_make_one_record(tablets):
    due = due_on(tablets)
    tabs = [open_journal(tablets.folder) for _ in range(4)]
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda tab: tap(tab, due, TAKEN), tabs))
    assert [dose.id for dose in tablets.records("dose")] == [slot_id("m1", due.slot)]


def test_the_tab_that_comes_second_has_the_last_word(tablets, monkeypatch):
    due = due_on(tablets)
    monkeypatch.setattr("medself.recording.doses.find_slot", lambda *_: None)
    tap(tablets, due, TAKEN)
    tap(tablets, due, MISSED)
    (dose,) = tablets.records("dose")
    assert (dose.status, dose.at, dose.day) == (MISSED, due.slot, DAY)


def test_t3_a_dose_due_at_one_at_night_belongs_to_the_day_before(journal):
    night = regimen(10, date(2026, 11, 1), at=time(1))
    journal.add(Medication(id="m1", name="Zopiclone", regimens=(night,)))
    due = due_on(journal)
    assert due.slot == datetime(2026, 11, 21, 1)
    tap(journal, due, TAKEN, at=datetime(2026, 11, 21, 1, 20))
    (dose,) = journal.records("dose")
    assert dose.day == DAY
    assert find_slot(journal, due_on(journal, DAY + timedelta(days=1))) is None


def test_a_slot_is_found_again_when_the_person_moves_the_start_of_their_day(journal):
    night = regimen(10, date(2026, 11, 1), at=time(2))
    journal.add(Medication(id="m1", name="Zopiclone", regimens=(night,)))
    due = due_on(journal)
    tap(journal, due, TAKEN, at=datetime(2026, 11, 21, 2, 5))
    journal.revise(journal.person.id, day_start=time(1))
    moved = due_on(journal, DAY + timedelta(days=1))
    assert moved.slot == due.slot
    assert find_slot(journal, moved) is not None
    tap(journal, moved, MISSED)
    assert [dose.status for dose in journal.records("dose")] == [MISSED]


def test_d9_a_dose_ticked_again_after_a_change_keeps_the_dose_of_its_day(tablets):
    due = due_on(tablets)
    tap(tablets, due, TAKEN)
    tablets.revise(
        "m1", regimens=start(tablets.get("m1"), regimen(100, date(2026, 11, 22))).regimens
    )
    tap(tablets, due_on(tablets), None)
    tap(tablets, due_on(tablets), TAKEN)
    assert find_slot(tablets, due).amount == 50
    assert due_on(tablets, date(2026, 11, 22)).amount == 100


def test_another_medicine_at_the_same_time_has_a_record_of_its_own(tablets):
    tablets.add(Medication(id="m2", name="Lithium", regimens=(regimen(400, date(2026, 11, 1)),)))
    dues = due_doses(tablets.medications(), start=DAY, end=DAY)
    for due in dues:
        tap(tablets, due, TAKEN)
    tap(tablets, dues[0], None)
    (left,) = tablets.records("dose")
    assert left.medication == dues[1].medication
