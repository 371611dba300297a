"""What the life chart is drawn from, and the tables worked out from it once."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time
from functools import cached_property

import pandas as pd

from medself.analysis.side_effects import spans
from medself.analysis.sufficiency import filled_late
from medself.analysis.trends import rolling
from medself.model import DAY_START, Medication, Visit


@dataclass(frozen=True, kw_only=True)
class Facts:
    """A person's record from `start` to `end`, both included; tables as `Journal.table` gives them.

    `symptoms` are the ids to draw, in order, with their labels, at most four; `effects` the labels of
    side effects, which show their own words where there is none. What is not to be seen is left out by
    the caller.
    """

    start: date
    end: date
    medications: Sequence[Medication]
    visits: Sequence[Visit]
    doses: pd.DataFrame
    check_ins: pd.DataFrame
    ratings: pd.DataFrame
    side_effects: pd.DataFrame
    events: pd.DataFrame
    symptoms: Mapping[str, str]
    effects: Mapping[str, str]
    day_start: time = DAY_START

    @property
    def period_days(self) -> int:
        """How many days the period has."""
        return (self.end - self.start).days + 1

    @cached_property
    def entries(self) -> pd.DataFrame:
        """The entries that make a day a recorded day."""
        tables = (self.doses, self.check_ins, self.side_effects)
        return pd.concat(tables, join="inner", ignore_index=True)

    @cached_property
    def recorded(self) -> pd.Series:
        """The days with an entry, each once."""
        return self.entries["day"].drop_duplicates()

    @cached_property
    def daily(self) -> pd.DataFrame:
        """`trends.rolling` with `late`: every rating of the day was filled in later."""
        ratings = self.ratings.assign(late=filled_late(self.ratings).fillna(False))
        late = ratings.groupby(["symptom", "day"], as_index=False)["late"].all()
        return rolling(self.ratings).merge(late, how="left")

    @cached_property
    def noted(self) -> pd.DataFrame:
        """`side_effects.spans` of the period."""
        return spans(self.side_effects, recorded=self.check_ins["day"], end=self.end)

    @cached_property
    def happened(self) -> list[tuple[date, str, bool]]:
        """Day, words, and whether it was an appointment, oldest first."""
        events = [(row.day.date(), row.text, False) for row in self.events.itertuples()]
        visits = [(visit.at.date(), "Appointment", True) for visit in self.visits]
        return sorted(each for each in events + visits if self.start <= each[0] <= self.end)
