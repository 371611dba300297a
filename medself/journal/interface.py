"""What a journal can do, whatever keeps it: files on this computer, or a database of a clinic."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Protocol

import pandas as pd

from medself.model import Medication, Person, Question, Record, Task, Visit


@dataclass(frozen=True)
class Problem:
    """A part of a journal that cannot be read. Its bytes are kept as they are.

    `partition` names it for the program (`2026-10`, or `person`), `what` for the person ("October
    2026"), `sentence` says what is wrong; `too_new` that only a newer medself can read it.
    """

    partition: str
    what: str
    sentence: str
    too_new: bool = False


class Journal(Protocol):
    """One person's record.

    Every write is on the disk and read back when the call returns, or it raises and nothing was
    changed. `NotSaved` says why a write did not happen, `InvalidRecord` what cannot be kept,
    `JournalUnreadable` and `JournalTooNew` that the part asked for cannot be read.
    """

    @property
    def folder(self) -> Path:
        """Where the files lie."""
        ...

    @property
    def person(self) -> Person:
        """Whose record it is."""
        ...

    @property
    def revision(self) -> str:
        """A mark that changes when anything in the journal does."""
        ...

    def medications(self) -> list[Medication]:
        """Return every medicine, by name."""
        ...

    def visits(self) -> list[Visit]:
        """Return every appointment, earliest first."""
        ...

    def questions(self) -> list[Question]:
        """Return every question, oldest first."""
        ...

    def tasks(self) -> list[Task]:
        """Return everything to do, done or not, oldest first."""
        ...

    def records(self, kind: str) -> list[Any]:
        """Return every record of a kind, oldest first."""
        ...

    def table(
        self, kind: str, *, start: date | None = None, end: date | None = None
    ) -> pd.DataFrame:
        """Return the records of a kind as a table the caller may change.

        Args:
            kind: one of `tables.COLUMNS`: a kind of record, or `rating`, a row for each rating.
            start: first day, included; missing: from the first record.
            end: last day, included; missing: to the last record.

        Returns:
            The columns and dtypes of `tables.COLUMNS[kind]`, also when there are no rows; ordered
            by day, time and id. Days are those of `day`, for a visit of `at`; questions and
            medications have none, so all of them are returned. Months that cannot be read are
            left out: `problems` names them.
        """
        ...

    def get(self, record_id: str, /) -> Any:
        """Return one record of any kind.

        Raises:
            NoSuchRecord: it is not there.
        """
        ...

    def add(self, record: Record) -> str:
        """Keep a record and return its id. One whose id is there already changes nothing.

        `recorded_at` (now) and `day` (by the person's day start) are filled in when missing.
        """
        ...

    def add_all(self, records: Iterable[Record]) -> list[str]:
        """Keep all of the records or, when one cannot be kept, none; return their ids in order."""
        ...

    def revise(self, record_id: str, /, **changes: Any) -> None:
        """Change fields of a record; the others stay. A new `at` moves it to its new day.

        Raises:
            NoSuchRecord: it is not there.
        """
        ...

    def save_all(self, records: Iterable[Record]) -> None:
        """Keep all of the records or none, in one write that can be undone in one go.

        A record whose id is there is replaced by what is given, any other is added.

        Raises:
            InvalidRecord: one of them cannot be kept, or is another person's.
        """
        ...

    def remove(self, record_id: str, /) -> None:
        """Take a record out.

        Raises:
            NoSuchRecord: it is not there.
        """
        ...

    def can_undo(self) -> str | None:
        """Say what `undo` would take back, such as "adding a dose of 3 November 2026"."""
        ...

    def undo(self) -> str:
        """Take the last write back and say which it was.

        Raises:
            NothingToUndo: there is none.
        """
        ...

    def problems(self) -> Sequence[Problem]:
        """Return the parts that cannot be read; none when all is well."""
        ...
