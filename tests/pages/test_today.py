"""Today: one tap a dose, and never a record that is not what happened."""

from datetime import date, datetime, time

import pytest
from screen import NOW, as_needed, button, daily, fine, labels, screen, slot_key, widget

from medself.journal import open_journal
from medself.model import DoseStatus, HoldReason, LifeEvent, Supply, Visit
from medself.recording.medicines import pause, start

pytestmark = pytest.mark.usefixtures("at_nine")

SLOT = datetime(2026, 11, 20, 8)


@pytest.fixture
def sertraline(journal):
    medication = daily("Sertraline", "08:00")
    journal.add(medication)
    return medication


def tap(app, key: str, status: str | None):
    widget(app, key).set_value(status)
    return fine(app.run())


def doses(journal):
    return open_journal(journal.folder).records("dose")


def test_an_empty_record_says_what_to_do_next(open_app, journal):
    said = screen(fine(open_app()))
    assert "No doses are due on this day." in said
    assert "Friday 20 November 2026" in said
    assert "No appointment is written down yet." in said


def test_a_dose_due_is_a_card_that_says_it_is_not_recorded(open_app, sertraline):
    said = screen(fine(open_app()))
    assert "08:00 Sertraline 50 mg" in said
    assert "Not recorded" in said
    assert "Missed" not in [line for line in said.splitlines() if line != "Missed"]


def test_d13_one_tap_records_the_dose_and_says_so(open_app, journal, sertraline):
    app = tap(open_app(), slot_key(sertraline, SLOT), "taken")
    (dose,) = doses(journal)
    assert (dose.status, dose.at, dose.slot, dose.amount) == (DoseStatus.TAKEN, NOW, SLOT, 50)
    assert "Saved: taken." in screen(app)
    assert "Taken at 09:30. Tap again to take this back." in screen(app)


@pytest.mark.parametrize(("status", "said"), [("skipped", "Skipped"), ("missed", "Missed")])
def test_a_dose_not_taken_is_recorded_without_judging(open_app, journal, sertraline, status, said):
    app = tap(open_app(), slot_key(sertraline, SLOT), status)
    (dose,) = doses(journal)
    assert (dose.status, dose.at) == (status, SLOT)
    assert f"{said}. Tap again to take this back." in screen(app)


def test_tapping_again_takes_it_back(open_app, journal, sertraline):
    app = tap(open_app(), slot_key(sertraline, SLOT), "taken")
    app = tap(app, slot_key(sertraline, SLOT), None)
    assert doses(journal) == []
    assert "Taken back: not recorded." in screen(app)


def test_undo_takes_the_last_tap_back(open_app, journal, sertraline):
    app = tap(open_app(), slot_key(sertraline, SLOT), "missed")
    app = fine(button(app, "Undo").click().run())
    assert doses(journal) == []
    assert "Taken back. It is as it was before." in screen(app)
    assert widget(app, slot_key(sertraline, SLOT)).value is None


def test_a_changed_mind_is_one_record(open_app, journal, sertraline):
    app = tap(open_app(), slot_key(sertraline, SLOT), "missed")
    tap(app, slot_key(sertraline, SLOT), "taken")
    (dose,) = doses(journal)
    assert (dose.status, dose.at) == (DoseStatus.TAKEN, NOW)


def test_two_tabs_tapping_the_same_dose_make_one_record(open_app, journal, sertraline):
    one, two = open_app(), open_app()
    tap(one, slot_key(sertraline, SLOT), "taken")
    tap(two, slot_key(sertraline, SLOT), "taken")
    assert len(doses(journal)) == 1
    tap(two, slot_key(sertraline, SLOT), "missed")
    assert [dose.status for dose in doses(journal)] == [DoseStatus.MISSED]
    assert "Missed. Tap again" in screen(fine(one.run()))


def test_an_earlier_day_is_recorded_at_its_planned_time(open_app, journal, sertraline):
    app = open_app()
    widget(app, "today_day").set_value(1)
    app = fine(app.run())
    assert "Thursday 19 November 2026" in screen(app)
    yesterday = datetime(2026, 11, 19, 8)
    tap(app, slot_key(sertraline, yesterday), "taken")
    (dose,) = doses(journal)
    assert (dose.day, dose.at) == (date(2026, 11, 19), yesterday)


