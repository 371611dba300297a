"""Documents to tables: one small Arrow table a month and kind, joined and turned to pandas.

Arrow keeps a month in a few kilobytes and joins a hundred of them without copying; a pandas frame a
month costs five times as much. Columns and dtypes are those of `tables.COLUMNS`, also when empty.
"""

from collections.abc import Callable, Iterable
from datetime import date, datetime, time
from typing import Any

import orjson
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from medself.errors import JournalUnreadable
from medself.journal.documents import CLASSES, empty_fields
from medself.journal.folder import in_words
from medself.journal.migrations import Document, Tables
from medself.journal.tables import COLUMNS, STAMP, TEXT, UTC

ARROW = {
    TEXT: pa.string(),
    STAMP: pa.timestamp("us"),
    UTC: pa.timestamp("us", "UTC"),
    "float64": pa.float64(),
    "int64": pa.int64(),
    "bool": pa.bool_(),
    "object": pa.binary(),
}
SCHEMAS = {
    kind: pa.schema([(name, ARROW[dtype]) for name, dtype in columns.items()])
    for kind, columns in COLUMNS.items()
}
DAY_COLUMN = {"visit": "at", "question": None, "task": None, "medication": None}
OBJECTS: dict[str, dict[str, Callable[[Any], Any]]] = {
    "check_in": {"ratings": dict},
    "score": {"answers": tuple},
}

Row = dict[str, Any]
Columns = dict[str, pa.Table]


def columns(tables: Tables, partition: str) -> Columns:
    """Return the Arrow table of every kind a file holds, rows ordered by day, time and id.

    Raises:
        JournalUnreadable: a document does not fit its table.
    """
    try:
        rows = {kind: _rows(kind, tables[kind]) for kind in tables if kind in CLASSES}
        if "check_in" in rows:
            rows["rating"] = list(_ratings(rows["check_in"]))
        return {
            kind: _arrow(kind, found) for kind, found in rows.items() if found and kind in SCHEMAS
        }
    except (pa.ArrowException, KeyError, TypeError, AttributeError) as error:
        raise JournalUnreadable(
            f"We could not read {in_words(partition)}: an entry in it is damaged. "
            "We kept the file as it is, and nothing else is touched."
        ) from error


def _rows(kind: str, documents: dict[str, Document]) -> list[Row]:
    empty = empty_fields(kind)
    rows = [empty | document | {"id": record_id} for record_id, document in documents.items()]
    rows.sort(key=lambda row: (row.get("day") or "", row.get("at") or "", row["id"]))
    return rows


def _ratings(check_ins: Iterable[Row]) -> Iterable[Row]:
    for row in check_ins:
        for symptom, value in row["ratings"].items():
            yield row | {"symptom": symptom, "value": value}


def _arrow(kind: str, rows: list[Row]) -> pa.Table:
    schema = SCHEMAS[kind]
    return pa.Table.from_arrays([_column(field, rows) for field in schema], schema=schema)


def _column(field: pa.Field, rows: list[Row]) -> pa.Array:
    name, wanted = field.name, field.type
    if pa.types.is_binary(wanted):
        return pa.array([orjson.dumps(row[name]) for row in rows], wanted)
    values = [row[name] for row in rows]
    if pa.types.is_string(wanted):
        return pa.array(["" if value is None else value for value in values], wanted)
    if pa.types.is_timestamp(wanted):
        return pa.array(values, pa.string()).cast(wanted)
    return pa.array(values, wanted)


def between(
    kind: str, months: Iterable[Columns], start: date | None, end: date | None
) -> pd.DataFrame:
    """Return one frame of the given months on the days `start` to `end`, both included.

    Object columns are still as they are stored; kinds without a day stay whole.
    """
    parts = [month[kind] for month in months if kind in month]
    table = pa.concat_tables(parts) if parts else SCHEMAS[kind].empty_table()
    # Rows are left out while they are in Arrow: in a frame, letters make it several times as slow.
    if column := DAY_COLUMN.get(kind, "day"):
        if start is not None:
            table = table.filter(pc.field(column) >= _stamp(start, time.min))
        if end is not None:
            table = table.filter(pc.field(column) <= _stamp(end, time.max))
    frame: pd.DataFrame = table.to_pandas(use_threads=False)
    return frame


def _stamp(day: date, at: time) -> pa.Scalar:
    return pa.scalar(datetime.combine(day, at), ARROW[STAMP])


def handed_out(kind: str, frame: pd.DataFrame) -> pd.DataFrame:
    """Return a frame the caller may change without changing `frame` (pandas copies on write).

    Dictionaries are read anew for every caller, because pandas does not copy what is in a cell.
    """
    copy = frame.copy(deep=False)
    for name, make in OBJECTS.get(kind, {}).items():
        cells = [make(orjson.loads(cell)) for cell in frame[name]]
        copy[name] = pd.Series(cells, index=frame.index, dtype="object")
    return copy
