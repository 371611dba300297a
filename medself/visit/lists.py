"""The listed parts of the visit page: questions, changes, medicines."""

from collections.abc import Iterable, Sequence
from datetime import date, time

from medself.journal import Journal
from medself.model import Medication, MedicationStatus, Question, QuestionOrigin, QuestionState
from medself.schedule import changes, stretches
from medself.visit import sentences
from medself.visit.lines import ChangeLine, MedicineLine, QuestionLine

NOT_WRITTEN_DOWN = "not written down"


def questions(journal: Journal) -> tuple[QuestionLine, ...]:
    """The questions still open, in the person's order."""
    asked = in_order(journal.questions(), journal.person.question_order)
    return tuple(QuestionLine(text=q.text, starred=q.starred) for q in asked)


def in_order(every: Iterable[Question], order: Sequence[str]) -> list[Question]:
    """Return the open questions: starred first, then as the person put them.

    Those nobody put anywhere come after, the person's own first, otherwise as they were written.
    """
    place = {id_: number for number, id_ in enumerate(order)}
    asked = [question for question in every if question.state is QuestionState.OPEN]
    return sorted(
        asked,
        key=lambda question: (
            not question.starred,
            place.get(question.id, len(place)),
            question.origin is not QuestionOrigin.OWN,
        ),
    )


def moved(asked: Sequence[Question], question_id: str, by: int) -> tuple[str, ...]:
    """Return the order of ids after one question went up (-1) or down (1).

    It stays as it is where there is nowhere to go: a starred question stays before the others.
    """
    ids = [question.id for question in asked]
    at = ids.index(question_id)
    to = at + by
    if 0 <= to < len(ids) and asked[at].starred == asked[to].starred:
        ids[at], ids[to] = ids[to], ids[at]
    return tuple(ids)


def change_lines(journal: Journal, start: date, end: date) -> tuple[ChangeLine, ...]:
    """What changed in what the person takes, without reasons in their own words."""
    found = changes(journal.medications(), start=start, end=end, day_start=journal.person.day_start)
    return tuple(
        ChangeLine(day=change.day, name=change.name, what=sentences.changed(change))
        for change in found
    )


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
        how=now.words if now else NOT_WRITTEN_DOWN,
        since=now.start if now else None,
        why=medication.why,
        strength=medication.strength,
        prescriber=medication.prescriber,
        from_shop=medication.over_the_counter,
    )
