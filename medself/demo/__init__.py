"""An invented person's journal, to look round in and to test with. The same seed gives the same records."""

from datetime import date
from pathlib import Path

from medself.demo.days import daily_records
from medself.demo.story import person, story
from medself.demo.telling import Telling
from medself.journal import create_journal, create_person, open_journal


def make(home: Path | str, *, years: int = 1, seed: int = 0, today: date) -> Path:
    """Make the invented person in a household and return their folder.

    Made twice with the same arguments, it is the same folder.

    Args:
        home: where people's folders lie.
        years: how many years of records, 1 or more.
        seed: another seed gives other ups and downs; the story stays.
        today: the day after the last recorded one.

    Raises:
        NotSaved: the disk is full or read-only.
    """
    telling = Telling(today=today, years=years, seed=seed)
    return _fill(create_person(home, person(telling)), telling)


def make_at(folder: Path | str, *, years: int = 1, seed: int = 0, today: date) -> Path:
    """Make the invented person's journal in exactly this folder, which must not exist; see `make`."""
    telling = Telling(today=today, years=years, seed=seed)
    return _fill(create_journal(Path(folder), person(telling)), telling)


def _fill(folder: Path, telling: Telling) -> Path:
    medications, others = story(telling)
    open_journal(folder).add_all([*medications, *others, *daily_records(telling, medications)])
    return folder
