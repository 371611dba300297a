"""Changes to how a medicine is taken: each ends one regimen and begins the next; the past stays."""

from dataclasses import replace
from datetime import datetime

from medself.days import day_in_words
from medself.errors import InvalidRecord
from medself.model import (
    EndReason,
    Hold,
    HoldReason,
    Medication,
    MedicationStatus,
    Regimen,
)


def current(medication: Medication, at: datetime) -> Regimen | None:
    """Return the regimen in force at a wall-clock time, or the next one planned; missing: none."""
    for regimen in medication.regimens:
        if regimen.end is None or regimen.end > at:
            return regimen
    return None


def start(medication: Medication, regimen: Regimen) -> Medication:
    """Begin a regimen, ending the one before it as *changed* where it still runs.

    One that begins at the same moment as the last puts that one right.
    """
    earlier = []
    for old in medication.regimens:
        if old.start == regimen.start and old is medication.regimens[-1]:
            continue
        if old.start >= regimen.start:
            raise InvalidRecord(
                f"There is already a change on {day_in_words(old.start)}. Choose that day to "
                "put it right, or a later one."
            )
        runs_on = old.end is None or old.end > regimen.start
        earlier.append(
            replace(old, end=regimen.start, end_reason=EndReason.CHANGED) if runs_on else old
        )
    return replace(
        medication,
        regimens=(*earlier, regimen),
        status=MedicationStatus.TAKING,
        holds=medication.holds,
    )


def stop(
    medication: Medication,
    at: datetime,
    *,
    reason: EndReason = EndReason.STOPPED,
    note: str = "",
    visit: str = "",
) -> Medication:
    """End it at a wall-clock time, as *stopped* or as a course that is *completed*.

    What was planned for later is dropped. One that never began stays in the history, with no days.
    `visit` is the id of the appointment at which that was agreed, if it was.
    """

    def ended(old: Regimen, when: datetime) -> Regimen:
        return replace(old, end=when, end_reason=reason, end_note=note, end_visit=visit)

    kept = []
    for old in medication.regimens:
        if old.start >= at:
            continue
        runs_on = old.end is None or old.end > at
        kept.append(ended(old, at) if runs_on else old)
    if medication.regimens and not kept:
        first = medication.regimens[0]
        kept = [ended(first, first.start)]
    holds = tuple(
        replace(hold, end=at) if hold.end is None and hold.start <= at else hold
        for hold in medication.holds
    )
    return replace(
        medication, regimens=tuple(kept), holds=holds, status=MedicationStatus.NOT_TAKING
    )


def pause(
    medication: Medication, at: datetime, *, reason: HoldReason, note: str = "", visit: str = ""
) -> Medication:
    """Begin a pause; its days leave the counts. `visit` is as for `stop`."""
    if any(hold.end is None or hold.end > at for hold in medication.holds):
        raise InvalidRecord(f"A pause of {medication.name} is written down already.")
    hold = Hold(start=at, reason=reason, note=note, visit=visit)
    return replace(medication, holds=(*medication.holds, hold))


def resume(medication: Medication, at: datetime) -> Medication:
    """End the pause that is on at a wall-clock time."""
    paused = on_hold(medication, at)
    if paused is None:
        raise InvalidRecord(f"{medication.name} was not paused on {day_in_words(at)}.")
    holds = (replace(hold, end=at) if hold is paused else hold for hold in medication.holds)
    return replace(medication, holds=tuple(holds))


def on_hold(medication: Medication, at: datetime) -> Hold | None:
    """Return the pause in force at a wall-clock time."""
    for hold in medication.holds:
        if hold.start <= at and (hold.end is None or hold.end > at):
            return hold
    return None
