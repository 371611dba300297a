"""Getting ready for an appointment: how far off it is, and what is still missing for it."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Literal

from medself.journal import Journal
from medself.model import Medication, MedicationStatus, QuestionState
from medself.model.text import one_line
from medself.schedule import stretches
from medself.schedule.words import listed
from medself.visit.build import RECORDED_KINDS, next_visit, since_last_visit
from medself.visit.sentences import day

LOOKED_BACK = 30
MOST_NAMED = 3

Mend = Literal["visit", "question", "star", "entries", "how"]


@dataclass(frozen=True, kw_only=True)
class Missing:
    """Something that is not there yet, in a sentence, and what would mend it."""

    mend: Mend
    sentence: str


def countdown(at: datetime, now: datetime) -> str:
    """Say how far off a time is, in days on the calendar: "today", "tomorrow", "in 6 days"."""
    days = (at.date() - now.date()).days
    if days <= 0:
        return "today" if days == 0 else "over"
    return "tomorrow" if days == 1 else f"in {days} days"


def missing(journal: Journal, today: date) -> list[Missing]:
    """Return what would help at the appointment and is not there, in the order of the page."""
    found = []
    if next_visit(journal, today) is None:
        found.append(Missing(mend="visit", sentence="No appointment is written down yet."))
    asked = [each for each in journal.questions() if each.state is QuestionState.OPEN]
    if not asked:
        found.append(Missing(mend="question", sentence="You have no question yet."))
    elif not any(question.starred for question in asked):
        words = "No question has a star yet. Those with a star come first on your page."
        found.append(Missing(mend="star", sentence=words))
    if words := _nothing_recorded(journal, today):
        found.append(Missing(mend="entries", sentence=words))
    if unknown := [
        one_line(each.name) for each in journal.medications() if _how_is_unknown(each, today)
    ]:
        more = len(unknown) - MOST_NAMED
        names = [*unknown[:MOST_NAMED], *([f"{more} more"] if more > 0 else [])]
        words = f"How you take it is not written down: {listed(names)}."
        found.append(Missing(mend="how", sentence=words))
    return found


def _nothing_recorded(journal: Journal, today: date) -> str:
    """Say since when nothing is recorded; "" where something is."""
    last = since_last_visit(journal, today)
    start = last or today - timedelta(days=LOOKED_BACK - 1)
    if any(not journal.table(kind, start=start, end=today).empty for kind in RECORDED_KINDS):
        return ""
    when = f"your last appointment on {day(last)}" if last else day(start)
    return f"Nothing is recorded since {when}."


def _how_is_unknown(medication: Medication, today: date) -> bool:
    if medication.status is not MedicationStatus.TAKING:
        return False
    return not any(stretch.end is None or today < stretch.end for stretch in stretches(medication))
