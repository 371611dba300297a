"""The files of one person: changed only through an edit, under the lock, all of it or nothing."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from tinydb.table import Document as TinyDocument

from medself.errors import JournalUnreadable
from medself.journal import redo, undo
from medself.journal.files import make_folder, saying_why, sync_folder, write_whole
from medself.journal.folder import PERSON, Folder
from medself.journal.lock import lock_of
from medself.journal.migrations import Document
from medself.journal.seal import Seal
from medself.journal.storage import PartitionDB

GONE = (
    "This record is not here any more: it was removed or moved. Nothing was saved. "
    "If it was removed by mistake, a backup can bring it back."
)


class Edit:
    """Changes to documents, held in memory until `commit` makes all of them or none."""

    def __init__(self, folder: Folder, seal: Seal) -> None:
        self._folder, self._seal = folder, seal
        self._open: dict[str, PartitionDB] = {}
        self._changes: list[undo.Change] = []

    def document(self, partition: str, kind: str, record_id: str) -> Document | None:
        """Return what the files hold now; None when it is not there."""
        found = self._db(partition).table(kind).get(doc_id=record_id)  # type: ignore[call-overload]
        return dict(found) if isinstance(found, TinyDocument) else None

    def put(self, partition: str, kind: str, documents: Mapping[str, Document | None]) -> None:
        """Set documents of one kind by id; None removes one."""
        table = self._db(partition).table(kind)
        before = {record_id: self.document(partition, kind, record_id) for record_id in documents}
        for record_id, after in documents.items():
            self._changes.append(undo.Change(partition, kind, record_id, before[record_id], after))
        if gone := [record_id for record_id in documents if before[record_id] is not None]:
            table.remove(doc_ids=gone)  # type: ignore[arg-type]
        new = [(record_id, after) for record_id, after in documents.items() if after is not None]
        if new:
            table.insert_multiple(TinyDocument(after, record_id) for record_id, after in new)  # type: ignore[arg-type]

    def fits(self, entry: undo.Entry) -> bool:
        """Return whether the files still hold exactly what a write left."""
        return all(
            undo.mark(self.document(taken.partition, taken.kind, taken.id)) == taken.left
            for taken in entry.changes
        )

    def commit(self, words: str | None) -> None:
        """Write every changed file: all or none, on the disk and read back when this returns.

        `words` name the change for undo; without them it cannot be taken back.

        Raises:
            NotSaved: nothing was changed.
        """
        files = self._changed_files()
        if not files:
            return
        with saying_why(self._folder.root):
            make_folder(self._folder.months)
        self._keep_outdated()
        entry = undo.remember(self._folder, self._seal, words, self._changes) if words else None
        try:
            if len(files) == 1:
                write_whole(*files.popitem())
            else:
                redo.replace_all(self._folder, files)
        except BaseException:
            if entry is not None:
                entry.unlink(missing_ok=True)
            raise

    def _db(self, partition: str) -> PartitionDB:
        if partition not in self._open:
            path = self._folder.file(partition)
            if partition == PERSON and not path.exists():
                raise JournalUnreadable(GONE)
            self._open[partition] = PartitionDB(path, partition, self._seal)
        return self._open[partition]

    def _changed_files(self) -> dict[Path, bytes]:
        return {
            self._folder.file(partition): db.file.encoded()
            for partition, db in self._open.items()
            if db.file.changed
        }

    def _keep_outdated(self) -> None:
        """Keep the bytes of a file that is about to be written in a newer schema."""
        for partition, db in self._open.items():
            if db.file.changed and db.file.outdated is not None:
                make_folder(self._folder.trash)
                kept = self._folder.trash / f"{partition}.before-update.json"
                if not kept.exists():
                    write_whole(kept, db.file.outdated)


class Store:
    """One person's folder, its seal and its lock."""

    def __init__(self, folder: Folder, seal: Seal) -> None:
        self.folder, self.seal = folder, seal
        self.lock = lock_of(folder.lock)

    @contextmanager
    def edit(self) -> Iterator[Edit]:
        """Hold the lock and give an edit of the files as they are now.

        Raises:
            NotSaved: the lock is not free, or the folder cannot be written to.
            JournalUnreadable: the person's folder is gone.
        """
        with self.locked():
            yield Edit(self.folder, self.seal)

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Hold the lock, with any change that was cut short carried through or swept away."""
        if not self.folder.root.is_dir():
            raise JournalUnreadable(GONE)
        with self.lock.held():
            with saying_why(self.folder.root):
                redo.settle(self.folder)
            yield

    def settled(self) -> None:
        """Make sure that readers see no half of a change: wait for it, or carry it through."""
        if self.folder.pending.exists():
            with self.locked():
                pass

    def sync(self) -> None:
        """Make sure that what is in place survives a power cut."""
        with saying_why(self.folder.root):
            sync_folder(self.folder.months if self.folder.months.is_dir() else self.folder.root)
