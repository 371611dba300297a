"""The days before and the days after a change, and how much must be recorded of them to compare."""

import math
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any, NamedTuple

import numpy as np
import pandas as pd


class Least(NamedTuple):
    """At least `days` of every `of`, in `weeks` different weeks."""

    days: int
    of: int
    weeks: int


BEFORE = Least(days=10, of=14, weeks=2)
AFTER = Least(days=14, of=28, weeks=3)


@dataclass(frozen=True, kw_only=True)
class Side:
    """The days compared on one side of a change, `start` to `end`, both included.

    `days` recorded of `of_days`, in `weeks` different weeks (of seven days from `start`); a comparison
    needs `needed` days in `needed_weeks` weeks. `middle` is the median and `low` and `high` the quartiles
    of the days' scores; all three are missing when there is no comparison.
    """

    start: date
    end: date
    days: int
    of_days: int
    weeks: int
    needed: int
    needed_weeks: int
    middle: float | None = None
    low: float | None = None
    high: float | None = None

    @property
    def enough(self) -> bool:
        """Whether enough is recorded to compare."""
        return self.days >= self.needed and self.weeks >= self.needed_weeks

    @property
    def more_days(self) -> int:
        """How many more days must be recorded, at the least."""
        return max(self.needed - self.days, self.needed_weeks - self.weeks, 0)

    @property
    def nearly_every_day(self) -> bool:
        """Whether no more than 1 day in 14 is left out."""
        return 14 * self.days >= 13 * self.of_days

    @property
    def too_short(self) -> bool:
        """Whether even a record of every day would not be enough."""
        return self.of_days < max(self.needed, 7 * (self.needed_weeks - 1) + 1)


@dataclass(frozen=True)
class Daily:
    """One score a day that has one: `days` (datetime64[D], in order) and `scores`, of the same length."""

    days: Any
    scores: Any


def daily_scores(series: pd.Series) -> Daily:
    """Take the median of each day's scores; missing ones (NaN) do not count."""
    known = series.dropna()
    days = pd.to_datetime(known.index).to_numpy().astype("datetime64[D]")
    scores = pd.Series(known.to_numpy(dtype="float64"), index=days)
    if not (scores.index.is_monotonic_increasing and scores.index.is_unique):
        scores = scores.groupby(level=0).median()
    return Daily(scores.index.to_numpy().astype("datetime64[D]"), scores.to_numpy())


def side(daily: Daily, start: date, of_days: int, least: Least) -> tuple[Side, Any]:
    """Take `of_days` days from `start`: how much they hold, and their scores.

    Longer windows need as large a part of their days as `least` says, shorter ones as many days.
    """
    passed = (daily.days - np.datetime64(start)).astype("int64")
    inside = (passed >= 0) & (passed < of_days)
    found = Side(
        start=start,
        end=start + timedelta(days=of_days - 1),
        days=int(inside.sum()),
        of_days=of_days,
        weeks=len(set(passed[inside] // 7)),
        needed=max(least.days, math.ceil(of_days * least.days / least.of)),
        needed_weeks=least.weeks,
    )
    return found, daily.scores[inside]


def with_middle(found: Side, scores: Any) -> Side:
    """The same side with its median and quartiles (numpy's linear rule)."""
    low, middle, high = (float(at) for at in np.quantile(scores, (0.25, 0.5, 0.75)))
    return replace(found, low=low, middle=middle, high=high)
