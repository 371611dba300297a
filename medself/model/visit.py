"""Appointments, the questions a person wants to take to them, and what was agreed there."""

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from medself.model.checks import clean_day, clean_local, clean_text
from medself.model.ids import new_id


@dataclass(frozen=True, kw_only=True)
class Visit:
    """An appointment, planned or past, at a wall-clock time.

    `decided` is what was agreed there beside changes and to-dos, `in_my_words` how the person would
    tell it to someone else. `arranged_at` is the id of the appointment at which it was made.
    """

    at: datetime
    zone: str
    with_whom: str = ""
    place: str = ""
    decided: str = ""
    in_my_words: str = ""
    arranged_at: str = ""
    note: str = ""
    source: str = "app"
    recorded_at: datetime | None = None
    id: str = field(default_factory=new_id)

    def __post_init__(self) -> None:
        clean_local(self.at, "The time of the appointment")
        for name in ("with_whom", "place", "decided", "in_my_words", "note"):
            object.__setattr__(self, name, clean_text(getattr(self, name), "The text"))


class QuestionOrigin(StrEnum):
    """Where a question came from."""

    OWN = "own"
    EXPLAINER = "explainer"
    SUGGESTED = "suggested"


class QuestionState(StrEnum):
    """What became of a question."""

    OPEN = "open"
    ASKED = "asked"
    DROPPED = "dropped"


@dataclass(frozen=True, kw_only=True)
class Question:
    """A question for a visit. `ref` names where it was picked (`sertraline/q1`), empty for own ones.

    `asked_at` is the id of the appointment at which it was asked, `answer` what was said there.
    """

    text: str
    origin: QuestionOrigin = QuestionOrigin.OWN
    ref: str = ""
    starred: bool = False
    state: QuestionState = QuestionState.OPEN
    answer: str = ""
    asked_at: str | None = None
    source: str = "app"
    recorded_at: datetime | None = None
    id: str = field(default_factory=new_id)

    def __post_init__(self) -> None:
        object.__setattr__(self, "text", clean_text(self.text, "The question", needed=True).strip())
        object.__setattr__(self, "answer", clean_text(self.answer, "The answer"))


class TaskKind(StrEnum):
    """What is to be done."""

    TEST = "test"
    WATCH = "watch"
    OTHER = "other"


@dataclass(frozen=True, kw_only=True)
class Task:
    """Something to do or to keep an eye on, mostly agreed at an appointment (`visit`, its id).

    `due` is the day it is wanted by, missing where nobody said; `done_on` the day it was done, missing
    while it is open.
    """

    kind: TaskKind
    text: str
    due: date | None = None
    done_on: date | None = None
    visit: str = ""
    source: str = "app"
    recorded_at: datetime | None = None
    id: str = field(default_factory=new_id)

    def __post_init__(self) -> None:
        text = clean_text(self.text, "What is to be done", needed=True).strip()
        object.__setattr__(self, "text", text)
        for day, what in ((self.due, "The day it is due"), (self.done_on, "The day it was done")):
            if day is not None:
                clean_day(day, what)
