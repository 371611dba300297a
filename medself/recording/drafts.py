"""A half-filled check-in, kept in the person's folder until it is saved or thrown away."""

from contextlib import suppress
from dataclasses import asdict, dataclass, field
from pathlib import Path

import orjson

NAME = "draft-check-in.json"


@dataclass(frozen=True)
class Draft:
    """What is filled in so far; what is not is absent, missing or ""."""

    ratings: dict[str, int] = field(default_factory=dict)
    sleep_hours: float | None = None
    note: str = ""


def keep(folder: Path, draft: Draft) -> None:
    """Keep what was typed so far. A draft that cannot be kept is no error: it is not a record yet."""
    if draft == Draft():
        drop(folder)
        return
    # TypeError: half-characters, which no file can hold.
    with suppress(OSError, TypeError):
        path = folder / NAME
        path.touch(mode=0o600)
        path.write_bytes(orjson.dumps(asdict(draft)))


def read(folder: Path) -> Draft | None:
    """Return the draft; missing when there is none or it cannot be read."""
    try:
        typed = orjson.loads((folder / NAME).read_bytes())
        ratings = {str(key): int(value) for key, value in typed["ratings"].items()}
        hours = None if typed["sleep_hours"] is None else float(typed["sleep_hours"])
        draft = Draft(ratings, hours, str(typed["note"]))
    except (OSError, ValueError, TypeError, KeyError, AttributeError):
        return None
    in_range = all(0 <= value <= 10 for value in ratings.values()) and 0 <= (hours or 0) <= 24
    return draft if in_range else None


def drop(folder: Path) -> None:
    """Forget the draft; one that cannot be removed is offered again, no more."""
    with suppress(OSError):
        (folder / NAME).unlink(missing_ok=True)
