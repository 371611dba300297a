"""Changing, pausing and stopping: the past keeps its own doses, and each ending its own name."""

from datetime import date, datetime, time

import pytest

from medself.errors import InvalidRecord
from medself.model import (
    Daily,
    EndReason,
    Hold,
    HoldReason,
    Medication,
    MedicationStatus,
    Regimen,
    Slot,
)
from medself.recording.medicines import current, on_hold, pause, resume, start, stop
from medself.schedule import ChangeKind, changes, due_doses


def day(number: int) -> datetime:
    return datetime(2026, 11, number, 3)


def taking(amount: float, first: int) -> Regimen:
    return Regimen(
        start=day(first), plan=Daily(slots=(Slot(at=time(8), amount=amount),)), unit="mg"
    )


SERTRALINE = Medication(name="Sertraline", regimens=(taking(50, 1),))


def amounts(medication: Medication, first: int, last: int) -> list[float | None]:
    dues = due_doses([medication], start=date(2026, 11, first), end=date(2026, 11, last))
    return [due.amount for due in dues]


def kinds(medication: Medication) -> list[ChangeKind]:
    return [change.kind for change in changes([medication])]


def test_d9_a_new_dose_leaves_the_days_before_as_they_were():
    changed = start(SERTRALINE, taking(100, 10))
    assert amounts(changed, 8, 11) == [50, 50, 100, 100]
    assert [regimen.end_reason for regimen in changed.regimens] == [EndReason.CHANGED, None]
    assert amounts(SERTRALINE, 8, 11) == [50] * 4, "what was given is not changed"


def test_a_change_on_the_day_it_began_puts_it_right():
    mistyped = Medication(name="Sertraline", regimens=(taking(500, 10),))
    assert start(mistyped, taking(50, 10)).regimens[0].plan.slots[0].amount == 50
    twice = start(start(SERTRALINE, taking(500, 10)), taking(100, 10))
    assert amounts(twice, 8, 11) == [50, 50, 100, 100]


def test_a_change_before_a_later_one_is_refused_in_words():
    changed = start(SERTRALINE, taking(100, 10))
    with pytest.raises(InvalidRecord, match="already a change on 10 November 2026"):
        start(changed, taking(75, 5))
    with pytest.raises(InvalidRecord, match="already a change"):
        start(changed, taking(75, 1))


def test_starting_again_leaves_the_time_without_it_open():
    again = start(stop(SERTRALINE, day(5)), taking(25, 10))
    assert again.status is MedicationStatus.TAKING
    assert amounts(again, 4, 11) == [50, 25, 25]
    assert again.regimens[0].end_reason is EndReason.STOPPED


def test_d10_a_stop_and_a_finished_course_are_told_apart():
    stopped = stop(SERTRALINE, day(10), note="a rash")
    finished = stop(SERTRALINE, day(10), reason=EndReason.COMPLETED)
    assert stopped.status is finished.status is MedicationStatus.NOT_TAKING
    assert kinds(stopped) == [ChangeKind.START, ChangeKind.STOP]
    assert kinds(finished) == [ChangeKind.START, ChangeKind.COMPLETED]
    assert stopped.regimens[0].end_note == "a rash"
    assert amounts(stopped, 8, 11) == [50, 50]


def test_a_stop_drops_what_was_planned_for_later():
    planned = start(SERTRALINE, taking(100, 20))
    stopped = stop(planned, day(10))
    assert amounts(stopped, 1, 30) == [50] * 9
    assert [regimen.end for regimen in stopped.regimens] == [day(10)]


def test_one_stopped_before_it_began_stays_in_the_history():
    never = stop(SERTRALINE, day(1), note="changed our mind")
    (regimen,) = never.regimens
    assert (regimen.start, regimen.end) == (day(1), day(1))
    assert regimen.end_note == "changed our mind"
    assert amounts(never, 1, 30) == []


def test_a_stop_ends_the_pause_that_was_on():
    paused = pause(SERTRALINE, day(5), reason=HoldReason.ADVICE)
    assert stop(paused, day(8)).holds[0].end == day(8)


def test_a_pause_takes_days_out_and_going_on_brings_them_back():
    paused = pause(SERTRALINE, day(5), reason=HoldReason.HOSPITAL, note="Ward 3")
    assert on_hold(paused, day(4)) is None
    assert on_hold(paused, day(30)).note == "Ward 3"
    back = resume(paused, day(8))
    held = [due.held for due in due_doses([back], start=date(2026, 11, 4), end=date(2026, 11, 8))]
    assert held == [None, HoldReason.HOSPITAL, HoldReason.HOSPITAL, HoldReason.HOSPITAL, None]
    assert kinds(back) == [ChangeKind.START, ChangeKind.PAUSE, ChangeKind.RESUME]


def test_a_second_pause_over_the_first_is_refused():
    paused = pause(SERTRALINE, day(5), reason=HoldReason.ADVICE)
    for when in (day(3), day(7)):
        with pytest.raises(InvalidRecord, match="A pause of Sertraline is written down already"):
            pause(paused, when, reason=HoldReason.OTHER)
    assert len(pause(resume(paused, day(8)), day(9), reason=HoldReason.OTHER).holds) == 2


def test_d13_going_on_before_the_pause_began_is_refused_and_not_said_to_be_saved():
    paused = pause(SERTRALINE, day(5), reason=HoldReason.ADVICE)
    with pytest.raises(InvalidRecord, match="was not paused on 4 November 2026"):
        resume(paused, day(4))


def test_current_is_the_way_in_force_or_the_next():
    changed = start(SERTRALINE, taking(100, 10))
    assert current(changed, day(9)).plan.slots[0].amount == 50
    assert current(changed, day(10)).plan.slots[0].amount == 100
    assert current(Medication(name="x", regimens=(taking(5, 20),)), day(1)) is not None
    assert current(stop(SERTRALINE, day(5)), day(9)) is None


def test_holds_of_the_past_stay_when_the_dose_changes():
    hold = Hold(start=day(2), end=day(4), reason=HoldReason.NO_SUPPLY)
    held = Medication(name="x", regimens=(taking(50, 1),), holds=(hold,))
    assert start(held, taking(100, 10)).holds == (hold,)
    assert stop(held, day(10)).holds == (hold,)
