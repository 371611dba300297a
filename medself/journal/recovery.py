"""What a person can do about a part of their journal that cannot be read."""

from medself.errors import CannotRestore
from medself.journal import unzip, zips
from medself.journal.documents import CLASSES, to_document
from medself.journal.edit import Edit
from medself.journal.file_journal import FileJournal
from medself.journal.filling import filled
from medself.journal.folder import PERSON, in_words
from medself.journal.interface import Journal
from medself.journal.migrations import Document
from medself.journal.store import Store
from medself.journal.zips import Backup
from medself.model import Person


def copies(journal: Journal, partition: str) -> list[Backup]:
    """Return the backups from which a partition could be put back, newest first."""
    store = _files(journal).store
    return [
        backup
        for backup in zips.listed(store.folder)
        if unzip.read_one(backup.path, partition, store.seal) is not None
    ]


def put_back(journal: Journal, partition: str, backup: Backup) -> None:
    """Put one damaged partition back from a backup; its damaged bytes are kept in `trash`.

    Entries that have moved to another month since then stay where they are.

    Raises:
        CannotRestore: the partition can be read, or the backup does not hold it.
        NotSaved: the disk is full or read-only; nothing was changed.
    """
    store = _files(journal).store
    with store.edit() as edit:
        _begin_afresh(journal, partition, edit)
        tables = unzip.read_one(backup.path, partition, store.seal)
        if tables is None:
            raise CannotRestore(f"This backup does not hold {in_words(partition)}.")
        elsewhere = _files(journal).finder()
        for kind in CLASSES:
            documents: dict[str, Document | None] = {
                record_id: document
                for record_id, document in tables.get(kind, {}).items()
                if elsewhere(record_id, without=(partition,)) is None
            }
            edit.put(partition, kind, documents)
        edit.commit(None)


def set_aside(journal: Journal, partition: str) -> None:
    """Move the bytes of a damaged partition to `trash` and start that part afresh, empty.

    For the person's own file a record named "My record" is begun.

    Raises:
        CannotRestore: the partition can be read.
        NotSaved: the disk is full or read-only; nothing was changed.
    """
    store = _files(journal).store
    with store.edit() as edit:
        _begin_afresh(journal, partition, edit)
        if partition == PERSON:
            person = Person(name="My record", id=_known_id(store))
            edit.put(PERSON, "person", {person.id: to_document(filled(person, lambda: person))})
        edit.commit(None)


def _begin_afresh(journal: Journal, partition: str, edit: Edit) -> None:
    if all(problem.partition != partition for problem in journal.problems()):
        raise CannotRestore(f"Nothing is wrong with {in_words(partition)}. Nothing was changed.")
    edit.begin_afresh(partition)


def _known_id(store: Store) -> str:
    """Return whose folder it is: what the newest backup says, else the name of the folder."""
    for backup in zips.listed(store.folder):
        tables = unzip.read_one(backup.path, PERSON, store.seal)
        for person_id in (tables or {}).get("person", {}):
            return person_id
    return store.folder.root.name


def _files(journal: Journal) -> FileJournal:
    if not isinstance(journal, FileJournal):
        raise TypeError("only a journal in files has parts that can be damaged")
    return journal
