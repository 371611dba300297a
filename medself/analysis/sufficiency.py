"""How much is recorded: what a number or a chart stands on."""

from dataclasses import dataclass
from datetime import date

import pandas as pd

from medself.analysis.moments import instants

LEAST_FOR_CHART = 3
"""Days that must be recorded before a chart is drawn; with fewer, a sentence says so."""

LATE = pd.Timedelta(hours=48)


@dataclass(frozen=True, kw_only=True)
class Sufficiency:
    """How much is recorded in a period of `period_days` days.

    `days` with an entry; `longest_gap`, the most days in a row without one; `last_entry`, missing when
    there is none; `filled_late`, the share (0 to 1) of the `typed` entries that were typed more than 48
    hours after the time they are about, missing when none was typed here.
    """

    days: int
    period_days: int
    longest_gap: int
    last_entry: date | None
    typed: int
    filled_late: float | None


def of(entries: pd.DataFrame, *, start: date, end: date) -> Sufficiency:
    """Say how much is recorded from `start` to `end`, both included.

    Args:
        entries: any table of records, with `at`, `day`, `zone`, `recorded_at` and `source`; rows
            outside the period are ignored. Imported entries count as recorded; when they were typed is
            not known, so they do not enter `filled_late`.
        start: first day.
        end: last day, not before `start`.

    Source: days recorded and longest gap as on the ambulatory glucose profile; 48 hours is our own.
    """
    first, last = pd.Timestamp(start), pd.Timestamp(end)
    inside = entries[entries["day"].between(first, last)]
    days = pd.DatetimeIndex(inside["day"].unique()).sort_values()
    edges = pd.DatetimeIndex([first - pd.Timedelta(days=1), *days, last + pd.Timedelta(days=1)])
    late = filled_late(inside).dropna()
    return Sufficiency(
        days=len(days),
        period_days=(end - start).days + 1,
        longest_gap=int(edges.diff().max().days) - 1,
        last_entry=None if days.empty else days[-1].date(),
        typed=len(late),
        filled_late=None if late.empty else float(late.mean()),
    )


def filled_late(entries: pd.DataFrame) -> pd.Series:
    """Whether each entry was typed more than 48 hours after the time it is about.

    Missing (`boolean` dtype) for imported entries: nobody knows when they were typed.
    """
    late = (entries["recorded_at"] - instants(entries) > LATE).astype("boolean")
    unknown = entries["recorded_at"].isna() | entries["source"].str.startswith("import")
    return late.mask(unknown)
