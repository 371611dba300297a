"""Changes to how a medicine is taken: each ends one regimen and begins the next; the past stays."""

from dataclasses import replace
from datetime import datetime

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
    """Begin a regimen, ending the one before it as *changed* where it still runs."""
    earlier = []
    for old in medication.regimens:
        if old.start >= regimen.start:
            raise InvalidRecord(
                f"There is already a change on {old.start:%d %B %Y}. Choose a later date, or undo that one."
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
    medication: Medication, at: datetime, *, reason: EndReason = EndReason.STOPPED, note: str = ""
) -> Medication:
    """End it at a wall-clock time, as *stopped* or as a course that is *completed*."""
    kept = []
    for old in medication.regimens:
        if old.start >= at:
            continue
        runs_on = old.end is None or old.end > at
        kept.append(replace(old, end=at, end_reason=reason, end_note=note) if runs_on else old)
    holds = tuple(
        replace(hold, end=at) if hold.end is None and hold.start <= at else hold
        for hold in medication.holds
    )
    return replace(
        medication, regimens=tuple(kept), holds=holds, status=MedicationStatus.NOT_TAKING
    )


def pause(
    medication: Medication, at: datetime, *, reason: HoldReason, note: str = ""
) -> Medication:
    """Begin a pause; its days leave the counts."""
    if on_hold(medication, at):
        raise InvalidRecord(f"{medication.name} is paused already.")
    return replace(medication, holds=(*medication.holds, Hold(start=at, reason=reason, note=note)))


def resume(medication: Medication, at: datetime) -> Medication:
    """End the pause that is on."""
    return replace(
        medication,
        holds=tuple(
            replace(hold, end=at) if hold is on_hold(medication, at) else hold
            for hold in medication.holds
        ),
    )


def on_hold(medication: Medication, at: datetime) -> Hold | None:
    """Return the pause in force at a wall-clock time."""
    for hold in medication.holds:
        if hold.start <= at and (hold.end is None or hold.end > at):
            return hold
    return None