def test_any_earlier_day_can_be_chosen_and_no_later_one(open_app, journal, sertraline):
    app = open_app()
    widget(app, "today_day").set_value(2)
    app = app.run()
    day = widget(app, "today_other_day")
    assert day.max == date(2026, 11, 20)
    day.set_value(date(2026, 11, 12))
    app = fine(app.run())
    tap(app, slot_key(sertraline, datetime(2026, 11, 12, 8)), "skipped")
    assert [dose.day for dose in doses(journal)] == [date(2026, 11, 12)]


def details(app, key: str):
    app.session_state[f"{key}_more"] = True
    return fine(app.run())


def test_d8_the_time_can_be_mended_and_the_rest_stays(open_app, journal, sertraline):
    key = slot_key(sertraline, SLOT)
    app = details(tap(open_app(), key, "taken"), key)
    widget(app, f"{key}_at").set_value(time(7, 45))
    widget(app, f"{key}_note").input("with toast")
    fine(widget(app, f"{key}_save").click().run())
    (dose,) = doses(journal)
    assert (dose.at, dose.note) == (datetime(2026, 11, 20, 7, 45), "with toast")
    assert (dose.slot, dose.amount, dose.unit, dose.day) == (SLOT, 50, "mg", SLOT.date())


def test_d8_a_reason_is_kept_with_the_skip(open_app, journal, sertraline):
    key = slot_key(sertraline, SLOT)
    app = details(tap(open_app(), key, "skipped"), key)
    widget(app, f"{key}_why").set_value("Agreed with my prescriber")
    app = fine(widget(app, f"{key}_save").click().run())
    (dose,) = doses(journal)
    assert (dose.reason, dose.agreed, dose.slot) == ("Agreed with my prescriber", True, SLOT)
    assert "Skipped, as agreed" in screen(app)


def test_t3_a_dose_due_at_one_at_night_stands_on_the_day_before(open_app, journal, clock_at):
    medication = daily("Zopiclone", "01:00")
    journal.add(medication)
    clock_at(datetime(2026, 11, 21, 1, 30))
    app = fine(open_app())
    assert "Friday 20 November 2026" in screen(app)
    app = tap(app, slot_key(medication, datetime(2026, 11, 21, 1)), "taken")
    (dose,) = doses(journal)
    assert (dose.day, dose.at) == (date(2026, 11, 20), datetime(2026, 11, 21, 1, 30))
    clock_at(datetime(2026, 11, 21, 9))
    assert "Not recorded" in screen(fine(app.run())), "the next day has a dose of its own"


def test_t3_after_midnight_a_missed_evening_dose_is_still_todays(open_app, journal, clock_at):
    medication = daily("Quetiapine", "22:00")
    journal.add(medication)
    clock_at(datetime(2026, 11, 21, 0, 40))
    tap(open_app(), slot_key(medication, datetime(2026, 11, 20, 22)), "taken")
    (dose,) = doses(journal)
    assert (dose.day, dose.at) == (date(2026, 11, 20), datetime(2026, 11, 21, 0, 40))


@pytest.mark.parametrize(
    ("zone", "day", "clock"),
    [
        ("Pacific/Auckland", "Friday 20 November 2026", "22:30"),
        ("America/Los_Angeles", "Thursday 19 November 2026", "01:30"),
        ("Asia/Kathmandu", "Friday 20 November 2026", "15:15"),
    ],
)
def test_t5_today_is_the_persons_own(open_app, journal, zone, day, clock):
    medication = daily("Sertraline", "08:00", "23:00")
    journal.add(medication)
    app = open_app()
    app.context["timezone"] = zone
    app = fine(app.run())
    assert day in screen(app)
    on = datetime.strptime(day, "%A %d %B %Y")
    tap(app, slot_key(medication, on.replace(hour=23)), "taken")
    (dose,) = doses(journal)
    assert (dose.zone, f"{dose.at:%H:%M}", dose.day) == (zone, clock, on.date())


