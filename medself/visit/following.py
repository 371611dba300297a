"""What can be said of each medicine beyond its counts: gathered from a journal, told in sentences."""

from dataclasses import dataclass
from datetime import date, datetime

import pandas as pd

from medself.analysis import as_needed, persistence
from medself.analysis.following import Following, following
from medself.analysis.following_words import kept_on, lines, when_needed
from medself.errors import ContentError
from medself.journal import Journal
from medself.library import Library
from medself.model import AsNeeded, Medication
from medself.schedule import ChangeKind, changes
from medself.visit.counts import dose_tables


@dataclass(frozen=True, kw_only=True)
class Told:
    """Sentences on one medicine by phase: how the plan was followed, how long it went on, when needed."""

    name: str
    followed: tuple[str, ...]
    kept_on: tuple[str, ...]
    when_needed: tuple[str, ...]


def told(
    journal: Journal, library: Library, start: date, end: date, *, until: datetime | None = None
) -> tuple[Told, ...]:
    """Tell of each medicine with doses due or taken when needed from `start` to `end`, both included.

    Doses later than `until` count only where they are recorded already.
    """
    tables = dose_tables(journal, start, end, until=until)
    found = following(*tables)
    every = (
        _of(journal, library, each, tables, found.get(each.id), end)
        for each in journal.medications()
    )
    return tuple(each for each in every if each.followed or each.kept_on or each.when_needed)


def _of(
    journal: Journal,
    library: Library,
    medication: Medication,
    tables: tuple[pd.DataFrame, pd.DataFrame, pd.DataFrame],
    found: Following | None,
    end: date,
) -> Told:
    return Told(
        name=medication.name,
        followed=tuple(lines(found)) if found else (),
        kept_on=_kept_on(journal, library, medication, tables, end) if found else (),
        when_needed=_when_needed(medication, tables[1]),
    )


def _kept_on(
    journal: Journal,
    library: Library,
    medication: Medication,
    tables: tuple[pd.DataFrame, pd.DataFrame, pd.DataFrame],
    end: date,
) -> tuple[str, ...]:
    """How long the last course went on; only where the medicine's page names a limit."""
    limit = _limit(library, medication)
    if limit is None:
        return ()
    begun = [
        change.day
        for change in changes([medication], end=end, day_start=journal.person.day_start)
        if change.kind is ChangeKind.START
    ]
    due, records, holds = tables
    # A medicine with doses due has begun.
    first = pd.Timestamp(max(begun))
    course = (due[due["day"] >= first], records[records["day"] >= first], holds)
    return tuple(
        kept_on(persistence.of(*course, medication.id, limit_days=limit), limit_days=limit)
    )


def _limit(library: Library, medication: Medication) -> int | None:
    try:
        page = library.medication(medication.slug) if medication.slug else None
    except ContentError:
        return None
    return page.missed_dose.restart_after_days if page and page.missed_dose else None


def _when_needed(medication: Medication, records: pd.DataFrame) -> tuple[str, ...]:
    plans = [regimen.plan for regimen in medication.regimens if isinstance(regimen.plan, AsNeeded)]
    if not plans:
        return ()
    use = as_needed.use(records[records["slot"].isna()], medication.id)
    return tuple(when_needed(use, plans[-1]))
