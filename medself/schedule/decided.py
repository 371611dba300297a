"""What came of an appointment: changes, things to do and appointments made there. Never typed twice."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import time

from medself.model import DAY_START, Medication, Task, Visit
from medself.schedule.changes import Change, changes


@dataclass(frozen=True, kw_only=True)
class Decided:
    """What was agreed at one appointment: each part oldest first, empty where there was nothing.

    `said` is what the person wrote down beside it.
    """

    changes: tuple[Change, ...] = ()
    tasks: tuple[Task, ...] = ()
    visits: tuple[Visit, ...] = ()
    said: str = ""

    @property
    def anything(self) -> bool:
        """Whether anything was agreed."""
        return bool(self.changes or self.tasks or self.visits or self.said.strip())


def decided(
    visit: Visit,
    *,
    medications: Iterable[Medication],
    tasks: Iterable[Task],
    visits: Iterable[Visit],
    day_start: time = DAY_START,
) -> Decided:
    """Gather what was agreed at `visit` from everything there is."""
    return Decided(
        changes=tuple(
            found for found in changes(medications, day_start=day_start) if found.visit == visit.id
        ),
        tasks=tuple(task for task in tasks if task.visit == visit.id),
        visits=tuple(each for each in visits if each.arranged_at == visit.id),
        said=visit.decided,
    )
