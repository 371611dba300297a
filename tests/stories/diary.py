"""What one invented person writes down; days are counted back from `TODAY`, and chance is seeded."""

import random
from collections.abc import Collection, Iterable
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from medself.model import (
    AsNeeded,
    CheckIn,
    Daily,
    Dose,
    DoseStatus,
    EndReason,
    LifeEvent,
    Measurement,
    Medication,
    Plan,
    Record,
    Regimen,
    Severity,
    SideEffect,
    Slot,
    Step,
    Steps,
    Visit,
)
from medself.schedule import due_doses

TODAY = date(2026, 11, 20)
ZONE = "Europe/London"
MORNING, NIGHT = time(8), time(21)
ALWAYS = 400
"""Days ago: as long as anybody here remembers."""


def ago(days: int) -> date:
    return TODAY - timedelta(days=days)


def back(first: int, last: int = 0, step: int = 1) -> range:
    """From so many days ago to so many days ago, both included."""
    return range(first, last - 1, -step)


def daily(amount: float, *clocks: time) -> Daily:
    return Daily(slots=tuple(Slot(at=clock, amount=amount) for clock in clocks or (MORNING,)))


def steps(first: int, *parts: tuple[int | None, float], clocks: Collection[time]) -> Steps:
    """A build-up or taper from so many days ago: days and amount of each step."""
    return Steps(
        first=ago(first),
        steps=tuple(Step(days=days, slots=daily(amount, *clocks).slots) for days, amount in parts),
    )


class Diary:
    """The records of one person, and the symptoms they follow."""

    def __init__(self, seed: str) -> None:
        self.chance = random.Random(seed)
        self.follows: tuple[str, ...] = ("mood", "worry", "sleep_quality")
        self.records: list[Record] = []

    def takes(self, name: str, *ways: tuple[int, Plan], end: int | None = None, **rest: Any):
        """Put a medicine on the list, each way of taking it since so many days, the last up to `end`."""
        ends = [since for since, _ in ways[1:]] + [end]
        reasons = [EndReason.CHANGED] * (len(ways) - 1) + [end and EndReason.STOPPED]
        regimens = tuple(
            Regimen(
                start=datetime.combine(ago(since), time(3)),
                end=None if until is None else datetime.combine(ago(until), time(3)),
                end_reason=reason,
                plan=plan,
                unit="mg",
            )
            for (since, plan), until, reason in zip(ways, ends, reasons, strict=True)
        )
        fields = {"name": name, "slug": name.lower(), "regimens": regimens} | rest
        medication = Medication(**fields)
        self.records.append(medication)
        return medication

    def doses(self, medication: Medication, first: int, last: int = 0, *, missed=(), unknown=()):
        """Tick what was due: taken, but for the days missed and those on which nothing is ticked."""
        for due in due_doses([medication], start=ago(first), end=ago(last), day_start=time(3)):
            days = (TODAY - due.day).days
            if days not in unknown:
                what = DoseStatus.MISSED if days in missed else DoseStatus.TAKEN
                self._on(Dose, due.slot, slot=due.slot, medication=medication.id, status=what)

    def uses(self, medication: Medication, *times: tuple[int, int]) -> None:
        """Take one when needed: so many days ago, at an hour."""
        assert isinstance(medication.regimens[-1].plan, AsNeeded)
        for days, hour in times:
            moment = datetime.combine(ago(days), time(hour))
            self._on(Dose, moment, medication=medication.id, status=DoseStatus.TAKEN)

    def rates(self, days: Iterable[int], *, hour: int = 20, often: float = 1, **middles: int):
        """Check in on most of these days, with scores about these, up to one higher or lower."""
        for each in days:
            if self.chance.random() < often:
                scores = {
                    symptom: min(max(middle + self.chance.choice((-1, 0, 0, 1)), 0), 10)
                    for symptom, middle in middles.items()
                }
                self._on(CheckIn, datetime.combine(ago(each), time(hour)), ratings=scores)

    def feels(self, effect: str, days: Iterable[int], severity: int = 1, **rest: Any) -> None:
        """Note a side effect on these days."""
        for each in days:
            moment = datetime.combine(ago(each), time(19))
            self._on(SideEffect, moment, effect=effect, severity=Severity(severity), **rest)

    def lives(self, days: int, text: str) -> None:
        """Note something else that happened."""
        self._on(LifeEvent, datetime.combine(ago(days), time(18)), text=text)

    def measures(self, days: int, what: str, value: float, unit: str) -> None:
        self._on(
            Measurement, datetime.combine(ago(days), time(10)), what=what, value=value, unit=unit
        )

    def meets(self, days: int, decided: str = "") -> None:
        """Have an appointment."""
        self.records.append(
            Visit(at=datetime.combine(ago(days), time(11)), zone=ZONE, decided=decided)
        )

    def _on(self, kind: type, at: datetime, **fields: Any) -> None:
        """Write something down at the moment it is about: nothing here is filled in later."""
        self.records.append(kind(at=at, zone=ZONE, recorded_at=at.replace(tzinfo=UTC), **fields))
