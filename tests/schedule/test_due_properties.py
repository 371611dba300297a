"""What holds for any plan, period and edit."""

import itertools
from collections import Counter
from datetime import date, datetime, time, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from medself.model import (
    AsNeeded,
    Cycle,
    Daily,
    EveryNDays,
    Medication,
    Regimen,
    Slot,
    Step,
    Steps,
    Weekdays,
)
from medself.schedule import changes, day_of, due_doses, in_words, slots_on, stretches

DAYS = st.dates(date(2024, 1, 1), date(2026, 12, 31))
CLOCK = st.builds(time, st.integers(0, 23), st.sampled_from([0, 15, 30]))
SLOTS = st.lists(CLOCK, min_size=1, max_size=4, unique=True).map(
    lambda times: tuple(Slot(at=at, amount=1) for at in times)
)
PLANS = st.one_of(
    st.builds(Daily, slots=SLOTS),
    st.builds(
        Weekdays,
        days=st.lists(st.integers(0, 6), min_size=1, unique=True).map(tuple),
        slots=SLOTS,
    ),
    st.builds(EveryNDays, n=st.integers(1, 90), first=DAYS, slots=SLOTS),
    st.builds(Cycle, on=st.integers(1, 30), off=st.integers(1, 30), first=DAYS, slots=SLOTS),
    st.builds(AsNeeded, amount=st.just(1.0)),
    st.builds(
        Steps,
        first=DAYS,
        steps=st.lists(
            st.builds(Step, days=st.integers(1, 60), slots=SLOTS), min_size=1, max_size=4
        ).map(tuple),
    ),
)


@st.composite
def medications(draw) -> Medication:
    """A medicine whose regimens follow one another at any time of day."""
    moments = sorted(
        draw(
            st.lists(
                # Exactly midnight would mean a date without a time.
                st.datetimes(datetime(2025, 1, 1), datetime(2025, 4, 1)).filter(
                    lambda at: at.time() != time()
                ),
                min_size=1,
                max_size=4,
                unique=True,
            )
        )
    )
    regimens = tuple(
        Regimen(start=start, end=end, plan=draw(PLANS), unit="mg")
        for start, end in zip(moments, [*moments[1:], None], strict=True)
    )
    return Medication(name="x", regimens=regimens)


PERIOD = {"start": date(2024, 12, 25), "end": date(2025, 5, 1)}


@given(medications())
@settings(max_examples=60, deadline=None)
def test_t2_no_day_expects_more_than_one_of_its_plans_does(medication):
    due = Counter(dose.day for dose in due_doses([medication], **PERIOD))
    for day, count in due.items():
        assert count <= max(len(slots_on(regimen.plan, day)) for regimen in medication.regimens)


@given(medications())
@settings(max_examples=60, deadline=None)
def test_each_slot_is_due_once_in_its_own_regimen_on_its_own_day(medication):
    found = due_doses([medication], **PERIOD)
    assert len({dose.slot for dose in found}) == len(found)
    assert [dose.slot for dose in found] == sorted(dose.slot for dose in found)
    regimens = {regimen.id: regimen for regimen in medication.regimens}
    for dose in found:
        regimen = regimens[dose.regimen]
        assert day_of(dose.slot) == dose.day
        assert regimen.start <= dose.slot
        assert regimen.end is None or dose.slot < regimen.end


@given(medications(), st.dates(PERIOD["start"], PERIOD["end"]))
@settings(max_examples=60, deadline=None)
def test_a_period_cut_in_two_has_the_same_doses(medication, cut):
    whole = due_doses([medication], **PERIOD)
    first = due_doses([medication], start=PERIOD["start"], end=cut)
    second = due_doses([medication], start=cut + timedelta(days=1), end=PERIOD["end"])
    assert first + second == whole


@given(medications())
@settings(max_examples=60, deadline=None)
def test_stretches_follow_one_another_and_every_change_is_at_one_of_their_ends(medication):
    found = stretches(medication)
    for earlier, later in itertools.pairwise(found):
        assert earlier.end is not None
        assert earlier.end <= later.start
    ends = {each.start for each in found} | {each.end for each in found}
    assert {change.day for change in changes([medication])} <= ends


@given(PLANS)
def test_every_plan_can_be_said_in_words(plan):
    words = in_words(Regimen(start=datetime(2025, 1, 1), plan=plan, unit="mg"))
    assert words
    assert words == words.strip()
