"""What is due on which day."""

from datetime import date, datetime, time

import pytest

from medself.model import (
    AsNeeded,
    Cycle,
    Daily,
    EndReason,
    EveryNDays,
    Hold,
    HoldReason,
    Medication,
    MedicationStatus,
    Regimen,
    Slot,
    Step,
    Steps,
    Weekdays,
)
from medself.schedule import dose_now, due_doses, due_table, holds_table

MAY = date(2026, 5, 1)


def slots(*times: str, amount: float | None = 50) -> tuple[Slot, ...]:
    return tuple(Slot(at=time.fromisoformat(at), amount=amount) for at in times)


def taking(*regimens: Regimen, **rest) -> Medication:
    return Medication(name="Sertraline", regimens=regimens, **rest)


def regimen(plan, start="2026-05-01T03:00", end=None, **rest) -> Regimen:
    return Regimen(
        plan=plan,
        unit="mg",
        start=datetime.fromisoformat(start),
        end=datetime.fromisoformat(end) if end else None,
        **rest,
    )


def due(*medications: Medication, start=MAY, end=date(2026, 5, 14), **rest) -> list[str]:
    found = due_doses(medications, start=start, end=end, **rest)
    return [f"{dose.day:%d}: {dose.slot:%d %H:%M}" for dose in found]


def days(plan, end=date(2026, 5, 31), **rest) -> list[int]:
    medication = taking(regimen(plan, **rest))
    return [dose.day.day for dose in due_doses([medication], start=MAY, end=end)]


def test_daily_times_are_due_each_day_in_order():
    medication = taking(regimen(Daily(slots=slots("20:00", "08:00"))))
    assert due(medication, end=date(2026, 5, 2)) == [
        "01: 01 08:00",
        "01: 01 20:00",
        "02: 02 08:00",
        "02: 02 20:00",
    ]


def test_weekdays_are_the_days_chosen():
    # 4 May 2026 is a Monday
    assert days(Weekdays(days=(0, 3), slots=slots("08:00"))) == [4, 7, 11, 14, 18, 21, 25, 28]


def test_an_injection_every_four_weeks():
    plan = EveryNDays(n=28, first=date(2026, 5, 2), slots=slots("10:00", amount=400))
    assert days(plan, end=date(2026, 5, 31)) == [2, 30]


def test_every_other_day_counts_from_its_first_day():
    plan = EveryNDays(n=2, first=date(2026, 4, 28), slots=slots("10:00"))
    assert days(plan, end=date(2026, 5, 6)) == [2, 4, 6]


def test_three_weeks_on_and_one_week_off():
    plan = Cycle(on=21, off=7, first=date(2026, 5, 3), slots=slots("10:00"))
    assert days(plan) == [*range(3, 24), 31]


def test_a_build_up_gives_each_step_its_amount_and_ends():
    plan = Steps(
        first=date(2026, 5, 2),
        steps=(
            Step(days=2, slots=slots("08:00", amount=25)),
            Step(days=3, slots=slots("08:00", amount=50)),
        ),
    )
    found = due_doses([taking(regimen(plan))], start=MAY, end=date(2026, 5, 20))
    assert [(dose.day.day, dose.amount) for dose in found] == [
        (2, 25),
        (3, 25),
        (4, 50),
        (5, 50),
        (6, 50),
    ]


def test_a_last_step_without_days_goes_on():
    plan = Steps(first=MAY, steps=(Step(days=None, slots=slots("08:00")),))
    assert days(plan, end=date(2026, 5, 10)) == list(range(1, 11))


def test_a7_nothing_is_due_when_taken_as_needed():
    assert due(taking(regimen(AsNeeded(amount=1)))) == []


def test_nothing_is_due_of_a_medicine_that_is_only_prescribed():
    prescribed = MedicationStatus.PRESCRIBED
    assert due(taking(regimen(Daily(slots=slots("08:00"))), status=prescribed)) == []


def test_a_medicine_no_longer_taken_keeps_its_past():
    plan = Daily(slots=slots("08:00"))
    medication = taking(
        regimen(plan, end="2026-05-03T03:00"),
        regimen(plan, start="2026-05-10T03:00"),
        status=MedicationStatus.NOT_TAKING,
    )
    assert due(medication) == ["01: 01 08:00", "02: 02 08:00"]


def test_a1_the_first_day_counts_only_the_slots_after_the_start():
    medication = taking(regimen(Daily(slots=slots("08:00", "20:00")), start="2026-05-01T12:30"))
    assert due(medication, end=MAY) == ["01: 01 20:00"]


def test_a_slot_at_the_very_start_is_due():
    medication = taking(regimen(Daily(slots=slots("08:00")), start="2026-05-01T08:00"))
    assert due(medication, end=MAY) == ["01: 01 08:00"]


def test_the_end_is_not_included():
    medication = taking(regimen(Daily(slots=slots("08:00")), end="2026-05-02T08:00"))
    assert due(medication) == ["01: 01 08:00"]


def test_t3_a_slot_in_the_night_belongs_to_the_day_before():
    medication = taking(regimen(Daily(slots=slots("22:00", "01:00"))))
    assert due(medication, end=MAY) == ["01: 01 22:00", "01: 02 01:00"]


def test_t3_with_a_day_that_begins_at_midnight_it_belongs_to_its_own_date():
    medication = taking(regimen(Daily(slots=slots("01:00")), start="2026-05-01T00:00"))
    assert due(medication, end=MAY, day_start=time(0)) == ["01: 01 01:00"]


