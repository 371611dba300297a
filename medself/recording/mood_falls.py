"""Whether mood fell sharply soon after an antidepressant was begun or its dose changed. Says no reason."""

from datetime import date, timedelta

from medself.errors import ContentError
from medself.journal import Journal
from medself.library import Library
from medself.model import Medication
from medself.schedule.changes import ChangeKind, changes

FALL = 4
"""Points of 10 below the usual that open help; our own rule."""
USUAL_DAYS, LEAST_DAYS = 14, 5
CHANGE_DAYS = 28
GROUP = "antidepressant"


def fell_sharply(journal: Journal, library: Library, mood: int | None, day: date) -> bool:
    """Return whether a mood rating (0 to 10, missing: not rated) of a day calls for help.

    It does when it lies 4 points or more below the median of the 14 days before, of which at least 5
    are recorded, and in the last 28 days an antidepressant was begun or its dose changed.
    """
    if mood is None or mood > 10 - FALL:
        return False
    usual = _usual(journal, day)
    return usual is not None and usual - mood >= FALL and _changed(journal, library, day)


def _usual(journal: Journal, day: date) -> float | None:
    last = day - timedelta(days=1)
    table = journal.table("rating", start=day - timedelta(days=USUAL_DAYS), end=last)
    by_day = table[table["symptom"] == "mood"].groupby("day")["value"].median()
    return float(by_day.median()) if len(by_day) >= LEAST_DAYS else None


def _changed(journal: Journal, library: Library, day: date) -> bool:
    watched = [one for one in journal.medications() if _is_antidepressant(library, one)]
    first = day - timedelta(days=CHANGE_DAYS)
    found = changes(watched, start=first, end=day, day_start=journal.person.day_start)
    return any(change.kind in (ChangeKind.START, ChangeKind.DOSE) for change in found)


def _is_antidepressant(library: Library, medication: Medication) -> bool:
    if not medication.slug:
        return False
    try:
        return any(above.id == GROUP for above in library.above(medication.slug))
    except ContentError:
        # Its page cannot be read: what it is, is not known.
        return False
