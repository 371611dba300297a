"""What the journal fills in: the moment a record was typed, the day it counts for, and its file."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from medself.errors import InvalidRecord
from medself.journal.documents import kind_of
from medself.journal.folder import PERSON, month_of
from medself.model import Entry, Person, Record


def day_of(at: datetime, day_start: time) -> date:
    """Return the day a wall-clock time counts for: before `day_start` it is the day before."""
    return at.date() if at.time() >= day_start else at.date() - timedelta(days=1)


def partition_of(record: Record) -> str:
    """Return the partition a record belongs to: the month of its day, or the person's own file."""
    day = getattr(record, "day", None)
    return PERSON if day is None else month_of(day)


def filled(record: Record, person: Callable[[], Person]) -> Record:
    """Return the record with `recorded_at` and, for a record of a day, `day`.

    `person` is asked only when the day start is needed.

    Raises:
        InvalidRecord: a journal does not hold such a thing.
    """
    kind_of(record)
    changes: dict[str, Any] = {}
    if record.recorded_at is None:
        changes["recorded_at"] = datetime.now(UTC)
    if isinstance(record, Entry) and record.day is None:
        changes["day"] = day_of(record.at, person().day_start)
    return replace(record, **changes) if changes else record


def revised(record: Record, changes: Mapping[str, Any], person: Callable[[], Person]) -> Record:
    """Return the record with some fields changed; a new `at` without a new `day` moves the day.

    Raises:
        InvalidRecord: the change would make another record of it, or cannot be right.
    """
    if changes.get("id", record.id) != record.id:
        raise InvalidRecord("The id of a record cannot be changed.")
    if isinstance(record, Entry) and "at" in changes:
        changes = {"day": None} | dict(changes)
    return filled(replace(record, **changes), person)
