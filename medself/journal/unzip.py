"""Reading a backup: a file from anywhere, believed only after every part of it was checked."""

import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import IO

import orjson

from medself.errors import CannotRestore, JournalError, JournalTooNew
from medself.journal import storage
from medself.journal.folder import MONTH, PERSON
from medself.journal.migrations import Tables
from medself.journal.seal import Seal
from medself.journal.views import every_record
from medself.journal.zips import ABOUT
from medself.model import Person

# A journal of 60,000 records is 12 MB. Whatever says it is far larger is no backup of ours.
LARGEST_FILE = 100_000_000
LARGEST_ALL = 1_000_000_000
LARGEST_RATIO, RATIO_MATTERS_FROM = 200, 20_000_000

NOT_OURS = "This zip file is not a backup that medself made. Please choose another file."
NOT_WHOLE = "This backup is not whole: part of it is missing or damaged. Please choose another one."
TOO_LARGE = "This zip file is far larger than a backup can be, so it was not opened."
TOO_NEW = "A newer medself made this backup. Please update medself, then try again."


@dataclass(frozen=True)
class Contents:
    """What a backup holds: when it was made (UTC), whose it is, and the tables of each partition."""

    made: datetime
    person: Person
    tables: Mapping[str, Tables]


def read(source: Path | IO[bytes], seal: Seal) -> Contents:
    """Read a backup, every record of it checked.

    Raises:
        CannotRestore: it is not a whole backup, or a newer medself made it.
    """
    files = _files(source)
    try:
        made = datetime.fromisoformat(orjson.loads(seal.open(files.pop(ABOUT)))["made"])
    except (KeyError, TypeError, ValueError) as error:
        raise CannotRestore(NOT_OURS) from error
    named = {_partition(name): data for name, data in files.items()}
    tables = {partition: _tables(data, partition, seal) for partition, data in named.items()}
    people = every_record(tables.get(PERSON, {}), PERSON)["person"]
    if len(people) != 1:
        raise CannotRestore(NOT_WHOLE)
    return Contents(made, people[0], tables)


def read_one(source: Path, partition: str, seal: Seal) -> Tables | None:
    """Read one partition of a backup; None when it does not hold it, whole and readable."""
    try:
        files = _files(source, only=partition)
        return _tables(files.popitem()[1], partition, seal) if files else None
    except CannotRestore:
        return None


def _tables(data: bytes, partition: str, seal: Seal) -> Tables:
    try:
        tables = storage.decode(data, partition, seal)
        every_record(tables, partition)
    except JournalTooNew as error:
        raise CannotRestore(TOO_NEW) from error
    except JournalError as error:
        raise CannotRestore(NOT_WHOLE) from error
    return tables


def _files(source: Path | IO[bytes], only: str | None = None) -> dict[str, bytes]:
    try:
        with zipfile.ZipFile(source) as archive:
            entries = archive.infolist()
            _check_sizes(entries)
            if only is not None:
                entries = [entry for entry in entries if _holds(entry, only)]
            return {entry.filename: _bytes(archive, entry) for entry in entries}
    except (OSError, EOFError, zipfile.BadZipFile, zlib.error) as error:
        raise CannotRestore(NOT_WHOLE) from error
    except (NotImplementedError, RuntimeError, ValueError) as error:  # locked, or packed otherwise
        raise CannotRestore(NOT_OURS) from error


def _check_sizes(entries: list[zipfile.ZipInfo]) -> None:
    names = [entry.filename for entry in entries]
    if len(set(names)) != len(names):
        raise CannotRestore(NOT_OURS)
    sizes = [entry.file_size for entry in entries]
    packed = sum(entry.compress_size for entry in entries)
    ratio = sum(sizes) / max(packed, 1)
    bomb = sum(sizes) > RATIO_MATTERS_FROM and ratio > LARGEST_RATIO
    if bomb or sum(sizes) > LARGEST_ALL or any(size > LARGEST_FILE for size in sizes):
        raise CannotRestore(TOO_LARGE)


def _bytes(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes:
    """Read one entry, never more of it than it says it has."""
    with archive.open(entry) as file:
        return file.read(entry.file_size)


def _holds(entry: zipfile.ZipInfo, partition: str) -> bool:
    return entry.filename != ABOUT and _partition(entry.filename) == partition


def _partition(name: str) -> str:
    if name == "person.json":
        return PERSON
    folder, _, file = name.partition("/")
    month = file.removesuffix(".json")
    if folder != "journal" or file == month or not MONTH.fullmatch(month):
        raise CannotRestore(NOT_OURS)
    return month
