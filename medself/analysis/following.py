"""How a plan was followed, beyond the counts: days as planned, runs, timing, reasons, times of day.

All of it is *implementation* (Vrijens et al. 2012). Nothing here is a grade: what is not recorded is left
out of every number and told beside it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas as pd

from medself.analysis.adherence import match
from medself.analysis.persistence import in_a_row
from medself.analysis.sufficiency import filled_late
from medself.analysis.timing import timed
from medself.schedule.words import DAYS, part_of_day

LEAST_OF_A_PART = 14
"""Doses that must be recorded at each time of day before they are told apart."""

LEAST_OF_A_WEEKDAY = 8
"""Doses that must be recorded on each day of the week before they are told apart."""

RECORDED = ("taken", "skipped", "missed")
PARTS = ("morning", "afternoon", "evening", "night")


@dataclass(frozen=True, kw_only=True)
class Run:
    """Doses in a row in one state, from the day of the first to the day of the last."""

    doses: int
    start: date
    end: date


@dataclass(frozen=True, kw_only=True)
class Share:
    """Some `taken` of the doses `recorded` at a time of day or on a day of the week, by its `name`."""

    name: str
    taken: int
    recorded: int


@dataclass(frozen=True, kw_only=True)
class Following:
    """How the plan of one medicine was followed.

    `in_time` of the `timed` of the `taken` doses; `window_hours`, where it is the same for all of them.
    `days_right` of the `days_known`. `doubles`, the days on which one dose was taken twice. `missed` and
    `not_recorded`, the longest of each in a row; missing without any. `filled_late` of `typed` records.
    `reasons` for skipped and missed doses as the person gave them, with how often. `by_part` and
    `by_weekday`, empty with too few.
    """

    taken: int
    timed: int
    in_time: int
    window_hours: float | None
    days_right: int
    days_known: int
    doubles: tuple[date, ...]
    missed: Run | None
    not_recorded: Run | None
    typed: int
    filled_late: int
    reasons: tuple[tuple[str, str, int], ...]
    by_part: tuple[Share, ...]
    by_weekday: tuple[Share, ...]


def following(
    due: pd.DataFrame, records: pd.DataFrame, holds: pd.DataFrame
) -> dict[str, Following]:
    """Sum up how each medicine with doses due was taken.

    A day is as planned when each dose due was taken in full and none beyond. It is known when every dose
    due on it is recorded; days in a pause, with a skip agreed with the prescriber, or without doses due
    are left out, but for days on which a dose was taken all the same: those are not as planned.

    Args:
        due: one row a slot (`schedule.due_table`), up to now and no further.
        records: dose records of the same days (`Journal.table("dose")`).
        holds: pauses (`schedule.holds_table`).

    Returns:
        By id of the medicine. Times of day are told apart only with 14 doses recorded at each, days of the
        week with 8 of each.

    Source: correct days as CleanADHdata publishes them, without days of rest; runs and least numbers are
        our own rule.
    """
    slots, extra = match(due, records, holds)
    rows = in_a_row(slots)
    on_time = timed(slots, records)
    late = filled_late(records)
    return {
        str(medication): Following(
            taken=int((own["state"] == "taken").sum()),
            **_timing(on_time[on_time["medication"] == medication]),
            **_days(own, extra[extra["medication"] == medication]),
            **_runs(rows[rows["medication"] == medication]),
            **_typed(late[records["medication"] == medication]),
            reasons=reasons_given(records[records["medication"] == medication]),
            by_part=_shares(own, own["slot"].dt.time.map(part_of_day), PARTS, LEAST_OF_A_PART),
            by_weekday=_shares(
                own, own["day"].dt.day_of_week.map(DAYS.__getitem__), DAYS, LEAST_OF_A_WEEKDAY
            ),
        )
        for medication, own in slots.groupby("medication")
    }


def _timing(on_time: pd.DataFrame) -> dict[str, Any]:
    known = on_time["in_time"].dropna()
    windows = on_time.loc[known.index, "window"].unique()
    return {
        "timed": len(known),
        "in_time": int(known.sum()),
        "window_hours": windows[0] / pd.Timedelta(hours=1) if len(windows) == 1 else None,
    }


def _days(slots: pd.DataFrame, extra: pd.DataFrame) -> dict[str, Any]:
    recorded = slots["state"].isin(RECORDED) & ~slots["agreed"]
    full = (slots["state"] == "taken") & ~slots["partial"]
    known, right = recorded.groupby(slots["day"]).all(), full.groupby(slots["day"]).all()
    beyond = pd.DatetimeIndex(extra["day"].unique())
    known_days = known.index[known].union(beyond)
    right_days = known.index[known & right].difference(beyond)
    doubles = sorted(extra.loc[extra["double"], "day"].unique())
    return {
        "days_right": len(right_days),
        "days_known": len(known_days),
        "doubles": tuple(pd.Timestamp(day).date() for day in doubles),
    }


def _runs(rows: pd.DataFrame) -> dict[str, Any]:
    return {state: _longest(rows, state) for state in ("missed", "not_recorded")}


def _longest(rows: pd.DataFrame, state: str) -> Run | None:
    own = rows[rows["state"] == state]
    if own.empty:
        return None
    longest = own.loc[own["doses"].idxmax()]
    return Run(
        doses=int(longest["doses"]), start=longest["start"].date(), end=longest["end"].date()
    )


def _typed(late: pd.Series) -> dict[str, Any]:
    known = late.dropna()
    return {"typed": len(known), "filled_late": int(known.sum())}


def reasons_given(records: pd.DataFrame) -> tuple[tuple[str, str, int], ...]:
    """List status, reason and how often, of dose records: skipped before missed, the most first."""
    given = records[records["status"].isin(["skipped", "missed"])]
    given = given.assign(reason=given["reason"].str.strip())
    counts = given[given["reason"] != ""].groupby(["status", "reason"]).size()
    rows = [(str(status), str(reason), int(count)) for (status, reason), count in counts.items()]
    return tuple(sorted(rows, key=lambda row: (row[0] != "skipped", -row[2], row[1])))


def _shares(
    slots: pd.DataFrame, names: pd.Series, order: Sequence[str], least: int
) -> tuple[Share, ...]:
    recorded = slots["state"].isin(RECORDED) & ~slots["agreed"]
    taken = slots["state"] == "taken"
    there = [name for name in order if (names == name).any()]
    found = tuple(
        Share(
            name=name,
            taken=int(taken[names == name].sum()),
            recorded=int(recorded[names == name].sum()),
        )
        for name in there
    )
    enough = len(found) > 1 and all(each.recorded >= least for each in found)
    return found if enough else ()
