"""The usual level of each symptom over a period: a middle and where most days lay. Pure."""

import pandas as pd


def levels(daily: pd.DataFrame) -> pd.DataFrame:
    """Sum up the recorded days of a period, symptom by symptom.

    Args:
        daily: one row a symptom and recorded day: `symptom`, `day`, `value` (0 to 10), as
            `trends.rolling` gives. Days not recorded have no row and count for nothing.

    Returns:
        One row a symptom, by its id: `symptom`, `days` (days rated), `middle` (median) and `low` and
        `high` (lower and upper quartile, between which the middle half of the days lies). No rows for
        no days.

    Source: median and quartiles (pandas' linear rule); they assume nothing about how ratings are spread.
    """
    by = daily.groupby("symptom", sort=True)["value"]
    return pd.DataFrame(
        {
            "days": by.size(),
            "middle": by.median(),
            "low": by.quantile(0.25),
            "high": by.quantile(0.75),
        }
    ).reset_index()
