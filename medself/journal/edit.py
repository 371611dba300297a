"""An edit: changes to documents of several files, held in memory until all of them are made."""

from collections.abc import Mapping

from tinydb.table import Document as TinyDocument

from medself.errors import JournalUnreadable
from medself.journal import redo, undoing
from medself.journal.files import make_folder, saying_why, write_whole
from medself.journal.folder import PERSON, Folder, Signature
from medself.journal.migrations import Document, Tables
from medself.journal.seal import Seal
from medself.journal.storage import PartitionDB
from medself.journal.trash import keep

GONE = (
    "This record is not here any more: it was removed or moved. Nothing was saved. "
    "If it was removed by mistake, a backup can bring it back."
)
WITHOUT_PERSON = (
    "We could not find the file with your medicines, appointments and settings. "
    "The rest of your record is here, and a backup can bring the file back."
)

# What one open journal wrote last: the tables of one partition, and the signature of their file.
Last = dict[str, tuple[Signature, Tables]]


def not_there(folder: Folder) -> JournalUnreadable:
    """Return the error for a person's file that is not there: alone, or with the whole folder."""
    return JournalUnreadable(WITHOUT_PERSON if folder.months.is_dir() else GONE)


class Edit:
    """Changes to documents, held in memory until `commit` makes all of them or none.

    `last` is what an edit before this one wrote under the same lock. It is used, and not read
    again, as long as the file is still that one.
    """

    def __init__(self, folder: Folder, seal: Seal, last: Last | None = None) -> None:
        self._folder, self._seal = folder, seal
        self._last = {} if last is None else last
        self._open: dict[str, PartitionDB] = {}
        self._afresh: set[str] = set()
        self._changes: list[undoing.Change] = []

    def document(self, partition: str, kind: str, record_id: str) -> Document | None:
        """Return what the files hold now; None when it is not there."""
        found = self._db(partition).table(kind).get(doc_id=record_id)  # type: ignore[call-overload]
        return dict(found) if isinstance(found, TinyDocument) else None

    def put(self, partition: str, kind: str, documents: Mapping[str, Document | None]) -> None:
        """Set documents of one kind by id; None removes one. What is so already is left alone."""
        before = {record_id: self.document(partition, kind, record_id) for record_id in documents}
        documents = {key: after for key, after in documents.items() if after != before[key]}
        if not documents:
            return
        table = self._db(partition).table(kind)
        if partition not in self._afresh:
            self._changes += [
                undoing.Change(partition, kind, record_id, before[record_id], after)
                for record_id, after in documents.items()
            ]
        if gone := [record_id for record_id in documents if before[record_id] is not None]:
            table.remove(doc_ids=gone)  # type: ignore[arg-type]
        new = [(record_id, after) for record_id, after in documents.items() if after is not None]
        if new:
            table.insert_multiple(TinyDocument(after, record_id) for record_id, after in new)  # type: ignore[arg-type]

    def begin_afresh(self, partition: str) -> None:
        """Take a partition that cannot be read as empty; its bytes go to `trash` at the commit.

        What is put in it then is not undone: what was damaged stays mended.
        """
        self._afresh.add(partition)
        self._db(partition).file.write({})

    def fits(self, entry: undoing.Entry) -> bool:
        """Return whether the files still hold exactly what a write left.

        Raises:
            JournalUnreadable, JournalTooNew: one of them cannot be read.
        """
        return all(
            undoing.mark(self.document(taken.partition, taken.kind, taken.id)) == taken.left
            for taken in entry.changes
        )

    def commit(self, words: str | None) -> None:
        """Write every changed file: all or none, on the disk and read back when this returns.

        `words` name the change for undo; without them it cannot be taken back.

        Raises:
            NotSaved: nothing was changed.
        """
        changed = {name: db.file for name, db in self._open.items() if db.file.changed}
        if not changed:
            return
        with saying_why(self._folder.root):
            make_folder(self._folder.months)
        files = {self._folder.file(name): file.encoded() for name, file in changed.items()}
        self._keep_replaced()
        if words:  # should the write fail, this will not fit what the files hold
            undoing.remember(self._folder, self._seal, words, self._changes)
        if len(files) > 1:
            redo.replace_all(self._folder, files)
            return
        (partition,), (path,) = changed, files
        written = write_whole(path, files[path])
        self._last.clear()
        self._last[partition] = written, changed[partition].read() or {}

    def _db(self, partition: str) -> PartitionDB:
        if partition not in self._open:
            path = self._folder.file(partition)
            afresh = partition in self._afresh
            if partition == PERSON and not afresh and not path.exists():
                raise not_there(self._folder)
            known = None if afresh else self._known(partition)
            self._open[partition] = PartitionDB(path, partition, self._seal, afresh, known)
        return self._open[partition]

    def _known(self, partition: str) -> Tables | None:
        """Return the tables of a file that is still the one written last."""
        written, tables = self._last.get(partition, (None, None))
        return tables if written == self._folder.scan_one(partition) else None

    def _keep_replaced(self) -> None:
        """Keep bytes that were not understood or are in an older schema before they are replaced."""
        for partition, db in self._open.items():
            if db.file.changed and db.file.to_keep is not None:
                keep(self._folder, partition, db.file.to_keep)
