"""Robin's October, with something of everything, and what would be a shame to show by mistake."""

from datetime import date, datetime, time

from medself.model import (
    CheckIn,
    Daily,
    Dose,
    DoseStatus,
    LifeEvent,
    Measurement,
    Medication,
    Question,
    Regimen,
    Score,
    Severity,
    SideEffect,
    Slot,
)

LONDON = "Europe/London"
START, END = date(2026, 10, 1), date(2026, 10, 30)
ITEM_9 = "Several days"


def at(day: int, hour: int = 8, month: int = 10) -> datetime:
    return datetime(2026, month, day, hour)


def entry(day: int, hour: int = 8, month: int = 10) -> dict:
    moment = at(day, hour, month)
    return {"at": moment, "zone": LONDON, "recorded_at": None}


def medicine(name: str, first: datetime, amount: float = 50, **fields: object) -> Medication:
    plan = Daily(slots=(Slot(at=time(8), amount=amount),))
    return Medication(name=name, regimens=(Regimen(start=first, plan=plan, unit="mg"),), **fields)


def fill(journal) -> None:
    """Put in a month: a start on the 5th, doses missed in a row, ratings, notes, answers."""
    sertraline = medicine("Sertraline", datetime(2026, 9, 1, 3), strength="50 mg tablets")
    buspirone = medicine("Buspirone", at(5, 3), 5, prescriber="Dr Lind", why="Worry")
    journal.add_all([sertraline, buspirone, Question(text="How long?", starred=True)])
    doses = []
    for day in range(1, 31):
        missed = day in (7, 8, 9, 20)
        doses.append(
            Dose(
                medication=sertraline.id,
                status=DoseStatus.MISSED if missed else DoseStatus.TAKEN,
                slot=at(day),
                amount=50,
                unit="mg",
                reason="SECRET REASON" if missed else "",
                **entry(day),
            )
        )
    rated = [CheckIn(ratings={"mood": 4}, note="SECRET NOTE", **entry(day, 9)) for day in (2, 3, 4)]
    answers = (1, 1, 1, 1, 1, 1, 1, 1, 1)
    journal.add_all(
        [
            *doses,
            *rated,
            SideEffect(effect="nausea", severity=Severity.LOT, **entry(6)),
            SideEffect(effect="sexual_desire", severity=Severity.LITTLE, **entry(6)),
            Score(instrument="phq-9", total=9, answers=answers, **entry(10)),
            Measurement(what="Lithium level", value=0.7, unit="mmol/L", **entry(12)),
            LifeEvent(text="SECRET EVENT", **entry(14)),
        ]
    )
