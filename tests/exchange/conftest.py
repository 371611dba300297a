"""A journal with one of everything, and text that has broken other programs."""

from datetime import date, datetime, time

import pytest

from medself.journal import create_person, open_journal
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
    Measurement,
    Medication,
    Person,
    Question,
    Regimen,
    Score,
    Severity,
    SideEffect,
    Slot,
    Supply,
    Task,
    TaskKind,
    Visit,
)

ODD = '=HYPERLINK("x");"quoted", 50 %\nsecond\tline \U0001f48a \u05e9\u05dc\u05d5\u05dd \u202eabc\u202c <b>$5~6</b>'


@pytest.fixture
def other_journal(home):
    """The empty journal of somebody else in the same household."""
    return open_journal(create_person(home, Person(name="Alex")))


@pytest.fixture
def full_journal(journal):
    """Robin's journal with a record of every kind, odd text in each."""
    medication = Medication(
        name=ODD,
        slug="sertraline",
        why=ODD,
        note="'" + ODD,
        regimens=(
            Regimen(
                start=datetime(2026, 1, 1, 8),
                end=datetime(2026, 2, 1, 8),
                end_reason=EndReason.CHANGED,
                plan=Daily(slots=(Slot(at=time(8), amount=50), Slot(at=time(20)))),
                unit="mg",
                as_written="-1 tablet",
            ),
            Regimen(start=datetime(2026, 2, 1, 8), plan=AsNeeded(amount=0.5), unit="mg"),
        ),
        holds=(Hold(start=datetime(2026, 1, 5), reason=HoldReason.HOSPITAL, note="@ward"),),
        supply=Supply(left=3.5, on=date(2026, 2, 2)),
    )
    when = {"at": datetime(2026, 1, 2, 1, 30), "zone": "Asia/Kathmandu"}
    journal.add_all(
        [
            medication,
            Visit(at=datetime(2026, 3, 1, 9), zone="Asia/Kathmandu", note=ODD),
            Question(text=ODD, starred=True),
            Task(kind=TaskKind.TEST, text=ODD, due=date(2026, 4, 1)),
            Dose(medication=medication.id, status=DoseStatus.SKIPPED, slot=when["at"], reason=ODD, **when),
            CheckIn(ratings={"mood": 3, "worry": 0}, sleep_hours=7 + 1 / 3, note=ODD, **when),
            SideEffect(effect=ODD, severity=Severity.LOT, since=date(2025, 12, 31), **when),
            LifeEvent(text=ODD, **when),
            Score(instrument="phq-9", total=None, answers=(1, None, 3), note="+1", **when),
            Measurement(what="weight", value=-0.25, unit="@kg", **when),
        ]
    )  # fmt: skip
    return journal
