"""What cannot be right is refused when it is made, with a sentence; everything else is kept as typed."""

import re
from dataclasses import FrozenInstanceError
from datetime import UTC, date, datetime, time

import pytest

from medself.errors import InvalidRecord
from medself.model import (
    AsNeeded,
    CheckIn,
    Cycle,
    Daily,
    Dose,
    DoseStatus,
    EveryNDays,
    Hold,
    HoldReason,
    LifeEvent,
    Measurement,
    Medication,
    Person,
    Question,
    Regimen,
    Score,
    Severity,
    SideEffect,
    Slot,
    Step,
    Steps,
    Supply,
    Visit,
    Weekdays,
    new_id,
)

AT = datetime(2026, 5, 3, 8)
SLOTS = (Slot(at=time(8), amount=50),)
HERE = {"at": AT, "zone": "Europe/London"}


def regimen(start: str, end: str | None = None) -> Regimen:
    return Regimen(
        start=datetime.fromisoformat(start),
        end=datetime.fromisoformat(end) if end else None,
        plan=Daily(slots=SLOTS),
        unit="mg",
    )


IMPOSSIBLE = {
    "a name of spaces": lambda: Person(name="  "),
    "an unknown region": lambda: Person(name="Sam", region="fr"),
    "a day that begins at noon": lambda: Person(name="Sam", day_start=time(12)),
    "a symptom twice": lambda: Person(name="Sam", symptoms=("mood", "mood")),
    "tiny text": lambda: Person(name="Sam", text_size=3),
    "no time of day": lambda: Daily(slots=()),
    "a time of day twice": lambda: Daily(slots=(*SLOTS, *SLOTS)),
    "a negative dose": lambda: Slot(at=time(8), amount=-1),
    "a dose of nothing": lambda: Slot(at=time(8), amount=0),
    "a dose that is not a number": lambda: Slot(at=time(8), amount=float("nan")),
    "an endless dose": lambda: Slot(at=time(8), amount=float("inf")),
    "a dose that is true": lambda: Slot(at=time(8), amount=True),
    "a dose time with a zone": lambda: Slot(at=time(8, tzinfo=UTC)),
    "no weekday": lambda: Weekdays(days=(), slots=SLOTS),
    "a weekday twice": lambda: Weekdays(days=(1, 1), slots=SLOTS),
    "an eighth weekday": lambda: Weekdays(days=(7,), slots=SLOTS),
    "every 0 days": lambda: EveryNDays(n=0, first=date(2026, 5, 3), slots=SLOTS),
    "every half day": lambda: EveryNDays(n=0.5, first=date(2026, 5, 3), slots=SLOTS),
    "a first day in the year 1": lambda: EveryNDays(n=2, first=date(1, 1, 1), slots=SLOTS),
    "a cycle without days on": lambda: Cycle(on=0, off=7, first=date(2026, 5, 3), slots=SLOTS),
    "no step": lambda: Steps(first=date(2026, 5, 3), steps=()),
    "an endless step before the last": lambda: Steps(
        first=date(2026, 5, 3),
        steps=(Step(days=None, slots=SLOTS), Step(days=7, slots=SLOTS)),
    ),
    "a gap of no hours": lambda: AsNeeded(least_gap_hours=0),
    "a limit of no doses": lambda: AsNeeded(most_per_24h=0),
    "an end before the start": lambda: regimen("2026-05-03", "2026-05-02"),
    "two regimens at once": lambda: Medication(
        name="Sertraline",
        regimens=(regimen("2026-05-01", "2026-05-10"), regimen("2026-05-09")),
    ),
    "two open regimens": lambda: Medication(
        name="Sertraline", regimens=(regimen("2026-05-01"), regimen("2026-05-09"))
    ),
    "a medicine without a name": lambda: Medication(name=""),
    "a pause that ends first": lambda: Hold(
        start=AT, end=datetime(2026, 5, 2), reason=HoldReason.ADVICE
    ),
    "less than nothing left": lambda: Supply(left=-1, on=date(2026, 5, 3)),
    "a refill in the year 9999": lambda: Supply(
        left=1, on=date(2026, 5, 3), refill_on=date(9999, 1, 1)
    ),
    "an unknown zone": lambda: LifeEvent(at=AT, zone="Mars/Olympus", text="Moved"),
    "a time with a zone": lambda: LifeEvent(at=AT.replace(tzinfo=UTC), zone="UTC", text="Moved"),
    "a moment without a zone": lambda: LifeEvent(**HERE, text="Moved", recorded_at=AT),
    "a day of the year 1": lambda: LifeEvent(**HERE, text="Moved", day=date(1, 1, 1)),
    "an event without words": lambda: LifeEvent(**HERE, text=" \n "),
    "an extra dose that was missed": lambda: Dose(**HERE, medication="m", status=DoseStatus.MISSED),
    "a negative amount taken": lambda: Dose(
        **HERE, medication="m", status=DoseStatus.TAKEN, amount=-1
    ),
    "an empty check-in": lambda: CheckIn(**HERE),
    "a rating of 11": lambda: CheckIn(**HERE, ratings={"mood": 11}),
    "a rating of 3 and a half": lambda: CheckIn(**HERE, ratings={"mood": 3.5}),
    "25 hours of sleep": lambda: CheckIn(**HERE, sleep_hours=25),
    "a side effect without a name": lambda: SideEffect(**HERE, effect="", severity=Severity.LITTLE),
    "a side effect that begins later": lambda: SideEffect(
        **HERE, effect="rash", severity=Severity.LITTLE, since=date(2026, 5, 4)
    ),
    "a total of 1e308": lambda: Score(**HERE, instrument="phq-9", total=1e308),
    "a questionnaire without a name": lambda: Score(**HERE, instrument="", total=1),
    "a weight that is not a number": lambda: Measurement(
        **HERE, what="Weight", value=float("nan"), unit="kg"
    ),
    "an appointment in the year 1": lambda: Visit(at=datetime(1, 1, 1), zone="UTC"),
    "an empty question": lambda: Question(text=" "),
    "a name of 10,000 letters": lambda: Person(name="x" * 10_000),
    "a note that is a number": lambda: LifeEvent(**HERE, text="Moved", note=3),
}


