"""Appointments and the questions a person wants to take to them."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from medself.model.checks import clean_local, clean_text
from medself.model.ids import new_id


@dataclass(frozen=True, kw_only=True)
class Visit:
    """An appointment, planned or past, at a wall-clock time; `decided` is what was agreed there."""

    at: datetime
    zone: str
    with_whom: str = ""
    place: str = ""
    decided: str = ""
    note: str = ""
    source: str = "app"
    recorded_at: datetime | None = None
    id: str = field(default_factory=new_id)

    def __post_init__(self) -> None:
        clean_local(self.at, "The time of the appointment")
        for name in ("with_whom", "place", "decided", "note"):
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
    """A question for a visit. `ref` names where it was picked (`sertraline/q1`), empty for own ones."""

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
