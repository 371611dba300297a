"""A journal in files: monthly TinyDB partitions in one folder a person."""

from collections.abc import Callable, Iterable
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pandas as pd

from medself.errors import InvalidRecord
from medself.journal import taking_back, words, zips
from medself.journal.documents import kind_of, to_document
from medself.journal.edit import Edit
from medself.journal.filling import filled, partition_of, revised
from medself.journal.finding import Finder
from medself.journal.folder import Folder
from medself.journal.interface import Problem
from medself.journal.reading import Reading
from medself.journal.seal import PlainSeal, Seal
from medself.journal.store import Store
from medself.model import Medication, Person, Question, Record, Task, Visit

# As many records as nobody types at once: before such a write a backup is made.
AN_IMPORT = 50


class FileJournal:
    """One person's record in one folder; see `interface.Journal` for what each method promises."""

    def __init__(self, folder: Path, seal: Seal | None = None) -> None:
        self._store = Store(Folder(folder), seal or PlainSeal())
        self._reading = Reading(self._store)
        self._can_undo: tuple[str, str | None] | None = None  # by revision

    def __reduce__(self) -> tuple[Any, ...]:
        """Pickle as the place it is at: nothing of what was read goes along."""
        return FileJournal, (self.folder, self._store.seal)

    @property
    def store(self) -> Store:
        """The files behind it, for backups and recovery."""
        return self._store

    @property
    def folder(self) -> Path:
        """The person's folder."""
        return self._store.folder.root

    @property
    def person(self) -> Person:
        """Whose record it is."""
        return self._reading.person()

    @property
    def revision(self) -> str:
        """A mark that changes when anything in the journal does."""
        return self._reading.revision()

    def medications(self) -> list[Medication]:
        """Return every medicine, by name."""
        found = self._reading.person_records("medication")
        return sorted(found, key=lambda medication: (medication.name.casefold(), medication.id))

    def visits(self) -> list[Visit]:
        """Return every appointment, earliest first."""
        return sorted(self._reading.person_records("visit"), key=lambda visit: (visit.at, visit.id))

    def questions(self) -> list[Question]:
        """Return every question, oldest first."""
        found = self._reading.person_records("question")
        return sorted(found, key=lambda question: (question.recorded_at, question.id))

    def tasks(self) -> list[Task]:
        """Return everything to do, done or not, oldest first."""
        found = self._reading.person_records("task")
        return sorted(found, key=lambda task: (task.recorded_at, task.id))

    def records(self, kind: str) -> list[Any]:
        """Return every record of a kind, oldest first."""
        whole: dict[str, Callable[[], list[Any]]] = {
            "person": lambda: [self.person],
            "medication": self.medications,
            "visit": self.visits,
            "question": self.questions,
            "task": self.tasks,
        }
        return whole[kind]() if kind in whole else self._reading.daily_records(kind)

    def table(
        self, kind: str, *, start: date | None = None, end: date | None = None
    ) -> pd.DataFrame:
        """Return the records of a kind as a table the caller may change."""
        return self._reading.table(kind, start, end)

    def get(self, record_id: str, /) -> Any:
        """Return one record of any kind."""
        return self._reading.get(record_id)

    def finder(self) -> Finder:
        """Return a function that finds ids in the files as they are now, for recovery."""
        return self._reading.finder()

    def problems(self) -> list[Problem]:
        """Return the parts that cannot be read."""
        return self._reading.problems()

    def add(self, record: Record) -> str:
        """Keep a record and return its id."""
        return self.add_all([record])[0]

    def add_all(self, records: Iterable[Record]) -> list[str]:
        """Keep all of the records or none."""
        given = list(records)
        with self._store.edit() as edit:
            person = cache(lambda: self.person)
            new = self._new(edit, [filled(record, person) for record in given])
            grouped: dict[tuple[str, str], dict[str, Any]] = {}
            for record in new:
                group = grouped.setdefault((partition_of(record), kind_of(record)), {})
                group[record.id] = to_document(record)
            for (partition, kind), documents in grouped.items():
                edit.put(partition, kind, documents)
            if len(new) >= AN_IMPORT:
                zips.make(self._store.folder, self._store.seal)
            edit.commit(words.adding(new) if new else None)
            if not new:
                # A retry: what is there may not have reached the disk when it was cut short.
                self._store.sync()
        return [record.id for record in given]

    def _new(self, edit: Edit, records: list[Record]) -> list[Record]:
        """Return the records whose id is nowhere yet, each once."""
        elsewhere = self._reading.finder()
        found: dict[str, Record] = {}
        for record in records:
            partition = partition_of(record)
            self._not_another_person(record)
            if (
                not isinstance(record, Person)
                and record.id not in found
                and edit.document(partition, kind_of(record), record.id) is None
                and elsewhere(record.id, without=(partition,)) is None
            ):
                found[record.id] = record
        return list(found.values())

    def _not_another_person(self, record: Record) -> None:
        if isinstance(record, Person) and record.id != self.person.id:
            raise InvalidRecord("This record belongs to someone else already.")

    def revise(self, record_id: str, /, **changes: Any) -> None:
        """Change fields of a record; the others stay."""
        with self._store.edit() as edit:
            partition, kind = place = self._reading.find(record_id)
            record = self._reading.record(place, record_id)
            new = revised(record, changes, lambda: self.person)
            if partition_of(new) != partition:
                edit.put(partition, kind, {record_id: None})
            edit.put(partition_of(new), kind, {record_id: to_document(new)})
            edit.commit(words.changing(new))

    def save_all(self, records: Iterable[Record]) -> None:
        """Keep all of the records or none; one that is there already is replaced."""
        given = list(records)
        with self._store.edit() as edit:
            person, where = cache(lambda: self.person), self._reading.finder()
            new = [filled(record, person) for record in given]
            for record in new:
                self._not_another_person(record)
                place = partition_of(record), kind_of(record)
                if (old := where(record.id)) not in (None, place):
                    edit.put(*old, {record.id: None})
                edit.put(*place, {record.id: to_document(record)})
            edit.commit(words.saving(new) if new else None)

    def remove(self, record_id: str, /) -> None:
        """Take a record out."""
        with self._store.edit() as edit:
            partition, kind = place = self._reading.find(record_id)
            if kind == "person":
                raise InvalidRecord("To remove a person, remove their whole record.")
            record = self._reading.record(place, record_id)
            edit.put(partition, kind, {record_id: None})
            edit.commit(words.removing(record))

    def can_undo(self) -> str | None:
        """Say what `undo` would take back."""
        revision = self.revision
        if self._can_undo is None or self._can_undo[0] != revision:
            self._can_undo = revision, taking_back.last(self._store)
        return self._can_undo[1]

    def undo(self) -> str:
        """Take the last write back and say which it was."""
        return taking_back.take_back(self._store)
