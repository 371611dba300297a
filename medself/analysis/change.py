"""Before and after a change: two middles, with how much stands behind them, and never a cause.

There are no p-values and no intervals on purpose. The days of a diary follow each other, and intervals
that take them for independent find a change in 24 of 100 records in which nothing changed.
"""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike

from medself.analysis.windows import AFTER, BEFORE, Side, daily_scores, side, with_middle
from medself.schedule import Change, ChangeKind

LEAST_MOVE = 2
LEAST_NAP = 0.85
LEAST_NAP_WITH_FEWER_DAYS = 0.9
"""When more than 1 day in 14 is left out: with 0.85, up to 3 of 100 records would stand out by chance."""
OWN_STEPS = (ChangeKind.DOSE, ChangeKind.TIMES)


@dataclass(frozen=True, kw_only=True)
class Comparison:
    """What was recorded before and after a change.

    `others` are other changes in these days: with any, as with too few days, there is no comparison, and
    the middles and `nap` are missing. `over` says that the days after have all passed. `nap` is the share
    (0 to 1) of pairs of days in which the later was better. `stood_out` only by the strict rule.
    """

    change_day: date
    before: Side
    after: Side
    others: tuple[Change, ...]
    over: bool
    higher_is_better: bool
    nap: float | None
    stood_out: bool

    @property
    def enough(self) -> bool:
        """Whether enough is recorded on both sides."""
        return self.before.enough and self.after.enough


def nap(before: ArrayLike, after: ArrayLike, *, higher_is_better: bool = True) -> float:
    """Say in what share of all pairs of a day before and a day after the later day was better.

    Args:
        before: the scores before; missing ones (NaN) do not count.
        after: the scores after.
        higher_is_better: whether a higher score is better.

    Returns:
        0 to 1, where 0.5 is no difference and ties count half; NaN when a side has no score. A steady
        climb alone gives 1.

    Source: non-overlap of all pairs, Parker and Vannest 2009, doi:10.1016/j.beth.2008.10.006.
    """
    early, late = (np.asarray(scores, dtype="float64") for scores in (before, after))
    pairs = late[~np.isnan(late), None] - early[None, ~np.isnan(early)]
    if not pairs.size:
        return math.nan
    higher = float((np.sum(pairs > 0) + 0.5 * np.sum(pairs == 0)) / pairs.size)
    return higher if higher_is_better else 1 - higher


def others_than(change: Change, changes: Iterable[Change], *, skip_days: int) -> list[Change]:
    """List the changes that keep us from telling what went with one change.

    Steps of dose or time of the same medicine while it settles are part of the change: a build-up.
    """
    settled = change.day + timedelta(days=skip_days)
    return [
        other
        for other in changes
        if other != change
        and not (
            other.medication == change.medication
            and other.kind in OWN_STEPS
            and change.day <= other.day < settled
        )
    ]


def around(
    series: pd.Series,
    change_day: date,
    *,
    before_days: int,
    skip_days: int,
    after_days: int,
    higher_is_better: bool = True,
    others: Iterable[Change] = (),
    today: date | None = None,
) -> Comparison:
    """Compare the scores before a change with those after it has settled.

    Args:
        series: the scores of one symptom by day; several of a day count as their median, missing ones
            not at all.
        change_day: the day of the change, which is day 1.
        before_days: days compared before it (usually 14).
        skip_days: days it needs to settle, from `change_day` on, which are left out.
        after_days: days compared after these (usually 28).
        higher_is_better: whether a higher score is better.
        others: other changes (`others_than`); only those from the first day compared to the last matter.
        today: nothing stands out before the days after are over, as looking every day until something
            does would find it by chance. Missing: they are over.

    Returns:
        Counts always; middles and `nap` only with 10 of 14 days recorded before (in 2 weeks), 14 of 28
        after (in 3 weeks), as large a part of longer windows, and no other change in the way.

    Source: the windows, the least days and the rule for standing out are our own; a test holds the rule
        under 2 false claims in 100.
    """
    day, daily = pd.Timestamp(change_day).date(), daily_scores(series)
    before, early = side(daily, day - timedelta(days=before_days), before_days, BEFORE)
    after, late = side(daily, day + timedelta(days=skip_days), after_days, AFTER)
    in_the_way = tuple(other for other in others if before.start <= other.day <= after.end)
    over = today is None or today > after.end
    share, stood_out = None, False
    if before.enough and after.enough and not in_the_way:
        share = nap(early, late, higher_is_better=higher_is_better)
        moved = float(np.median(late) - np.median(early))
        often = before.nearly_every_day and after.nearly_every_day
        stood_out = over and _stands_out(moved, share, nearly_every_day=often)
        before, after = with_middle(before, early), with_middle(after, late)
    return Comparison(
        change_day=day,
        before=before,
        after=after,
        others=in_the_way,
        over=over,
        higher_is_better=higher_is_better,
        nap=share,
        stood_out=stood_out,
    )


def _stands_out(moved: float, share: float, *, nearly_every_day: bool) -> bool:
    """The strict rule: the middle moved far, and nearly every later day was better, or worse."""
    least = LEAST_NAP if nearly_every_day else LEAST_NAP_WITH_FEWER_DAYS
    return abs(moved) >= LEAST_MOVE and max(share, 1 - share) >= least
