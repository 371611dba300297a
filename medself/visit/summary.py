"""The visit page as one frozen value: paper, plain text, screen and JSON all print this, nothing else."""

from dataclasses import dataclass
from datetime import date, datetime

from medself.charts.facts import Facts
from medself.visit.lines import (
    AnswerLine,
    ChangeLine,
    CompareLine,
    DatedLine,
    DoseLine,
    MedicineLine,
    QuestionLine,
    ReasonLine,
    ScoreLine,
    SideEffectLine,
    SideLine,
    Spoken,
    SymptomLine,
    TestLine,
)

__all__ = [
    "AnswerLine",
    "ChangeLine",
    "CompareLine",
    "DatedLine",
    "DoseLine",
    "MedicineLine",
    "QuestionLine",
    "ReasonLine",
    "ScoreLine",
    "SideEffectLine",
    "SideLine",
    "Summary",
    "SymptomLine",
    "TestLine",
]


@dataclass(frozen=True, kw_only=True)
class Summary(Spoken):
    """Everything on the visit page, for the days `start`..`end`, both included.

    A part the person left off, or for which nothing is recorded, is empty. `check_ins` are all of the
    period. `life` is what the chart is drawn from, missing where nothing is recorded or wanted.
    """

    person: str
    start: date
    end: date
    made_on: date
    visit_at: datetime | None
    with_whom: str
    days: int
    days_recorded: int
    longest_gap: int
    filled_in_later: int
    check_ins: int = 0
    invented: bool = False
    questions: tuple[QuestionLine, ...] = ()
    changes: tuple[ChangeLine, ...] = ()
    medicines: tuple[MedicineLine, ...] = ()
    doses: tuple[DoseLine, ...] = ()
    reasons: tuple[ReasonLine, ...] = ()
    symptoms: tuple[SymptomLine, ...] = ()
    compared: tuple[CompareLine, ...] = ()
    side_effects: tuple[SideEffectLine, ...] = ()
    scores: tuple[ScoreLine, ...] = ()
    answers: tuple[AnswerLine, ...] = ()
    tests: tuple[TestLine, ...] = ()
    events: tuple[DatedLine, ...] = ()
    notes: tuple[DatedLine, ...] = ()
    life: Facts | None = None