def test_as_needed_says_when_last_and_records_in_one_tap(open_app, journal):
    journal.add(as_needed("Lorazepam"))
    app = fine(open_app())
    assert "None recorded in 3 months. In the last 24 hours: 0." in screen(app)
    app = fine(button(app, "I took one now").click().run())
    (dose,) = doses(journal)
    assert (dose.slot, dose.at, dose.amount) == (None, NOW, 1)
    assert "Last recorded Fri 20 Nov, 09:30. In the last 24 hours: 1." in screen(app)


def test_t6_limits_are_told_and_recording_is_never_blocked(open_app, journal):
    journal.add(as_needed("Lorazepam", most_per_24h=2, least_gap_hours=6))
    app = fine(button(open_app(), "I took one now").click().run())
    assert "at least 6 hours between doses. If you are not sure, ask a pharmacist" in screen(app)
    assert "I took one now" not in labels(app)
    for _ in range(2):
        app = fine(button(app, "I did take one now: record it").click().run())
    assert len(doses(journal)) == 3


def test_t6_a_page_left_open_records_the_time_of_the_tap(open_app, journal, clock_at):
    journal.add(as_needed("Lorazepam"))
    app = fine(open_app())
    clock_at(datetime(2026, 11, 20, 14, 5))
    fine(button(app, "I took one now").click().run())
    assert [dose.at for dose in doses(journal)] == [datetime(2026, 11, 20, 14, 5)]


def test_t2_a_dose_taken_before_its_time_was_changed_stays_in_sight(open_app, journal, sertraline):
    tap(open_app(), slot_key(sertraline, SLOT), "taken")
    evening = daily("Sertraline", "21:00", days_ago=0).regimens[0]
    journal.revise(sertraline.id, regimens=start(sertraline, evening).regimens)
    app = fine(open_app())
    assert "21:00 Sertraline 50 mg" in screen(app)
    assert "09:30: Sertraline 50 mg, taken" in screen(app)


def test_an_as_needed_dose_can_be_removed_and_brought_back(open_app, journal):
    journal.add(as_needed("Lorazepam"))
    app = fine(button(open_app(), "I took one now").click().run())
    assert "09:30: Lorazepam 1 mg, taken" in screen(app)
    app = fine(button(app, "Remove").click().run())
    assert doses(journal) == []
    fine(button(app, "Undo").click().run())
    assert len(doses(journal)) == 1


def test_a_dose_of_a_medicine_that_is_gone_is_still_shown(open_app, journal, sertraline):
    tap(open_app(), slot_key(sertraline, SLOT), "taken")
    journal.remove(sertraline.id)
    assert "A medicine that is not on your list 50 mg, taken" in screen(fine(open_app()))


def test_a_pause_is_named_on_its_doses(open_app, journal):
    medication = pause(
        daily("Sertraline", "08:00"), datetime(2026, 11, 18, 3), reason=HoldReason.ADVICE
    )
    journal.add(medication)
    assert "Paused, as agreed" in screen(fine(open_app()))


def test_something_that_happened_is_kept_and_can_be_removed(open_app, journal):
    app = open_app()
    widget(app, "event_text").input("Moved *house*")
    app = fine(button(app, "Save what happened").click().run())
    assert [event.text for event in journal.records("event")] == ["Moved *house*"]
    assert "Moved *house*" in screen(app)
    fine(button(app, "Remove").click().run())
    assert journal.records("event") == []


def test_nothing_typed_is_not_saved_and_says_why(open_app, journal):
    app = fine(button(open_app(), "Save what happened").click().run())
    assert journal.records("event") == []
    assert "What happened is empty. Please type something." in screen(app)


def test_what_is_next_shows_the_visit_and_the_refill(open_app, journal):
    supply = Supply(left=5, on=date(2026, 11, 18), refill_on=date(2026, 11, 25))
    journal.add(daily("Sertraline", "08:00", supply=supply))
    journal.add(Visit(at=datetime(2026, 11, 24, 10), zone="UTC", with_whom="Dr <Lind>"))
    said = screen(fine(open_app()))
    assert "Tuesday 24 November, 10:00: appointment with Dr <Lind>." in said
    assert "Wednesday 25 November: ask for more Sertraline." in said


def test_events_of_another_day_are_not_todays(open_app, journal):
    journal.add(LifeEvent(at=datetime(2026, 11, 18, 12), zone="UTC", text="Exam"))
    assert "Exam" not in screen(fine(open_app()))
