"""A calendar file: what two independent readers make of it, that it tells nothing, and that it can come again."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import icalendar
import pytest
import vobject
from dateutil.rrule import rruleset, rrulestr
from hypothesis import given, settings
from hypothesis import strategies as st

from medself.exchange import ics_out
from medself.exchange.ics_series import series
from medself.model import (
    Cycle,
    Daily,
    EndReason,
    EveryNDays,
    Hold,
    HoldReason,
    Medication,
    Regimen,
    Slot,
    Supply,
    Task,
    TaskKind,
    Visit,
    Weekdays,
)
from medself.schedule import due_doses

TODAY = date(2026, 10, 20)
NOW = datetime(2026, 10, 20, 9, 30, tzinfo=UTC)
LONDON = ZoneInfo("Europe/London")
EIGHT = (Slot(at=time(8), amount=50),)


def medicine(plan, name="Sertraline", days_ago=30, unit="mg", **fields):
    start = datetime.combine(TODAY - timedelta(days=days_ago), time(3))
    end = fields.pop("end", None)
    reason = EndReason.STOPPED if end else None
    regimen = Regimen(start=start, plan=plan, unit=unit, end=end, end_reason=reason)
    return Medication(name=name, regimens=(regimen,), **fields)


@pytest.fixture
def full(journal):
    journal.add_all(
        [
            Visit(
                at=datetime(2026, 11, 4, 14, 30),
                zone="Europe/London",
                with_whom="Dr Lind",
                place="Clinic",
                note="Secret",
                decided="Secret",
            ),
            Visit(at=datetime(2026, 10, 1, 9), zone="UTC"),
            medicine(
                Daily(slots=EIGHT), supply=Supply(left=9, on=TODAY, refill_on=date(2026, 10, 29))
            ),
            medicine(Weekdays(days=(0, 3), slots=EIGHT), name="Folic acid"),
            medicine(EveryNDays(n=28, first=date(2026, 10, 7), slots=EIGHT), name="Abilify"),
            Task(kind=TaskKind.TEST, text="Lithium level", due=date(2026, 11, 2)),
            Task(kind=TaskKind.TEST, text="Lithium level", due=date(2026, 10, 2)),
            Task(
                kind=TaskKind.OTHER,
                text="Secret",
                due=date(2026, 11, 2),
                done_on=date(2026, 10, 19),
            ),
            medicine(Cycle(on=21, off=7, first=TODAY, slots=(Slot(at=time(22)),)), name="Pill"),
        ]
    )
    return journal


def made(journal, now=NOW, today=TODAY, doses=True) -> bytes:
    return ics_out.write(journal, now=now, today=today, doses=doses)


def times(start, rule: str | None, without: list[datetime]) -> list[datetime]:
    """Every time an entry comes, by dateutil."""
    if rule is None:
        return [start]
    found = rruleset()
    found.rrule(rrulestr(rule, dtstart=start))
    for each in without:
        found.exdate(each)
    return list(found)


def by_icalendar(content: bytes) -> dict[str, tuple]:
    calendar = icalendar.Calendar.from_ical(content)
    assert not calendar.errors
    found = {}
    for event in calendar.walk("VEVENT"):
        assert not event.errors
        rule = event["RRULE"].to_ical().decode() if "RRULE" in event else None
        start = event["DTSTART"].dt
        found[str(event["UID"])] = (
            str(event["SUMMARY"]),
            times(start, rule, event.exdates),
            int(event["SEQUENCE"]),
            event["DTSTAMP"].dt,
            [alarm["TRIGGER"].dt for alarm in event.walk("VALARM")],
        )
    return found


def by_vobject(content: bytes) -> dict[str, tuple]:
    found = {}
    for event in vobject.readOne(content.decode()).vevent_list:
        without = [each for line in event.contents.get("exdate", ()) for each in line.value]
        rule = event.rrule.value if "rrule" in event.contents else None
        found[event.uid.value] = (
            event.summary.value,
            times(event.dtstart.value, rule, without),
            int(event.sequence.value),
            event.dtstamp.value,
            [alarm.trigger.value for alarm in event.contents.get("valarm", ())],
        )
    return found


def of(found: dict[str, tuple], title: str) -> list[list[datetime]]:
    return [when for name, when, *_ in found.values() if name == title]


@pytest.mark.parametrize("read", [by_icalendar, by_vobject])
def test_two_readers_find_every_date_and_no_other(full, read):
    found = read(made(full))
    assert of(found, "Appointment") == [[datetime(2026, 11, 4, 14, 30, tzinfo=LONDON)]]
    assert of(found, "Reminder: order") == [[date(2026, 10, 29)]]
    assert of(found, "Reminder: to do") == [[date(2026, 11, 2)]]
    (injections,) = of(found, "Reminder: due today")
    assert injections[:2] == [datetime(2026, 11, 4, 8), datetime(2026, 12, 2, 8)]
    assert injections[-1] == datetime(2027, 3, 24, 8)
    end = TODAY + ics_out.DOSES_AHEAD
    pills = [one for one in full.medications() if one.name != "Abilify"]
    due = {dose.slot for dose in due_doses(pills, start=TODAY, end=end)}
    came = [slot for when in of(found, "Reminder") for slot in when]
    assert sorted(came) == sorted(due)
    assert len(came) == len(set(came)), "it rings once, whatever is due at a time"


def test_two_readers_agree_to_the_letter(full):
    one, other = by_icalendar(made(full)), by_vobject(made(full))
    for uid, (title, when, *rest) in one.items():
        assert (title, when) == other[uid][:2]
        assert rest == list(other[uid][2:])
    assert one.keys() == other.keys()


def test_medicines_float_and_appointments_have_their_zone(full):
    text = made(full).decode()
    assert "DTSTART:20261104T080000\r\n" in text
    assert "DTSTART;TZID=Europe/London:20261104T143000\r\n" in text
    assert text.count("BEGIN:VTIMEZONE") == 1
    assert "DTSTART;VALUE=DATE:20261029\r\n" in text


def test_dose_reminders_are_there_only_where_they_are_asked_for(full):
    without = by_icalendar(made(full, doses=False))
    assert of(without, "Reminder") == []
    assert len(without) == 4


def test_p6_nothing_in_the_file_tells_of_health_or_whom(full):
    text = made(full).decode().lower()
    telling = "robin lithium level sertraline folic abilify pill lind clinic secret mg dose medic inject health"
    for word in telling.split():
        assert word not in text, word


def test_only_an_appointment_a_day_before_and_doses_at_their_time_have_an_alarm(full):
    for title, _, _, _, alarms in by_icalendar(made(full)).values():
        expected = {"Appointment": [timedelta(days=-1)], "Reminder": [timedelta()]}
        assert alarms == expected.get(title, [])


def test_a_second_file_updates_the_first(full):
    first = by_icalendar(made(full))
    (visit,) = [one for one in full.visits() if one.at.date() > TODAY]
    full.revise(visit.id, at=datetime(2026, 11, 5, 9))
    (pill,) = [one for one in full.medications() if one.supply]
    full.revise(pill.id, supply=Supply(left=9, on=TODAY, refill_on=date(2026, 11, 1)))
    later = NOW + timedelta(days=1)
    second = by_icalendar(made(full, now=later, today=later.date()))
    assert second.keys() == first.keys()
    assert of(second, "Appointment") == [[datetime(2026, 11, 5, 9, tzinfo=LONDON)]]
    assert of(second, "Reminder: order") == [[date(2026, 11, 1)]]
    for uid, (_, _, sequence, stamp, _) in second.items():
        assert (sequence, stamp) > first[uid][2:4]
        assert sequence < 2**31


def test_the_same_record_at_the_same_moment_is_the_same_file(full):
    assert made(full) == made(full)


def test_what_was_stopped_drops_out_of_a_calendar_that_has_it(journal):
    id_ = journal.add(medicine(Daily(slots=EIGHT)))
    (before,) = by_icalendar(made(journal)).items()
    assert len(before[1][1]) == 85
    (regimen,) = journal.get(id_).regimens
    ended = datetime(2026, 10, 25, 3)
    from dataclasses import replace

    stopped = replace(regimen, end=ended, end_reason=EndReason.STOPPED)
    journal.revise(id_, regimens=(stopped,), status="not_taking")
    later = date(2026, 10, 26)
    (after,) = by_icalendar(made(journal, now=NOW + timedelta(days=6), today=later)).items()
    assert after[0] == before[0]
    assert after[1][1] == [datetime(2026, 10, 24, 8)]


def test_a_pause_is_silent(journal):
    hold = Hold(
        start=datetime(2026, 10, 22), end=datetime(2026, 10, 24), reason=HoldReason.HOSPITAL
    )
    journal.add(medicine(Daily(slots=EIGHT), holds=(hold,)))
    (when,) = of(by_vobject(made(journal)), "Reminder")
    days = [slot.day for slot in when[:4]]
    assert days == [20, 21, 24, 25]


def test_an_empty_record_gives_a_calendar_without_entries(journal):
    found = ics_out.make(journal, now=NOW, today=TODAY, doses=True)
    assert found[1:] == (0, 0, 0, 0, 0)
    assert by_icalendar(found.content) == {}


@settings(max_examples=200, deadline=None)
@given(st.sets(st.integers(0, 84), min_size=1, max_size=60))
def test_any_days_come_back_exactly(days):
    slots = [datetime(2026, 10, 20, 8) + timedelta(days=day) for day in days]
    event = series("x", "Reminder", slots, TODAY)
    rule = event["RRULE"].to_ical().decode() if "RRULE" in event else None
    assert times(event["DTSTART"].dt, rule, event.exdates) == sorted(slots)
