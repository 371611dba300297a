"""The lines of the visit page as frozen values: each holds the numbers of one sentence."""

from dataclasses import dataclass, fields
from datetime import date

from medself.model.text import one_line


@dataclass(frozen=True)
class Spoken:
    """Its text stands inside sentences: each on one line, set apart where it runs right to left."""

    def __post_init__(self) -> None:
        for field in fields(self):
            value = getattr(self, field.name)
            if isinstance(value, str):
                object.__setattr__(self, field.name, one_line(value))


@dataclass(frozen=True, kw_only=True)
class QuestionLine(Spoken):
    """A question, and what stands behind it (may be "")."""

    text: str
    detail: str = ""
    starred: bool = False


@dataclass(frozen=True, kw_only=True)
class DatedLine(Spoken):
    """Something that happened on a day, or a note, in the person's words."""

    day: date
    text: str


@dataclass(frozen=True, kw_only=True)
class ChangeLine(Spoken):
    """A change in what is taken: which medicine, and from what to what in words of ours."""

    day: date
    name: str
    what: str

    @property
    def text(self) -> str:
        """The two as one sentence."""
        return f"{self.name}: {self.what}"


@dataclass(frozen=True, kw_only=True)
class ScoreLine(Spoken):
    """The total of one questionnaire on a day."""

    day: date
    name: str
    total: float


@dataclass(frozen=True, kw_only=True)
class AnswerLine(Spoken):
    """One answer of a questionnaire, shown only where the person asked for it; `answer` in words."""

    day: date
    name: str
    number: int
    answer: str


@dataclass(frozen=True, kw_only=True)
class TestLine(Spoken):
    """A test: measured, with `value` and `unit`; done, without; or `to_do`, where `day` may be missing."""

    __test__ = False  # none of pytest's
    day: date | None
    what: str
    value: float | None = None
    unit: str = ""
    to_do: bool = False


@dataclass(frozen=True, kw_only=True)
class MedicineLine(Spoken):
    """A medicine on the list now: how it is taken, since when, what for, who prescribed it.

    What nobody wrote down is "". `from_shop`: bought without a prescription.
    """

    name: str
    how: str
    since: date | None
    why: str = ""
    strength: str = ""
    prescriber: str = ""
    from_shop: bool = False


@dataclass(frozen=True, kw_only=True)
class DoseLine(Spoken):
    """Dose counts of one medicine over the period.

    `low` and `high` (0 to 100) count the doses not recorded as not taken and as taken; missing when
    nothing was due. `weighed_in` is the unit where doses of different size weigh by their amount.
    `missed_run` is the most doses missed in a row, from `run_from` to `run_to`; 0 without any.
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
    missed_run: int = 0
    run_from: date | None = None
    run_to: date | None = None
    as_needed: bool = False
    days: int = 0
    most_in_24h: int = 0


@dataclass(frozen=True, kw_only=True)
class ReasonLine(Spoken):
    """Why doses of a medicine were skipped or missed (`status`), in the person's words, how often."""

    name: str
    status: str
    times: int
    reason: str


@dataclass(frozen=True, kw_only=True)
class SymptomLine(Spoken):
    """One followed symptom: the middle rating and the middle half, over the days rated."""

    label: str
    days: int
    middle: float
    low: float
    high: float


@dataclass(frozen=True, kw_only=True)
class SideLine:
    """The days on one side of a change: `days` rated `of_days`; `needed` in `needed_weeks` are enough.

    `middle`, `low` and `high` (whole ratings around the quartiles) are missing without a comparison.
    """

    days: int
    of_days: int
    needed: int
    needed_weeks: int
    middle: float | None = None
    low: int | None = None
    high: int | None = None


@dataclass(frozen=True, kw_only=True)
class CompareLine(Spoken):
    """One symptom before and after a change (`name` `did`, such as "started"); day 1 is its day.

    Days `from_day` to `to_day` are those after it. With `in_the_way`, other changes among these days in
    words, there is no comparison, and `label` is "". `until` is the last of the days after, where they
    are not over yet. `coming_off`: they are the first weeks of stopping or lowering a medicine.
    """

    day: date
    name: str
    did: str
    label: str = ""
    before: SideLine | None = None
    after: SideLine | None = None
    from_day: int = 0
    to_day: int = 0
    until: date | None = None
    in_the_way: str = ""
    coming_off: bool = False

    @property
    def compared(self) -> bool:
        """Whether there was enough on both sides."""
        return self.before is not None and self.before.middle is not None


@dataclass(frozen=True, kw_only=True)
class SideEffectLine(Spoken):
    """One side effect: first and last noted, on how many days, the worst, whether it gets in the way."""

    label: str
    first: date
    last: date
    days: int
    worst: str
    stops_me: bool = False
