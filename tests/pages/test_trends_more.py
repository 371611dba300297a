"""What opens on Over time: days of the week, sleep, questionnaires, the dose calendar, ten years."""

from datetime import date, datetime, time, timedelta

import pytest
from screen import fine, screen

from medself.model import CheckIn, Daily, Dose, DoseStatus, Medication, Regimen, Score, Slot
from medself.ui import clock

TODAY = date(2026, 11, 21)
OPENED = {f"trends_{part}": True for part in ("week", "sleep", "totals", "calendar")}


@pytest.fixture(autouse=True)
def midday(monkeypatch):
    monkeypatch.setattr(clock, "now", lambda: datetime.combine(TODAY, time(12)))


def check_in(journal, days: int, **values) -> None:
    noon = datetime.combine(TODAY, time(12))
    journal.add_all(
        [
            CheckIn(
                **{"at": noon - timedelta(days=ago), "zone": "UTC", "ratings": {"mood": 4}} | values
            )
            for ago in range(days)
        ]
    )


def score(journal, instrument: str, ago: int, total: float | None, **fields) -> None:
    at = datetime.combine(TODAY, time(9)) - timedelta(days=ago)
    journal.add(Score(at=at, zone="UTC", instrument=instrument, total=total, **fields))


def take(journal, name: str, *states: DoseStatus | None) -> None:
    """A medicine due every morning; what happened on the days up to yesterday."""
    first = TODAY - timedelta(days=len(states))
    plan = Daily(slots=(Slot(at=time(8), amount=50),))
    regimen = Regimen(start=datetime.combine(first, time(3)), plan=plan, unit="mg")
    medication = Medication(name=name, regimens=(regimen,))
    journal.add(medication)
    for number, status in enumerate(states):
        at = datetime.combine(first + timedelta(days=number), time(8))
        if status:
            journal.add(Dose(at=at, slot=at, zone="UTC", medication=medication.id, status=status))


@pytest.fixture
def page(open_app):
    return lambda **state: fine(open_app("trends", **OPENED | state))


def drawn(app) -> list[str]:
    return [chart.proto.alt for chart in app.get("vega_lite_chart")]


def test_nothing_is_drawn_until_it_is_opened(journal, open_app):
    check_in(journal, 20, sleep_hours=7)
    assert len(drawn(fine(open_app("trends")))) == 1


def test_an_empty_record_gets_sentences_and_no_chart(journal, page):
    app = page()
    said = screen(app)
    assert "Mood: recorded on 0 days. From 14 on we can show the days of the week." in said
    assert "Hours slept are recorded for 0 nights." in said
    assert "No totals in these days." in said
    assert drawn(app) == []


@pytest.mark.parametrize(("days", "enough"), [(13, False), (14, True)])
def test_the_days_of_the_week_are_shown_from_14_days_on(journal, page, days, enough):
    check_in(journal, days)
    app = page(trends_week_mood_table=True)
    assert any("middle score by day of the week" in alt for alt in drawn(app)) is enough
    said = screen(app)
    assert (f"Mood: recorded on {days} days." in said) is not enough
    assert ("Mood, middle score by day of the week: Monday 4" in said) is enough


def test_hours_of_sleep_are_a_chart_with_its_sentence(journal, page):
    check_in(journal, 10, sleep_hours=7.5)
    app = page()
    told = "Hours slept: middle 7.5, most nights 7.5, on 10 of 90 nights."
    assert told in drawn(app)
    assert told in screen(app)


def test_totals_are_drawn_with_the_good_end_and_item_9_never_is(journal, page):
    answers = (1, 1, 1, 1, 1, 1, 1, 1, 3)
    score(journal, "phq-9", 30, 11, answers=answers)
    score(journal, "phq-9", 3, 9)
    score(journal, "phq-9", 1, None, answers=(None, *answers[1:]))
    app = page()
    (alt,) = [alt for alt in drawn(app) if alt.startswith("PHQ-9")]
    assert (
        alt == "PHQ-9 total: 11 on 22 October 2026, 9 on 18 November 2026. A lower total is better."
    )
    (chart,) = [each for each in app.get("vega_lite_chart") if each.proto.alt == alt]
    assert "answers" not in chart.proto.spec


def test_one_total_is_a_sentence(journal, page):
    score(journal, "who-5", 3, 12)
    app = page()
    assert "WHO-5 total: 12 on 18 November 2026. A higher total is better." in screen(app)
    assert not any("WHO-5" in alt for alt in drawn(app))


def test_a_questionnaire_we_do_not_know_has_no_good_end(journal, page):
    score(journal, "mystery", 9, 0)
    score(journal, "mystery", 3, 0)
    (alt,) = [alt for alt in drawn(page()) if alt.startswith("MYSTERY")]
    assert alt.endswith("0 on 18 November 2026.")


def test_the_calendar_is_of_one_medicine_and_missed_is_not_not_recorded(journal, page):
    take(journal, "Sertraline", DoseStatus.TAKEN, DoseStatus.MISSED, None, DoseStatus.SKIPPED)
    app = page(trends_calendar_days_table=True)
    told = (
        "Sertraline, days with doses due from 17 November 2026 to 21 November 2026: taken on 1 day, "
        "skipped on 1 day, missed on 1 day, not recorded on 2 days."
    )
    assert told in drawn(app)
    assert app.table[-1].value.columns.tolist() == [
        *("Month", "Taken", "Skipped", "Missed", "Not recorded"),
    ]
    assert not any(each.key == "trends_calendar_which" for each in app.selectbox)


def test_with_several_medicines_one_is_chosen(journal, page):
    take(journal, "Sertraline", DoseStatus.TAKEN)
    take(journal, "*Lithium*", DoseStatus.MISSED)
    app = page()
    which = app.selectbox(key="trends_calendar_which")
    assert set(which.options) == {"Sertraline", "*Lithium*"}
    which.select_index(which.options.index("*Lithium*"))
    assert any(alt.startswith("*Lithium*, days with doses due") for alt in drawn(fine(app.run())))


def test_without_doses_due_there_is_no_calendar(journal, page):
    assert screen(page()).count("No doses were due in these days.") == 2


def test_everything_begins_with_the_first_entry(journal, page):
    check_in(journal, 1, at=datetime(2024, 2, 29, 12))
    app = page(trends_period="all")
    assert "Recorded on 1 of 997 days." in screen(app)


def test_everything_is_ten_years_at_most_and_of_nothing_the_usual_days(journal, page):
    assert "Recorded on 0 of 90 days." in screen(page(trends_period="all"))
    check_in(journal, 1, at=datetime(2001, 1, 1, 12))
    take(journal, "Sertraline", *[DoseStatus.TAKEN] * 3)
    app = page(trends_period="all")
    assert "of 3653 days." in screen(app)
    assert "Of a long time only the last 26 weeks are drawn." in screen(app)
