"""Which files may hold an record_id, best guess first, so that a lookup does not cost more every year.

An id of version 7 says when it was made, and a file last written before that cannot hold it.
"""

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from uuid import UUID

from medself.journal.folder import PERSON, Signature, month_of

DAY_MS = 86_400_000


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
