"""What a rule found, and the question it becomes."""

from collections.abc import Mapping
from dataclasses import dataclass

from medself.model import Question, QuestionOrigin, QuestionState
from medself.model.text import one_line

Fills = Mapping[str, object]


@dataclass(frozen=True, kw_only=True)
class Found:
    """What a rule found, before it is in words.

    `subject` is what it is about, `state` what would have to change for it to be worth showing again
    after it was put aside. `says` fills in the question; each of `reasons` names a sentence of the rule
    and fills it in. `entries` are the ids of the records behind it, `page` the slug to read about it.
    """

    subject: str
    state: object
    says: Fills
    reasons: tuple[tuple[str, Fills], ...]
    entries: tuple[str, ...] = ()
    stops_me: bool = False
    page: str = ""


@dataclass(frozen=True, kw_only=True)
class Suggestion:
    """A question the record suggests: its words, the reasons with counts and dates, what is behind them.

    `urgency` 1 is the most urgent of 3. `stops_me`: the person said that it stops them doing things.
    `page` may be "".
    """

    rule: str
    subject: str
    state: str
    text: str
    reasons: tuple[str, ...]
    entries: tuple[str, ...]
    urgency: int
    stops_me: bool
    page: str

    @property
    def topic(self) -> str:
        """Names it whatever changes: what is put aside for good."""
        return f"suggested/{self.rule}/{self.subject}"

    @property
    def key(self) -> str:
        """Names it as it is now: what is picked, or put aside until it changes."""
        return f"{self.topic}/{self.state}"

    def as_question(self) -> Question:
        """The question it becomes when it is picked, with its reasons."""
        text = " ".join([self.text, *self.reasons])
        return Question(text=text, origin=QuestionOrigin.SUGGESTED, ref=self.key)

    def until_it_changes(self) -> Question:
        """What is kept when it is put aside until it changes."""
        return set_aside(self.text, self.key)

    def for_good(self) -> Question:
        """What is kept when it is put aside for good."""
        return set_aside(self.text, self.topic)


def set_aside(text: str, ref: str) -> Question:
    """What is kept of something put aside, so that it is not shown again."""
    dropped = QuestionState.DROPPED
    return Question(text=text, origin=QuestionOrigin.SUGGESTED, ref=ref, state=dropped)


def filled(sentence: str, fills: Fills) -> str:
    """Fill in a sentence; what a person typed stays on one line and never turns ours round."""
    text = sentence.format_map({name: one_line(str(value)) for name, value in fills.items()})
    return text[:1].upper() + text[1:]
