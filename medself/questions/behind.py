"""The records behind a suggestion, each as a line: so that a person can see what it was made of."""

from collections.abc import Mapping

from medself.days import day_in_words
from medself.journal.words import one
from medself.model import (
    CheckIn,
    Dose,
    LifeEvent,
    Measurement,
    Medication,
    Record,
    SideEffect,
    Task,
)
from medself.questions.words import WORST
from medself.schedule.words import listed


def line(record: Record, labels: Mapping[str, str]) -> str:
    """Write one record as "3 May 2026: Feeling sick, a little".

    Args:
        record: what was recorded.
        labels: names by the ids of medicines, side effects and symptoms; an id without one stands for
            itself.
    """
    match record:
        case SideEffect():
            what = f"{_name(record.effect, labels)}, {WORST.get(record.severity, 'gone')}"
        case Dose():
            reason = f" ({record.reason})" if record.reason else ""
            what = f"{_name(record.medication, labels)}, {record.status.value}{reason}"
        case CheckIn():
            rated = [f"{_name(id_, labels)} {value}" for id_, value in record.ratings.items()]
            what = listed(rated) if rated else "check-in"
        case Measurement():
            what = f"{record.what} {record.value:g} {record.unit}"
        case LifeEvent():
            what = record.text
        case Task():
            return f"To do: {record.text}"
        case Medication():
            return f"On my list: {record.name}"
        case _:
            said = one(record)
            return said[:1].upper() + said[1:]
    return f"{day_in_words(record.day or record.at.date())}: {what}"


def _name(id_: str, labels: Mapping[str, str]) -> str:
    return labels.get(id_, id_)
