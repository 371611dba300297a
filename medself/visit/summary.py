"""The visit page as one frozen value: paper, plain text, screen and JSON all print this, nothing else."""

from dataclasses import dataclass
from datetime import date, datetime

from medself.charts.facts import Facts


@dataclass(frozen=True, kw_only=True)
class QuestionLine:
    """A question, and what stands behind it (may be "")."""

    text: str
    detail: str = ""
    starred: bool = False


@dataclass(frozen=True, kw_only=True)
class DatedLine:
    """Something that happened on a day: a change, or a life event."""

    day: date
    text: str


@dataclass(frozen=True, kw_only=True)
class ScoreLine:
    """The total of one questionnaire on a day."""

    day: date
    name: str
    total: float


@dataclass(frozen=True, kw_only=True)
class MedicineLine:
    """A medicine on the list now: how it is taken, since when, what for."""

    name: str
    how: str
    since: date | None
    why: str = ""


@dataclass(frozen=True, kw_only=True)
class DoseLine:
    """Dose counts of one medicine over the period.

    `low` and `high` are people-in-100 style bounds (0 to 100) when the doses not recorded are counted
    as not taken and as taken; missing when nothing was due. `as_needed` has only `taken`, `days` and
    `most_in_24h`.
    """

    name: str
    due: int = 0
    taken: int = 0
    skipped: int = 0
    missed: int = 0
    not_recorded: int = 0
    held: int = 0
    extra: int = 0
    low: float | None = None
    high: float | None = None
    as_needed: bool = False
    days: int = 0
    most_in_24h: int = 0


@dataclass(frozen=True, kw_only=True)
class SymptomLine:
    """One followed symptom: the middle rating and the middle half, over the days rated."""

    label: str
    days: int
    middle: float
    low: float
    high: float


@dataclass(frozen=True, kw_only=True)
class SideEffectLine:
    """One side effect: first and last noted, on how many days, the worst, whether it gets in the way."""

    label: str
    first: date
    last: date
    days: int
    worst: str
    stops_me: bool = False


@dataclass(frozen=True, kw_only=True)
class Summary:
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
