"""One file with everything a journal holds, and back again without a difference.

The copy is laid out like the journal's own files, so that the same migrations read an old one.
"""

from collections.abc import Iterator, Mapping
from typing import Any

import orjson

from medself.errors import CannotImport, InvalidRecord, JournalTooNew, JournalUnreadable
from medself.exchange.rows import RECORD_KINDS, Reading, Refused
from medself.journal import Journal
from medself.journal.documents import from_document, to_document
from medself.journal.migrations import META, META_ID, Tables, newest, up_to_date
from medself.model import Person, Record

READ_ME = (
    "A copy of one person's whole record, written by medself. It is NOT encrypted: anyone who has "
    "this file can read it. medself can bring it back in under My data."
)


def write(journal: Journal) -> bytes:
    """Return everything in a journal as JSON text (UTF-8), the same for the same records.

    Raises:
        JournalUnreadable: a part cannot be read. A copy is whole or it is not made.
    """
    records = {
        kind: {record.id: to_document(record) for record in journal.records(kind)}
        for kind in ("person", *RECORD_KINDS)
    }
    copy = {"medself": READ_ME, "schema": newest(), "records": records}
    return orjson.dumps(copy, option=orjson.OPT_INDENT_2 | orjson.OPT_SORT_KEYS)


def read(copy: Mapping[str, Any]) -> Reading:
    """Read a copy, of this schema or an older one.

    Raises:
        CannotImport: it is no whole copy, or a newer medself wrote it.
    """
    tables = _tables(copy)
    refused: list[Refused] = []
    people = list(_records(tables, "person", refused))
    if len(people) != 1 or not isinstance(people[0], Person):
        raise CannotImport("This copy does not say whose record it is, so we did not read it.")
    records = [record for kind in RECORD_KINDS for record in _records(tables, kind, refused)]
    unknown = sorted(tables.keys() - {META, "person", *RECORD_KINDS})
    refused += [
        Refused(where=kind, reason="We do not know this kind of record.") for kind in unknown
    ]
    return Reading(
        format="medself",
        records=tuple(records),
        refused=tuple(refused),
        person=people[0],
        notes=(f"This is a copy of the record of {people[0].name}.",),
    )


def _tables(copy: Mapping[str, Any]) -> Tables:
    records = copy.get("records")
    if not isinstance(records, dict) or not all(isinstance(t, dict) for t in records.values()):
        raise CannotImport("This copy is damaged: its records are missing.")
    try:
        return up_to_date(records | {META: {META_ID: {"schema": copy.get("schema")}}})
    except JournalTooNew as error:
        raise CannotImport(
            "A newer medself wrote this copy. Please bring medself up to date, then try again."
        ) from error
    except JournalUnreadable as error:
        raise CannotImport("This copy is damaged: it does not say how it is laid out.") from error


def _records(tables: Tables, kind: str, refused: list[Refused]) -> Iterator[Record]:
    for record_id, document in tables.get(kind, {}).items():
        try:
            if not isinstance(document, dict):
                raise InvalidRecord("It is empty.")
            yield from_document(kind, record_id, document)
        except InvalidRecord as error:
            refused.append(Refused(where=f"{kind} {record_id}", reason=str(error)))
