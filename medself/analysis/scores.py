"""Adds up questionnaires. A missing answer gives no total; nothing is guessed from the rest. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass

from medself.errors import InvalidRecord
from medself.instruments import Instrument


@dataclass(frozen=True, kw_only=True)
class Scored:
    """A questionnaire's result.

    `total` is missing while an answer is; `missing` names the questions, from 1. `percent` is the total
    on a scale of 0 to 100 where the questionnaire has one. `flags` are set by single answers, whatever
    the total.
    """

    instrument: str
    total: int | None
    band: str | None
    flags: tuple[str, ...]
    missing: tuple[int, ...]
    percent: int | None = None


def score(
    instrument: Instrument, answers: Sequence[int | None], *, gate: bool | None = None
) -> Scored:
    """Add up the answers of one questionnaire.

    Args:
        instrument: which questionnaire.
        answers: one a question, in order, from 0; missing for a question left out.
        gate: the answer to the question before the first, where there is one. "No" makes the total 0,
            whatever follows; missing counts as yes when a question behind it was answered.

    Raises:
        InvalidRecord: too many or too few answers, or one that the question does not have.
    """
    if len(answers) != len(instrument.items):
        raise InvalidRecord(
            f"{instrument.name} has {len(instrument.items)} questions, not {len(answers)}."
        )
    for number, (answer, options) in enumerate(zip(answers, instrument.options, strict=True), 1):
        if answer is not None and not 0 <= answer < len(options):
            raise InvalidRecord(
                f"Question {number} of {instrument.name} is answered from 0 to {len(options) - 1}, "
                f"not {answer}."
            )
    flags = tuple(
        flag.id for flag in instrument.flags if (answers[flag.item - 1] or 0) >= flag.at_least
    )
    if _stops_at_the_gate(instrument, answers, gate):
        return _result(instrument, 0, flags, ())
    missing = tuple(number for number, answer in enumerate(answers, 1) if answer is None)
    total = None if missing else sum(answer or 0 for answer in answers)
    return _result(instrument, total, flags, missing)


def _stops_at_the_gate(
    instrument: Instrument, answers: Sequence[int | None], gate: bool | None
) -> bool:
    if instrument.gate_item is not None:
        return answers[instrument.gate_item - 1] == 0
    return bool(instrument.gate) and gate is False


def _result(
    instrument: Instrument, total: int | None, flags: tuple[str, ...], missing: tuple[int, ...]
) -> Scored:
    return Scored(
        instrument=instrument.id,
        total=total,
        band=None if total is None else band(instrument, total),
        flags=flags,
        missing=missing,
        percent=total * 4 if instrument.percent and total is not None else None,
    )


def band(instrument: Instrument, total: float) -> str | None:
    """Name the authors' range a total falls into; missing for a total outside all of them."""
    return next((one.label for one in instrument.bands if one.low <= total <= one.high), None)


def bigger_than_wobble(instrument: Instrument, before: float, after: float) -> bool | None:
    """Say whether two totals differ by more than the questionnaire's own wobble.

    Returns:
        Missing where no such size is published for it.
    """
    if instrument.wobble is None:
        return None
    return abs(after - before) >= instrument.wobble
