"""Backups of a journal: make one, look into one, put one back."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import IO

from medself.days import day_in_words
from medself.errors import CannotRestore, JournalError
from medself.journal import household, storage, unzip, zips
from medself.journal.documents import CLASSES
from medself.journal.file_journal import FileJournal
from medself.journal.folder import in_words
from medself.journal.interface import Journal
from medself.journal.migrations import Document, Tables
from medself.journal.seal import PlainSeal
from medself.journal.store import Store
from medself.journal.unzip import Contents
from medself.journal.views import Counts, counts, total
from medself.journal.zips import Backup

Source = Path | IO[bytes]


@dataclass(frozen=True)
class Preview:
    """What restoring a backup would do.

    `before` and `after` count the records by month (or `person`) and kind. `made` is when the
    backup was made, in the computer's own time; `sentences` say what a person should know first.
    """

    made: datetime
    name: str
    before: Counts
    after: Counts
    sentences: tuple[str, ...]


def make_backup(journal: Journal) -> Backup:
    """Make a backup now: a dated zip in the journal's `backups` folder.

    Raises:
        NotSaved: the disk is full or read-only.
    """
    store = _store(journal)
    with store.locked():
        return zips.make(store.folder, store.seal)


def list_backups(journal: Journal) -> list[Backup]:
    """Return the backups in the journal's own folder, newest first."""
    return zips.listed(_store(journal).folder)


def preview_restore(journal: Journal, source: Source) -> Preview:
    """Say what restoring would change, without changing anything.

    Raises:
        CannotRestore: it is no whole backup of this person.
    """
    store = _store(journal)
    contents = _of_this_person(journal, unzip.read(source, store.seal))
    return _preview(contents, *_tables_now(store))


def restore(journal: Journal, source: Source) -> Preview:
    """Put the journal back as it was when the backup was made: all of it, or nothing is changed.

    A backup of what is there now is made first, files that cannot be read are kept in `trash`, and
    it can be undone.

    Raises:
        CannotRestore: it is no whole backup of this person.
        NotSaved: the disk is full or read-only.
    """
    store = _store(journal)
    contents = _of_this_person(journal, unzip.read(source, store.seal))
    with store.edit() as edit:
        zips.make(store.folder, store.seal)
        now, unreadable = _tables_now(store)
        for partition in unreadable:
            edit.begin_afresh(partition)
        for partition in {*now, *contents.tables}:
            for kind in CLASSES:
                then: dict[str, Document | None] = dict.fromkeys(_of(now, partition, kind))
                edit.put(partition, kind, then | _of(contents.tables, partition, kind))
        day = day_in_words(contents.made.astimezone().date())
        edit.commit(f"putting back the backup of {day}")
    return _preview(contents, now, unreadable)


def restore_as_new(home: Path | str, source: Source) -> Path:
    """Make a person's folder from a backup, for a computer that does not have it yet.

    Raises:
        CannotRestore: it is no whole backup, or this person has a folder here already.
        InvalidRecord: its person's id cannot name a folder.
        NotSaved: the disk is full or read-only; nothing was made.
    """
    contents = unzip.read(source, PlainSeal())
    path = household.folder_of(home, contents.person)
    if path.exists():
        raise CannotRestore(
            f"{contents.person.name} is here already. Open that record and restore the backup there."
        )
    return household.make_whole(path, contents.tables)


def _store(journal: Journal) -> Store:
    if not isinstance(journal, FileJournal):
        raise TypeError("only a journal in files has backups of its own")
    return journal.store


def _of_this_person(journal: Journal, contents: Contents) -> Contents:
    try:
        person = journal.person
    except JournalError:
        return contents
    if contents.person.id != person.id:
        raise CannotRestore(
            f"This backup belongs to {contents.person.name}, and this is the record of {person.name}. "
            "Nothing was changed."
        )
    return contents


def _tables_now(store: Store) -> tuple[dict[str, Tables], list[str]]:
    """Return the tables of every partition that can be read, and the names of the others."""
    now: dict[str, Tables] = {}
    unreadable = []
    for partition in store.folder.scan():
        try:
            now[partition], _ = storage.read(store.folder.file(partition), partition, store.seal)
        except JournalError:
            unreadable.append(partition)
    return now, unreadable


def _preview(contents: Contents, now: Mapping[str, Tables], unreadable: list[str]) -> Preview:
    before, after = counts(now), counts(contents.tables)
    sentences = []
    if total(after) < total(before):
        sentences.append(
            f"This backup holds fewer entries than you have now: {total(after):,} instead of "
            f"{total(before):,}. What you have now is backed up first."
        )
    sentences += [
        f"We cannot read {in_words(partition)} as it is now. Its file is kept."
        for partition in unreadable
    ]
    made = contents.made.astimezone()
    return Preview(made, contents.person.name, before, after, tuple(sentences))


def _of(tables: Mapping[str, Tables], partition: str, kind: str) -> dict[str, Document]:
    return tables.get(partition, {}).get(kind, {})
