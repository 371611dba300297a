"""To take along: lists and dates with neutral names, and a page for family that holds only what was ticked."""

from datetime import date, datetime

import pytest
from screen import as_needed, daily, fine, screen

from medself.model import Supply, Visit

pytestmark = pytest.mark.usefixtures("at_nine", "journal")


@pytest.fixture
def page(open_app):
    return lambda part="Lists", **state: fine(open_app("take_along", take_along_part=part, **state))


@pytest.fixture
def filled(journal):
    journal.add_all(
        [
            daily("Zoloft", "08:00", slug="sertraline", why="worry", note="Secretnote"),
            daily("Tea *of mine*", "08:00"),
            as_needed("Lorazepam"),
            Visit(at=datetime(2026, 11, 24, 14, 30), zone="Europe/London", with_whom="Dr Lind"),
        ]
    )
    return journal


def downloads(app) -> dict[str, object]:
    return {each.proto.label: each for each in app.get("download_button")}


def put(app, key, value):
    app.get_by_key(key).set_value(value)
    return fine(app.run())


def test_without_a_list_there_is_nothing_to_take_and_the_way_to_the_list(page):
    said = screen(page())
    assert "Nothing is on your list yet" in said
    assert downloads(page()) == {}


def test_the_lists_are_offered_and_the_text_is_what_is_taken(page, filled):
    app = page()
    said = screen(app)
    assert "Zoloft: 50 mg every morning at 08:00, since 10 Nov (worry)" in said
    assert "Secretnote" not in said
    assert "Tea *of mine*: nothing to go by for the way it is taken. Please ask." in said
    assert set(downloads(app)) == {
        "Card for my wallet (PDF)",
        "List as text",
        "Sheet to fill my box (PDF)",
        "Cards for forgotten ones (PDF)",
    }
    assert app.get_by_key("take_along_week").value == date(2026, 11, 23)


def test_where_the_pages_say_nothing_no_cards_are_offered(page, journal):
    journal.add(daily("Tea", "08:00"))
    app = page()
    assert "Our pages say nothing about forgotten ones" in screen(app)
    assert "Cards for forgotten ones (PDF)" not in downloads(app)


def test_dates_are_counted_and_reminders_come_only_with_the_warning(page, filled):
    (pill,) = [one for one in filled.medications() if one.slug]
    supply = Supply(left=9, on=date(2026, 11, 20), refill_on=date(2026, 11, 27))
    filled.revise(pill.id, supply=supply)
    app = page("Dates for my calendar")
    said = screen(app)
    assert "Appointments: 1" in said
    assert "Days to ask for more: 1" in said
    assert "Tests and other to-dos: 0" in said
    assert "Google Calendar" not in said
    assert app.get_by_key("take_along_doses").value is False
    said = screen(put(app, "take_along_doses", True))
    assert "Check that your calendar rings." in said
    assert "never count on it alone" in said
    assert "Times of day with a reminder: 1" in said


FAMILY = "For family and friends"


def test_nothing_about_the_person_is_ticked_beforehand(page, filled):
    app = page(FAMILY)
    assert [box.value for box in app.checkbox] == [False, False]
    assert app.get_by_key("family_country").value is None
    assert downloads(app) == {}
    app = put(app, "family_country", "uk")
    said = screen(app)
    assert "not my name" in said
    assert "nothing of what I take" in said
    assert downloads(app) == {}, "not without the say-so"


def test_the_say_so_is_for_exactly_what_is_on_it(page, filled):
    app = put(page(FAMILY), "family_country", "uk")
    app = say_yes(app)
    assert set(downloads(app)) == {"The page (PDF)"}
    app = put(app, "family_sertraline", True)
    assert downloads(app) == {}, "one more thing on it takes the say-so back"
    assert "for families, and serious signs: sertraline" in screen(app)
    app = say_yes(app)
    assert set(downloads(app)) == {"The page (PDF)"}


def say_yes(app):
    (yes,) = [box for box in app.checkbox if box.label.startswith("Yes, I want")]
    yes.check()
    return fine(app.run())


def test_only_what_was_ticked_is_handed_over(page, filled, monkeypatch):
    from medself.ui import take_along_family
    from medself.visit.along import family

    handed = []
    make = family.pdf

    def noting(chosen, *arguments, **options):
        handed.append(chosen)
        return make(chosen, *arguments, **options)

    monkeypatch.setattr(take_along_family.family, "pdf", noting)
    app = put(page(FAMILY), "family_country", "uk")
    app = put(app, "family_own_helps", "A walk")
    say_yes(app)
    (chosen,) = handed
    assert chosen == family.ForFamily(country="uk", own=(("What helps", "A walk"),))


def test_own_words_that_open_help_open_it_here_too(page, filled):
    app = put(page(FAMILY), "family_own_watch", "when I want to kill myself")
    assert "Samaritans" in screen(app)


def test_own_words_are_still_there_after_a_look_elsewhere(page, filled):
    app = put(page(FAMILY), "family_own_helps", "A walk")
    app = put(app, "take_along_part", "Lists")
    app = put(app, "take_along_part", FAMILY)
    assert app.get_by_key("family_own_helps").value == "A walk"
