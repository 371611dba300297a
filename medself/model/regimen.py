"""How a medicine is taken: the plans a prescriber may write, each valid from a time to a time."""

from dataclasses import dataclass, field
from datetime import date, datetime, time
from enum import StrEnum
from typing import Annotated, Literal

from medself.errors import InvalidRecord
from medself.model.checks import clean_day, clean_local, clean_number, clean_text, clean_whole
from medself.model.ids import new_id

LARGEST_AMOUNT = 100_000


@dataclass(frozen=True, kw_only=True)
class Slot:
    """One time on the clock and how much is due then, in the regimen's unit.

    `amount` is missing where only words were given ("as directed").
    """

    at: time
    amount: float | None = None

    def __post_init__(self) -> None:
        if self.at.tzinfo is not None:
            raise InvalidRecord("A dose time must be the time on the clock, without a time zone.")
        if self.amount is not None:
            clean_number(self.amount, "The amount", low=0.0001, high=LARGEST_AMOUNT)


def _check_slots(slots: tuple[Slot, ...]) -> None:
    if not slots:
        raise InvalidRecord("Please choose at least one time of day.")
    if len({slot.at for slot in slots}) != len(slots):
        raise InvalidRecord("The same time of day is there twice.")


@dataclass(frozen=True, kw_only=True)
class Daily:
    """Every day at the same times."""

    slots: tuple[Slot, ...]
    kind: Literal["daily"] = "daily"

    def __post_init__(self) -> None:
        _check_slots(self.slots)


@dataclass(frozen=True, kw_only=True)
class Weekdays:
    """On some days of the week; Monday is 0."""

    days: tuple[int, ...]
    slots: tuple[Slot, ...]
    kind: Literal["weekdays"] = "weekdays"

    def __post_init__(self) -> None:
        _check_slots(self.slots)
        if not self.days or len(set(self.days)) != len(self.days):
            raise InvalidRecord("Please choose the days of the week, each once.")
        for day in self.days:
            clean_whole(day, "A day of the week", low=0, high=6)


@dataclass(frozen=True, kw_only=True)
class EveryNDays:
    """Every `n` days, counted from `first`. An injection every 4 weeks is `n=28`."""

    n: int
    first: date
    slots: tuple[Slot, ...]
    kind: Literal["every_n_days"] = "every_n_days"

    def __post_init__(self) -> None:
        _check_slots(self.slots)
        clean_whole(self.n, "The number of days between doses", low=1, high=400)
        clean_day(self.first, "The first day")


@dataclass(frozen=True, kw_only=True)
class Cycle:
    """`on` days with it, `off` days without, over and over from `first`."""

    on: int
    off: int
    first: date
    slots: tuple[Slot, ...]
    kind: Literal["cycle"] = "cycle"

    def __post_init__(self) -> None:
        _check_slots(self.slots)
        clean_whole(self.on, "The days with it", low=1, high=400)
        clean_whole(self.off, "The days without it", low=1, high=400)
        clean_day(self.first, "The first day")


@dataclass(frozen=True, kw_only=True)
class AsNeeded:
    """Only when needed: nothing is due.

    `most_per_24h` (doses) and `least_gap_hours` are the limits on the label, if the person typed them.
    """

    amount: float | None = None
    most_per_24h: float | None = None
    least_gap_hours: float | None = None
    kind: Literal["as_needed"] = "as_needed"

    def __post_init__(self) -> None:
        if self.amount is not None:
            clean_number(self.amount, "The amount", low=0.0001, high=LARGEST_AMOUNT)
        if self.most_per_24h is not None:
            clean_number(self.most_per_24h, "The most in 24 hours", low=0.5, high=100)
        if self.least_gap_hours is not None:
            clean_number(self.least_gap_hours, "The hours between doses", low=0.25, high=168)


@dataclass(frozen=True, kw_only=True)
class Step:
    """One step of a build-up or taper: so many days at these amounts; the last may be open-ended."""

    days: int | None
    slots: tuple[Slot, ...]

    def __post_init__(self) -> None:
        _check_slots(self.slots)
        if self.days is not None:
            clean_whole(self.days, "The days of a step", low=1, high=1000)


@dataclass(frozen=True, kw_only=True)
class Steps:
    """A build-up or taper exactly as the prescriber wrote it; after a last step with days, nothing is due."""

    first: date
    steps: tuple[Step, ...]
    kind: Literal["steps"] = "steps"

    def __post_init__(self) -> None:
        clean_day(self.first, "The first day")
        if not self.steps:
            raise InvalidRecord("Please add at least one step.")
        if any(step.days is None for step in self.steps[:-1]):
            raise InvalidRecord("Only the last step can go on without an end.")


Plan = Daily | Weekdays | EveryNDays | Cycle | AsNeeded | Steps


class EndReason(StrEnum):
    """Why a way of taking it ended. A course that ran out is not a stop."""

    CHANGED = "changed"
    STOPPED = "stopped"
    COMPLETED = "completed"


@dataclass(frozen=True, kw_only=True)
class Regimen:
    """How a medicine is taken from `start` up to, not including, `end` (wall-clock; missing: still so).

    `unit` is what the amounts count (mg, tablets, ml). `as_written` keeps the words of the label or
    of an imported file. `visit` and `end_visit` are the ids of the appointments at which it was agreed
    to begin and to end it; empty where there was none, or nobody said.
    """

    start: datetime
    plan: Annotated[Plan, "by kind"]
    unit: str = ""
    end: datetime | None = None
    end_reason: EndReason | None = None
    end_note: str = ""
    as_written: str = ""
    visit: str = ""
    end_visit: str = ""
    id: str = field(default_factory=new_id)

    def __post_init__(self) -> None:
        clean_local(self.start, "The start")
        if self.end is not None:
            clean_local(self.end, "The end")
            if self.end < self.start:
                raise InvalidRecord("The end is before the start. Please check the dates.")
        for name, what in (
            ("unit", "The unit"),
            ("end_note", "The reason"),
            ("as_written", "How to take it"),
        ):
            object.__setattr__(self, name, clean_text(getattr(self, name), what))
