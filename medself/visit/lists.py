"""The listed parts of the visit page: questions, changes, medicines."""

from datetime import date, time

from medself.journal import Journal
from medself.model import Medication, MedicationStatus, QuestionOrigin, QuestionState
from medself.schedule import changes, stretches
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
        _medicine(medication, today, journal.person.day_start)
        for medication in journal.medications()
        if medication.status is MedicationStatus.TAKING
    )


def _medicine(medication: Medication, today: date, day_start: time) -> MedicineLine:
    # Of a build-up or taper only the step of this day is what is taken now.
    now = next(
        (
            stretch
            for stretch in stretches(medication, day_start=day_start)
            if stretch.start <= today and (stretch.end is None or today < stretch.end)
        ),
        None,
    )
    return MedicineLine(
        name=medication.name,
        how=now.words if now else "not written down",
        since=now.start if now else None,
        why=medication.why,
    )
