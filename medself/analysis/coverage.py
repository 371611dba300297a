"""Days covered by what the pharmacy gave out: supply at hand, never proof that a dose was taken."""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

import numpy as np
import pandas as pd

from medself.errors import InvalidRecord

COLUMNS = ("ingredient", "date", "days_supply")
LONGEST_SUPPLY = 1_000

Inclusive = Literal["both", "left"]
"""Whether a period holds its last day: `both` as the PQA and claims code count, `left` as AdhereR does."""


@dataclass(frozen=True)
class Coverage:
    """`days` with supply of a treatment period of `period_days`, and `pdc`, their ratio (0 to 1).

    `pdc` is missing when there is no treatment period: no supply at all, or every day was a pause.
    """

    days: int
    period_days: int
    pdc: float | None


def days_covered(
    fills: pd.DataFrame,
    *,
    start: date,
    end: date,
    shift: bool = True,
    holds: pd.DataFrame | None = None,
    inclusive: Inclusive = "both",
) -> Coverage:
    """Count the days with supply from `start` to `end`: the proportion of days covered (PDC).

    The treatment period begins at the first fill inside, or at `start` when supply is carried in from
    before. Each day counts once, whichever ingredients cover it.

    Args:
        fills: one row a fill: `ingredient`, `date` (ISO), `days_supply` (whole days). Two fills of one
            day are two supplies. Where `daily_amount` is given and a later fill has another one, what
            is left then lasts as long as the new amount makes it last; part of a day does not count.
        start: first day.
        end: last day; not part of the period with `inclusive="left"`.
        shift: supply of an ingredient that is still there at its next fill is used up first. Supply of
            another ingredient is never shifted. Without it, what overlaps is lost.
        holds: pauses such as a hospital stay: `start` and `end` (not included; missing: goes on). Their
            days leave the period, and the supply at home lasts longer by as many days.
        inclusive: whether `end` is part of the period.

    Raises:
        InvalidRecord: a column is missing, a value cannot be right, or `end` is before `start`.

    Source: Pharmacy Quality Alliance, proportion of days covered; for hospital days, Medicare Part D.
    """
    first, last = _period(start, end, inclusive)
    paused = _paused(holds, last)
    table = _checked(fills)
    table["day"] = _at_home(table["day"], paused)
    first, last = _at_home(np.array([first, last]), paused)
    spans = [span for _, group in table.groupby("ingredient") for span in _spans(group, shift)]
    begins = [first if begin < first < until else begin for begin, until in spans]
    period = range(min((day for day in begins if day >= first), default=last), last)
    covered = np.zeros(len(period), dtype=bool)
    for begin, until in spans:
        covered[max(begin - period.start, 0) : max(until - period.start, 0)] = True
    days = int(covered.sum())
    return Coverage(days, len(period), days / len(period) if period else None)


def mpr(
    fills: pd.DataFrame,
    *,
    start: date,
    end: date,
    to_last_fill: bool = False,
    inclusive: Inclusive = "both",
) -> float | None:
    """Divide the days supplied by the days since the first fill: the medication possession ratio.

    It may pass 1, as early fills add up. Fills outside the period do not count.

    Args:
        fills: as for `days_covered`, of one ingredient.
        start: first day.
        end: last day; not part of the period with `inclusive="left"`.
        to_last_fill: count up to the day of the last fill, and leave out what was given on it.
        inclusive: whether `end` is part of the period.

    Returns:
        The ratio; missing without a fill, or when all are of one day and `to_last_fill` asks for two.

    Raises:
        InvalidRecord: as for `days_covered`.

    Source: CMA2 of Vollmer et al. 2012, and CMA1 with `to_last_fill`, as AdhereR names them.
    """
    first, last = _period(start, end, inclusive)
    table = _checked(fills)
    table = table[table["day"].between(first, last - 1)]
    if table.empty:
        return None
    until = table["day"].max() if to_last_fill else last
    supplied = table.loc[table["day"] < until, "days_supply"].sum()
    days = until - table["day"].min()
    return float(supplied / days) if days else None


def _period(start: date, end: date, inclusive: Inclusive) -> tuple[int, int]:
    """The first day and the day after the last, as day numbers."""
    first, last = _numbers(pd.to_datetime(pd.Series([start, end])))
    if last < first:
        raise InvalidRecord("The period ends before it begins. Please check the two dates.")
    return int(first), int(last) + (inclusive == "both")


def _checked(fills: pd.DataFrame) -> pd.DataFrame:
    """The fills in order of time, with `day` as a number; dates are read as ISO, never guessed."""
    if lacking := [name for name in COLUMNS if name not in fills.columns]:
        raise InvalidRecord(f"The list of fills has no column named {' or '.join(lacking)}.")
    dates = pd.to_datetime(fills["date"], format="ISO8601", errors="coerce")
    supply = pd.to_numeric(fills["days_supply"], errors="coerce")
    ingredient = fills["ingredient"].astype("str").str.strip().str.casefold()
    named = fills["ingredient"].notna() & (ingredient != "")
    right = named & dates.notna() & supply.between(1, LONGEST_SUPPLY) & (supply % 1 == 0)
    if not right.all():
        raise InvalidRecord(
            f"Fill number {int(np.argmin(right)) + 1} cannot be right. Each fill needs an ingredient, a "
            f"date such as 2026-05-03 and a whole number of days from 1 to {LONGEST_SUPPLY:,}."
        )
    table = pd.DataFrame(
        {
            "ingredient": ingredient,
            "day": _numbers(dates),
            "days_supply": supply.astype("int64"),
            "daily_amount": pd.to_numeric(fills.get("daily_amount", math.nan), errors="coerce"),
        }
    )
    return table.sort_values("day", kind="stable")


def _numbers(dates: pd.Series) -> Any:
    return dates.to_numpy().astype("datetime64[D]").astype("int64")


def _paused(holds: pd.DataFrame | None, last: int) -> Any:
    """The day numbers of all pauses, in order, each once."""
    if holds is None or holds.empty:
        return np.array([], dtype="int64")
    until = _numbers(holds["end"].fillna(pd.Timestamp(last, unit="D")))
    pairs = zip(_numbers(holds["start"]), until, strict=True)
    return np.unique(np.concatenate([np.arange(begin, end) for begin, end in pairs]))


def _at_home(days: Any, paused: Any) -> Any:
    """Count days without the pauses, so that supply and period pass over them alike."""
    return days - np.searchsorted(paused, days)


def _spans(fills: pd.DataFrame, shift: bool) -> Iterator[tuple[int, int]]:
    """Yield from which day up to which (not included) each fill and what was left cover, till the next."""
    until, amount = -math.inf, math.nan
    following = [*fills["day"].iloc[1:], math.inf]
    for fill, following_day in zip(fills.itertuples(), following, strict=True):
        left = max(until - fill.day, 0)
        if fill.daily_amount > 0 and amount > 0:
            left = math.floor(left * amount / fill.daily_amount + 1e-9)
        until = fill.day + (left + fill.days_supply if shift else max(left, fill.days_supply))
        amount = fill.daily_amount
        yield fill.day, int(min(until, following_day))
