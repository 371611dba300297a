"""The listed parts of the visit page: questions, changes, medicines."""

from datetime import date, datetime, time

from medself.journal import Journal
from medself.model import Medication, MedicationStatus, QuestionOrigin, QuestionState
from medself.schedule import changes, dose_now, in_words
from medself.visit import words
from medself.visit.summary import DatedLine, MedicineLine, QuestionLine


def questions(journal: Journal) -> tuple[QuestionLine, ...]:
    """The questions still open, starred first, then the person's own."""
    asked = [question for question in journal.questions() if question.state is QuestionState.OPEN]
    # Starred first, then the person's own; otherwise in the order they were written.
    asked.sort(
        key=lambda question: (not question.starred, question.origin is not QuestionOrigin.OWN)
    )
    return tuple(QuestionLine(text=q.text, starred=q.starred) for q in asked)


def change_lines(journal: Journal, start: date, end: date) -> tuple[DatedLine, ...]:
    """What changed in what the person takes, without reasons in their own words."""
    found = changes(journal.medications(), start=start, end=end, day_start=journal.person.day_start)
    return tuple(DatedLine(day=change.day, text=words.change(change)) for change in found)


def medicines(journal: Journal, today: date) -> tuple[MedicineLine, ...]:
    """What the person takes on a day."""
    return tuple(
        _medicine(medication, today)
        for medication in journal.medications()
        if medication.status is MedicationStatus.TAKING
    )


def _medicine(medication: Medication, today: date) -> MedicineLine:
    # Midday: a change made today, whenever the day begins, is in force.
    at = datetime.combine(today, time(12))
    regimen = dose_now(medication, at)
    return MedicineLine(
        name=medication.name,
        how=in_words(regimen) if regimen else "not written down",
        since=regimen.start.date() if regimen else None,
        why=medication.why,
    )
