"""Rows of a test as the tables a journal gives out."""

from datetime import UTC, datetime, timedelta

import pandas as pd

MAY = datetime(2026, 5, 1)


def frame(rows: list[dict], columns: dict[str, str]) -> pd.DataFrame:
    empty = {"str": "", "bool": False, "object": None, "int64": 0}
    full = [
        {name: row.get(name, empty.get(dtype)) for name, dtype in columns.items()} for row in rows
    ]
    return pd.DataFrame(full, columns=list(columns)).astype(columns)


def entry(day: int, clock: str = "12:00", **rest) -> dict:
    at = MAY + timedelta(days=day - 1, hours=int(clock[:2]), minutes=int(clock[3:]))
    return {
        "id": f"{day} {clock} {rest}",
        "at": at,
        "day": MAY + timedelta(days=day - 1),
        "zone": "UTC",
        "recorded_at": at.replace(tzinfo=UTC),
        "source": "app",
    } | rest
