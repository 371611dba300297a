"""The totals of one questionnaire so far: one line a time, and the total before a given one."""

from dataclasses import dataclass
from datetime import date

import pandas as pd

from medself.instruments import Instrument, instruments
from medself.model import Score
from medself.recording.score_words import Earlier, in_words, without_total


@dataclass(frozen=True)
class Line:
    """One time a questionnaire was filled in, or a total came from elsewhere, in words."""

    id: str
    day: date
    total: str
    source: str
    answers: tuple[tuple[str, str], ...]
    note: str


def history(scores: pd.DataFrame, instrument_id: str) -> list[Line]:
    """Return the times of one questionnaire, newest first.

    Args:
        scores: the journal's table of kind `score`.
        instrument_id: which questionnaire, also one that we do not have.
    """
    instrument = instruments().get(instrument_id)
    rows = scores[scores["instrument"] == instrument_id].sort_values("at", ascending=False)
    return [
        Line(
            id=row.id,
            day=row.day.date(),
            total=_total(instrument, row.total, row.answers),
            source=_source(row.source, row.answers),
            answers=_answers(instrument, row.answers),
            note=row.note,
        )
        for row in rows.itertuples()
    ]


def earlier(scores: pd.DataFrame, score: Score) -> Earlier | None:
    """Return the last total of the same questionnaire before this one; missing when there is none."""
    before = scores[
        (scores["instrument"] == score.instrument)
        & scores["total"].notna()
        & (scores["at"] <= score.at)
        & (scores["id"] != score.id)
    ]
    if before.empty:
        return None
    last = before.sort_values("at", kind="stable").iloc[-1]
    return Earlier(day=last["day"].date(), total=float(last["total"]))


def _total(instrument: Instrument | None, total: float, answers: tuple[int | None, ...]) -> str:
    if pd.isna(total):
        missing = [number for number, answer in enumerate(answers, 1) if answer is None]
        return without_total(missing) if missing else "No total"
    return in_words(instrument, total) if instrument else f"{total:g}"


def _source(source: str, answers: tuple[int | None, ...]) -> str:
    if source != "app":
        return "Imported"
    return "Filled in here" if answers else "Typed in from a clinic"


def _answers(
    instrument: Instrument | None, answers: tuple[int | None, ...]
) -> tuple[tuple[str, str], ...]:
    """Pair each question with its answer in words; none where the questions are not ours or do not fit."""
    if instrument is None or len(answers) != len(instrument.items):
        return ()
    return tuple(
        (item, options[answer] if answer is not None and answer < len(options) else "No answer")
        for item, answer, options in zip(instrument.items, answers, instrument.options, strict=True)
    )
