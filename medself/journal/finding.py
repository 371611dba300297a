"""Which files may hold an record_id, best guess first, so that a lookup does not cost more every year.

An id of version 7 says when it was made, and a file last written before that cannot hold it.
"""

from collections.abc import Collection, Iterator, Mapping
from datetime import UTC, datetime
from uuid import UUID

from medself.errors import JournalError
from medself.journal.folder import PERSON, Signature, month_of
from medself.journal.shelf import Shelf
from medself.journal.views import ids

DAY_MS = 86_400_000

Place = tuple[str, str]


class Finder:
    """Finds ids in the files of one moment."""

    def __init__(self, shelf: Shelf, files: Mapping[str, Signature]) -> None:
        self._shelf, self._files = shelf, files

    def __call__(self, record_id: str, without: Collection[str] = ()) -> Place | None:
        """Return the partition and kind of an id; None when no file that can be read has it."""
        for partition in likely(record_id, self._files):
            if partition in without:
                continue
            try:
                kind = self._shelf.view(partition, self._files[partition], ids).get(record_id)
            except (JournalError, FileNotFoundError):
                continue
            if kind is not None:
                return partition, kind
        return None


def made_at(record_id: str) -> int | None:
    """Return when an id was made, in milliseconds since 1970; None when it does not say."""
    try:
        value = UUID(record_id)
    except ValueError:
        return None
    return value.int >> 80 if value.version == 7 else None


def likely(record_id: str, files: Mapping[str, Signature]) -> Iterator[str]:
    """Give the partitions that may hold an id: the month it was made in, the person, then newest first.

    A day is allowed for clocks that were put right.
    """
    made = made_at(record_id)
    oldest = (0 if made is None else made - DAY_MS) * 1_000_000
    candidates = [name for name, (_, changed, _) in files.items() if changed >= oldest]
    guess = _month(made)
    return iter(sorted(candidates, key=lambda name: (name == guess, name == PERSON, name))[::-1])


def _month(made: int | None) -> str | None:
    if made is None or made > 253_402_300_799_000:  # the end of the year 9999
        return None
    return month_of(datetime.fromtimestamp(made / 1000, UTC).date())
