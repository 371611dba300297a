"""Whether doses were taken near their planned time: told apart from whether they were taken at all."""

import pandas as pd

from medself.analysis.moments import instants

PART = 0.25
"""How far from its planned time a dose is in time, as a part of the time to the nearest other dose."""


def timed(slots: pd.DataFrame, records: pd.DataFrame) -> pd.DataFrame:
    """Say of each slot taken whether that was in time.

    Args:
        slots: as `adherence.match` gives them.
        records: the records they were matched with.

    Returns:
        One row a slot that was taken: `medication`, `window` (how far from the planned time is in time,
        both ways, the end included; missing where no other dose is planned in these days) and `in_time`
        (missing also where nobody gave the time: it is exactly the planned one and was typed after the
        window; times are on the clock, so that a change of the clock makes no dose late).

    Source: timing within 25 % of the interval, a convention of studies with electronic caps.
    """
    ordered = slots.sort_values(["medication", "slot"], kind="stable")
    steps = ordered.groupby("medication")["slot"]
    nearest = pd.concat([steps.diff(), -steps.diff(-1)], axis=1).min(axis=1)
    known = ordered.assign(window=nearest * PART)
    known = known[known["state"] == "taken"]
    own = records.reset_index(drop=True).loc[known["record"]].set_axis(known.index)
    away = (own["at"] - known["slot"]).abs()
    typed = own["recorded_at"] - instants(own)
    put_there = (away == pd.Timedelta(0)) & (typed.isna() | (typed > known["window"]))
    unknown = known["window"].isna() | put_there
    in_time = (away <= known["window"]).astype("boolean").mask(unknown)
    return known.assign(in_time=in_time)[["medication", "window", "in_time"]]
