"""What was last read of each file, kept as long as the file is still the same one.

A shelf belongs to one open journal, never to the program: what is on it is one person's health.
"""

import threading
from collections.abc import Callable
from typing import Any, TypeVar

from medself.errors import JournalError
from medself.journal import storage
from medself.journal.folder import Folder, Signature
from medself.journal.migrations import Tables
from medself.journal.seal import Seal

T = TypeVar("T")
View = Callable[[Tables, str], T]


class Shelf:
    """Views of partitions by the signature of their file; what cannot be read is remembered too."""

    def __init__(self, folder: Folder, seal: Seal) -> None:
        self._folder, self._seal = folder, seal
        self._kept: dict[tuple[str, str], tuple[Signature, Any]] = {}
        self._lock = threading.Lock()
        self.reads = 0

    def view(self, partition: str, seen: Signature, make: "View[T]") -> T:
        """Return `make(tables, partition)` of a file, read only if it is not the one `seen` before.

        Raises:
            JournalUnreadable, JournalTooNew: the file cannot be read.
            FileNotFoundError: it has gone since it was seen.
        """
        key = (partition, make.__name__)
        with self._lock:
            kept = self._kept.get(key)
            if kept is None or kept[0] != seen:
                kept = self._kept[key] = self._read(partition, make)
        if isinstance(kept[1], JournalError):
            raise type(kept[1])(*kept[1].args)
        return kept[1]  # type: ignore[no-any-return]

    def _read(self, partition: str, make: "View[T]") -> tuple[Signature, T | JournalError]:
        self.reads += 1
        data, seen = storage.read_bytes(self._folder.file(partition))
        try:
            return seen, make(storage.decode(data, partition, self._seal), partition)
        except JournalError as error:
            return seen, error
