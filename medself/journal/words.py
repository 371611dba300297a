"""What a write was, in words, for "Undo" and for what was taken back."""

from collections.abc import Sequence
from typing import Any

from medself.days import day_in_words
from medself.journal.documents import kind_of
from medself.model import Record

NAMES = {
    "person": "your settings",
    "medication": "a medicine",
    "visit": "an appointment",
    "question": "a question",
    "task": "something to do",
    "dose": "a dose",
    "check_in": "a check-in",
    "side_effect": "a side effect",
    "event": "something that happened",
    "score": "a questionnaire",
    "measurement": "a measurement",
}


def adding(records: Sequence[Record]) -> str:
    """Say what was added: "adding a dose of 3 November 2026", "adding 340 entries"."""
    if len(records) == 1:
        return f"adding {one(records[0])}"
    return f"adding {len(records):,} entries"


def saving(records: Sequence[Record]) -> str:
    """Say what was saved in one go: "changing a medicine, and one thing more"."""
    more = len(records) - 1
    rest = (
        "" if not more else ", and one thing more" if more == 1 else f", and {more:,} things more"
    )
    return changing(records[0]) + rest


def changing(record: Record) -> str:
    """Say what was changed."""
    return f"changing {one(record)}"


def removing(record: Record) -> str:
    """Say what was removed."""
    return f"removing {one(record)}"


def one(record: Record) -> str:
    """Name one record by its kind and its day, never by what is in it."""
    about: Any = getattr(record, "day", None) or getattr(record, "at", None)
    day = f" of {day_in_words(about)}" if about is not None else ""
    return NAMES[kind_of(record)] + day
