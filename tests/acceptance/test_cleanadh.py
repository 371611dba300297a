"""Electronic pill boxes of ten people, day by day as published: raw openings in, published answers out.

Data: jpasquier/CleanADHdata (MIT); Bandiera et al., JMIR Form Res 2024;8:e51013. Read where they lie.
"""

from datetime import time, timedelta
from functools import cache
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from medself.analysis.adherence import match
from medself.journal.tables import COLUMNS
from medself.model import Cycle, Daily, Hold, HoldReason, Medication, Regimen, Slot
from medself.schedule import day_of, due_table, holds_table

ROOT = Path(__file__).resolve().parents[2]
PLACES = (ROOT / "samples/cleanadh", ROOT.parent / "shared/samples/cleanadh")
SAMPLES = next((place for place in PLACES if place.is_dir()), None)
DAY = timedelta(days=1)

pytestmark = [
    pytest.mark.acceptance,
    pytest.mark.skipif(SAMPLES is None, reason="the files of CleanADHdata are not here"),
]


@cache
def read(name: str) -> pd.DataFrame:
    table = pd.read_csv(SAMPLES / f"{name}.csv", dtype={"Monitor": "str"})
    for column in {"Date", "StartDate", "EndDate"} & set(table.columns):
        table[column] = pd.to_datetime(table[column])
    return table


def of(name: str, monitor: str) -> pd.DataFrame:
    table = read(name)
    return table[table["Monitor"] == monitor]


def plan(row) -> Daily | Cycle:
    slots = tuple(Slot(at=time(8 + hour)) for hour in range(row.ExpectedOpenings))
    if np.isnan(row.On):
        return Daily(slots=slots)
    return Cycle(on=int(row.On), off=int(row.Off), first=row.StartDate.date(), slots=slots)


def medication(monitor: str) -> Medication:
    """What was prescribed: the expected openings as doses due, days not monitored as pauses."""
    regimens = [
        Regimen(
            start=row.StartDate.to_pydatetime(),
            end=(row.EndDate + DAY).to_pydatetime(),
            plan=plan(row),
        )
        for row in of("Regimen", monitor).itertuples()
        if row.ExpectedOpenings
    ]
    holds = [
        Hold(
            start=row.StartDate.to_pydatetime(),
            end=(row.EndDate + DAY).to_pydatetime(),
            reason=HoldReason.HOSPITAL,
        )
        for row in of("NonMonitoredPeriods", monitor).itertuples()
    ]
    return Medication(name=monitor, regimens=tuple(regimens), holds=tuple(holds))


def openings(monitor: str) -> pd.Series:
    """How often the box was opened, by day; a day begins at 03:00."""
    days = pd.to_datetime([day_of(at) for at in of("raw_events", monitor)["Date"]])
    return pd.Series(1, index=days).groupby(level=0).sum()


def added(monitor: str) -> pd.Series:
    """Pocket doses, less openings at the pharmacy, by day."""
    return of("AddedOpenings", monitor).groupby("Date")["AddedOpenings"].sum()


def doses(due: pd.DataFrame, counts: pd.Series, medication_id: str) -> pd.DataFrame:
    """One dose record an opening: the first of a day for its first slot; those beyond have no slot."""
    slots = {day: list(rows) for day, rows in due.groupby("day")["slot"]}
    rows = [
        (day, slot, slot or day + timedelta(hours=12))
        for day, count in counts.items()
        for slot in [*slots.get(day, []), *[None] * count][: max(count, 0)]
    ]
    given = pd.DataFrame(rows, columns=["day", "slot", "at"]).assign(
        medication=medication_id, status="taken", agreed=False, amount=np.nan, unit=""
    )
    return given.astype({name: COLUMNS["dose"][name] for name in given.columns})


def worked_out(monitor: str) -> pd.DataFrame:
    """Each day as the published table has it, worked out by our own functions."""
    (info,) = of("EMInfo", monitor).itertuples()
    days = pd.date_range(info.StartDate, info.EndDate, name="Date")
    found = pd.DataFrame(index=days)
    found["RecordedOpenings"] = openings(monitor).reindex(days, fill_value=0)
    found["AddedOpenings"] = added(monitor).reindex(days, fill_value=0)
    found["CorrectedOpenings"] = found["RecordedOpenings"] + found["AddedOpenings"]
    medicine = medication(monitor)
    due = due_table([medicine], start=days[0].date(), end=days[-1].date())
    holds = holds_table([medicine])
    slots, extra = match(due, doses(due, found["CorrectedOpenings"], medicine.id), holds)
    by_day = slots.groupby("day")
    found["ExpectedOpenings"] = by_day.size().reindex(days, fill_value=0)
    found["NonMonitored"] = False
    for hold in holds.itertuples():
        found.loc[hold.start.normalize() : hold.end.normalize() - DAY, "NonMonitored"] = True
    taken = (slots["state"] == "taken").groupby(slots["day"]).sum().reindex(days, fill_value=0)
    beyond = extra.groupby("day").size().reindex(days, fill_value=0)
    right = (taken == found["ExpectedOpenings"]) & (beyond == 0)
    found["Implementation"] = right.astype(float).mask(found["NonMonitored"])
    held = (slots["state"] == "held").groupby(slots["day"]).any()
    assert held.equals(found["NonMonitored"].loc[held.index].rename("state"))
    return found


MONITORS = [] if SAMPLES is None else sorted(read("EMInfo")["Monitor"])


@pytest.mark.parametrize("monitor", MONITORS)
def test_every_day_of_a_box_is_as_published(monitor):
    published = of("by_monitor", monitor).drop(columns=["PatientCode", "Monitor"])
    found = worked_out(monitor).reset_index()
    pd.testing.assert_frame_equal(
        found, published.reset_index(drop=True), check_dtype=False, check_freq=False
    )


def test_all_days_of_all_boxes_were_looked_at():
    looked_at = sum(len(of("by_monitor", monitor)) for monitor in MONITORS)
    assert looked_at == len(read("by_monitor")) == 3_367


def test_a_day_that_began_at_midnight_would_be_wrong_on_a_quarter_of_the_days():
    published = read("by_monitor").set_index(["Monitor", "Date"])["RecordedOpenings"]
    events = read("raw_events")
    midnight = events.groupby(["Monitor", events["Date"].dt.normalize()]).size()
    same = published == midnight.reindex(published.index, fill_value=0)
    assert same.mean() == pytest.approx(0.735, abs=0.0005)
