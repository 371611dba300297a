"""Over time: what a person sees of their record, and what is said when there is too little."""

import json
from datetime import date, datetime, time, timedelta

import pytest
from streamlit.testing.v1 import AppTest

from medself import demo
from medself.charts.life import life
from medself.journal import open_journal
from medself.library import load
from medself.model import CheckIn, Daily, Medication, Regimen, Slot
from medself.ui import clock
from medself.visit import counts, words
from medself.visit.chart import facts

TODAY = date(2026, 11, 21)


@pytest.fixture(autouse=True)
def midday(monkeypatch):
    monkeypatch.setattr(clock, "now", lambda: datetime.combine(TODAY, time(12)))


@pytest.fixture
def invented(home):
    return open_journal(demo.make(home, today=TODAY))


def said(app: AppTest) -> str:
    parts = (app.markdown, app.info, app.caption)
    text = "\n".join(each.value for part in parts for each in part)
    return text.replace("\\", "").replace("\u2060", "")


def charts(app: AppTest) -> list:
    return app.get("vega_lite_chart")


def test_the_chart_is_there_with_its_words_as_alt_text(invented, open_app):
    app = open_app("trends")
    assert not app.exception
    (chart,) = charts(app)
    found = facts(invented, load(), start=TODAY - timedelta(days=89), end=TODAY, show_private=True)
    assert chart.proto.alt == life(found).sentence
    assert "Sertraline" not in chart.proto.spec


def test_how_much_is_recorded_comes_first(invented, open_app):
    first = next(each.value for each in open_app("trends").markdown if "Recorded" in each.value)
    assert "of 90 days. Longest gap:" in first
    assert "were filled in more than two days later" in first


def test_d12_doses_are_the_ones_of_the_visit_page(invented, open_app):
    text = said(open_app("trends"))
    lines = counts.doses(invented, TODAY - timedelta(days=89), TODAY)
    assert len(lines) == 4
    for line in lines:
        assert words.doses(line) in text
    assert "as needed" in text


def test_side_effects_are_a_table(invented, open_app):
    app = open_app("trends")
    (table,) = app.table
    assert table.value["Side effect"].tolist()[-1] == "Headache"
    assert set(table.value["Still there"]) == {"Yes", "No"}


@pytest.mark.parametrize(
    ("period", "days"), [("30", "30 days"), ("180", "180 days"), ("365", "365 days")]
)
def test_another_period_is_one_tap(invented, open_app, period, days):
    app = open_app("trends")
    app.segmented_control(key="trends_period").set_value(period).run()
    assert not app.exception
    assert f"of {days}." in said(app)


def test_since_the_last_visit_begins_with_its_day(invented, open_app):
    app = open_app("trends")
    app.segmented_control(key="trends_period").set_value("last").run()
    assert "of 65 days." in said(app)


def test_own_dates_hold_both_ends(invented, open_app):
    app = open_app("trends")
    app.segmented_control(key="trends_period").set_value("own").run()
    end = TODAY - timedelta(days=10)
    app.date_input(key="trends_days").set_value((end - timedelta(days=20), end)).run()
    assert "of 21 days." in said(app)


def test_own_dates_wait_for_the_last_day(invented, open_app):
    app = open_app("trends")
    app.segmented_control(key="trends_period").set_value("own").run()
    app.date_input(key="trends_days").set_value((TODAY - timedelta(days=20),)).run()
    assert "Choose the last day too." in said(app)
    assert not charts(app)


def test_the_table_of_the_chart_opens(invented, open_app):
    app = open_app("trends", trends_table=True)
    life_table = app.table[0].value
    assert life_table.columns.tolist() == ["What", "From", "To", "Detail"]
    assert "Sertraline" in life_table["What"].tolist()


def check_in(journal, days: int) -> None:
    for ago in range(days):
        at = datetime.combine(TODAY, time(12)) - timedelta(days=ago)
        journal.add(CheckIn(at=at, zone="UTC", ratings={"mood": 4}))


@pytest.mark.parametrize(("days", "drawn"), [(0, 0), (2, 0), (3, 1)])
def test_too_few_days_get_a_sentence_and_no_chart(journal, open_app, days, drawn):
    check_in(journal, days)
    app = open_app("trends")
    assert not app.exception
    assert len(charts(app)) == drawn
    needs = f"You recorded {days} of 90 days. With 3 we can draw a chart."
    assert (needs in said(app)) is not bool(drawn)


def test_a2_nothing_due_has_no_number(journal, open_app):
    text = said(open_app("trends"))
    assert "No doses were due in these days." in text
    assert "None noted in these days." in text
    assert "in every 100" not in text


def test_a3_nothing_recorded_is_not_missed(journal, open_app):
    plan = Daily(slots=(Slot(at=time(8), amount=50),))
    start = datetime.combine(TODAY - timedelta(days=9), time(3))
    regimen = Regimen(start=start, plan=plan, unit="mg")
    journal.add(Medication(name="Sertraline", regimens=(regimen,)))
    text = said(open_app("trends"))
    assert "Sertraline: nothing recorded of" in text
    assert "missed" not in text


def test_p4_what_people_type_is_shown_letter_for_letter(journal, open_app):
    name = "<img src=x> :red[x] $5$ ~no~"
    plan = Daily(slots=(Slot(at=time(8), amount=50),))
    start = datetime.combine(TODAY - timedelta(days=9), time(3))
    journal.add(Medication(name=name, regimens=(Regimen(start=start, plan=plan, unit="mg"),)))
    check_in(journal, 5)
    app = open_app("trends")
    (chart,) = charts(app)
    assert "img" not in json.dumps(chart.proto.spec)
    assert not any(":red[" in each.value or "<img" in each.value for each in app.markdown)


def test_following_many_things_lets_one_choose_up_to_four(journal, open_app):
    many = ("mood", "worry", "sleep_quality", "energy", "focus")
    journal.revise(journal.person.id, symptoms=many)
    check_in(journal, 5)
    app = open_app("trends")
    pills = app.pills(key="trends_symptoms")
    assert pills.value == ["mood", "worry", "sleep_quality"]
    pills.set_value(list(many)).run()
    assert not app.exception


def test_without_a_record_the_page_says_how_to_begin(home, open_app):
    app = open_app("trends")
    assert "No record is open yet" in said(app)
    assert not charts(app)
