"""A half-filled check-in, kept in the person's folder until it is saved or thrown away."""

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
    try:
        if draft == Draft():
            drop(folder)
            return
        path = folder / NAME
        path.touch(mode=0o600)
        path.write_bytes(orjson.dumps(asdict(draft)))
    except OSError:
        return


def read(folder: Path) -> Draft | None:
    """Return the draft; missing when there is none or it cannot be read."""
    try:
        typed = orjson.loads((folder / NAME).read_bytes())
        return Draft(dict(typed["ratings"]), typed["sleep_hours"], str(typed["note"]))
    except (OSError, ValueError, TypeError, KeyError):
        return None


def drop(folder: Path) -> None:
    """Forget the draft."""
    (folder / NAME).unlink(missing_ok=True)