@pytest.mark.parametrize("what", IMPOSSIBLE)
def test_what_cannot_be_right_is_refused_with_a_sentence(what):
    with pytest.raises(InvalidRecord) as refused:
        IMPOSSIBLE[what]()
    sentence = str(refused.value)
    assert sentence[0].isupper()
    assert sentence.endswith(".")
    assert not re.search(r"None|<class|Traceback|_", sentence)


@pytest.mark.parametrize(
    "text",
    ["<b>bold</b>", "**x** $y$ ~z~ :red[q]", "‏מרוצה‏", "😀👩‍👩‍👧", "line\nline", "a;b,\"c'", "=1+1"],
)
def test_text_is_kept_letter_for_letter(text):
    assert LifeEvent(**HERE, text=text).text == text
    assert CheckIn(**HERE, note=text).note == text
    assert Medication(name=text).name == text


def test_d3_what_no_file_can_hold_is_replaced():
    assert LifeEvent(**HERE, text="a\ud800b").text == "a�b"
    assert LifeEvent(**HERE, text="a\x00b\x1b\x7f").text == "ab"
    assert LifeEvent(**HERE, text="a\tb\nc").text == "a\tb\nc"


def test_records_cannot_be_changed_in_place():
    with pytest.raises(FrozenInstanceError):
        Medication(name="Sertraline").name = "Lithium"


def test_regimens_are_put_in_order():
    later, earlier = regimen("2026-05-10"), regimen("2026-05-01", "2026-05-10")
    assert Medication(name="Sertraline", regimens=(later, earlier)).regimens == (earlier, later)


def test_what_is_not_rated_is_absent_and_never_zero():
    check_in = CheckIn(**HERE, ratings={"mood": 0})
    assert check_in.ratings == {"mood": 0}
    assert check_in.sleep_hours is None


def test_a_check_in_does_not_share_the_ratings_it_was_given():
    given = {"mood": 4}
    check_in = CheckIn(**HERE, ratings=given)
    given["mood"] = 9
    assert check_in.ratings == {"mood": 4}


def test_t6_any_dose_taken_can_be_recorded():
    Dose(**HERE, medication="m", status=DoseStatus.TAKEN, amount=100_000, unit="mg")


def test_ids_sort_by_the_moment_they_were_made():
    ids = [new_id() for _ in range(200)]
    assert len(set(ids)) == 200
    assert [each[:13] for each in ids] == sorted(each[:13] for each in ids)
    assert {each[14] for each in ids} == {"7"}
    assert {each[19] for each in ids} <= set("89ab")
