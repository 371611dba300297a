"""Known problems on My list: cards for what is taken, and one more thing asked about."""

import pytest
from screen import as_needed, daily, fine, screen, widget

from medself.model import MedicationStatus

pytestmark = pytest.mark.usefixtures("at_nine", "journal")

NOTHING = "Nothing in our table about these. That does not mean there is no problem."


@pytest.fixture
def page(open_app):
    return lambda: fine(open_app("medicines"))


def ask(app, text: str) -> str:
    widget(app, "known_problems_more").set_value(text)
    return screen(fine(app.run()))


def test_an_empty_list_shows_the_field_and_claims_nothing(page):
    said = screen(page())
    assert "Check something else: a shop medicine, alcohol, a herb" in said
    assert NOTHING not in said


def test_two_medicines_of_the_list_have_a_card_with_why_what_to_do_and_source(page, journal):
    journal.add(daily("Priadel", "09:00", slug="lithium"))
    journal.add(as_needed("Advil"))
    said = screen(page())
    assert "Ibuprofen and lithium: a known problem, only with your team's knowledge" in said
    assert "can push your lithium up" in said
    assert "Source: NHS: Taking lithium with other medicines" in said
    assert "Do not stop or change a medicine on your own because of this." in said


def test_a_list_our_table_has_nothing_on_is_not_called_fine(page, journal):
    journal.add(daily("lithium", "09:00", slug="lithium"))
    journal.add(daily("Seroquel", "21:00", slug="quetiapine"))
    assert NOTHING in screen(page())


def test_what_is_no_longer_taken_is_left_out(page, journal):
    journal.add(daily("lithium", "09:00", slug="lithium"))
    journal.add(daily("Advil", "09:00", status=MedicationStatus.NOT_TAKING))
    assert "Ibuprofen and lithium" not in screen(page())


def test_something_else_is_checked_against_the_list(page, journal):
    journal.add(daily("sertraline", "09:00", slug="sertraline"))
    app = page()
    said = ask(app, "st johns wort")
    assert "Sertraline and St John's wort: a known problem" in said
    assert NOTHING in ask(app, "paracetamol")
    said = ask(app, "tramadl")
    assert "We read “tramadl” as tramadol." in said
    assert "Sertraline and tramadol: a known problem" in said
    assert "We do not know “blorp”." in ask(app, "blorp")


def test_only_what_was_asked_about_is_in_the_answer(page, journal):
    journal.add(daily("sertraline", "09:00", slug="sertraline"))
    journal.add(as_needed("Advil"))
    assert ask(page(), "wine").count("Ibuprofen and sertraline") == 1


def test_what_people_type_is_shown_letter_for_letter(page, journal):
    journal.add(daily("**x** :red[y] <b>", "09:00"))
    said = ask(page(), "$z$ ~~q~~")
    assert "We do not know “**x** :red[y] <b>”." in said
    assert "We do not know “$z$ ~~q~~”." in said


def test_a_table_that_cannot_be_read_does_not_take_the_page_down(page, journal, monkeypatch):
    from medself.errors import ContentError
    from medself.ui import known_problems

    def broken(*_):
        raise ContentError("interactions is broken")

    monkeypatch.setattr(known_problems, "check", broken)
    journal.add(daily("sertraline", "09:00", slug="sertraline"))
    said = screen(page())
    assert "Our table cannot be read just now." in said
    assert "Name on the box" in said
