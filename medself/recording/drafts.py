"""A half-filled check-in, kept in the person's folder until it is saved or thrown away."""

from pathlib import Path

import orjson

NAME = "draft-check-in.json"


def keep(folder: Path, typed: dict[str, object]) -> None:
    """Keep what was typed so far. A draft that cannot be kept is no error: it is not a record."""
    try:
        if not any(typed.values()):
            drop(folder)
            return
        path = folder / NAME
        path.touch(mode=0o600)
        path.write_bytes(orjson.dumps(typed))
    except OSError:
        return


def read(folder: Path) -> dict[str, object]:
    """Return the draft; empty when there is none or it cannot be read."""
    try:
        draft = orjson.loads((folder / NAME).read_bytes())
    except (OSError, orjson.JSONDecodeError):
        return {}
    return draft if isinstance(draft, dict) else {}


def drop(folder: Path) -> None:
    """Forget the draft."""
    (folder / NAME).unlink(missing_ok=True)
