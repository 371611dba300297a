"""Everything the rules look at: one frozen value, and the tables worked out from it once."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time, timedelta
from functools import cached_property

import pandas as pd

from medself.analysis.adherence import match
from medself.analysis.side_effects import STILL_DAYS, episodes
from medself.interactions import Finding
from medself.library.basics import Region
from medself.library.lists import SideEffect, Symptom
from medself.library.schema import Medication as Page
from medself.model import Matter, Medication, MedicationStatus, Task, Visit
from medself.questions.happened import EventProblem
from medself.questions.wording import Wording
from medself.schedule import Change, ChangeKind, changes, due_table, holds_table, stretches


@dataclass(frozen=True, kw_only=True)
class Noted:
    """A side effect that is there now: noted in the last 14 days and not as gone since.

    `start` is when this stretch of it began, `end` when it was last noted; `days` it was noted of
    `of_days` recorded since. `worst` 1 to 3. `medications` are ids the person linked it to.
    """

    effect: str
    label: str
    start: date
    end: date
    worst: int
    days: int
    of_days: int
    medications: frozenset[str]
    entries: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Facts:
    """One person's record of the days `start` to `today`, both included, with what the library says.

    Tables are as `Journal.table` gives them. `pages` and `groups` are by the id of the medication: its
    page with what it inherits, and the names of that page and the groups above it; a medicine without
    a page has neither. `problems` are known ones between what is taken now; `meant_by` holds the ids
    of the medications by the names in them. `symptoms` are those the person follows, in order. `tasks` are things to do, done or
    not; `matters` what the person ticked. `emergency` is the number to
    call, or words for it.
    """

    today: date
    start: date
    day_start: time
    region: Region
    emergency: str
    medications: tuple[Medication, ...]
    pages: Mapping[str, Page]
    groups: Mapping[str, frozenset[str]]
    symptoms: Mapping[str, Symptom]
    effects: Mapping[str, SideEffect]
    visits: tuple[Visit, ...]
    tasks: tuple[Task, ...]
    matters: frozenset[Matter]
    doses: pd.DataFrame
    check_ins: pd.DataFrame
    ratings: pd.DataFrame
    side_effects: pd.DataFrame
    measurements: pd.DataFrame
    problems: tuple[Finding, ...]
    event_problems: tuple[EventProblem, ...]
    meant_by: Mapping[str, tuple[str, ...]]
    words: Wording

    def ago(self, days: int) -> date:
        """The day so many days before today."""
        return self.today - timedelta(days=days)

    def last(self, table: pd.DataFrame, days: int) -> pd.DataFrame:
        """The rows of the last so many days, today included."""
        return table[table["day"] > pd.Timestamp(self.ago(days))]

    @cached_property
    def taking(self) -> tuple[Medication, ...]:
        """What the person takes now, by name."""
        taking = (m for m in self.medications if m.status is MedicationStatus.TAKING)
        return tuple(sorted(taking, key=lambda medication: (medication.name, medication.id)))

    @cached_property
    def changes(self) -> tuple[Change, ...]:
        """What changed up to today, oldest first."""
        return tuple(changes(self.medications, end=self.today, day_start=self.day_start))

    @cached_property
    def due(self) -> pd.DataFrame:
        """The doses due from `start` to today (`schedule.due_table`)."""
        return due_table(
            self.medications, start=self.start, end=self.today, day_start=self.day_start
        )

    @cached_property
    def holds(self) -> pd.DataFrame:
        """Every pause (`schedule.holds_table`)."""
        return holds_table(self.medications, day_start=self.day_start)

    @cached_property
    def matched(self) -> tuple[pd.DataFrame, pd.DataFrame]:
        """What happened to each dose due, and the doses beyond the plan (`adherence.match`)."""
        return match(self.due, self.doses, self.holds)

    @property
    def slots(self) -> pd.DataFrame:
        """What happened to each dose due."""
        return self.matched[0]

    @cached_property
    def days_told(self) -> pd.DatetimeIndex:
        """The days on which the person recorded how they were, in order."""
        days = pd.concat([self.check_ins["day"], self.side_effects["day"]])
        return pd.DatetimeIndex(days.unique()).sort_values()

    @cached_property
    def noted(self) -> tuple[Noted, ...]:
        """The side effects that are there now, by name."""
        latest = episodes(self.side_effects).groupby("effect").last()
        return tuple(
            self._noted(str(row.Index), row)
            for row in latest.itertuples()
            if row.end.date() > self.ago(STILL_DAYS) and not self._gone(str(row.Index))
        )

    def label(self, effect: str) -> str:
        """The plain label of a side effect, or the person's own words."""
        known = self.effects.get(effect)
        return known.label if known else effect

    def new_or_raised(self, change: Change) -> bool:
        """Whether a medicine was new, or its dose went up or may have."""
        if change.kind is ChangeKind.START:
            return True
        (medication,) = (m for m in self.medications if m.id == change.medication)
        known = stretches(medication, day_start=self.day_start)
        after = next((one for one in known if one.start == change.day), None)
        before = next((one for one in known if one.end == change.day), None)
        if change.kind is not ChangeKind.DOSE or after is None or before is None:
            return False
        unknown = before.amount is None or after.amount is None or before.unit != after.unit
        return unknown or (after.amount or 0) > (before.amount or 0)

    def _gone(self, effect: str) -> bool:
        entries = self.side_effects[self.side_effects["effect"] == effect]
        return bool(entries.sort_values(["at", "id"])["severity"].iloc[-1] == 0)

    def _noted(self, effect: str, row: object) -> Noted:
        start: pd.Timestamp = row.start  # type: ignore[attr-defined]
        table = self.side_effects
        mine = table[(table["effect"] == effect) & (table["severity"] > 0)]
        mine = mine[mine["day"] >= start].sort_values(["at", "id"])
        return Noted(
            effect=effect,
            label=self.label(effect),
            start=start.date(),
            end=row.end.date(),  # type: ignore[attr-defined]
            worst=int(row.worst),  # type: ignore[attr-defined]
            days=int(row.days),  # type: ignore[attr-defined]
            of_days=int((self.days_told >= start).sum()),
            medications=frozenset(mine["medication"]) - {""},
            entries=tuple(mine["id"]),
        )
