"""Everything in a journal as tables for a spreadsheet: one CSV a kind, in one zip.

A cell of text that a spreadsheet would run as a formula gets an apostrophe in front; `original` takes
it off again, so that nothing is lost.
"""

import io
import zipfile
from collections.abc import Iterator

import orjson
import pandas as pd
from pydantic_core import to_jsonable_python

from medself.journal import Journal
from medself.schedule import in_words

READ_ME = """\
A copy of one person's record, written by medself, as tables for a spreadsheet.

It is NOT encrypted: anyone who has these files can read them.

An empty cell means not recorded. Times are those on the clock where you were. An apostrophe at the
start of a text keeps a spreadsheet from running it as a formula.
Use the JSON copy to bring everything back into medself.
"""
FILES = {
    "dose": "doses",
    "check_in": "check-ins",
    "rating": "ratings",
    "side_effect": "side-effects",
    "event": "events",
    "score": "questionnaires",
    "measurement": "measurements",
    "visit": "appointments",
    "question": "questions",
    "task": "to-do",
    "medication": "medicines",
}
_FORMULA = ("=", "+", "-", "@")
# Stored as a fixed moment, so that the same record gives the same bytes.
_STAMP = (1980, 1, 1, 0, 0, 0)


def neutral(text: str) -> str:
    """Return text that no spreadsheet runs as a formula."""
    risky = text.lstrip()[:1] in _FORMULA or text[:1] in ("\t", "\r", "\n", "'")
    return f"'{text}" if text and risky else text


def original(cell: str) -> str:
    """Return the text that `neutral` was given."""
    return cell[1:] if cell.startswith("'") else cell


def write(journal: Journal) -> bytes:
    """Return a zip of CSV files (UTF-8 with a mark for Excel) and a note that it is not encrypted.

    Months that cannot be read are left out; `Journal.problems` names them.
    """
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files(journal):
            archive.writestr(zipfile.ZipInfo(name, _STAMP), content, zipfile.ZIP_DEFLATED)
    return packed.getvalue()


def files(journal: Journal) -> Iterator[tuple[str, bytes]]:
    """Give the name and content of every file of the copy."""
    yield "read me.txt", READ_ME.encode()
    for kind, name in FILES.items():
        yield f"{name}.csv", _csv(journal.table(kind))
    yield "how-i-take-them.csv", _csv(_regimens(journal))
    yield "pauses.csv", _csv(_holds(journal))


def _csv(table: pd.DataFrame) -> bytes:
    # The ratings stand in a table of their own.
    table = table.drop(columns="ratings", errors="ignore")
    for column in table.columns:
        if not pd.api.types.is_numeric_dtype(table[column]):
            table[column] = [_cell(value) for value in table[column]]
    text: str = table.to_csv(index=False, lineterminator="\r\n")
    return text.encode("utf-8-sig")


def _cell(value: object) -> str:
    if isinstance(value, pd.Timestamp):
        return str(value.isoformat())
    if value is None or value is pd.NaT:
        return ""
    if isinstance(value, str):
        return neutral(value)
    return neutral(orjson.dumps(to_jsonable_python(value)).decode())


def _regimens(journal: Journal) -> pd.DataFrame:
    rows = [
        {
            "medication": medication.id,
            "name": medication.name,
            "start": regimen.start.isoformat(),
            "end": regimen.end.isoformat() if regimen.end else "",
            "end_reason": regimen.end_reason or "",
            "end_note": regimen.end_note,
            "in_words": in_words(regimen),
            "as_written": regimen.as_written,
            "unit": regimen.unit,
            "plan": orjson.dumps(to_jsonable_python(regimen.plan)).decode(),
        }
        for medication in journal.medications()
        for regimen in medication.regimens
    ]
    columns = "medication name start end end_reason end_note in_words as_written unit plan"
    return pd.DataFrame(rows, columns=columns.split())


def _holds(journal: Journal) -> pd.DataFrame:
    rows = [
        {
            "medication": medication.id,
            "name": medication.name,
            "start": hold.start.isoformat(),
            "end": hold.end.isoformat() if hold.end else "",
            "reason": hold.reason.value,
            "note": hold.note,
        }
        for medication in journal.medications()
        for hold in medication.holds
    ]
    return pd.DataFrame(rows, columns=["medication", "name", "start", "end", "reason", "note"])
