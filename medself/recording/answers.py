"""The answers to a questionnaire on their way to a record: kept half filled, checked, added up."""

from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from medself.analysis.scores import score
from medself.errors import InvalidRecord
from medself.instruments import Instrument
from medself.model import Score
from medself.recording import half_filled


@dataclass(frozen=True)
class Answers:
    """What is answered so far: `items` one a question, from 0; missing for one left out.

    `gate` is the question before the first, `unscored` the one after the last, where there are such.
    """

    items: tuple[int | None, ...]
    gate: bool | None = None
    unscored: int | None = None

    @property
    def empty(self) -> bool:
        """Whether nothing is answered."""
        return {*self.items, self.gate, self.unscored} == {None}


def asked(instrument: Instrument, answers: Answers) -> int:
    """Return how many questions are to be asked, after what is answered so far.

    A gate before the first must be answered "yes"; one inside ends the questionnaire with its lowest answer.
    """
    if instrument.gate and not answers.gate:
        return 0
    if instrument.gate_item and answers.items[instrument.gate_item - 1] == 0:
        return instrument.gate_item
    return len(instrument.items)


def only_asked(instrument: Instrument, answers: Answers) -> Answers:
    """Return the answers without those to questions that are not asked any more."""
    last = asked(instrument, answers)
    return replace(
        answers,
        items=tuple(a if n <= last else None for n, a in enumerate(answers.items, 1)),
    )


def to_record(instrument: Instrument, answers: Answers, *, at: datetime, zone: str) -> Score:
    """Make the record: answers as given, the total only when none is missing.

    Args:
        instrument: which questionnaire.
        answers: what was answered.
        at: when, on the person's clock in `zone` (IANA).
        zone: where.

    Raises:
        InvalidRecord: nothing is answered.
    """
    if answers.empty:
        raise InvalidRecord("Nothing is answered yet. Answer one question, or leave the page.")
    found = score(instrument, answers.items, gate=answers.gate)
    note = ""
    if instrument.unscored and answers.unscored is not None:
        note = f"How difficult it made things: {instrument.unscored[1][answers.unscored]}."
    return Score(
        instrument=instrument.id,
        total=found.total,
        answers=answers.items,
        note=note,
        at=at,
        zone=zone,
    )


def keep(folder: Path, instrument: Instrument, answers: Answers) -> None:
    """Keep the answers so far in the person's folder."""
    typed = {"items": answers.items, "gate": answers.gate, "unscored": answers.unscored}
    half_filled.keep(folder, _name(instrument), None if answers.empty else typed)


def read(folder: Path, instrument: Instrument) -> Answers | None:
    """Return the answers kept; missing when there are none or they do not fit the questionnaire."""
    typed = half_filled.read(folder, _name(instrument))
    if typed is None:
        return None
    try:
        answers = Answers(tuple(typed["items"]), typed["gate"], typed["unscored"])
        score(instrument, answers.items, gate=answers.gate)
    except (KeyError, TypeError, InvalidRecord):
        return None
    return answers if answers.gate in (None, True, False) and _fits(instrument, answers) else None


def _fits(instrument: Instrument, answers: Answers) -> bool:
    options = len(instrument.unscored[1]) if instrument.unscored else 0
    return answers.unscored is None or answers.unscored in range(options)


def drop(folder: Path, instrument: Instrument) -> None:
    """Forget the answers kept."""
    half_filled.drop(folder, _name(instrument))


def _name(instrument: Instrument) -> str:
    return f"draft-{instrument.id}.json"
