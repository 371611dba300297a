"""T6: what the label says is told before another dose, and recording is never blocked."""

from datetime import datetime

import pytest

from medself.model import AsNeeded, Dose, DoseStatus, Medication
from medself.recording.doses import Recent, recent_use, to_consider

LORAZEPAM = Medication(id="m1", name="Lorazepam")
LABEL = AsNeeded(amount=1, most_per_24h=3, least_gap_hours=6)
LONDON = "Europe/London"


def use(
    journal, *times: str, now: str = "2026-11-20T12:00", zone: str = LONDON, **fields
) -> Recent:
    fields = {"medication": "m1", "status": DoseStatus.TAKEN, "zone": LONDON} | fields
    journal.add_all([Dose(at=datetime.fromisoformat(at), **fields) for at in times])
    return recent_use(journal.table("dose"), "m1", now=datetime.fromisoformat(now), zone=zone)


def test_nothing_recorded_is_nothing_to_consider(journal):
    none = use(journal)
    assert none == Recent(None, None, 0)
    assert to_consider(LORAZEPAM, LABEL, none) == ""


def test_the_last_dose_and_those_of_24_hours_are_counted(journal):
    recent = use(journal, "2026-11-19T12:00", "2026-11-19T12:01", "2026-11-20T04:00")
    assert recent == Recent(datetime(2026, 11, 20, 4), 8.0, 2)


def test_only_doses_taken_of_this_medicine_count(journal):
    assert use(journal, "2026-11-20T11:00", medication="m2").in_24h == 0
    slot = datetime(2026, 11, 20, 11)
    assert use(journal, "2026-11-20T11:00", status=DoseStatus.MISSED, slot=slot).in_24h == 0


def test_a_dose_written_down_for_later_is_not_the_last(journal):
    assert use(journal, "2026-11-20T12:30") == Recent(None, None, 0)


@pytest.mark.parametrize(("taken", "told"), [("06:00", False), ("06:01", True), ("12:00", True)])
def test_the_hours_between_doses_are_told_up_to_the_minute(journal, taken, told):
    words = to_consider(LORAZEPAM, LABEL, use(journal, f"2026-11-20T{taken}"))
    assert ("at least 6 hours" in words) is told
    assert (f"You recorded Lorazepam at {taken}" in words) is told


def test_the_most_in_24_hours_is_told_before_it_is_passed(journal):
    two = use(journal, "2026-11-19T20:00", "2026-11-20T02:00")
    assert to_consider(LORAZEPAM, LABEL, two) == ""
    three = use(journal, "2026-11-20T05:00")
    words = to_consider(LORAZEPAM, LABEL, three)
    assert words == (
        "You recorded 3 in the last 24 hours. What you wrote down says at most 3 in 24 hours."
    )


def test_without_limits_on_the_label_nothing_is_told(journal):
    recent = use(journal, *[f"2026-11-20T{hour:02}:00" for hour in range(12)])
    assert recent.in_24h == 12
    assert to_consider(LORAZEPAM, AsNeeded(amount=1), recent) == ""


def test_t1_hours_are_those_that_really_passed_when_the_clock_changes(journal):
    # In London the clock jumped from 01:00 to 02:00 on 29 March 2026: five hours, not six.
    recent = use(journal, "2026-03-28T23:00", now="2026-03-29T05:00")
    assert recent.hours_since == 5
    assert "at least 6 hours" in to_consider(LORAZEPAM, LABEL, recent)


def test_t4_a_dose_before_a_flight_west_still_counts(journal):
    # Taken at 14:00 in London; four hours later it is 13:00 in New York.
    recent = use(journal, "2026-11-20T14:00", now="2026-11-20T13:00", zone="America/New_York")
    assert recent == Recent(datetime(2026, 11, 20, 14), 4.0, 1)
