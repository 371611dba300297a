"""The level of each symptom over time, with gaps left open."""

import pandas as pd

WINDOW_DAYS = 7
LEAST_DAYS = 4
LONGEST_GAP = 3
COLUMNS = {
    "symptom": "str",
    "day": "datetime64[us]",
    "value": "float64",
    "low": "float64",
    "high": "float64",
    "entries": "int64",
    "level": "float64",
    "segment": "int64",
}


def rolling(
    ratings: pd.DataFrame, *, window_days: int = WINDOW_DAYS, least_days: int = LEAST_DAYS
) -> pd.DataFrame:
    """Work out each recorded day's score and the rolling median behind it.

    Args:
        ratings: one row a rating: `symptom`, `day` (midnight), `value` (0 to 10).
        window_days: days the median looks back over, the day itself included.
        least_days: days that must be recorded among them.

    Returns:
        One row a symptom and recorded day, in that order: `value` (the median of the day's ratings),
        `low` and `high` (their range), `entries` (how many), `level` (the rolling median of `value`,
        missing with too few days) and `segment`. A line may join levels of one segment only: a new one
        begins after more than three days in a row without a record, or where the level was missing.

    Source: pandas time-based rolling median; the window, the least days and the gap are our own.
    """
    daily = (
        ratings.groupby(["symptom", "day"], as_index=False, sort=True)["value"]
        .agg(value="median", low="min", high="max", entries="size")
        .astype({"value": "float64"})
    )
    pieces = [_one(group, window_days, least_days) for _, group in daily.groupby("symptom")]
    table = pd.concat(pieces) if pieces else daily.assign(level=[], segment=[])
    return table.reset_index(drop=True)[list(COLUMNS)].astype(COLUMNS)


def _one(daily: pd.DataFrame, window_days: int, least_days: int) -> pd.DataFrame:
    series = daily.set_index("day")["value"]
    level = series.rolling(f"{window_days}D", min_periods=least_days).median().to_numpy()
    # A pause of n days without a record is n + 1 days from one record to the next.
    apart = daily["day"].diff() > pd.Timedelta(days=LONGEST_GAP + 1)
    before_missing = pd.Series(level, index=daily.index).shift().isna()
    return daily.assign(level=level, segment=(apart | before_missing).cumsum())
