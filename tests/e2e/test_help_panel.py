"""Item 9 in Chromium, by keyboard alone and with no network: help is there before anything is saved."""

import pytest
from playwright.sync_api import Page, expect

from medself.journal import create_person, open_journal
from medself.model import Person
from medself.recording.help_words import THANKS
from scripts.chromium import settle


@pytest.fixture
def folder(home):
    return create_person(home, Person(name="Robin", region="uk", country="uk"))


def tab_to(page: Page, name: str, *, most: int = 80) -> None:
    """Press Tab until what has the focus is called so."""
    for _ in range(most):
        page.keyboard.press("Tab")
        if name in page.evaluate(
            "(document.activeElement.getAttribute('aria-label') || '') + document.activeElement.innerText"
        ):
            return
    raise AssertionError(f"Tab does not lead to {name}")


def choose_phq_9(page: Page, address: str) -> None:
    page.goto(f"{address}/questionnaires")
    settle(page)
    page.get_by_role("combobox", name="Which one?").focus()
    page.keyboard.type("nine")
    page.keyboard.press("Enter")
    settle(page)


def answer_item_nine(page: Page) -> None:
    page.get_by_role("radiogroup", name="8: Moving").get_by_role("radio").first.focus()
    tab_to(page, "Not at all")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Space")
    settle(page)


@pytest.mark.parametrize("size", ["desktop", "phone"])
def test_q3_help_by_keyboard_with_no_network(folder, address, new_page, size) -> None:
    page = new_page(size=size)
    # Only this computer answers: a font, a picture or a script from anywhere else would be missed.
    page.route(
        "**/*",
        lambda route: route.continue_() if "localhost" in route.request.url else route.abort(),
    )
    choose_phq_9(page, address)
    answer_item_nine(page)
    item = page.get_by_role("radiogroup", name="9: Thoughts")
    expect(item.get_by_role("radio", name="Several days")).to_be_checked()
    panel = page.get_by_role("status").filter(has_text=THANKS)
    expect(panel).to_be_visible()
    expect(page.get_by_text("call 116 123")).to_be_visible()
    below = panel.bounding_box()["y"] - item.bounding_box()["y"]
    assert 0 < below < 300
    assert open_journal(folder).table("score").empty
    tab_to(page, "Buttons to call")
    tab_to(page, "Write it on my visit page")
    page.keyboard.press("Space")
    settle(page)
    assert len(open_journal(folder).questions()) == 1
    tab_to(page, "Save questionnaire")
    page.keyboard.press("Enter")
    settle(page)
    total = page.get_by_text("so there is no total")
    assert panel.bounding_box()["y"] < total.bounding_box()["y"]
