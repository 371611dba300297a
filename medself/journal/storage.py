"""TinyDB over one file of a journal: strict when reading, whole or not at all when writing."""

import os
from pathlib import Path
from typing import Any

import orjson
from tinydb import TinyDB
from tinydb.storages import Storage
from tinydb.table import Table

from medself.errors import JournalError, JournalTooNew, JournalUnreadable
from medself.journal.files import patiently
from medself.journal.folder import Signature, in_words, signature
from medself.journal.migrations import META, META_ID, Tables, newest, schema_of, up_to_date
from medself.journal.seal import Seal

KEPT = "We kept the file as it is, and nothing else is touched."
TOO_NEW = "Please update medself; until then it can only be looked at with the newer one."


def decode(data: bytes, partition: str, seal: Seal) -> Tables:
    """Read the tables of one file, in the newest schema.

    Raises:
        JournalUnreadable: the bytes are empty, cut short or not a journal file.
        JournalTooNew: a newer medself wrote them.
    """
    try:
        return up_to_date(_parse(data, seal))
    except JournalTooNew as error:
        raise JournalTooNew(
            f"We could not read {in_words(partition)}: {error}. {TOO_NEW}"
        ) from None
    except (JournalUnreadable, KeyError, TypeError, AttributeError) as error:
        reason = str(error) if isinstance(error, JournalError) else "it is damaged"
        raise JournalUnreadable(
            f"We could not read {in_words(partition)}: {reason}. {KEPT}"
        ) from error


def _parse(data: bytes, seal: Seal) -> Tables:
    if not data:
        raise JournalUnreadable("the file is empty")
    try:
        tables = orjson.loads(seal.open(data))
    except ValueError:
        raise JournalUnreadable("the file is cut short or damaged") from None
    if not _is_tables(tables):
        raise JournalUnreadable("it is not a file of a journal")
    return tables  # type: ignore[no-any-return]


def _is_tables(value: Any) -> bool:
    return isinstance(value, dict) and all(
        isinstance(table, dict) and all(type(document) is dict for document in table.values())
        for table in value.values()
    )


def encode(tables: Tables, seal: Seal) -> bytes:
    """Return the bytes of a file that holds `tables`, marked with the newest schema."""
    return seal.close(orjson.dumps(tables | {META: {META_ID: {"schema": newest()}}}))


def read(path: Path, partition: str, seal: Seal) -> tuple[Tables, Signature]:
    """Read one file, with the signature of exactly the bytes that were read.

    Raises:
        JournalUnreadable, JournalTooNew: as `decode`.
        FileNotFoundError: there is no such file.
    """
    data, seen = read_bytes(path)
    return decode(data, partition, seal), seen


def read_bytes(path: Path) -> tuple[bytes, Signature]:
    """Read the bytes of one file and their signature, as one moment."""
    with patiently(lambda: path.open("rb")) as file:
        return file.read(), signature(os.fstat(file.fileno()))


class PartitionStorage(Storage):
    """One file, read once and changed in memory; `encoded` gives the bytes to put in its place.

    Writing is left to the edit it belongs to, because one edit may change several files and all of
    them must follow or none.
    """

    def __init__(
        self,
        path: Path,
        partition: str,
        seal: Seal,
        afresh: bool = False,
        known: Tables | None = None,
    ) -> None:
        self.changed = False
        self.to_keep: bytes | None = None
        self._seal = seal
        # TinyDB puts a changed table in the place of the old one: `known` itself stays as it is.
        self._tables: Tables | None = None if known is None else dict(known)
        if self._tables is None and path.exists():
            data, _ = read_bytes(path)
            if not afresh:
                self._tables = decode(data, partition, seal)
            if self._tables is None or schema_of(self._tables) < newest():
                self.to_keep = data

    def read(self) -> Tables | None:
        """Return the tables; None when there is no file yet."""
        return self._tables

    def write(self, data: Tables) -> None:
        """Keep `data` as what the file is to hold."""
        self._tables = data
        self.changed = True

    def encoded(self) -> bytes:
        """Return the bytes the file is to hold."""
        return encode(self._tables or {}, self._seal)


class RecordTable(Table):
    """A table whose document ids are our own record ids and which answers nothing from a cache."""

    document_id_class = str  # type: ignore[assignment]
    default_query_cache_capacity = 0


class PartitionDB(TinyDB):
    """TinyDB over one file of a journal; one table a kind.

    `known` are the tables of the file when they need not be read; it is not changed.
    """

    table_class = RecordTable

    def __init__(
        self,
        path: Path,
        partition: str,
        seal: Seal,
        afresh: bool = False,
        known: Tables | None = None,
    ) -> None:
        super().__init__(path, partition, seal, afresh, known, storage=PartitionStorage)

    @property
    def file(self) -> PartitionStorage:
        """The file behind it."""
        assert isinstance(self.storage, PartitionStorage)
        return self.storage
