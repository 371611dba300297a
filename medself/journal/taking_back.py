"""Taking the last write back, as long as the files still hold what it left."""

from contextlib import suppress

from medself.errors import JournalError, JournalTooNew, JournalUnreadable, NothingToUndo
from medself.journal import undoing
from medself.journal.edit import Edit
from medself.journal.migrations import Document
from medself.journal.store import Store


def last(store: Store) -> str | None:
    """Return the words of the write that would be taken back; None when there is none."""
    edit = Edit(store.folder, store.seal)
    for entry in undoing.entries(store.folder, store.seal):
        with suppress(JournalError):
            if edit.fits(entry):
                return entry.words
    return None


def take_back(store: Store) -> str:
    """Take the last write back and say which it was; forget those that no longer fit.

    Raises:
        NothingToUndo: there is none.
        NotSaved: nothing was changed.
    """
    with store.edit() as edit:
        for entry in undoing.entries(store.folder, store.seal):
            with suppress(JournalUnreadable, JournalTooNew):  # what cannot be read may be mended
                if edit.fits(entry):
                    _make_undone(entry, edit)
                    return f"Taken back: {entry.words}."
                entry.path.unlink(missing_ok=True)
    raise NothingToUndo("There is nothing to take back.")


def _make_undone(entry: undoing.Entry, edit: Edit) -> None:
    grouped: dict[tuple[str, str], dict[str, Document | None]] = {}
    for taken in entry.changes:
        grouped.setdefault((taken.partition, taken.kind), {})[taken.id] = taken.before
    for (partition, kind), documents in grouped.items():
        edit.put(partition, kind, documents)
    edit.commit(None)
    entry.path.unlink(missing_ok=True)
