"""Changes are derived from how it is taken."""

from datetime import date, datetime, time

from medself.model import (
    AsNeeded,
    Daily,
    EndReason,
    Hold,
    HoldReason,
    Medication,
    MedicationStatus,
    Regimen,
    Slot,
    Step,
    Steps,
)
from medself.schedule import changes, lowers, stretches


def daily(amount: float, at: str = "08:00") -> Daily:
    return Daily(slots=(Slot(at=time.fromisoformat(at), amount=amount),))


def regimen(plan, start: str, end: str | None = None, reason=None, note="") -> Regimen:
    return Regimen(
        plan=plan,
        unit="mg",
        start=datetime.fromisoformat(start),
        end=datetime.fromisoformat(end) if end else None,
        end_reason=reason,
        end_note=note,
    )


def medicine(*regimens, name="Sertraline", **rest) -> Medication:
    return Medication(name=name, regimens=regimens, **rest)


def told(*medications, **period) -> list[tuple[str, str, str, str]]:
    return [
        (f"{change.day:%d %b}", change.kind.value, change.before, change.after)
        for change in changes(medications, **period)
    ]


def test_a_dose_change_says_before_and_after():
    medication = medicine(
        regimen(daily(50), "2026-05-01T09:00", "2026-06-01T03:00", EndReason.CHANGED, "too low"),
        regimen(daily(100), "2026-06-01T03:00"),
    )
    assert told(medication) == [
        ("01 May", "start", "", "50 mg every morning at 08:00"),
        ("01 Jun", "dose", "50 mg every morning at 08:00", "100 mg every morning at 08:00"),
    ]
    assert changes([medication])[1].reason == "too low"


def test_another_time_of_day_is_not_a_dose_change():
    medication = medicine(
        regimen(daily(50), "2026-05-01T09:00", "2026-06-01T03:00"),
        regimen(daily(50, "20:00"), "2026-06-01T03:00"),
    )
    assert [kind for _, kind, _, _ in told(medication)] == ["start", "times"]


def test_d10_a_course_that_ended_is_not_a_stop():
    stopped = medicine(
        regimen(daily(25), "2026-05-01T03:00", "2026-05-09T03:00", EndReason.STOPPED),
        name="Quetiapine",
    )
    completed = medicine(
        regimen(daily(25), "2026-05-01T03:00", "2026-05-10T03:00", EndReason.COMPLETED),
        name="Amoxicillin",
    )
    unsaid = medicine(regimen(daily(25), "2026-05-01T03:00", "2026-05-11T03:00"), name="Zinc")
    assert told(stopped, completed, unsaid, start=date(2026, 5, 2)) == [
        ("09 May", "stop", "25 mg every morning at 08:00", ""),
        ("10 May", "completed", "25 mg every morning at 08:00", ""),
        ("11 May", "completed", "25 mg every morning at 08:00", ""),
    ]


def test_d10_a_pause_is_a_pause():
    hold = Hold(
        start=datetime(2026, 5, 5),
        end=datetime(2026, 5, 8),
        reason=HoldReason.HOSPITAL,
        note="appendix",
    )
    going_on = Hold(start=datetime(2026, 5, 20, 1), reason=HoldReason.OTHER)
    medication = medicine(regimen(daily(50), "2026-05-01"), holds=(hold, going_on))
    found = changes([medication], start=date(2026, 5, 2))
    assert [(change.day.day, change.kind.value, change.reason) for change in found] == [
        (5, "pause", "in hospital, appendix"),
        (8, "resume", ""),
        # One in the morning is still the day before.
        (19, "pause", ""),
    ]


def test_each_step_of_a_build_up_is_a_dose_change_and_the_last_one_ends():
    steps = tuple(
        Step(days=14, slots=(Slot(at=time(8), amount=amount),)) for amount in (25, 50, 100)
    )
    medication = medicine(
        regimen(Steps(first=date(2026, 5, 1), steps=steps), "2026-04-29"), name="Lamotrigine"
    )
    assert [(day, kind) for day, kind, _, _ in told(medication)] == [
        ("01 May", "start"),
        ("15 May", "dose"),
        ("29 May", "dose"),
        ("12 Jun", "completed"),
    ]


def test_a_build_up_that_leads_to_a_lasting_dose_does_not_end():
    steps = (Step(days=14, slots=(Slot(at=time(8), amount=25),)),)
    plan = Steps(first=date(2026, 5, 1), steps=steps)
    medication = medicine(
        regimen(plan, "2026-05-01", "2026-05-15"), regimen(daily(50), "2026-05-15")
    )
    assert [(day, kind) for day, kind, _, _ in told(medication)] == [
        ("01 May", "start"),
        ("15 May", "dose"),
    ]


def test_a_build_up_cut_short_ends_on_its_day():
    steps = tuple(Step(days=14, slots=(Slot(at=time(8), amount=amount),)) for amount in (25, 50))
    plan = Steps(first=date(2026, 5, 1), steps=steps)
    medication = medicine(regimen(plan, "2026-05-01", "2026-05-10", EndReason.STOPPED, "rash"))
    (only,) = stretches(medication)
    assert (only.start, only.end, only.label) == (date(2026, 5, 1), date(2026, 5, 10), "25 mg")
    assert [kind for _, kind, _, _ in told(medication)] == ["start", "stop"]


