"""Reading a journal in files: only the months asked for, each only when it has changed."""

import hashlib
from collections.abc import Callable, Collection
from datetime import date
from typing import Any, Protocol, TypeVar

import pandas as pd

from medself.errors import JournalError, JournalTooNew, JournalUnreadable, NoSuchRecord
from medself.journal import frames, storage, views
from medself.journal.documents import DAILY_KINDS, PERSON_KINDS
from medself.journal.edit import not_there
from medself.journal.finding import likely
from medself.journal.folder import PERSON, Signature, in_words, month_of
from medself.journal.interface import Problem
from medself.journal.shelf import Shelf, View
from medself.journal.store import Store
from medself.journal.views import every_record, ids
from medself.model import Person

REMEMBERED_TABLES = 64
TRIES = 5

T = TypeVar("T")
Place = tuple[str, str]


class Finder(Protocol):
    """Finds the partition and kind of an id, leaving some partitions out."""

    def __call__(self, record_id: str, without: Collection[str] = ()) -> Place | None:
        """Return where the id is; None when it is in no file that can be read."""
        ...


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
        if seen is None:
            raise not_there(self._store.folder)
        return list(self._shelf.view(PERSON, seen, every_record)[kind])

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
        found: list[Any] = []
        for partition in self._months(None, None):
            tables, _ = storage.read(
                self._store.folder.file(partition), partition, self._store.seal
            )
            found += every_record({kind: tables.get(kind, {})}, partition)[kind]
        return sorted(found, key=lambda record: (record.day, record.at, record.id))

    def table(self, kind: str, start: date | None, end: date | None) -> pd.DataFrame:
        """Return the table of a kind over some days."""
        key = (kind, start, end)
        files, months = self._consistent(
            lambda: self._partitions_of(kind, start, end), frames.columns
        )
        kept = self._frames.get(key)
        if kept is None or kept[0] != files:
            frame = frames.joined(kind, months)
            column = {"visit": "at", "question": None, "medication": None}.get(kind, "day")
            if column is not None and (start or end):
                frame = frames.within(frame, column, start, end)
            kept = (files, frame)
            self._remember(key, kept)
        return frames.handed_out(kind, kept[1])

    def _remember(self, key: tuple[Any, ...], kept: tuple[Any, pd.DataFrame]) -> None:
        if len(self._frames) >= REMEMBERED_TABLES:
            self._frames.clear()
        self._frames[key] = kept

    def _partitions_of(
        self, kind: str, start: date | None, end: date | None
    ) -> dict[str, Signature]:
        if kind not in frames.SCHEMAS:
            raise ValueError(f"not a table: {kind!r}")
        if kind in PERSON_KINDS:
            seen = self._store.folder.scan_one(PERSON)
            return {} if seen is None else {PERSON: seen}
        return self._months(start, end)

    def _months(self, start: date | None, end: date | None) -> dict[str, Signature]:
        low = "" if start is None else month_of(start)
        high = "9999-99" if end is None else month_of(end)
        found = self._store.folder.scan()
        return {
            name: seen for name, seen in found.items() if name != PERSON and low <= name <= high
        }

    def _consistent(
        self, scan: Callable[[], dict[str, Signature]], make: View[T]
    ) -> tuple[dict[str, Signature], list[T]]:
        """View files as they are at one moment, without keeping writers out.

        A writer may replace several files one after the other. When one was read, the scan is made
        again, and everything again should anything have changed in between.
        """
        for _ in range(TRIES):
            self._store.settled()
            files, before = scan(), self._shelf.reads
            found = self._views(files, make)
            if found is not None and (self._shelf.reads == before or scan() == files):
                return files, found
        with self._store.locked():
            files = scan()
            return files, self._views(files, make) or []

    def _views(self, files: dict[str, Signature], make: View[T]) -> list[T] | None:
        """Return the views of the files that can be read; None when one has gone meanwhile."""
        found = []
        for partition, seen in files.items():
            try:
                found.append(self._shelf.view(partition, seen, make))
            except JournalError:
                continue
            except FileNotFoundError:
                return None
        return found

    def find(self, record_id: str) -> Place:
        """Return the partition and kind of a record.

        Raises:
            NoSuchRecord: it is in no file that can be read.
        """
        self._store.settled()
        place = self.finder()(record_id)
        if place is None:
            raise NoSuchRecord("This entry is not here any more. Perhaps it was removed elsewhere.")
        return place

    def finder(self) -> Finder:
        """Return a function that finds ids in the files as they are now."""
        files = self._store.folder.scan()

        def find(record_id: str, without: Collection[str] = ()) -> Place | None:
            for partition in likely(record_id, files):
                if partition in without:
                    continue
                try:
                    kind = self._shelf.view(partition, files[partition], ids).get(record_id)
                except (JournalError, FileNotFoundError):
                    continue
                if kind is not None:
                    return partition, kind
            return None

        return find

    def record(self, partition: str, kind: str, record_id: str) -> Any:
        """Return one record of a file."""
        tables, _ = storage.read(self._store.folder.file(partition), partition, self._store.seal)
        return views.record(tables, partition, kind, record_id)

    def problems(self) -> list[Problem]:
        """Return the partitions that cannot be read."""
        self._store.settled()
        files = self._store.folder.scan()
        found = (
            []
            if PERSON in files
            else [Problem(PERSON, in_words(PERSON), str(not_there(self._store.folder)))]
        )
        for partition, seen in files.items():
            try:
                self._shelf.view(partition, seen, frames.columns)
                if partition == PERSON:
                    self.person()
            except JournalError as error:
                too_new = isinstance(error, JournalTooNew)
                found.append(Problem(partition, in_words(partition), str(error), too_new))
        return found
