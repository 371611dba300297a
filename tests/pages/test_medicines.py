"""My list: adding by any name, every way of taking it in words, and changes that leave the past alone."""

from datetime import date, datetime, time

import pytest
from screen import NOW, as_needed, button, daily, fine, labels, screen, widget

from medself.model import Dose, DoseStatus, EndReason, HoldReason, MedicationStatus
from medself.schedule import due_doses, in_words

pytestmark = pytest.mark.usefixtures("at_nine", "journal")


@pytest.fixture
def page(open_app):
    return lambda: fine(open_app("medicines"))


def put(app, **values):
    """Fill in fields one after the other, as a person does."""
    for key, value in values.items():
        widget(app, key).set_value(value)
        app = fine(app.run())
    return app


def press(app, label: str):
    return fine(button(app, label).click().run())


def add(app, name: str, kind: str, **values):
    app = put(app, add_name=name, add_kind=kind)
    return press(
        put(app, **{f"add_{key}": value for key, value in values.items()}), "Add to my list"
    )


def test_an_empty_list_says_what_to_do(page):
    assert "Nothing on your list yet. Add what you take below" in screen(page())


def test_nothing_is_asked_before_a_name_is_typed_and_nothing_is_chosen(page):
    app = page()
    assert "Add to my list" not in labels(app)
    app = put(app, add_name="sertraline")
    assert widget(app, "add_kind").value is None
    app = put(app, add_kind="daily")
    assert widget(app, "add_amount_0").value is None
    assert widget(app, "add_unit").value is None


@pytest.mark.parametrize(
    ("kind", "values", "words"),
    [
        ("daily", {"unit": "mg", "amount_0": 50.0}, "50 mg every morning at 08:00"),
        (
            "daily",
            {"unit": "tablets", "count": 2, "amount_0": 1.0, "amount_1": 2.0},
            "every day 1 tablet at 08:00 and 2 tablets at 13:00",
        ),
        (
            "weekdays",
            {"unit": "mg", "days": [0, 3], "amount_0": 10.0},
            "10 mg on Monday and Thursday at 08:00",
        ),
        (
            "every_n_days",
            {"unit": "mg", "n": 3, "amount_0": 5.0},
            "5 mg every 3 days at 08:00",
        ),
        ("injection", {"unit": "mg", "n": 4, "amount_0": 400.0}, "400 mg every 4 weeks at 08:00"),
        (
            "cycle",
            {"unit": "mg", "on": 21, "off": 7, "amount_0": 2.0},
            "2 mg every morning at 08:00, 21 days on and 7 days off",
        ),
        (
            "as_needed",
            {"unit": "mg", "amount_0": 1.0, "most": 2.0, "gap": 6.0},
            "1 mg when needed, at most 2 doses in 24 hours, at least 6 hours apart",
        ),
        (
            "steps",
            {"unit": "mg", "step_0": 25.0, "step_days_0": 7, "step_1": 50.0},
            "25 mg every morning at 08:00 for 7 days, then 50 mg every morning at 08:00",
        ),
    ],
)
def test_every_way_of_taking_it_is_kept_and_said_in_words(page, journal, kind, values, words):
    app = add(page(), "sertraline", kind, **values)
    (medication,) = journal.medications()
    assert in_words(medication.regimens[0]) == words
    assert medication.status is MedicationStatus.TAKING
    assert medication.regimens[0].start == datetime(2026, 11, 20, 3)
    assert "It is on your list." in screen(app)
    assert words in screen(app)


def test_all_that_was_typed_is_kept_and_the_form_is_empty_again(page, journal):
    app = put(page(), add_name="Zoloft", add_kind="daily", add_amount_0=50.0)
    app = put(app, add_why="mood", add_from="Dr <b>Lind</b>", add_shop=True)
    app = put(app, add_start=date(2026, 11, 1), add_start_time=time(9, 30))
    app = press(app, "Add to my list")
    (medication,) = journal.medications()
    assert (medication.name, medication.slug) == ("Zoloft", "sertraline")
    assert (medication.why, medication.prescriber) == ("mood", "Dr <b>Lind</b>")
    assert medication.over_the_counter
    assert medication.regimens[0].start == datetime(2026, 11, 1, 9, 30)
    assert widget(app, "add_name").value == ""
    assert "from Dr <b>Lind</b>" in screen(app)
    app = put(app, add_name="other", add_kind="daily")
    assert widget(app, "add_amount_0").value is None
    assert (widget(app, "add_why").value, widget(app, "add_shop").value) == ("", False)


