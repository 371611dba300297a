"""A half-filled form, kept in the person's folder until it is saved or thrown away. It is no record yet."""

from contextlib import suppress
from pathlib import Path
from typing import Any

import orjson


def keep(folder: Path, name: str, typed: object) -> None:
    """Keep what was typed so far; nothing typed leaves no file. What cannot be kept is no error."""
    if not typed:
        drop(folder, name)
        return
    # TypeError: half-characters, which no file can hold.
    with suppress(OSError, TypeError):
        path = folder / name
        path.touch(mode=0o600)
        path.write_bytes(orjson.dumps(typed))


def read(folder: Path, name: str) -> dict[str, Any] | None:
    """Return what was kept; missing when there is nothing, or nothing that can be read."""
    try:
        typed = orjson.loads((folder / name).read_bytes())
    except (OSError, ValueError):
        return None
    return typed if isinstance(typed, dict) else None


def drop(folder: Path, name: str) -> None:
    """Forget what was kept; what cannot be removed is offered again, no more."""
    with suppress(OSError):
        (folder / name).unlink(missing_ok=True)
