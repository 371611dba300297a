"""The visit page as one frozen value: paper, plain text, screen and JSON all print this, nothing else."""

from dataclasses import dataclass, fields
from datetime import date, datetime

from medself.charts.facts import Facts
from medself.model.text import one_line


@dataclass(frozen=True)
class _Spoken:
    """Its text stands inside sentences: each on one line, set apart where it runs right to left."""

    def __post_init__(self) -> None:
        for field in fields(self):
            value = getattr(self, field.name)
            if isinstance(value, str):
                object.__setattr__(self, field.name, one_line(value))


@dataclass(frozen=True, kw_only=True)
class QuestionLine(_Spoken):
    """A question, and what stands behind it (may be "")."""

    text: str
    detail: str = ""
    starred: bool = False


@dataclass(frozen=True, kw_only=True)
class DatedLine:
    """Something that happened on a day: a change in words of ours, or a life event."""

    day: date
    text: str

    def __post_init__(self) -> None:
        object.__setattr__(self, "text", " ".join(self.text.split()))


@dataclass(frozen=True, kw_only=True)
class ScoreLine(_Spoken):
    """The total of one questionnaire on a day."""

    day: date
    name: str
    total: float


@dataclass(frozen=True, kw_only=True)
class MedicineLine(_Spoken):
    """A medicine on the list now: how it is taken, since when, what for."""

    name: str
    how: str
    since: date | None
    why: str = ""


@dataclass(frozen=True, kw_only=True)
class DoseLine(_Spoken):
    """Dose counts of one medicine over the period.

    `low` and `high` (0 to 100) count the doses not recorded as not taken and as taken; missing when
    nothing was due. `weighed_in` is the unit where doses of different size weigh by their amount.
    `as_needed` has only `taken`, `days` and `most_in_24h`.
    """

    name: str
    due: int = 0
    taken: int = 0
    skipped: int = 0
    missed: int = 0
    not_recorded: int = 0
    held: int = 0
    extra: int = 0
    weighed_in: str = ""
    low: float | None = None
    high: float | None = None
    as_needed: bool = False
    days: int = 0
    most_in_24h: int = 0


@dataclass(frozen=True, kw_only=True)
class SymptomLine(_Spoken):
    """One followed symptom: the middle rating and the middle half, over the days rated."""

    label: str
    days: int
    middle: float
    low: float
    high: float


@dataclass(frozen=True, kw_only=True)
class SideEffectLine(_Spoken):
    """One side effect: first and last noted, on how many days, the worst, whether it gets in the way."""

    label: str
    first: date
    last: date
    days: int
    worst: str
    stops_me: bool = False


@dataclass(frozen=True, kw_only=True)
class Summary(_Spoken):
    """Everything on the visit page, for the days `start`..`end`, both included.

    `life` is what the chart is drawn from, missing where nothing is recorded.
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
    invented: bool = False
    questions: tuple[QuestionLine, ...] = ()
    changes: tuple[DatedLine, ...] = ()
    medicines: tuple[MedicineLine, ...] = ()
    doses: tuple[DoseLine, ...] = ()
    symptoms: tuple[SymptomLine, ...] = ()
    side_effects: tuple[SideEffectLine, ...] = ()
    scores: tuple[ScoreLine, ...] = ()
    events: tuple[DatedLine, ...] = ()
    life: Facts | None = None
