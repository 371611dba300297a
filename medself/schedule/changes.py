"""Changes in what a person takes, derived from regimens and pauses and never typed twice.

A medicine that stops on the day another starts is two changes: that one replaced the other is not guessed.
"""

import itertools
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum

from medself.model import DAY_START, EndReason, Hold, HoldReason, Medication, MedicationStatus
from medself.schedule.clock import begins, day_of
from medself.schedule.stretches import Stretch, stretches


class ChangeKind(StrEnum):
    """What changed. A course that came to its end is not a stop."""

    START = "start"
    STOP = "stop"
    COMPLETED = "completed"
    DOSE = "dose"
    TIMES = "times"
    PAUSE = "pause"
    RESUME = "resume"


@dataclass(frozen=True, kw_only=True)
class Change:
    """One change on a day: how it was taken before and after, in words (empty: not taken).

    `visit` is the id of the appointment at which it was agreed; empty where nobody said.
    """

    day: date
    medication: str
    name: str
    kind: ChangeKind
    before: str
    after: str
    reason: str
    visit: str = ""


PAUSED = {
    HoldReason.HOSPITAL: "in hospital",
    HoldReason.ADVICE: "as advised",
    HoldReason.NO_SUPPLY: "out of supply",
    HoldReason.OTHER: "",
}


def changes(
    medications: Iterable[Medication],
    *,
    start: date | None = None,
    end: date | None = None,
    day_start: time = DAY_START,
) -> list[Change]:
    """List the changes from day `start` to day `end`, both included, oldest first.

    Planned changes that lie ahead are listed too when `end` allows. Nothing is listed for medicines
    that are only prescribed.
    """
    found = [
        change
        for medication in medications
        for change in (*_in_how(medication, day_start), *_in_pauses(medication, day_start))
        if (start is None or start <= change.day) and (end is None or change.day <= end)
    ]
    return sorted(found, key=lambda change: (change.day, change.name, change.medication))


def lowers(
    change: Change, medications: Iterable[Medication], *, day_start: time = DAY_START
) -> bool:
    """Say whether from a change on less of the medicine is taken: a stop, a pause, a smaller dose.

    A dose counts as smaller only where both have amounts in one unit.
    """
    if change.kind in (ChangeKind.STOP, ChangeKind.COMPLETED, ChangeKind.PAUSE):
        return True
    known = [
        stretch
        for medication in medications
        if medication.id == change.medication
        for stretch in stretches(medication, day_start=day_start)
    ]
    return change.kind is ChangeKind.DOSE and any(
        earlier.unit == later.unit
        and earlier.amount is not None
        and later.amount is not None
        and later.amount < earlier.amount
        for earlier, later in itertools.pairwise(known)
        if later.start == change.day
    )


def _in_how(medication: Medication, day_start: time) -> Iterator[Change]:
    known = stretches(medication, day_start=day_start)
    for earlier, later in itertools.pairwise([None, *known, None]):
        if earlier and later and _one_leads_to_the_other(earlier, later):
            if earlier.words != later.words:
                yield _between(earlier, later)
            continue
        if earlier and earlier.end is not None:
            stopped = earlier.ended is EndReason.STOPPED
            yield Change(
                day=earlier.end,
                medication=medication.id,
                name=medication.name,
                kind=ChangeKind.STOP if stopped else ChangeKind.COMPLETED,
                before=earlier.words,
                after="",
                reason=earlier.note,
                visit=earlier.end_visit,
            )
        if later:
            yield Change(
                day=later.start,
                medication=medication.id,
                name=medication.name,
                kind=ChangeKind.START,
                before="",
                after=later.words,
                reason="",
                visit=later.visit,
            )


def _one_leads_to_the_other(earlier: Stretch, later: Stretch) -> bool:
    return earlier.ended is EndReason.CHANGED or (
        earlier.ended is None and earlier.end == later.start
    )


def _between(earlier: Stretch, later: Stretch) -> Change:
    same_dose = (earlier.amount, earlier.unit) == (later.amount, later.unit)
    return Change(
        day=later.start,
        medication=later.medication,
        name=later.name,
        kind=ChangeKind.TIMES if same_dose else ChangeKind.DOSE,
        before=earlier.words,
        after=later.words,
        reason=earlier.note,
        visit=later.visit,
    )


def _in_pauses(medication: Medication, day_start: time) -> Iterator[Change]:
    if medication.status is MedicationStatus.PRESCRIBED:
        return
    for hold in medication.holds:
        for at, kind in ((hold.start, ChangeKind.PAUSE), (hold.end, ChangeKind.RESUME)):
            if at is not None:
                yield Change(
                    day=day_of(begins(at, day_start), day_start),
                    medication=medication.id,
                    name=medication.name,
                    kind=kind,
                    before="",
                    after="",
                    reason=_why(hold) if kind is ChangeKind.PAUSE else "",
                    visit=hold.visit if kind is ChangeKind.PAUSE else "",
                )


def _why(hold: Hold) -> str:
    return ", ".join(words for words in (PAUSED[hold.reason], hold.note) if words)
