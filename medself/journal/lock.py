"""One lock for all writers of a person: threads of this process and other processes."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from weakref import WeakValueDictionary

from filelock import FileLock, Timeout

from medself.errors import NotSaved
from medself.journal.files import saying_why

TIMEOUT_SECONDS = 10.0
BUSY = (
    "Not saved: another window or program is still saving to this record. "
    "What you typed is still here. Wait a moment and press Save again."
)


class PersonLock:
    """Held by one thread of one process at a time; the one that holds it may take it again."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._thread = threading.RLock()
        self._process = FileLock(path, mode=0o600, thread_local=False, poll_interval=0.005)

    @contextmanager
    def held(self, timeout: float | None = None) -> Iterator[None]:
        """Hold the lock.

        Raises:
            NotSaved: it is not free within `timeout` seconds (missing: 10), or its file cannot be
                written.
        """
        seconds = TIMEOUT_SECONDS if timeout is None else timeout
        if not self._thread.acquire(timeout=seconds):
            raise NotSaved(BUSY)
        try:
            self._take(seconds)
            try:
                yield
            finally:
                self._process.release()
        finally:
            self._thread.release()

    def _take(self, seconds: float) -> None:
        with saying_why(self._path.parent):
            try:
                self._process.acquire(timeout=seconds)
            except Timeout as error:
                raise NotSaved(BUSY) from error


_locks: WeakValueDictionary[Path, PersonLock] = WeakValueDictionary()
_making = threading.Lock()


def lock_of(path: Path) -> PersonLock:
    """Return the one lock of this process for a lock file."""
    key = path.resolve()
    with _making:
        lock = _locks.get(key)
        if lock is None:
            lock = _locks[key] = PersonLock(key)
        return lock
