"""What an invented person recorded, counted in days before `TODAY`, and what is asked about it."""

from datetime import date, datetime, time, timedelta
from typing import Any

from medself.library import load
from medself.model import (
    AsNeeded,
    CheckIn,
    Daily,
    Dose,
    DoseStatus,
    EndReason,
    Medication,
    Plan,
    Record,
    Regimen,
    Severity,
    SideEffect,
    Slot,
    Visit,
)
from medself.questions import Card, Facts, Suggestion, cannot_wait, gather, suggest

TODAY = date(2026, 11, 20)
"""A Friday."""
ZONE = "Europe/London"
MORNING, EVENING = time(8), time(20)


def ago(days: int) -> date:
    return TODAY - timedelta(days=days)


def at(days: int, clock: time = time(12)) -> datetime:
    return datetime.combine(ago(days), clock)


def every_day(amount: float = 50, *clocks: time) -> Daily:
    return Daily(slots=tuple(Slot(at=clock, amount=amount) for clock in clocks or (MORNING,)))


def regimen(since: int, plan: Plan, until: int | None = None, **rest: Any) -> Regimen:
    end = None if until is None else at(until, time(3))
    reason = None if until is None else EndReason.CHANGED
    fields = {"unit": "mg", "end": end, "end_reason": reason} | rest
    return Regimen(start=at(since, time(3)), plan=plan, **fields)


def taking(name: str, since: int = 100, *, plan: Plan | None = None, **rest: Any) -> Medication:
    """A medicine of the library, on the list since so many days."""
    one = regimen(since, plan or every_day())
    return Medication(**{"name": name, "slug": name.lower(), "regimens": (one,)} | rest)


def when_needed(name: str, since: int = 100, **limits: float) -> Medication:
    return taking(name, since, plan=AsNeeded(amount=1, **limits))


def felt(days: int, effect: str, severity: int = 1, **rest: Any) -> SideEffect:
    return SideEffect(at=at(days), zone=ZONE, effect=effect, severity=Severity(severity), **rest)


def rated(days: int, **ratings: int) -> CheckIn:
    return CheckIn(at=at(days), zone=ZONE, ratings=ratings)


def dose(
    medication: Medication, days: int, what: str = "taken", clock: time = MORNING, **rest: Any
):
    when = at(days, clock)
    status = DoseStatus(what)
    return Dose(at=when, slot=when, zone=ZONE, medication=medication.id, status=status, **rest)


def used(medication: Medication, days: int, clock: time = MORNING) -> Dose:
    when = at(days, clock)
    return Dose(at=when, zone=ZONE, medication=medication.id, status=DoseStatus.TAKEN)


def visit(days: int, **rest: Any) -> Visit:
    return Visit(at=at(days), zone=ZONE, **rest)


def facts(journal: Any, *records: Record, today: date = TODAY) -> Facts:
    journal.add_all(records)
    return gather(journal, load(), today=today)


def asked(journal: Any, *records: Record, today: date = TODAY) -> dict[str, Suggestion]:
    """The suggestions by rule; of several of one rule the first."""
    found = suggest(facts(journal, *records, today=today))
    return {one.rule: one for one in reversed(found)}


def cards(journal: Any, *records: Record, today: date = TODAY) -> list[Card]:
    return cannot_wait(facts(journal, *records, today=today))
