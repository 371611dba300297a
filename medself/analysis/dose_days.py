"""What happened to the doses of each day: one state a day, for the calendar of a medicine."""

import pandas as pd

from medself.analysis.adherence import match

STATES = ("taken", "skipped", "missed", "not_recorded", "held", "mixed")


def dose_days(
    due: pd.DataFrame, records: pd.DataFrame, holds: pd.DataFrame, medication: str
) -> pd.Series:
    """Say for each day with doses due of one medicine what happened to all of them.

    Args:
        due: one row a slot (`schedule.due_table`), up to now and no further.
        records: dose records of the same days.
        holds: pauses.
        medication: its id.

    Returns:
        By day (midnights, in order) one of `STATES`: `mixed` where two doses of a day differ. Days
        without doses due have no row.
    """
    own = [table[table["medication"] == medication] for table in (due, records, holds)]
    slots, _ = match(*own)
    by_day = slots.groupby("day")["state"]
    return by_day.first().mask(by_day.nunique() > 1, "mixed")
