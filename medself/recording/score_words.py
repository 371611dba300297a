"""What a questionnaire's total means and does not mean, in sentences. No colour, no verdict, no advice."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from medself.analysis.scores import band, bigger_than_wobble
from medself.days import day_in_words
from medself.instruments import Instrument, clinic_totals

PERIODS = {14: "the last 2 weeks", 30: "the past month", 365: "the last year"}
DIRECTION = {"low": "A lower total is better.", "high": "A higher total is better."}


@dataclass(frozen=True)
class Earlier:
    """A total of the same questionnaire on a day before."""

    day: date
    total: float


def in_words(instrument: Instrument, total: float) -> str:
    """Return "12 of 27", and for one with a scale to 100 that as well."""
    said = f"{total:g} of {instrument.highest}"
    return f"{said} ({total * 4:g} of 100)" if instrument.percent else said


def without_total(missing: Sequence[int]) -> str:
    """Say which questions have no answer, and that there is no total therefore.

    Args:
        missing: the numbers of the questions, from 1; at least one.
    """
    if len(missing) == 1:
        return f"Question {missing[0]} has no answer, so there is no total."
    listed = f"{', '.join(map(str, missing[:-1]))} and {missing[-1]}"
    return f"Questions {listed} have no answer, so there is no total."


def meaning(instrument: Instrument, total: float) -> list[str]:
    """Return the sentences on one total: its range by the authors' name, its direction, what it is not."""
    found = band(instrument, total)
    limits = next((one for one in instrument.bands if one.low <= total <= one.high), None)
    lines = []
    if found and limits:
        within = f"{limits.low}" if limits.low == limits.high else f"{limits.low} to {limits.high}"
        lines.append(f"In the questionnaire's own ranges, {within} is called “{found}”.")
    lines.append(DIRECTION[instrument.better])
    lines.append(
        f"It is not a diagnosis. It adds up what you answered about {PERIODS[instrument.days]}, and "
        "nothing else. What it means for you is something to work out with your prescriber."
    )
    return lines


def change(instrument: Instrument, total: float, earlier: Earlier) -> str:
    """Say how a total differs from the one before, and whether by more than the published wobble."""
    was = f"On {day_in_words(earlier.day)} it was {earlier.total:g}."
    moved = total - earlier.total
    if moved == 0:
        return f"{was} It is the same now."
    points = f"{abs(moved):g} {'point' if abs(moved) == 1 else 'points'}"
    now = f"It is {points} {'higher' if moved > 0 else 'lower'} now."
    bigger = bigger_than_wobble(instrument, earlier.total, total)
    if bigger is None:
        return f"{was} {now} How much this questionnaire wobbles by itself, we do not know."
    size = "bigger than" if bigger else "within"
    return f"{was} {now} That is {size} the questionnaire's usual wobble ({instrument.wobble:g} points)."


def range_problem(instrument_id: str, total: float) -> str | None:
    """Say why a total typed in cannot be; missing when it can, or when its range is not known."""
    known = clinic_totals().get(instrument_id)
    if known is None or known.low <= total <= known.high:
        return None
    return f"A total of {known.name} is from {known.low} to {known.high}, not {total:g}."
