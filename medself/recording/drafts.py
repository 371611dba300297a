"""A half-filled check-in, kept in the person's folder until it is saved or thrown away."""

from dataclasses import asdict, dataclass, field
from pathlib import Path

from medself.recording import half_filled

NAME = "draft-check-in.json"


@dataclass(frozen=True)
class Draft:
    """What is filled in so far; what is not is absent, missing or ""."""

    ratings: dict[str, int] = field(default_factory=dict)
    sleep_hours: float | None = None
    note: str = ""


def keep(folder: Path, draft: Draft) -> None:
    """Keep what was typed so far. A draft that cannot be kept is no error: it is not a record yet."""
    half_filled.keep(folder, NAME, None if draft == Draft() else asdict(draft))


def read(folder: Path) -> Draft | None:
    """Return the draft; missing when there is none or it cannot be read."""
    typed = half_filled.read(folder, NAME)
    if typed is None:
        return None
    try:
        ratings = {str(key): int(value) for key, value in typed["ratings"].items()}
        hours = None if typed["sleep_hours"] is None else float(typed["sleep_hours"])
        draft = Draft(ratings, hours, str(typed["note"]))
    except (ValueError, TypeError, KeyError, AttributeError):
        return None
    in_range = all(0 <= value <= 10 for value in ratings.values()) and 0 <= (hours or 0) <= 24
    return draft if in_range else None


def drop(folder: Path) -> None:
    """Forget the draft; one that cannot be removed is offered again, no more."""
    half_filled.drop(folder, NAME)
