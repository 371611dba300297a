"""What happened to the doses due. Not recorded is never missed; as needed is never a percentage.

This is *implementation*: how dosing met the plan from the first dose to the last (Vrijens et al. 2012).
"""

import pandas as pd

STATES = ("taken", "skipped", "missed", "not_recorded", "held")
COUNTS = [*STATES, "agreed", "partial", "extra"]
OF_RECORD = ["medication", "slot", "day", "at", "status", "amount", "unit", "agreed"]
SHARES = ["of_recorded", "low", "high"]


def dose_counts(due: pd.DataFrame, records: pd.DataFrame, holds: pd.DataFrame) -> pd.DataFrame:
    """Count what happened to the doses due, for each medicine.

    Args:
        due: one row a slot: `medication`, `slot`, `day`, `amount`, `unit` (`schedule.due_table`).
        records: dose records of the same days (`Journal.table("dose")`).
        holds: pauses: `medication`, `start`, `end` (not included), `reason`.

    Returns:
        One row a medicine, in order of its id: `medication`, `due` (slots; the sum of the next five),
        `taken`, `skipped`, `missed`, `not_recorded`, `held`, then the shares (0 to 1) `of_recorded`,
        `low` and `high`, then `agreed` (skips agreed with the prescriber), `partial` (slots taken only
        in part) and `extra` (doses taken beyond the plan; all of them where nothing is due).
        The shares weigh slots by amount where every slot of the medicine has one in one unit, and leave
        out pauses and agreed skips on both sides. `of_recorded` is taken of taken, skipped and missed;
        `low` and `high` count what is not recorded as not taken and as taken. A share is missing, never
        0 or 1, when there is nothing to divide by.

    Source: "dose-taking" with a cap at each slot, Vrijens et al. 2012,
        doi:10.1111/j.1365-2125.2012.04167.x; bounds for what is not recorded are our own.
    """
    return counted(*match(due, records, holds))


def counted(slots: pd.DataFrame, extra: pd.DataFrame) -> pd.DataFrame:
    """Count the slots and the doses beyond the plan that `match` gave; see `dose_counts`."""
    medications = sorted({*slots["medication"], *extra["medication"]})
    counts = pd.crosstab(slots["medication"], slots["state"])
    counts = counts.reindex(index=medications, columns=list(STATES), fill_value=0)
    counts.insert(0, "due", counts.sum(axis=1))
    counts[SHARES] = _shares(slots).reindex(medications)
    for name in ("agreed", "partial"):
        counts[name] = slots.groupby("medication")[name].sum().reindex(medications, fill_value=0)
    counts["extra"] = extra.groupby("medication").size().reindex(medications, fill_value=0)
    counts = counts.astype(dict.fromkeys(["due", *COUNTS], "int64"))
    counts.columns.name = None
    return counts.rename_axis("medication").reset_index().astype({"medication": "str"})