def test_a_misspelt_name_is_asked_about_and_one_tap_puts_it_right(page, journal):
    app = put(page(), add_name="fluoxetin")
    assert "Did you mean one of these?" in screen(app)
    app = press(app, next(label for label in labels(app) if "fluoxetine" in label))
    assert "We have a page about it" in screen(app)
    assert "fluoxetine" in widget(app, "add_name").value


def test_an_unknown_name_can_be_added_all_the_same(page, journal):
    app = put(page(), add_name="Grandmother's tea")
    assert "We have no page about this name. You can add it all the same." in screen(app)
    add(app, "Grandmother's tea", "as_needed")
    assert [(m.name, m.slug) for m in journal.medications()] == [("Grandmother's tea", None)]


@pytest.mark.parametrize(
    ("kind", "values", "sentence"),
    [
        (None, {}, "Please choose how often you take it."),
        ("weekdays", {"days": []}, "Please choose the days of the week"),
        ("every_n_days", {}, "Please fill in the number of days."),
        ("injection", {}, "Please fill in the number of weeks."),
        ("cycle", {"on": 21}, "Please fill in the days without it."),
        ("steps", {"step_0": 25.0}, "Please fill in how much in step 2."),
        ("steps", {"step_0": 25.0, "step_1": 50.0}, "Only the last step can go on"),
        ("daily", {"amount_0": 1e300}, "The amount must be from 0.0001 to 100000"),
        ("daily", {"count": 2, "time_1": time(8)}, "The same time of day is there twice."),
        ("daily", {"start": date(2026, 11, 20), "name": "x" * 5001}, "5,001 characters long"),
    ],
)
def test_what_is_missing_is_said_and_what_was_typed_stays(page, journal, kind, values, sentence):
    values = dict(values)
    name = values.pop("name", "sertraline")
    app = add(page(), name, kind, **values)
    assert journal.medications() == []
    assert sentence in screen(app)
    assert widget(app, "add_name").value == name
    assert widget(app, "add_kind").value == kind


def act(app, medication, action: str, **values):
    app = put(app, **{f"medicines_action_{medication.id}": action})
    prefix = f"medicines_{action}_{medication.id}_"
    app = put(app, **{prefix + key: value for key, value in values.items()})
    return press(app, "Save this change")


@pytest.fixture
def sertraline(journal):
    medication = daily("Sertraline", "08:00", why="worry", slug="sertraline")
    journal.add(medication)
    return medication


def test_d9_a_new_dose_leaves_the_past_as_it_was(page, journal, sertraline):
    app = act(page(), sertraline, "dose", kind="daily", unit="mg", amount_0=100.0)
    (kept,) = journal.medications()
    dues = due_doses([kept], start=date(2026, 11, 19), end=date(2026, 11, 20))
    assert [due.amount for due in dues] == [50, 100]
    assert [r.end_reason for r in kept.regimens] == [EndReason.CHANGED, None]
    assert "Saved. What you recorded before stays as it was." in screen(app)
    assert "100 mg every morning at 08:00" in screen(app)
    assert kept.why == "worry"


def test_a_mistake_made_today_can_be_put_right(page, journal):
    app = add(page(), "Sertraline", "daily", unit="mg", amount_0=500.0)
    (wrong,) = journal.medications()
    app = act(app, wrong, "dose", kind="daily", unit="mg", amount_0=50.0)
    (kept,) = journal.medications()
    assert [in_words(regimen) for regimen in kept.regimens] == ["50 mg every morning at 08:00"]
    assert "500" not in screen(app)


@pytest.mark.parametrize(
    ("why", "reason", "said"),
    [("stopped", EndReason.STOPPED, "stopped"), ("completed", EndReason.COMPLETED, "completed")],
)
def test_d10_stopped_and_finished_are_told_apart(page, journal, sertraline, why, reason, said):
    app = act(page(), sertraline, "stop", why=why, note="a *rash*")
    (kept,) = journal.medications()
    assert kept.status is MedicationStatus.NOT_TAKING
    assert (kept.regimens[0].end_reason, kept.regimens[0].end_note) == (reason, "a *rash*")
    assert "What I took before" in screen(app)
    assert f"10 Nov 2026 to 20 Nov 2026, {said}: a *rash*" in screen(app)
    assert "Nothing on your list yet" in screen(app)


def test_stopping_says_to_talk_about_it_and_names_no_reason_for_the_person(
    page, journal, sertraline
):
    app = put(page(), **{f"medicines_action_{sertraline.id}": "stop"})
    assert "please tell them or a pharmacist soon" in screen(app)
    assert widget(app, f"medicines_stop_{sertraline.id}_why").value is None
    app = press(app, "Save this change")
    assert journal.medications()[0].status is MedicationStatus.TAKING
    assert "Please choose what happened." in screen(app)


