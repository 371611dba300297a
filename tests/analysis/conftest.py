"""Small tables drawn in the docstring of a test, made into the tables a journal gives out."""

import inspect
from datetime import UTC, timedelta
from types import SimpleNamespace

import pandas as pd
import pytest
from drawn import MAY, entry, frame

from medself.journal.tables import COLUMNS
from medself.schedule.due import DUE_COLUMNS, HOLD_COLUMNS


def lines(request) -> list[list[str]]:
    text = inspect.getdoc(request.function) or ""
    return [line.split() for line in text.splitlines() if line.strip() and line[0].isdigit()]


@pytest.fixture
def doses(request) -> SimpleNamespace:
    """Rows of `day slot due record...`: `-` is nothing; a record is `taken [amount]`, `missed`,
    `skipped`, `agreed` or `held`. Medicine m, in mg, May 2026."""
    due, records, holds = [], [], []
    for day, clock, amount, status, *taken in lines(request):
        row = entry(int(day), "12:00" if clock == "-" else clock)
        at = row["at"]
        if amount != "-":
            expected = None if amount == "?" else float(amount)
            due.append(row | {"medication": "m", "slot": at, "amount": expected, "unit": "mg"})
        if status == "held":
            holds.append({"medication": "m", "start": at, "end": at + timedelta(minutes=1)})
        elif status != "-":
            records.append(
                row
                | {
                    "id": f"{len(records)}",
                    "medication": "m",
                    "slot": None if clock == "-" else at,
                    "status": "skipped" if status == "agreed" else status,
                    "agreed": status == "agreed",
                    "amount": float(taken[0]) if taken else None,
                    "unit": "mg",
                }
            )
    due_table = frame(due, DUE_COLUMNS).drop_duplicates(["medication", "slot"])
    return SimpleNamespace(
        due=due_table, records=frame(records, COLUMNS["dose"]), holds=frame(holds, HOLD_COLUMNS)
    )


@pytest.fixture
def ratings(request) -> pd.DataFrame:
    """Rows of `day value [value ...]` of the mood."""
    rows = [
        entry(int(day), symptom="mood", value=int(value))
        for day, *values in lines(request)
        for value in values
    ]
    return frame(rows, COLUMNS["rating"])


@pytest.fixture
def side_effects(request) -> pd.DataFrame:
    """Rows of `day severity effect [since-day]`."""
    rows = [
        entry(
            int(day),
            effect=effect,
            severity=int(severity),
            since=MAY + timedelta(days=int(since[0]) - 1) if since else None,
        )
        for day, severity, effect, *since in lines(request)
    ]
    return frame(rows, COLUMNS["side_effect"])


@pytest.fixture
def entries(request) -> pd.DataFrame:
    """Rows of `day [hours until it was typed]`, or `day import`."""
    rows = []
    for day, *typed in lines(request):
        row = entry(int(day), "12:00")
        if typed == ["import"]:
            row["source"] = "import:daylio"
        elif typed:
            row["recorded_at"] = row["at"].replace(tzinfo=UTC) + timedelta(hours=float(typed[0]))
        rows.append(row)
    return frame(rows, COLUMNS["event"])
