"""How often a medicine was taken when needed: counts and dates, never a percentage."""

from dataclasses import dataclass
from datetime import date

import pandas as pd

from medself.analysis.moments import instants


@dataclass(frozen=True, kw_only=True)
class Use:
    """As-needed use over a period.

    `times` taken on `days` days, which are `dates`, oldest first; the most doses within any 24 hours;
    and the shortest time between two, in hours, missing with fewer than two.
    """

    times: int
    days: int
    dates: tuple[date, ...]
    most_in_24h: int
    least_gap_hours: float | None


def use(records: pd.DataFrame, medication: str) -> Use:
    """Sum up the doses taken of one medicine.

    Args:
        records: dose records of a period (`Journal.table("dose")`).
        medication: the id of the medicine.

    Returns:
        Real hours, clock changes and travel included. Two doses exactly 24 hours apart are not within
        24 hours.
    """
    taken = records[(records["medication"] == medication) & (records["status"] == "taken")]
    moments = instants(taken).sort_values()
    within = pd.Series(1, index=pd.DatetimeIndex(moments)).rolling("24h").sum()
    gaps = moments.diff().dropna()
    dates = tuple(sorted({day.date() for day in taken["day"]}))
    return Use(
        times=len(taken),
        days=len(dates),
        dates=dates,
        most_in_24h=0 if within.empty else int(within.max()),
        least_gap_hours=None if gaps.empty else gaps.min() / pd.Timedelta(hours=1),
    )