def test_a_pause_and_going_on(page, journal, sertraline):
    app = put(page(), **{f"medicines_action_{sertraline.id}": "pause"})
    assert widget(app, f"medicines_pause_{sertraline.id}_why").value is None
    app = press(app, "Save this change")
    assert "Please choose why." in screen(app)
    app = act(app, sertraline, "pause", why="hospital", day=date(2026, 11, 18))
    (kept,) = journal.medications()
    assert [(h.start, h.end, h.reason) for h in kept.holds] == [
        (datetime(2026, 11, 18, 3), None, HoldReason.HOSPITAL)
    ]
    assert "paused since 18 November" in screen(app)
    app = act(app, sertraline, "resume")
    assert journal.medications()[0].holds[0].end == datetime(2026, 11, 20, 3)
    assert "paused since" not in screen(app)


def test_what_is_left_is_kept_with_its_day_and_never_guessed(page, journal, sertraline):
    app = act(page(), sertraline, "supply", refill=date(2026, 12, 1))
    assert journal.medications()[0].supply is None
    assert "Please fill in how much is left." in screen(app)
    app = act(app, sertraline, "supply", left=12.0)
    supply = journal.medications()[0].supply
    assert (supply.left, supply.on) == (12, date(2026, 11, 20))
    assert supply.refill_on == date(2026, 12, 1)
    assert "12 left on 20 November" in screen(app)


def test_details_change_without_touching_how_it_is_taken(page, journal, sertraline):
    act(page(), sertraline, "details", name="Zoloft", strength="50 mg tablets")
    (kept,) = journal.medications()
    assert (kept.name, kept.strength, kept.why) == ("Zoloft", "50 mg tablets", "worry")
    assert kept.regimens == sertraline.regimens
    assert kept.slug == "sertraline"


def test_supply_in_tablets_is_kept_with_how_much_is_in_one(page, journal, sertraline):
    key = f"medicines_supply_{sertraline.id}"
    app = put(page(), **{f"medicines_action_{sertraline.id}": "supply"})
    assert widget(app, f"{key}_unit").value is None
    app = put(app, **{f"{key}_left": 28.0, f"{key}_unit": "tablets"})
    app = put(app, **{f"{key}_each": 50.0})
    press(app, "Save this change")
    supply = journal.medications()[0].supply
    assert (supply.left, supply.unit, supply.each) == (28, "tablets", 50)
    assert "28 tablets left on 20 November" in screen(page())


def test_one_added_by_mistake_can_be_taken_off_while_nothing_is_recorded_for_it(
    page, journal, sertraline
):
    mistake = "Added by mistake: take it off my record"
    choose = {f"medicines_action_{sertraline.id}": "details"}
    press(put(page(), **choose), mistake)
    assert journal.medications() == []
    journal.undo()
    journal.add(Dose(at=NOW, zone="UTC", medication=sertraline.id, status=DoseStatus.TAKEN))
    assert mistake not in labels(put(page(), **choose))


def test_a_stopped_medicine_can_be_taken_again(page, journal, sertraline):
    app = press(act(page(), sertraline, "stop", why="stopped"), "I take it again")
    (kept,) = journal.medications()
    assert kept.status is MedicationStatus.TAKING
    assert len(kept.regimens) == 1
    assert "Write down how you take it now." in screen(app)
    app = act(app, sertraline, "dose", kind="daily", unit="mg", amount_0=25.0)
    assert "25 mg every morning at 08:00" in screen(app)
    assert journal.medications()[0].regimens[0].end_reason is EndReason.STOPPED


def test_every_change_can_be_taken_back(page, journal, sertraline):
    app = press(act(page(), sertraline, "stop", why="stopped"), "Undo")
    (kept,) = journal.medications()
    assert (kept.status, kept.regimens) == (MedicationStatus.TAKING, sertraline.regimens)
    assert "Taken back." in screen(app)


def test_as_needed_limits_stand_on_the_list(page, journal):
    journal.add(as_needed("Lorazepam", most_per_24h=2))
    assert "1 mg when needed, at most 2 doses in 24 hours" in screen(page())


def test_reading_about_it_keeps_the_medicine_out_of_the_address(page, sertraline):
    app = press(page(), "Read about it")
    assert app.session_state["page_id"] == "sertraline"
    assert not app.query_params


def test_t2_a_new_time_on_the_same_day_asks_for_one_dose(page, journal, sertraline):
    app = act(page(), sertraline, "dose", kind="daily", unit="mg", amount_0=50.0, time_0=time(21))
    dues = due_doses(journal.medications(), start=NOW.date(), end=NOW.date())
    assert [due.slot.hour for due in dues] == [21]
    app = fine(app.switch_page("pages/today.py").run())
    assert screen(app).count("Not recorded") == 1
