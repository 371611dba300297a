"""How long a medicine was taken, and the gaps: what *persistence* means, apart from how well it was taken.

A gap holds what is not known, too: it says how many of its doses were recorded as missed and how many
were not recorded at all.
"""

from dataclasses import dataclass
from datetime import date

import pandas as pd

from medself.analysis.adherence import in_pause, match
from medself.model import HoldReason

WITHOUT = ("missed", "skipped", "not_recorded", "held")
RUNS = {
    "medication": "str",
    "state": "str",
    "start": "datetime64[us]",
    "end": "datetime64[us]",
    "doses": "int64",
}


@dataclass(frozen=True, kw_only=True)
class Gap:
    """Days in a row without a dose, `start` to `end`, both included.

    `missed`, `skipped`, `not_recorded` and `held` (in a pause) count the doses due in it. `goes_on` says
    that no dose came after it.
    """

    start: date
    end: date
    missed: int
    skipped: int
    not_recorded: int
    held: int
    goes_on: bool

    @property
    def days(self) -> int:
        """How many days it lasted."""
        return (self.end - self.start).days + 1


@dataclass(frozen=True, kw_only=True)
class Persistence:
    """From the `first` day with a dose to the `last` before a gap that matters; missing without any.

    `days` are the days from one to the other, both included. `gaps` that matter, oldest first.
    """

    first: date | None
    last: date | None
    days: int
    gaps: tuple[Gap, ...]


def of(
    due: pd.DataFrame,
    records: pd.DataFrame,
    holds: pd.DataFrame,
    medication: str,
    *,
    limit_days: int,
) -> Persistence:
    """Say how long one medicine was taken, and which gaps were as long as its limit.

    A gap begins with the first day on which doses were due and none was taken, and ends before the next
    day with a dose. Days in hospital end a gap, as medicines are given there; the days of any other
    pause are days without. Rest days begin no gap. For a medicine that was stopped and started again,
    give the doses due of one course at a time.

    Args:
        due: one row a slot (`schedule.due_table`), up to now and no further.
        records: dose records of the same days (`Journal.table("dose")`).
        holds: pauses (`schedule.holds_table`).
        medication: the id of the medicine.
        limit_days: days without a dose from which on a gap matters for this medicine.

    Source: persistence, Vrijens et al. 2012, doi:10.1111/j.1365-2125.2012.04167.x; that days not recorded
        can be part of a gap, and are told apart, is our own rule.
    """
    mine = [table[table["medication"] == medication] for table in (due, records, holds)]
    return of_matched(*match(*mine), mine[2], limit_days=limit_days)


def of_matched(
    slots: pd.DataFrame, extra: pd.DataFrame, holds: pd.DataFrame, *, limit_days: int
) -> Persistence:
    """Say the same from what `adherence.match` gave for one medicine, and its pauses; see `of`."""
    days = _days(slots, extra, holds)
    taken = days.index[days["taken"] > 0]
    if taken.empty:
        return Persistence(first=None, last=None, days=0, gaps=())
    gaps = _gaps(days.loc[taken[0] :], limit_days)
    if gaps:
        taken = taken[taken < pd.Timestamp(gaps[0].start)]
    first, last = taken[0].date(), taken[-1].date()
    return Persistence(first=first, last=last, days=(last - first).days + 1, gaps=gaps)


def runs(due: pd.DataFrame, records: pd.DataFrame, holds: pd.DataFrame) -> pd.DataFrame:
    """Find the doses in a row that were missed, and those that were not recorded.

    Args:
        due: one row a slot, of any number of medicines; as for `of`.
        records: dose records of the same days.
        holds: pauses; a pause ends a run.

    Returns:
        One row a run, by medicine and time: `medication`, `state` (`missed` or `not_recorded`), `start`
        and `end` (its first and last day) and `doses`, how many in a row. The two never make one run.
    """
    return in_a_row(match(due, records, holds)[0])


def in_a_row(slots: pd.DataFrame) -> pd.DataFrame:
    """Find the same runs in slots as `adherence.match` gives them."""
    slots = slots.sort_values(["medication", "slot"], ignore_index=True)
    begins = (slots[["medication", "state"]] != slots[["medication", "state"]].shift()).any(axis=1)
    found = slots.groupby(begins.cumsum()).agg(
        medication=("medication", "first"),
        state=("state", "first"),
        start=("day", "first"),
        end=("day", "last"),
        doses=("slot", "size"),
    )
    found = found[found["state"].isin(["missed", "not_recorded"])]
    return found.reset_index(drop=True).astype(RUNS)


def _days(slots: pd.DataFrame, extra: pd.DataFrame, holds: pd.DataFrame) -> pd.DataFrame:
    """One row a day with a dose due or taken: how many doses in each state, in order."""
    in_hospital = in_pause(slots, holds[holds["reason"] == HoldReason.HOSPITAL])
    state = slots["state"].mask(in_hospital, "hospital")
    counts = slots.groupby(["day", state.rename("state")]).size().unstack(fill_value=0)
    counts = counts.reindex(columns=["taken", "hospital", *WITHOUT], fill_value=0)
    beyond = extra.groupby("day").size()
    counts = counts.reindex(counts.index.union(beyond.index), fill_value=0)
    counts["taken"] = counts["taken"].add(beyond, fill_value=0).astype("int64")
    return counts


def _gaps(days: pd.DataFrame, limit_days: int) -> tuple[Gap, ...]:
    """The runs of days without that are as long as the limit, from a first day with a dose on."""
    table = days.rename_axis("start").reset_index()
    without = (table["taken"] == 0) & (table["hospital"] == 0)
    next_day = table["start"].shift(-1)
    table["end"] = (next_day - pd.Timedelta(days=1)).fillna(table["start"])
    table["goes_on"] = next_day.isna()
    found = (
        table[without]
        .groupby((without != without.shift()).cumsum()[without])
        .agg({"start": "first", "end": "last", "goes_on": "last"} | dict.fromkeys(WITHOUT, "sum"))
    )
    found = found[found["end"] - found["start"] >= pd.Timedelta(days=limit_days - 1)]
    return tuple(
        Gap(**row | {"start": row["start"].date(), "end": row["end"].date()})
        for row in found.to_dict("records")
    )
