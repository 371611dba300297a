"""What a person records on a day: doses, check-ins, side effects, events, scores, measurements."""

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import IntEnum, StrEnum
from functools import cache
from zoneinfo import available_timezones

from medself.errors import InvalidRecord
from medself.model.checks import clean_day, clean_local, clean_number, clean_text, clean_whole
from medself.model.ids import new_id
from medself.model.regimen import LARGEST_AMOUNT


@dataclass(frozen=True, kw_only=True)
class Entry:
    """What every record of a day has.

    `at` is the time on the person's clock in `zone` (IANA). `day` is the day it counts for (a day
    begins at 03:00 or as set) and `recorded_at` the moment it was typed, in UTC: both are filled in
    by the journal when missing. `raw` keeps what an imported file said.
    """

    at: datetime
    zone: str
    day: date | None = None
    recorded_at: datetime | None = None
    source: str = "app"
    raw: str = ""
    note: str = ""
    id: str = field(default_factory=new_id)

    def __post_init__(self) -> None:
        clean_local(self.at, "The time")
        if self.day is not None:
            clean_day(self.day, "The day")
        if self.recorded_at is not None and self.recorded_at.tzinfo is None:
            raise InvalidRecord("The moment it was recorded needs its time zone.")
        if self.zone not in _zones():
            raise InvalidRecord(f"We do not know the time zone {self.zone[:60]!r}.")
        object.__setattr__(self, "note", clean_text(self.note, "The note"))
        object.__setattr__(self, "raw", clean_text(self.raw, "The original line", longest=200_000))


@cache
def _zones() -> frozenset[str]:
    return frozenset(available_timezones())


class DoseStatus(StrEnum):
    """What happened to a dose. A slot without a record is *not recorded*, which is none of these."""

    TAKEN = "taken"
    SKIPPED = "skipped"
    MISSED = "missed"


@dataclass(frozen=True, kw_only=True)
class Dose(Entry):
    """What happened to one due dose (`slot`, wall-clock as planned) or an extra one (`slot` missing).

    `at` is when it was taken; for a skipped or missed one, when it was due. `amount` is in `unit`.
    `agreed` marks a skip agreed with the prescriber.
    """

    medication: str
    status: DoseStatus
    slot: datetime | None = None
    amount: float | None = None
    unit: str = ""
    reason: str = ""
    agreed: bool = False

    def __post_init__(self) -> None:
        super().__post_init__()
        if self.slot is not None:
            clean_local(self.slot, "The planned time")
        if self.slot is None and self.status is not DoseStatus.TAKEN:
            raise InvalidRecord("Only a planned dose can be skipped or missed.")
        if self.amount is not None:
            clean_number(self.amount, "The amount", low=0, high=LARGEST_AMOUNT)
        object.__setattr__(self, "reason", clean_text(self.reason, "The reason"))
        object.__setattr__(self, "unit", clean_text(self.unit, "The unit"))


@dataclass(frozen=True, kw_only=True)
class CheckIn(Entry):
    """How things are: ratings 0 to 10 by symptom id, hours slept, a note. What is not rated is absent."""

    ratings: dict[str, int] = field(default_factory=dict)
    sleep_hours: float | None = None

    def __post_init__(self) -> None:
        super().__post_init__()
        ratings = {
            clean_text(symptom, "A symptom"): clean_whole(value, "A rating", low=0, high=10)
            for symptom, value in self.ratings.items()
        }
        object.__setattr__(self, "ratings", ratings)
        if self.sleep_hours is not None:
            clean_number(self.sleep_hours, "Hours of sleep", low=0, high=24)
        if not ratings and self.sleep_hours is None and not self.note.strip():
            raise InvalidRecord("There is nothing to save yet. Rate one thing or write a note.")


class Severity(IntEnum):
    """How strong a side effect is."""

    NONE = 0
    LITTLE = 1
    QUITE = 2
    LOT = 3


@dataclass(frozen=True, kw_only=True)
class SideEffect(Entry):
    """One side effect on one day. `effect` is an id of content/side_effects.yaml or the person's words.

    `since` is when it began, `medication` what it may go with, `stops_me` whether it gets in the way.
    """

    effect: str
    severity: Severity
    since: date | None = None
    medication: str | None = None
    stops_me: bool = False

    def __post_init__(self) -> None:
        super().__post_init__()
        effect = clean_text(self.effect, "The side effect", longest=5_000, needed=True).strip()
        object.__setattr__(self, "effect", effect)
        if self.since is not None and clean_day(self.since, "The day it began") > self.at.date():
            raise InvalidRecord("It cannot have begun after the day you record it for.")


@dataclass(frozen=True, kw_only=True)
class LifeEvent(Entry):
    """Something else that happened and may matter: illness, exams, a move."""

    text: str

    def __post_init__(self) -> None:
        super().__post_init__()
        object.__setattr__(
            self, "text", clean_text(self.text, "What happened", needed=True).strip()
        )


@dataclass(frozen=True, kw_only=True)
class Score(Entry):
    """A questionnaire filled in, or a total typed in from a clinic (`answers` empty).

    `total` is missing when an answer is missing; it is never made up from the rest.
    """

    instrument: str
    total: float | None
    answers: tuple[int | None, ...] = ()

    def __post_init__(self) -> None:
        super().__post_init__()
        clean_text(self.instrument, "The questionnaire", longest=100, needed=True)
        if self.total is not None:
            clean_number(self.total, "The total", low=-100, high=1_000)


@dataclass(frozen=True, kw_only=True)
class Measurement(Entry):
    """A number from a scale, a cuff or a laboratory: `what`, its value and unit."""

    what: str
    value: float
    unit: str

    def __post_init__(self) -> None:
        super().__post_init__()
        clean_text(self.what, "What was measured", longest=200, needed=True)
        clean_number(self.value, "The value", low=-1e6, high=1e6)
        object.__setattr__(self, "unit", clean_text(self.unit, "The unit", longest=50))
