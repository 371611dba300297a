"""Builders of an invented record, small enough to count by hand."""

from datetime import UTC, date, datetime, time, timedelta

import pandas as pd

from medself.journal.tables import COLUMNS
from medself.model import (
    AsNeeded,
    Daily,
    EndReason,
    Hold,
    HoldReason,
    Medication,
    Regimen,
    Slot,
    Step,
    Steps,
)

START, END = date(2026, 5, 1), date(2026, 5, 31)


def table(kind: str, rows: list[dict]) -> pd.DataFrame:
    """Rows of `day` and whatever matters, as the journal's table of a kind."""
    empty = {"str": "", "bool": False, "int64": 0}
    full = []
    for row in rows:
        at = datetime.combine(START, time(12)) + timedelta(days=row["day"] - 1)
        entry = {"zone": "UTC", "source": "app", "at": at, "recorded_at": at.replace(tzinfo=UTC)}
        entry |= row | {"day": at.replace(hour=0)}
        full.append(
            {name: entry.get(name, empty.get(kind)) for name, kind in COLUMNS[kind].items()}
        )
    return pd.DataFrame(full, columns=list(COLUMNS[kind])).astype(COLUMNS[kind])


def medicine(name: str, *regimens: Regimen, **rest) -> Medication:
    return Medication(id=name, name=name, regimens=regimens, **rest)


def regimen(plan, start: str, end: str | None = None, **rest) -> Regimen:
    return Regimen(
        plan=plan,
        unit="mg",
        start=datetime.fromisoformat(start),
        end=datetime.fromisoformat(end) if end else None,
        **rest,
    )


def daily(amount: float | None) -> Daily:
    return Daily(slots=(Slot(at=time(8), amount=amount),))


def medicines() -> list[Medication]:
    steps = tuple(
        Step(days=days, slots=(Slot(at=time(8), amount=amount),))
        for days, amount in ((7, 25), (None, 50))
    )
    pause = Hold(start=datetime(2026, 5, 3), end=datetime(2026, 5, 6), reason=HoldReason.NO_SUPPLY)
    return [
        medicine("Lorazepam", regimen(AsNeeded(amount=1), "2026-04-01")),
        medicine(
            "Sertraline",
            regimen(daily(50), "2026-01-01", "2026-05-11", end_reason=EndReason.CHANGED),
            regimen(daily(100), "2026-05-11"),
            holds=(pause,),
        ),
        medicine("Lamotrigine", regimen(Steps(first=date(2026, 5, 15), steps=steps), "2026-05-15")),
        medicine("Old", regimen(daily(5), "2025-01-01", "2025-02-01")),
    ]
