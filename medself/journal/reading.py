"""Reading a journal in files: only the months asked for, each only when it has changed."""

import hashlib
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from typing import Any, TypeVar

import pandas as pd

from medself.errors import JournalError, JournalTooNew, JournalUnreadable, NoSuchRecord
from medself.journal import frames, storage, views
from medself.journal.documents import DAILY_KINDS, PERSON_KINDS
from medself.journal.edit import not_there
from medself.journal.finding import Finder, Place
from medself.journal.folder import PERSON, Signature, in_words, month_of
from medself.journal.interface import Problem
from medself.journal.migrations import Tables
from medself.journal.shelf import Shelf
from medself.journal.store import Store
from medself.journal.views import every_record
from medself.model import Person

REMEMBERED_TABLES = 64
TRIES = 5
NOT_HERE = "This entry is not here any more. Perhaps it was removed elsewhere."

Files = dict[str, Signature]
T = TypeVar("T")


class Reading:
    """What one open journal has read."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._shelf = Shelf(store.folder, store.seal)
        self._frames: dict[tuple[Any, ...], tuple[Any, pd.DataFrame]] = {}

    @property
    def reads(self) -> int:
        """How many files were read so far."""
        return self._shelf.reads

    def revision(self) -> str:
        """Return a mark of the state of all files."""
        self._store.settled()
        return hashlib.sha256(repr(self._store.folder.scan()).encode()).hexdigest()[:32]

    def person_records(self, kind: str) -> list[Any]:
        """Return every record of a kind that `person.json` holds."""
        self._store.settled()
        seen = self._store.folder.scan_one(PERSON)
        try:
            if seen is not None:
                return list(self._shelf.view(PERSON, seen, every_record)[kind])
        except FileNotFoundError:
            pass  # it went away since it was looked at
        raise not_there(self._store.folder)

    def person(self) -> Person:
        """Return whose record it is."""
        people = self.person_records("person")
        if len(people) != 1:
            raise JournalUnreadable(
                f"We could not read {in_words(PERSON)}: it does not say whose they are. {storage.KEPT}"
            )
        person: Person = people[0]
        return person

    def daily_records(self, kind: str) -> list[Any]:
        """Return every record of a kind the months hold, oldest first; raises if one is damaged."""
        if kind not in DAILY_KINDS:
            raise ValueError(f"not a kind of record: {kind!r}")

        def read(files: Files) -> list[Any]:
            return [record for partition in files for record in self._records(partition, kind)]

        _, found = self._consistent(lambda: self._months(None, None), read)
        return sorted(found, key=lambda record: (record.day, record.at, record.id))

    def _records(self, partition: str, kind: str) -> list[Any]:
        tables = self._read(partition)
        return every_record({kind: tables.get(kind, {})}, partition)[kind]

    def _read(self, partition: str) -> Tables:
        path = self._store.folder.file(partition)
        return storage.read(path, partition, self._store.seal)[0]

    def table(self, kind: str, start: date | None, end: date | None) -> pd.DataFrame:
        """Return the table of a kind over some days."""
        key = (kind, start, end)

        def scan() -> Files:
            return self._partitions_of(kind, start, end)

        self._store.settled()
        kept = self._frames.get(key)
        # Files that are still the same ones hold what they held at one moment then.
        if kept is None or kept[0] != scan():
            files, months = self._consistent(scan, self._columns)
            kept = (files, frames.between(kind, months, start, end))
            if len(self._frames) >= REMEMBERED_TABLES:
                self._frames.clear()
            self._frames[key] = kept
        return frames.handed_out(kind, kept[1])

    def _columns(self, files: Files) -> list[frames.Columns]:
        """Return the tables of the files that can be read."""
        found = []
        for partition, seen in files.items():
            with suppress(JournalError):
                found.append(self._shelf.view(partition, seen, frames.columns))
        return found

    def _partitions_of(self, kind: str, start: date | None, end: date | None) -> Files:
        if kind not in frames.SCHEMAS:
            raise ValueError(f"not a table: {kind!r}")
        if kind in PERSON_KINDS:
            seen = self._store.folder.scan_one(PERSON)
            return {} if seen is None else {PERSON: seen}
        return self._months(start, end)

    def _months(self, start: date | None, end: date | None) -> Files:
        first = "" if start is None else month_of(start)
        last = "9999-99" if end is None else month_of(end)
        return self._store.folder.scan_months(first, last)

    def _consistent(self, scan: Callable[[], Files], read: Callable[[Files], T]) -> tuple[Files, T]:
        """Read files as they are at one moment, without keeping writers out.

        A writer may replace several files one after the other, so the files are looked at again
        afterwards, and read again should any have changed. A journal that never rests is read
        under the lock.
        """
        for _ in range(TRIES):
            self._store.settled()
            files = scan()
            with suppress(FileNotFoundError, KeyError):  # gone, or moved, since it was looked at
                found = read(files)
                if scan() == files:
                    return files, found
        with self._store.locked():
            files = scan()
            return files, read(files)

    def get(self, record_id: str) -> Any:
        """Return one record of any kind.

        Raises:
            NoSuchRecord: it is in no file that can be read.
        """

        def read(files: Files) -> Any:
            place = Finder(self._shelf, files)(record_id)
            return None if place is None else self.record(place, record_id)

        _, found = self._consistent(self._store.folder.scan, read)
        if found is None:
            raise NoSuchRecord(NOT_HERE)
        return found

    def find(self, record_id: str) -> Place:
        """Return where a record is. The lock is held: it cannot move meanwhile.

        Raises:
            NoSuchRecord: it is in no file that can be read.
        """
        place = self.finder()(record_id)
        if place is None:
            raise NoSuchRecord(NOT_HERE)
        return place

    def finder(self) -> Finder:
        """Return what finds ids in the files as they are now."""
        return Finder(self._shelf, self._store.folder.scan())

    def record(self, place: Place, record_id: str) -> Any:
        """Return one record of a file."""
        partition, kind = place
        return views.record(self._read(partition), partition, kind, record_id)

    def problems(self) -> list[Problem]:
        """Return the partitions that cannot be read."""
        self._store.settled()
        files = self._store.folder.scan()
        found = []
        if PERSON not in files:
            found.append(Problem(PERSON, in_words(PERSON), str(not_there(self._store.folder))))
        for partition, seen in files.items():
            try:
                self._shelf.view(partition, seen, frames.columns)
                if partition == PERSON:
                    self.person()
            except JournalError as error:
                too_new = isinstance(error, JournalTooNew)
                found.append(Problem(partition, in_words(partition), str(error), too_new))
        return found
