"""What happened to the doses of each day: one state a day, for the calendar of a medicine."""

import pandas as pd

STATES = ("taken", "skipped", "missed", "not_recorded", "held", "mixed")


def dose_days(slots: pd.DataFrame, medication: str) -> pd.Series:
    """Say for each day with doses due of one medicine what happened to all of them.

    Args:
        slots: what happened to each slot (`adherence.match`), of any number of medicines.
        medication: its id.

    Returns:
        By day (midnights, in order) one of `STATES`: `mixed` where two doses of a day differ. Days
        without doses due have no row.
    """
    by_day = slots[slots["medication"] == medication].groupby("day")["state"]
    return by_day.first().mask(by_day.nunique() > 1, "mixed")
