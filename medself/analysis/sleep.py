"""Hours slept, night by night and summed up."""

from dataclasses import dataclass

import pandas as pd


@dataclass(frozen=True, kw_only=True)
class Sleep:
    """Hours slept on the `nights` recorded: the `middle` (median) and the quartiles `low` and `high`."""

    nights: int
    middle: float
    low: float
    high: float


def nights(check_ins: pd.DataFrame) -> pd.Series:
    """The hours slept by day (midnights, in order); of several check-ins with hours the middle one.

    Args:
        check_ins: check-ins of a period (`Journal.table("check_in")`); those without hours do not count.
    """
    known = check_ins.dropna(subset="sleep_hours")
    return known.groupby("day")["sleep_hours"].median()


def of(hours: pd.Series) -> Sleep | None:
    """Sum up nights as `nights` gives them; missing without any."""
    if hours.empty:
        return None
    low, middle, high = (float(hours.quantile(part)) for part in (0.25, 0.5, 0.75))
    return Sleep(nights=len(hours), middle=middle, low=low, high=high)
