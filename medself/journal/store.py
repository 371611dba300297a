"""The files of one person: changed only through an edit, under the lock, all of it or nothing."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import date

from medself.errors import JournalUnreadable, NotSaved
from medself.journal import redo, zips
from medself.journal.edit import GONE, Edit, Last
from medself.journal.files import saying_why, sync_folder
from medself.journal.folder import Folder
from medself.journal.lock import lock_of
from medself.journal.seal import Seal


class Store:
    """One person's folder, its seal and its lock."""

    def __init__(self, folder: Folder, seal: Seal) -> None:
        self.folder, self.seal = folder, seal
        self.lock = lock_of(folder.lock)
        self._backed_up: date | None = None
        self._last: Last = {}

    @contextmanager
    def edit(self) -> Iterator[Edit]:
        """Hold the lock and give an edit of the files as they are now.

        Raises:
            NotSaved: the lock is not free, or the folder cannot be written to.
            JournalUnreadable: the person's folder is gone.
        """
        with self.locked():
            if self._backed_up != (today := zips.today()):
                with suppress(NotSaved):  # a full disk may still have room for what is to be saved
                    zips.daily(self.folder, self.seal)
                    self._backed_up = today
            yield Edit(self.folder, self.seal, self._last)

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Hold the lock, with any change that was cut short carried through or swept away."""
        if not self.folder.root.is_dir():
            raise JournalUnreadable(GONE)
        with self.lock.held():
            with saying_why(self.folder.root):
                redo.settle(self.folder)
            if self.folder.holds_a_journal:
                yield
                return
        with suppress(OSError):  # removed while we waited: taking the lock made the folder anew
            self.folder.lock.unlink()
            self.folder.root.rmdir()
        raise JournalUnreadable(GONE)

    def settled(self) -> None:
        """Make sure that readers see no half of a change: wait for it, or carry it through."""
        if self.folder.pending.exists():
            with self.locked():
                pass

    def tidy(self) -> None:
        """Finish or sweep away what a writer that was cut short left behind, if nobody is writing."""
        with suppress(NotSaved), self.lock.held(timeout=0):
            redo.settle(self.folder)
            for place in (self.folder.root, *self.folder.places):
                for stray in place.glob(".*.tmp"):
                    stray.unlink(missing_ok=True)

    def sync(self) -> None:
        """Make sure that what is in place survives a power cut."""
        with saying_why(self.folder.root):
            sync_folder(self.folder.months if self.folder.months.is_dir() else self.folder.root)
