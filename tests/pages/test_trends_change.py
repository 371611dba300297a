"""Before and after a change on the page: what is compared, what is refused and why, never a reason."""

from datetime import date, datetime, time, timedelta

import pytest
from screen import fine, screen

from medself.analysis.change_words import CANNOT_TELL, COMING_OFF
from medself.model import CheckIn, Daily, EndReason, Medication, Regimen, Slot
from medself.ui import clock

TODAY = date(2026, 11, 21)
STARTED = date(2026, 9, 1)


@pytest.fixture(autouse=True)
def midday(monkeypatch):
    monkeypatch.setattr(clock, "now", lambda: datetime.combine(TODAY, time(12)))


def taken(
    name: str, start: date, until: date | None = None, reason: EndReason | None = None, **of
) -> Medication:
    plan = Daily(slots=(Slot(at=time(8), amount=50),))
    end = datetime.combine(until, time(3)) if until else None
    regimen = Regimen(
        start=datetime.combine(start, time(3)), end=end, end_reason=reason, plan=plan, unit="mg"
    )
    return Medication(name=name, regimens=(regimen,), **of)


def rate(journal, first: date, days: int, **ratings: int) -> None:
    journal.add_all(
        [
            CheckIn(
                at=datetime.combine(first, time(12)) + timedelta(days=n),
                zone="UTC",
                ratings=ratings,
            )
            for n in range(days)
        ]
    )


@pytest.fixture
def sertraline(journal):
    """Started on 1 September; mood 3 before, 6 in the days looked at after."""
    journal.add(taken("Sertraline", STARTED, slug="sertraline"))
    rate(journal, STARTED - timedelta(days=14), 14, mood=3, worry=6)
    rate(journal, STARTED + timedelta(days=14), 28, mood=6, worry=6)
    return journal


@pytest.fixture
def look(open_app):
    """Choose a change by its number, the last first, and read what stands under its heading."""

    def start(number: int = 0):
        app = fine(open_app("trends"))
        return fine(app.selectbox(key="trends_change").select_index(number).run())

    return start


def part(app) -> str:
    return screen(app).split("Before and after a change")[1]


def test_nothing_is_compared_until_a_change_is_chosen(sertraline, open_app):
    said = part(fine(open_app("trends")))
    assert "How you were before and after it" in said
    assert "middle score" not in said


def test_without_a_change_it_says_so(journal, open_app):
    assert "No change in what you take is written down yet." in part(fine(open_app("trends")))


def test_both_middles_with_counts_and_the_fixed_sentence_once(sertraline, look):
    said = part(look())
    assert "We look at the 14 days before, and at weeks 3 to 6 after." in said
    assert (
        "Mood. In the 14 days before 1 September 2026 you recorded 14 days. Your middle score was 3, "
        "and most days were 3. In weeks 3 to 6 after you recorded 28 of 28 days. Your middle score "
        "was 6, and most days were 6. This difference stood out from your usual ups and downs."
    ) in said
    assert said.count(CANNOT_TELL) == 1
    assert COMING_OFF not in said
    assert "Mood. Pick one day from each time: the later day was better nearly every time." in said


def test_the_picture_has_its_words_and_its_table(sertraline, open_app):
    app = fine(open_app("trends", trends_change_table=True))
    app = fine(app.selectbox(key="trends_change").select_index(0).run())
    picture = app.get("vega_lite_chart")[-1].proto
    assert "Mood. In the 14 days before" in picture.alt
    assert "Mood" not in picture.spec
    assert app.table[-1].value.to_numpy().tolist() == [
        ["Mood", "Before", "14 of 14", "3", "3"],
        ["Mood", "After", "28 of 28", "6", "6"],
        ["Worry", "Before", "14 of 14", "6", "6"],
        ["Worry", "After", "28 of 28", "6", "6"],
    ]


def test_the_days_are_the_persons_to_choose(sertraline, look):
    app = look()
    (key,) = {
        each.key.rsplit("_", 1)[0] for each in app.number_input if each.key.endswith("_before")
    }
    app.number_input(key=f"{key}_before").set_value(10)
    app.number_input(key=f"{key}_from_15").set_value(22)
    app = fine(app.number_input(key=f"{key}_to_42").set_value(43).run())
    said = part(app)
    assert "We look at the 10 days before, and at days 22 to 43 after." in said
    assert "From day 22 to day 43 after you recorded 21 of 22 days." in said
    app = fine(app.number_input(key=f"{key}_to_42").set_value(9).run())
    assert "The last day is before the first." in part(app)
    assert "middle score" not in part(app)


def test_the_other_look_of_the_same_medicine_is_one_tap(sertraline, look):
    app = look()
    (taps,) = [each for each in app.button_group if str(each.key).endswith("_look")]
    app = fine(taps.set_value("Weeks 6 to 12").run())
    assert "at weeks 6 to 12 after." in part(app)
    assert "With 25 we can show a before and after. 18 more to go." in part(app)


def test_q1_too_few_days_before_are_counted_down_to(journal, look):
    journal.add(taken("Sertraline", STARTED, slug="sertraline"))
    rate(journal, STARTED - timedelta(days=7), 7, mood=3)
    said = part(look())
    assert "Mood. You recorded 7 of the 14 days before 1 September 2026. With 10 we can" in said
    assert "middle score" not in said


def test_q4_another_change_in_these_days_is_named_once_and_nothing_compared(sertraline, look):
    sertraline.add(taken("*Quetiapine*", STARTED, STARTED + timedelta(days=20), EndReason.STOPPED))
    app = look(number=1)
    said = part(app)
    assert (
        "*Quetiapine* started on 1 September 2026 and *Quetiapine* stopped on 21 September" in said
    )
    assert said.count("cannot be told apart") == 1
    assert "middle score" not in said
    assert "pairs of days" not in said


def test_a_stop_has_its_weeks_of_coming_off_apart(journal, look):
    stopped = STARTED
    journal.add(
        taken("Sertraline", date(2026, 1, 1), stopped, EndReason.STOPPED, slug="sertraline")
    )
    rate(journal, stopped - timedelta(days=14), 42, mood=4)
    app = look()
    said = part(app)
    assert "at weeks 1 to 4 after." in said
    assert said.count(COMING_OFF) == 1
    (taps,) = [each for each in app.button_group if str(each.key).endswith("_look")]
    assert COMING_OFF not in part(fine(taps.set_value("Weeks 5 to 12").run()))


def test_with_more_than_three_symptoms_one_chooses_up_to_three(sertraline, look):
    sertraline.revise(sertraline.person.id, symptoms=("mood", "worry", "sleep_quality", "appetite"))
    app = look()
    pills = app.pills(key="trends_change_symptoms")
    assert pills.value == ["mood", "worry", "sleep_quality"]
    said = part(fine(pills.set_value(["worry", "appetite"]).run()))
    assert "Worry. In the 14 days" in said
    assert "Appetite. You recorded 0 of" in said
    assert "Mood. " not in said
    assert "middle score" not in part(
        fine(app.pills(key="trends_change_symptoms").set_value([]).run())
    )
