"""What is being typed at an appointment, kept in the person's folder until it is saved."""

from dataclasses import dataclass, field
from pathlib import Path

from medself.recording import half_filled

NAME = "draft-visit.json"


@dataclass(frozen=True)
class Notes:
    """What is typed so far at the appointment `visit`: `answers` by question, and two lines of text."""

    visit: str
    answers: dict[str, str] = field(default_factory=dict)
    decided: str = ""
    in_my_words: str = ""

    @property
    def empty(self) -> bool:
        """Whether there is nothing to keep."""
        return not (any(self.answers.values()) or self.decided or self.in_my_words)


def keep(folder: Path, notes: Notes) -> None:
    """Keep what was typed so far. What cannot be kept is no error: it is not a record yet."""
    typed = {
        "visit": notes.visit,
        "answers": {question: text for question, text in notes.answers.items() if text},
        "decided": notes.decided,
        "in_my_words": notes.in_my_words,
    }
    half_filled.keep(folder, NAME, None if notes.empty else typed)


def read(folder: Path, visit: str) -> Notes | None:
    """Return what was typed at this appointment; missing when there is nothing, or it cannot be read."""
    typed = half_filled.read(folder, NAME)
    if typed is None or typed.get("visit") != visit:
        return None
    answers, said = typed.get("answers"), (typed.get("decided"), typed.get("in_my_words"))
    if not isinstance(answers, dict) or not all(isinstance(text, str) for text in said):
        return None
    texts = {str(key): text for key, text in answers.items() if isinstance(text, str)}
    return Notes(visit, texts, str(said[0]), str(said[1]))


def drop(folder: Path) -> None:
    """Forget it; what cannot be removed is offered again, no more."""
    half_filled.drop(folder, NAME)
