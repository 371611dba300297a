"""The counted parts of the visit page: doses, symptoms, side effects."""

from dataclasses import replace
from datetime import date, datetime
from typing import Any

import pandas as pd

from medself.analysis import as_needed, side_effects
from medself.analysis.adherence import counted, match
from medself.analysis.following import reasons_given
from medself.analysis.levels import levels
from medself.analysis.persistence import in_a_row
from medself.analysis.trends import rolling
from medself.journal import Journal
from medself.library import Library
from medself.model import AsNeeded
from medself.schedule import due_table, holds_table
from medself.visit.lines import DoseLine, ReasonLine, SideEffectLine, SymptomLine

WORST = {1: "A little", 2: "Quite a bit", 3: "A lot"}


def doses(
    journal: Journal, start: date, end: date, *, until: datetime | None = None
) -> tuple[DoseLine, ...]:
    """Dose counts, medicine by medicine; as-needed ones by use and never in hundredths.

    Slots later than `until` (wall-clock; missing: none) count only where they are recorded already.
    """
    medications = journal.medications()
    due, records, holds = dose_tables(journal, start, end, until=until)
    slots, extra = match(due, records, holds)
    by_id = counted(slots, extra).set_index("medication").to_dict("index")
    runs = _longest_missed(slots)
    lines = []
    for medication in medications:
        row = by_id.get(medication.id)
        if any(isinstance(regimen.plan, AsNeeded) for regimen in medication.regimens):
            use = as_needed.use(records[records["slot"].isna()], medication.id)
            lines.append(
                DoseLine(
                    name=medication.name,
                    as_needed=True,
                    taken=use.times,
                    days=use.days,
                    most_in_24h=use.most_in_24h,
                )
            )
        if row and row["due"]:
            amounts = due.loc[due["medication"] == medication.id, ["amount", "unit"]]
            line = _dose_line(medication.name, row, amounts)
            lines.append(replace(line, **runs.get(medication.id, {})))
    return tuple(lines)


def dose_tables(
    journal: Journal, start: date, end: date, *, until: datetime | None = None
) -> tuple[pd.DataFrame, pd.DataFrame, pd.DataFrame]:
    """The doses due, the dose records and the pauses of a period; `until` as for `doses`."""
    day_start = journal.person.day_start
    medications = journal.medications()
    due = due_table(medications, start=start, end=end, day_start=day_start)
    records = journal.table("dose", start=start, end=end)
    if until is not None:
        # One taken early is recorded, and so it counts with the slot it was for.
        slot = ["medication", "slot"]
        recorded = pd.MultiIndex.from_frame(due[slot]).isin(pd.MultiIndex.from_frame(records[slot]))
        due = due[(due["slot"] <= until) | recorded]
    return due, records, holds_table(medications, day_start=day_start)


def _longest_missed(slots: pd.DataFrame) -> dict[str, dict[str, Any]]:
    """The most doses missed in a row, of each medicine that has any."""
    runs = in_a_row(slots)
    longest = runs[runs["state"] == "missed"].sort_values("doses", kind="stable", ascending=False)
    return {
        str(run.medication): {
            "missed_run": int(run.doses),
            "run_from": run.start.date(),
            "run_to": run.end.date(),
        }
        for run in longest.drop_duplicates("medication").itertuples()
    }


def reasons(journal: Journal, start: date, end: date) -> tuple[ReasonLine, ...]:
    """Why doses were skipped or missed, in the person's own words, with how often."""
    records = journal.table("dose", start=start, end=end)
    return tuple(
        ReasonLine(name=medication.name, status=status, times=times, reason=reason)
        for medication in journal.medications()
        for status, reason, times in reasons_given(records[records["medication"] == medication.id])
    )


def _dose_line(name: str, row: dict[str, float], amounts: pd.DataFrame) -> DoseLine:
    held = int(row["held"])
    # Doses of different size weigh by their amount; the line then says so.
    by_amount = amounts["amount"].notna().all() and amounts["amount"].nunique() > 1
    return DoseLine(
        name=name,
        due=int(row["due"]) - held,
        taken=int(row["taken"]),
        skipped=int(row["skipped"]),
        missed=int(row["missed"]),
        not_recorded=int(row["not_recorded"]),
        held=held,
        extra=int(row["extra"]),
        weighed_in=amounts["unit"].iloc[0] if by_amount and amounts["unit"].nunique() == 1 else "",
        low=None if pd.isna(row["low"]) else float(row["low"]) * 100,
        high=None if pd.isna(row["high"]) else float(row["high"]) * 100,
    )


def symptoms(journal: Journal, library: Library, start: date, end: date) -> tuple[SymptomLine, ...]:
    """The followed symptoms, in the person's order."""
    ratings = journal.table("rating", start=start, end=end)
    rows = levels(rolling(ratings)).set_index("symptom")
    return tuple(
        SymptomLine(
            label=library.symptoms[symptom].label,
            days=int(rows.at[symptom, "days"]),
            middle=float(rows.at[symptom, "middle"]),
            low=float(rows.at[symptom, "low"]),
            high=float(rows.at[symptom, "high"]),
        )
        for symptom in journal.person.symptoms
        if symptom in rows.index and symptom in library.symptoms
    )


def side_effect_lines(
    journal: Journal, library: Library, start: date, end: date, show_private: bool
) -> tuple[SideEffectLine, ...]:
    """Side effects noted in the period; private ones only where `show_private`."""
    noted = journal.table("side_effect", start=start, end=end)
    recorded = journal.table("check_in", start=start, end=end)["day"]
    lines = []
    for row in side_effects.spans(noted, recorded=recorded, end=end).itertuples():
        known = library.side_effects.get(row.effect)
        if known and known.private and not show_private:
            continue
        lines.append(
            SideEffectLine(
                label=known.label if known else row.effect,
                first=row.first.date(),
                last=row.last.date(),
                days=int(row.days),
                worst=WORST[int(row.worst)],
                stops_me=bool(row.stops_me),
            )
        )
    return tuple(lines)
