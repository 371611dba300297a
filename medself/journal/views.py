"""What is made of the tables of one file: where its records are, the records, how many of each."""

from collections.abc import Mapping
from typing import Any

from medself.errors import InvalidRecord, JournalUnreadable
from medself.journal.documents import CLASSES, DAILY_KINDS, PERSON_KINDS, from_document
from medself.journal.folder import PERSON, in_words
from medself.journal.migrations import Tables
from medself.journal.storage import KEPT

Counts = dict[str, dict[str, int]]


def ids(tables: Tables, partition: str) -> dict[str, str]:
    """Return the kind of every record of a file by id."""
    kinds = PERSON_KINDS if partition == PERSON else DAILY_KINDS
    return {record_id: kind for kind in kinds for record_id in tables.get(kind, ())}


def every_record(tables: Tables, partition: str) -> dict[str, list[Any]]:
    """Return every record of a file by kind.

    Raises:
        JournalUnreadable: one of them is not what it must be.
    """
    kinds = PERSON_KINDS if partition == PERSON else DAILY_KINDS
    return {
        kind: [record(tables, partition, kind, record_id) for record_id in tables.get(kind, {})]
        for kind in kinds
    }


def record(tables: Tables, partition: str, kind: str, record_id: str) -> Any:
    """Return one record of a file.

    Raises:
        JournalUnreadable: it is not what it must be.
    """
    try:
        return from_document(kind, record_id, tables[kind][record_id])
    except InvalidRecord as error:
        raise JournalUnreadable(
            f"We could not read {in_words(partition)}: {error} {KEPT}"
        ) from error


def counts(tables: Mapping[str, Tables]) -> Counts:
    """Count records by partition and kind; kinds without any are left out."""
    return {
        partition: {kind: len(found[kind]) for kind in CLASSES if found.get(kind)}
        for partition, found in tables.items()
    }


def total(counted: Counts) -> int:
    """Return how many records of all kinds, the person not counted, there are in all partitions."""
    return sum(
        number for kinds in counted.values() for kind, number in kinds.items() if kind != "person"
    )