def match(
    due: pd.DataFrame, records: pd.DataFrame, holds: pd.DataFrame
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Say what happened to each slot, and which doses went beyond the plan.

    A record belongs to the slot it names. When the plan was edited and no longer has that slot, the
    record stands for the nearest slot of that medicine and day without a record, so that one dose never
    shows as two due. Of several records of a slot, taken wins over skipped over missed.

    Returns:
        The slots (`due` with `state`, one of `STATES`, `agreed`, `partial`, `share`, the part of the
        amount that was taken, 0 to 1, missing when not recorded or held, and `record`, the place in
        `records` of its first dose taken), and the records of doses beyond the plan: without a slot, in
        a pause, or more than a slot asked for, which `double` marks.
    """
    slots = due.drop_duplicates(["medication", "slot"], ignore_index=True)
    slots["held"] = in_pause(slots, holds)
    used = records[OF_RECORD].reset_index(drop=True)
    used["row"] = _row_of(slots, used)
    used = used.join(slots[["held", "amount", "unit"]].add_prefix("due_"), on="row")
    taken = used[used["status"] == "taken"].sort_values("at", kind="stable")
    inside = taken["row"].notna() & ~taken["due_held"].astype("boolean").fillna(False)
    parts = _part(taken[inside])
    so_far = parts.groupby(taken.loc[inside, "row"]).cumsum()
    beyond = ~inside
    beyond[inside] = so_far > 1 + 1e-9
    share = so_far.groupby(taken.loc[inside, "row"]).last().clip(upper=1)
    slots = _with_states(slots, used, share)
    first = taken[inside].drop_duplicates("row")
    slots["record"] = (
        pd.Series(first.index, index=first["row"]).reindex(slots.index).astype("Int64")
    )
    extra = records.reset_index(drop=True).loc[beyond[beyond].index].assign(double=inside[beyond])
    return slots.drop(columns="held"), extra.sort_index()


def in_pause(slots: pd.DataFrame, holds: pd.DataFrame) -> pd.Series:
    """Say of each slot whether it falls into one of the pauses of its medicine."""
    held = pd.Series(False, index=slots.index)
    for hold in holds.itertuples():
        within = (slots["medication"] == hold.medication) & (slots["slot"] >= hold.start)
        held |= within if pd.isna(hold.end) else within & (slots["slot"] < hold.end)
    return held


def _row_of(slots: pd.DataFrame, records: pd.DataFrame) -> pd.Series:
    """The row of the slot each record stands for; missing for doses beyond the plan."""
    rows = slots[["medication", "slot"]].assign(row=slots.index)
    found = records[["medication", "slot"]].merge(rows, how="left")["row"].astype("Int64")
    lost = records[found.isna() & records["slot"].notna()].sort_values("slot", kind="stable")
    open_slots = slots.drop(index=found.dropna().unique())
    open_slots = open_slots[~open_slots["held"]]
    of_a_day = ["medication", "day"]
    near = pd.MultiIndex.from_frame(open_slots[of_a_day])
    lost = lost[pd.MultiIndex.from_frame(lost[of_a_day]).isin(near)]
    for record in lost.itertuples():
        same = open_slots[
            (open_slots["medication"] == record.medication) & (open_slots["day"] == record.day)
        ]
        if not same.empty:
            nearest = (same["slot"] - record.slot).abs().idxmin()
            found[record.Index] = nearest
            open_slots = open_slots.drop(index=nearest)
    return found


def _part(taken: pd.DataFrame) -> pd.Series:
    """The part of the slot's amount a record took; 1 where the amounts cannot be compared."""
    comparable = taken["amount"].notna() & (taken["unit"] == taken["due_unit"])
    return (taken["amount"] / taken["due_amount"]).where(comparable).fillna(1.0)


def _with_states(slots: pd.DataFrame, used: pd.DataFrame, share: pd.Series) -> pd.DataFrame:
    state = pd.Series("not_recorded", index=slots.index)
    for status in ("missed", "skipped", "taken"):
        state[used.loc[used["status"] == status, "row"].dropna().unique()] = status
    state[slots["held"]] = "held"
    agreed = pd.Series(False, index=slots.index)
    agreed[used.loc[used["agreed"] & (used["status"] == "skipped"), "row"].dropna().unique()] = True
    part = share.reindex(slots.index).fillna(0.0)
    return slots.assign(
        state=state,
        agreed=agreed & (state == "skipped"),
        partial=(state == "taken") & (part < 1 - 1e-9),
        share=part.where(state.isin(["taken", "skipped", "missed"])),
    )


def _shares(slots: pd.DataFrame) -> pd.DataFrame:
    """Sum up taken, recorded and expected amounts for each medicine, and divide."""
    counted = slots[(slots["state"] != "held") & ~slots["agreed"]]
    by = counted["medication"]
    one_unit = counted.groupby(by)["unit"].transform("nunique") == 1
    all_known = counted["amount"].notna().groupby(by).transform("all")
    weight = counted["amount"].where(one_unit & all_known, 1.0)
    recorded = counted["share"].notna()
    sums = pd.DataFrame(
        {
            "taken": (weight * counted["share"].fillna(0.0)).groupby(by).sum(),
            "recorded": weight.where(recorded, 0.0).groupby(by).sum(),
            "expected": weight.groupby(by).sum(),
        }
    )
    # A medicine is only here with at least one slot that counts, so `expected` is above zero.
    return pd.DataFrame(
        {
            "of_recorded": (sums["taken"] / sums["recorded"]).where(sums["recorded"] > 0),
            "low": sums["taken"] / sums["expected"],
            "high": 1 - (sums["recorded"] - sums["taken"]) / sums["expected"],
        }
    )
