"""The tests and checks of what a person takes, and writing down that one was done."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time

from medself.analysis.checks import stands_for
from medself.errors import ContentError, InvalidRecord
from medself.journal import Journal
from medself.library import Library
from medself.library.pieces import Check
from medself.model import (
    Measurement,
    Medication,
    MedicationStatus,
    Record,
    Task,
    TaskKind,
)

NOON = time(12)


@dataclass(frozen=True)
class Named:
    """A test or check that the page of a medicine names."""

    medication: Medication
    check: Check


def named(medications: Iterable[Medication], library: Library, *, region: str) -> list[Named]:
    """Return the tests of a region for everything taken; a page that cannot be read names none."""
    return [
        Named(medication, check)
        for medication in medications
        if medication.status is MedicationStatus.TAKING and medication.slug
        for check in _checks(library, medication.slug)
        if check.region in (region, "any")
    ]


def _checks(library: Library, slug: str) -> list[Check]:
    try:
        return library.medication(slug).checks
    except ContentError:
        return []


@dataclass(frozen=True, kw_only=True)
class Result:
    """A test as filled in: `value` is missing where only that it was done is known."""

    test: str
    day: date
    value: float | None = None
    unit: str = ""
    note: str = ""


def write_down(journal: Journal, result: Result, *, zone: str, today: date) -> None:
    """Keep that a test was done, in one write; an open thing to do for the same test is done with it.

    Raises:
        InvalidRecord: no test is named, or the day has not come.
    """
    if not result.test.strip():
        raise InvalidRecord("Please say which test or check it was.")
    if result.day > today:
        raise InvalidRecord("This day has not come yet. When was the test done?")
    journal.save_all([*_records(journal, result, zone)])


def _records(journal: Journal, result: Result, zone: str) -> Iterator[Record]:
    waiting = [
        task
        for task in journal.tasks()
        if task.kind is TaskKind.TEST
        and task.done_on is None
        and (stands_for(task.text, result.test) or stands_for(result.test, task.text))
    ]
    if result.value is not None or result.note:
        if result.value is None:
            raise InvalidRecord("A note needs a result beside it. Leave it empty, or fill in both.")
        yield Measurement(
            at=datetime.combine(result.day, NOON),
            day=result.day,
            zone=zone,
            what=result.test.strip(),
            value=result.value,
            unit=result.unit,
            note=result.note,
        )
    elif not waiting:
        yield Task(kind=TaskKind.TEST, text=result.test, done_on=result.day)
    yield from (replace(task, done_on=result.day) for task in waiting)
