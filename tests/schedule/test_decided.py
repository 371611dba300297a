"""What came of an appointment is gathered from the record, never typed twice."""

from dataclasses import replace
from datetime import date, datetime, time

from medself.model import (
    Daily,
    HoldReason,
    Medication,
    Regimen,
    Slot,
    Task,
    TaskKind,
    Visit,
)
from medself.recording.medicines import pause, start, stop
from medself.schedule import ChangeKind, decided

VISIT = Visit(at=datetime(2026, 11, 10, 9), zone="UTC")


def daily(amount: float, on: int, visit: str = "") -> Regimen:
    plan = Daily(slots=(Slot(at=time(8), amount=amount),))
    return Regimen(start=datetime(2026, 11, on, 3), plan=plan, unit="mg", visit=visit)


def at_the_visit(*medications, tasks=(), visits=(), visit=VISIT):
    return decided(visit, medications=medications, tasks=tasks, visits=visits)


def kinds(found):
    return [change.kind for change in found.changes]


def test_nothing_agreed_is_nothing():
    found = at_the_visit(Medication(name="A", regimens=(daily(50, 1),)))
    assert not found.anything
    assert found.changes == found.tasks == found.visits == ()


def test_a_start_a_change_a_pause_and_a_stop_agreed_there_are_found_and_others_are_not():
    old = Medication(name="A", regimens=(daily(50, 1),))
    changed = start(old, daily(100, 11, VISIT.id))
    assert kinds(at_the_visit(changed)) == [ChangeKind.DOSE]
    assert kinds(at_the_visit(start(old, daily(100, 11)))) == []
    assert kinds(at_the_visit(Medication(name="B", regimens=(daily(5, 12, VISIT.id),)))) == [
        ChangeKind.START
    ]
    day = datetime(2026, 11, 12, 3)
    assert kinds(at_the_visit(pause(old, day, reason=HoldReason.ADVICE, visit=VISIT.id))) == [
        ChangeKind.PAUSE
    ]
    assert kinds(at_the_visit(stop(old, day, visit=VISIT.id))) == [ChangeKind.STOP]
    assert kinds(at_the_visit(stop(changed, day))) == [ChangeKind.DOSE]


def test_things_to_do_and_the_next_appointment_made_there_are_found():
    task = Task(kind=TaskKind.TEST, text="Blood test", due=date(2026, 12, 1), visit=VISIT.id)
    following = Visit(at=datetime(2026, 12, 8, 9), zone="UTC", arranged_at=VISIT.id)
    found = at_the_visit(tasks=(task, replace(task, visit="")), visits=(VISIT, following))
    assert (found.tasks, found.visits) == ((task,), (following,))
    assert found.anything


def test_what_the_person_wrote_beside_it_counts():
    said = replace(VISIT, decided="Half an hour of walking.")
    assert at_the_visit(visit=said).said == "Half an hour of walking."
    assert at_the_visit(visit=said).anything
    assert not at_the_visit(visit=replace(VISIT, decided="  ")).anything