def test_stopped_and_started_again_is_two_changes():
    medication = medicine(
        regimen(daily(50), "2026-05-01", "2026-05-10", EndReason.STOPPED),
        regimen(daily(50), "2026-05-20"),
    )
    assert [kind for _, kind, _, _ in told(medication)] == ["start", "stop", "start"]


def test_d10_stopped_and_started_again_on_the_same_day_is_not_a_dose_change():
    medication = medicine(
        regimen(daily(50), "2026-05-01", "2026-05-10", EndReason.STOPPED),
        regimen(daily(100), "2026-05-10"),
    )
    assert [kind for _, kind, _, _ in told(medication)] == ["start", "stop", "start"]


def test_a_plan_stopped_on_the_day_its_last_step_ends_is_stopped():
    steps = (Step(days=14, slots=(Slot(at=time(8), amount=25),)),)
    plan = Steps(first=date(2026, 5, 1), steps=steps)
    medication = medicine(regimen(plan, "2026-05-01", "2026-05-15", EndReason.STOPPED, "rash"))
    assert [(day, kind) for day, kind, _, _ in told(medication)] == [
        ("01 May", "start"),
        ("15 May", "stop"),
    ]


def test_a_change_with_days_between_is_still_one_change():
    medication = medicine(
        regimen(daily(50), "2026-05-01", "2026-05-10", EndReason.CHANGED),
        regimen(daily(100), "2026-05-12"),
    )
    assert [(day, kind) for day, kind, _, _ in told(medication)] == [
        ("01 May", "start"),
        ("12 May", "dose"),
    ]


def test_writing_the_same_down_again_is_no_change():
    medication = medicine(
        regimen(daily(50), "2026-05-01", "2026-05-10"), regimen(daily(50), "2026-05-10")
    )
    assert [kind for _, kind, _, _ in told(medication)] == ["start"]


def test_two_changes_in_one_day_are_told_as_one():
    medication = medicine(
        regimen(daily(50), "2026-05-01", "2026-05-10T09:00", EndReason.CHANGED),
        regimen(daily(75), "2026-05-10T09:00", "2026-05-10T09:05", EndReason.CHANGED),
        regimen(daily(100), "2026-05-10T09:05"),
    )
    assert told(medication)[1:] == [
        ("10 May", "dose", "50 mg every morning at 08:00", "100 mg every morning at 08:00")
    ]


def test_one_medicine_for_another_is_not_guessed_to_be_a_switch():
    old = medicine(regimen(daily(50), "2026-05-01", "2026-05-10", EndReason.STOPPED))
    new = medicine(regimen(daily(10), "2026-05-10"), name="Escitalopram")
    assert [kind for _, kind, _, _ in told(old, new, start=date(2026, 5, 2))] == ["start", "stop"]


def test_only_prescribed_means_no_change():
    hold = Hold(start=datetime(2026, 5, 5), reason=HoldReason.ADVICE)
    medication = medicine(
        regimen(daily(50), "2026-05-01"), status=MedicationStatus.PRESCRIBED, holds=(hold,)
    )
    assert told(medication) == []


def test_the_period_holds_both_its_ends():
    medication = medicine(
        regimen(daily(50), "2026-05-01", "2026-05-10", EndReason.STOPPED),
    )
    assert len(told(medication, start=date(2026, 5, 1), end=date(2026, 5, 10))) == 2
    assert told(medication, start=date(2026, 5, 2), end=date(2026, 5, 9)) == []


def test_a_stretch_knows_its_amount_a_day():
    twice = Daily(slots=(Slot(at=time(8), amount=50), Slot(at=time(20), amount=100)))
    unknown = Daily(slots=(Slot(at=time(8), amount=50), Slot(at=time(20))))
    medication = medicine(
        regimen(twice, "2026-05-01", "2026-05-10"),
        regimen(unknown, "2026-05-10", "2026-05-20"),
        regimen(AsNeeded(amount=1), "2026-05-20"),
    )
    assert [(each.amount, each.label) for each in stretches(medication)] == [
        (150, "150 mg"),
        (None, ""),
        (None, "when needed"),
    ]


def test_a_stop_a_pause_and_a_smaller_dose_lower_a_medicine_and_nothing_else_does():
    start, mid, end = "2026-05-01T03:00", "2026-06-01T03:00", "2026-07-01T03:00"
    cut = medicine(
        regimen(daily(100), start, mid, EndReason.CHANGED),
        regimen(daily(50), mid, end, EndReason.CHANGED),
        regimen(daily(75), end, "2026-08-01T03:00", EndReason.STOPPED),
        holds=(Hold(start=datetime(2026, 7, 10, 3), end=datetime(2026, 7, 12, 3), reason="other"),),
    )
    found = {change.kind.value: lowers(change, [cut]) for change in changes([cut])}
    assert found == {"start": False, "dose": False, "pause": True, "resume": False, "stop": True}
    assert [lowers(change, [cut]) for change in changes([cut]) if change.kind == "dose"] == [
        True,
        False,
    ]


def test_doses_in_two_units_are_not_compared():
    mid = datetime(2026, 6, 1, 3)
    words = Regimen(plan=daily(1), unit="tablet", start=mid)
    both = medicine(
        regimen(daily(100), "2026-05-01T03:00", "2026-06-01T03:00", EndReason.CHANGED), words
    )
    assert [lowers(change, [both]) for change in changes([both])] == [False, False]
