"""A medicine a person takes or was prescribed, with every way they have taken it."""

import itertools
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from medself.errors import InvalidRecord
from medself.model.checks import LONGEST_NAME, clean_day, clean_local, clean_number, clean_text
from medself.model.ids import new_id
from medself.model.regimen import Regimen


class MedicationStatus(StrEnum):
    """Whether the person takes it. An imported list only says `prescribed`: the person confirms."""

    TAKING = "taking"
    PRESCRIBED = "prescribed"
    NOT_TAKING = "not_taking"


class HoldReason(StrEnum):
    """Why doses were paused."""

    HOSPITAL = "hospital"
    ADVICE = "advice"
    NO_SUPPLY = "no_supply"
    OTHER = "other"


@dataclass(frozen=True, kw_only=True)
class Hold:
    """A pause from `start` up to, not including, `end` (missing: still paused); wall-clock.

    `visit` is the id of the appointment at which it was agreed, empty where there was none.
    """

    start: datetime
    reason: HoldReason
    end: datetime | None = None
    note: str = ""
    visit: str = ""
    id: str = field(default_factory=new_id)

    def __post_init__(self) -> None:
        clean_local(self.start, "The start of the pause")
        if self.end is not None and clean_local(self.end, "The end of the pause") < self.start:
            raise InvalidRecord("The pause ends before it starts. Please check the dates.")
        object.__setattr__(self, "note", clean_text(self.note, "The note"))


@dataclass(frozen=True, kw_only=True)
class Supply:
    """How much was left on a day, and when to ask for more.

    `unit` is what was counted, such as tablets; empty: the regimen's unit. `each` is how much of the
    regimen's unit is in one of them (50 in a tablet of 50 mg); missing where they are the same.
    """

    left: float
    on: date
    refill_on: date | None = None
    unit: str = ""
    each: float | None = None

    def __post_init__(self) -> None:
        clean_number(self.left, "How much is left", low=0, high=1_000_000)
        clean_day(self.on, "The day you counted")
        object.__setattr__(self, "unit", clean_text(self.unit, "What you counted"))
        if self.each is not None:
            clean_number(self.each, "How much is in one", low=0.0001, high=100_000)
        if self.refill_on is not None:
            clean_day(self.refill_on, "The refill date")


@dataclass(frozen=True, kw_only=True)
class Medication:
    """A medicine. `slug` names its explainer, missing where the library has none.

    `regimens` run one after the other and never overlap; none means that how it is taken is not known.
    """

    name: str
    slug: str | None = None
    status: MedicationStatus = MedicationStatus.TAKING
    strength: str = ""
    form: str = ""
    why: str = ""
    prescriber: str = ""
    over_the_counter: bool = False
    regimens: tuple[Regimen, ...] = ()
    holds: tuple[Hold, ...] = ()
    supply: Supply | None = None
    note: str = ""
    source: str = "app"
    raw: str = ""
    recorded_at: datetime | None = None
    id: str = field(default_factory=new_id)

    def __post_init__(self) -> None:
        name = clean_text(self.name, "The name", longest=LONGEST_NAME, needed=True).strip()
        object.__setattr__(self, "name", name)
        for field_name in ("strength", "form", "why", "prescriber", "note"):
            value = clean_text(getattr(self, field_name), f"The {field_name}")
            object.__setattr__(self, field_name, value)
        ordered = tuple(sorted(self.regimens, key=lambda regimen: regimen.start))
        for earlier, later in itertools.pairwise(ordered):
            if earlier.end is None or earlier.end > later.start:
                raise InvalidRecord(
                    f"Two ways of taking {name} overlap from {later.start:%d %B %Y}. "
                    "End the first one before the next begins."
                )
        object.__setattr__(self, "regimens", ordered)
