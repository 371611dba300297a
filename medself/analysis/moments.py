"""Wall-clock columns as moments in real time."""

import pandas as pd

from medself.schedule import instant


def instants(entries: pd.DataFrame) -> pd.Series:
    """The moment of each entry in UTC, from its `at` (wall-clock) and `zone` (IANA).

    Args:
        entries: any table of records; its index is kept.

    Returns:
        `datetime64[us, UTC]`. A time the clock jumped over or showed twice follows `schedule.instant`.
    """
    found = pd.Series(pd.NaT, index=entries.index, dtype="datetime64[us, UTC]")
    for zone, at in entries["at"].groupby(entries["zone"]):
        local = at.dt.tz_localize(zone, ambiguous="NaT", nonexistent="NaT")
        odd = at[local.isna()]
        found.loc[at.index] = local.dt.tz_convert("UTC").dt.as_unit("us")
        for index, time in odd.items():
            found.loc[index] = instant(time.to_pydatetime(), str(zone))
    return found
