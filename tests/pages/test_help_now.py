"""Help now must work for anybody, anywhere, whatever is broken."""

import re

import pytest

from medself.errors import ContentError
from medself.library import Library, load


def everything(app):
    kinds = (app.title, app.header, app.markdown, app.caption, app.error, app.info)
    return "\n".join(each.value for kind in kinds for each in kind)


def links(app):
    return [(each.proto.label, each.proto.url) for each in app.get("link_button")]


@pytest.fixture
def help_now(open_app):
    return lambda **state: open_app("help_now", **state)


def test_without_a_country_it_gives_the_emergency_numbers_and_where_to_find_more(help_now):
    app = help_now()
    assert not app.exception
    shown = everything(app)
    for part in ("United States: **911**", "United Kingdom: **999**", "findahelpline.com"):
        assert part in shown


def test_a_chosen_country_gives_its_lines_as_one_tap(help_now):
    app = help_now()
    app = app.selectbox(key="country").set_value("us").run()
    assert ("Call 911", "tel:911") in links(app)
    assert ("Call 988", "tel:988") in links(app)
    assert ("Text 988", "sms:988") in links(app)
    assert "999" not in everything(app)


def test_words_after_the_number_are_not_dialled(help_now):
    assert ("Call 988, then press 1", "tel:988") in links(help_now(country="us"))


def test_of_two_numbers_one_is_dialled(help_now):
    """ "112 or 999" must not become 112999."""
    assert ("Call 112 or 999", "tel:112") in links(help_now(country="ie"))


@pytest.mark.parametrize("country", [each.country for each in load().crisis.countries])
def test_every_button_dials_a_number_that_stands_on_it(help_now, country):
    for label, url in links(help_now(country=country)):
        digits = url.split(":")[1]
        assert digits.isdigit()
        assert digits in re.sub(r"[ -]", "", label)


def test_the_persons_country_is_chosen_at_first(help_now, journal):
    app = help_now()
    assert app.selectbox(key="country").value == "uk"
    assert ("Call 116 123", "tel:116123") in links(app)


def test_somewhere_else_has_words_in_place_of_a_number(help_now):
    app = help_now(country="elsewhere")
    assert "Call your local emergency number now" in everything(app)
    assert "findahelpline.com" in everything(app)


def test_it_says_that_nobody_watches_and_when_the_numbers_were_checked(help_now):
    shown = everything(help_now())
    assert "Nobody watches this app" in shown
    assert "These numbers were checked on" in shown


def test_with_a_broken_file_the_numbers_that_matter_most_still_stand(help_now, monkeypatch):
    def broken(_):
        raise ContentError("crisis.yaml cannot be read")

    monkeypatch.setattr(Library, "crisis", property(broken))
    app = help_now()
    assert not app.exception
    for number in ("911", "999", "112", "988", "116 123"):
        assert number in app.error[0].value


def test_the_page_about_a_crisis_is_one_tap_away(help_now):
    app = help_now().button(key="help_read").click().run()
    app = app.switch_page("pages/learn.py").run()
    assert not app.exception
    assert "In a crisis" in [each.value for each in app.header]