def test_a_start_given_as_a_date_begins_with_that_day():
    plan = Daily(slots=slots("01:00", "08:00"))
    medication = taking(
        regimen(plan, start="2026-05-01T00:00", end="2026-05-02T00:00"),
    )
    assert due(medication) == ["01: 01 08:00", "01: 02 01:00"]


def test_the_weekday_of_a_slot_in_the_night_is_that_of_its_day():
    medication = taking(regimen(Weekdays(days=(0,), slots=slots("01:00"))))
    assert due(medication, end=date(2026, 5, 7)) == ["04: 05 01:00"]


@pytest.mark.parametrize(
    ("old", "changed", "new", "expected"),
    [
        # Moved just after the old time: what was due at eight stands for the one at nine.
        (["08:00"], "08:30", ["09:00"], ["08:00"]),
        # Moved before the old time came: only the new one.
        (["08:00"], "07:30", ["09:00"], ["09:00"]),
        # From morning to evening at noon: still one dose that day.
        (["08:00"], "12:00", ["20:00"], ["08:00"]),
        # Twice a day, moved in between: two doses that day.
        (["08:00", "20:00"], "12:00", ["09:00", "21:00"], ["08:00", "21:00"]),
        # A second daily dose added at noon is due that evening.
        (["08:00"], "12:00", ["08:00", "20:00"], ["08:00", "20:00"]),
    ],
)
def test_t2_one_slot_is_one_dose_after_a_change(old, changed, new, expected):
    medication = taking(
        regimen(
            Daily(slots=slots(*old)),
            end=f"2026-05-03T{changed}",
            end_reason=EndReason.CHANGED,
        ),
        regimen(Daily(slots=slots(*new)), start=f"2026-05-03T{changed}"),
    )
    day = date(2026, 5, 3)
    assert due(medication, start=day, end=day) == [f"03: 03 {at}" for at in expected]
    later = date(2026, 5, 4)
    assert due(medication, start=later, end=later) == [f"04: 04 {at}" for at in new]


def test_d9_a_dose_change_leaves_the_past_as_it_was():
    old = regimen(Daily(slots=slots("08:00", amount=50)))
    before = due_table([taking(old, id="m")], start=MAY, end=date(2026, 5, 9))
    changed = taking(
        regimen(Daily(slots=slots("08:00", amount=50)), end="2026-05-10T03:00"),
        regimen(Daily(slots=slots("08:00", amount=100)), start="2026-05-10T03:00"),
        id="m",
    )
    after = due_table([changed], start=MAY, end=date(2026, 5, 11))
    assert after[after["day"] < "2026-05-10"].equals(before)
    assert after["amount"].tolist() == [50] * 9 + [100] * 2


def test_a_pause_marks_its_doses_and_keeps_them():
    hold = Hold(
        start=datetime(2026, 5, 2, 12), end=datetime(2026, 5, 4, 8), reason=HoldReason.HOSPITAL
    )
    medication = taking(regimen(Daily(slots=slots("08:00"))), holds=(hold,))
    found = due_doses([medication], start=MAY, end=date(2026, 5, 5))
    assert [dose.held for dose in found] == [None, None, "hospital", None, None]


def test_a_pause_without_an_end_goes_on():
    hold = Hold(start=datetime(2026, 5, 2), reason=HoldReason.ADVICE)
    medication = taking(regimen(Daily(slots=slots("08:00"))), holds=(hold,), id="m")
    found = due_doses([medication], start=MAY, end=date(2026, 5, 3))
    assert [dose.held for dose in found] == [None, "advice", "advice"]
    table = holds_table([medication])
    assert table["medication"].tolist() == ["m"]
    assert table["start"].tolist() == [datetime(2026, 5, 2, 3)]
    assert table["end"].isna().all()
    assert table["reason"].tolist() == ["advice"]


def test_tables_have_their_columns_when_empty():
    table = due_table([], start=MAY, end=MAY)
    assert table.dtypes.astype(str).to_dict() == {
        "medication": "str",
        "slot": "datetime64[us]",
        "day": "datetime64[us]",
        "amount": "float64",
        "unit": "str",
    }
    assert holds_table([]).empty
    assert str(holds_table([]).dtypes["end"]) == "datetime64[us]"


def test_doses_of_several_medicines_come_in_order_of_time():
    late = taking(regimen(Daily(slots=slots("20:00"))))
    early = Medication(name="Lithium", regimens=(regimen(Daily(slots=slots("08:00"))),))
    found = due_doses([late, early], start=MAY, end=MAY)
    assert [dose.name for dose in found] == ["Lithium", "Sertraline"]


def test_dose_now_is_the_regimen_in_force():
    first = regimen(Daily(slots=slots("08:00")), end="2026-05-03T12:00")
    second = regimen(Daily(slots=slots("09:00")), start="2026-05-03T12:00", end="2026-05-09T12:00")
    medication = taking(first, second)
    assert dose_now(medication, datetime(2026, 4, 30)) is None
    assert dose_now(medication, datetime(2026, 5, 3, 11, 59)) == first
    assert dose_now(medication, datetime(2026, 5, 3, 12)) == second
    assert dose_now(medication, datetime(2026, 5, 9, 12)) is None


def test_slots_still_to_come_can_be_left_out():
    medication = taking(regimen(Daily(slots=slots("08:00", "20:00"))))
    assert due(medication, end=MAY, until=datetime(2026, 5, 1, 8)) == ["01: 01 08:00"]
    table = due_table([medication], start=MAY, end=MAY, until=datetime(2026, 5, 1, 7, 59))
    assert table.empty
