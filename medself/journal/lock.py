"""One lock for all writers of a person: threads of this process and other processes."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
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
        self._depth = 0

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
        self._depth += 1
        try:
            with self._among_processes(seconds) if self._depth == 1 else nullcontext():
                yield
        finally:
            self._depth -= 1
            self._thread.release()

    @contextmanager
    def _among_processes(self, seconds: float) -> Iterator[None]:
        # A new one each time: a FileLock must not be used by a process that was forked off.
        lock = FileLock(self._path, mode=0o600, thread_local=False, poll_interval=0.005)
        with saying_why(self._path.parent):
            try:
                lock.acquire(timeout=seconds)
            except Timeout as error:
                raise NotSaved(BUSY) from error
        try:
            yield
        finally:
            lock.release()


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
