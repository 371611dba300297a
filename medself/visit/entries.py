"""The parts of the visit page that are single entries: totals, answers, tests, events, notes."""

from collections.abc import Iterator
from datetime import date

import pandas as pd

from medself.instruments import Instrument, instruments, name_of
from medself.journal import Journal
from medself.model import TaskKind
from medself.visit.lines import AnswerLine, DatedLine, ScoreLine, TestLine

ITEM_9 = "item_9"
WITH_NOTES = ("dose", "check_in", "side_effect", "event", "score", "measurement")


def scores(journal: Journal, start: date, end: date) -> tuple[ScoreLine, ...]:
    """Questionnaire totals; one with an answer missing has none and is left out."""
    table = _in_order(journal, "score", start, end)
    return tuple(
        ScoreLine(day=row.day.date(), name=name_of(row.instrument), total=float(row.total))
        for row in table[table["total"].notna()].itertuples()
    )


def answers_to_item_9(journal: Journal, start: date, end: date) -> tuple[AnswerLine, ...]:
    """Every answer to the question about not wanting to live; private, and off unless asked for."""
    return tuple(
        AnswerLine(
            day=row.day.date(),
            name=instrument.name,
            number=number,
            answer=instrument.options[number - 1][answer],
        )
        for row in _in_order(journal, "score", start, end).itertuples()
        for instrument, number in _item_9(row.instrument, row.answers)
        if (answer := row.answers[number - 1]) is not None
    )


def _item_9(
    instrument_id: str, answers: tuple[int | None, ...]
) -> Iterator[tuple[Instrument, int]]:
    """The questionnaire and the number of that question, where it was filled in here."""
    instrument = instruments().get(instrument_id)
    if instrument is not None and len(answers) == len(instrument.items):
        yield from ((instrument, flag.item) for flag in instrument.flags if flag.id == ITEM_9)


def tests(journal: Journal, start: date, end: date) -> tuple[TestLine, ...]:
    """What was measured, tests noted as done in these days, and those still to do, in this order."""
    tasks = [task for task in journal.tasks() if task.kind is TaskKind.TEST]
    done = [task for task in tasks if task.done_on and start <= task.done_on <= end]
    wanted = [task for task in tasks if task.done_on is None]
    return (
        *(
            TestLine(day=row.day.date(), what=row.what, value=float(row.value), unit=row.unit)
            for row in _in_order(journal, "measurement", start, end).itertuples()
        ),
        *(TestLine(day=task.done_on, what=task.text) for task in done),
        *(TestLine(day=task.due, what=task.text, to_do=True) for task in wanted),
    )


def events(journal: Journal, start: date, end: date) -> tuple[DatedLine, ...]:
    """Anything else that happened, in the person's words."""
    return tuple(
        DatedLine(day=row.day.date(), text=row.text)
        for row in _in_order(journal, "event", start, end).itertuples()
    )


def notes(journal: Journal, start: date, end: date) -> tuple[DatedLine, ...]:
    """The notes of all entries, oldest first."""
    tables = [
        journal.table(kind, start=start, end=end)[["id", "at", "day", "note"]]
        for kind in WITH_NOTES
    ]
    every = pd.concat(tables, ignore_index=True).sort_values(["at", "id"])
    written = every[every["note"].str.strip() != ""]
    return tuple(DatedLine(day=row.day.date(), text=row.note) for row in written.itertuples())


def _in_order(journal: Journal, kind: str, start: date, end: date) -> pd.DataFrame:
    return journal.table(kind, start=start, end=end).sort_values(["at", "id"])
