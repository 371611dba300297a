"""The typical week: how each day of the week usually is."""

import pandas as pd

LEAST_DAYS = 14
COLUMNS = {
    "symptom": "str",
    "weekday": "int64",
    "days": "int64",
    "middle": "float64",
    "low": "float64",
    "high": "float64",
}


def typical_week(daily: pd.DataFrame) -> pd.DataFrame:
    """Sum up the recorded days of a period by day of the week.

    Args:
        daily: one row a symptom and recorded day: `symptom`, `day`, `value`, as `trends.rolling` gives.

    Returns:
        One row a symptom and day of the week (`weekday`, Monday is 0) with a record: `days` recorded,
        `middle` (median) and `low` and `high` (quartiles). Nothing for a symptom with fewer than 14
        recorded days, and days of the week without a record have no row.

    Source: median and quartiles (pandas' linear rule); at least 14 days, as on the ambulatory glucose
        profile.
    """
    enough = daily.groupby("symptom")["day"].transform("nunique") >= LEAST_DAYS
    known = daily[enough]
    weekday = known["day"].dt.day_of_week.rename("weekday")
    by = known.groupby(["symptom", weekday])["value"]
    table = pd.DataFrame(
        {
            "days": by.size(),
            "middle": by.median(),
            "low": by.quantile(0.25),
            "high": by.quantile(0.75),
        }
    )
    return table.reset_index()[list(COLUMNS)].astype(COLUMNS)
