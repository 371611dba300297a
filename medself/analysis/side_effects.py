"""When side effects were noted: first, last, how often, how strong."""

from datetime import date

import pandas as pd

STILL_DAYS = 14
SPANS = {
    "effect": "str",
    "first": "datetime64[us]",
    "last": "datetime64[us]",
    "days": "int64",
    "of_days": "int64",
    "worst": "int64",
    "still_there": "boolean",
    "stops_me": "bool",
}
EPISODES = {
    "effect": "str",
    "start": "datetime64[us]",
    "end": "datetime64[us]",
    "worst": "int64",
    "days": "int64",
}


def spans(entries: pd.DataFrame, *, recorded: pd.Series, end: date) -> pd.DataFrame:
    """Sum up each side effect noted in a period.

    Args:
        entries: side-effect records of the period (`Journal.table("side_effect")`).
        recorded: the days of the period on which the person recorded how they were; repeats are fine.
        end: last day of the period.

    Returns:
        One row a side effect that was there at least once, the most days first: `first` and `last` day
        it was noted, `days` it was noted of `of_days` recorded (the days of `recorded` and of
        `entries`), `worst` (1 to 3), `still_there` (no: the last note says it is gone; yes: it was noted
        in the 14 days up to `end`; missing: nobody said), and `stops_me` (ever).
    """
    of_days = pd.concat([recorded, entries["day"]]).nunique()
    rows = [
        _span(str(effect), noted.sort_values("at"), of_days, end)
        for effect, noted in entries.groupby("effect")
        if (noted["severity"] > 0).any()
    ]
    table = pd.DataFrame(rows, columns=list(SPANS)).astype(SPANS)
    return table.sort_values(["days", "effect"], ascending=[False, True], ignore_index=True)


def _span(effect: str, noted: pd.DataFrame, of_days: int, end: date) -> dict[str, object]:
    there = noted[noted["severity"] > 0]
    gone = noted["severity"].iloc[-1] == 0
    lately = there["day"].max() > pd.Timestamp(end) - pd.Timedelta(days=STILL_DAYS)
    return {
        "effect": effect,
        "first": there["day"].min(),
        "last": there["day"].max(),
        "days": there["day"].nunique(),
        "of_days": of_days,
        "worst": there["severity"].max(),
        "still_there": False if gone else True if lately else pd.NA,
        "stops_me": bool(there["stops_me"].any()),
    }


def episodes(entries: pd.DataFrame) -> pd.DataFrame:
    """Find the stretches of days over which each side effect was noted.

    One ends when it is noted as gone, or is not noted for more than 14 days. It begins with the day the
    person said it began (`since`), but not before the one before it ended.

    Args:
        entries: side-effect records, as for `spans`.

    Returns:
        One row a stretch, by effect and time: `start` and `end` (first and last day), `worst` (1 to 3),
        `days` on which it was noted.
    """
    ordered = entries[["effect", "at", "day", "since", "severity"]]
    ordered = ordered.sort_values(["effect", "at"], ignore_index=True)
    by = ordered["effect"]
    there = ordered["severity"] > 0
    apart = ordered["day"].groupby(by).diff() > pd.Timedelta(days=STILL_DAYS)
    was_gone = ~there.groupby(by).shift(fill_value=False)
    ordered["number"] = (apart | was_gone).cumsum()
    ordered["begun"] = ordered["since"].fillna(ordered["day"]).clip(upper=ordered["day"])
    found = (
        ordered[there]
        .groupby(["effect", "number"])
        .agg(
            start=("begun", "min"),
            end=("day", "max"),
            worst=("severity", "max"),
            days=("day", "nunique"),
        )
        .reset_index()
    )
    earlier_end = found.groupby("effect")["end"].shift() + pd.Timedelta(days=1)
    found["start"] = found["start"].mask(found["start"] < earlier_end, earlier_end)
    return found[list(EPISODES)].astype(EPISODES)
