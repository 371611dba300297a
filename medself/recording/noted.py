"""The side effects a person noted while they took a medicine: days of days recorded, nothing more."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from medself.analysis.side_effects import spans
from medself.journal import Journal
from medself.model import Medication, MedicationStatus

MOST_DAYS = 90
"""How far back is looked."""


@dataclass(frozen=True)
class Noted:
    """One side effect noted on `days` of the `of_days` days recorded."""

    days: int
    of_days: int


def period(medications: Sequence[Medication], slug: str, today: date) -> tuple[date, date]:
    """Return the days to look at, both included: the last 90, or since a medicine taken now was begun.

    A medicine that is not on the list of what is taken (or has no start) gets the last 90 days.
    """
    start = today - timedelta(days=MOST_DAYS - 1)
    begun = [
        medication.regimens[0].start.date()
        for medication in medications
        if medication.slug == slug
        and medication.status is MedicationStatus.TAKING
        and medication.regimens
    ]
    return min(max(start, min(begun, default=start)), today), today


def noted(journal: Journal, start: date, end: date) -> Mapping[str, Noted]:
    """Return every side effect that was noted as there from `start` to `end`, by its id."""
    entries = journal.table("side_effect", start=start, end=end)
    recorded = journal.table("check_in", start=start, end=end)["day"]
    table = spans(entries, recorded=recorded, end=end)
    return {str(row.effect): Noted(int(row.days), int(row.of_days)) for row in table.itertuples()}
