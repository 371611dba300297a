"""Getting ready for an appointment without a mouse: order the questions, choose the page, take it along."""

import io
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from clock import now, today
from keys import Keys
from playwright.sync_api import Page, expect
from pypdf import PdfReader
from test_accessible import findings

from medself import demo
from medself.journal import open_journal
from scripts.chromium import settle


@pytest.fixture
def invented(home: Path, address: str):
    folder = demo.make(home, today=today())
    return address, folder


def says(page: Page, text: str) -> None:
    expect(page.get_by_test_id("stMain").get_by_text(text).first).to_be_visible()


def downloaded(keys: Keys, button: str) -> tuple[str, PdfReader]:
    keys.tab_to("button", button)
    with keys.page.expect_download() as waiting:
        keys.press("Enter")
    found = waiting.value
    return found.suggested_filename, PdfReader(io.BytesIO(Path(found.path()).read_bytes()))


@pytest.mark.parametrize("size", ["desktop", "phone"])
def test_from_getting_ready_to_the_page_by_keyboard(
    size: str, invented, new_page: Callable[..., Page]
) -> None:
    address, folder = invented
    page = new_page(size=size)
    page.goto(f"{address}/visit")
    settle(page)
    keys = Keys(page)
    # An appointment is counted by the calendar, so that just after midnight it is a day nearer.
    says(page, f"In {(today() + timedelta(days=6) - now().date()).days} days")
    assert findings(page) == []
    first, second, *_ = [question.id for question in open_questions(folder)]

    keys.press_button("Move down")
    assert [question.id for question in open_questions(folder)][:2] == [second, first]
    assert keys.stop().name == "Move down", "the focus is not lost by a move"
    says(page, "Moved.")

    keys.write("textbox", "My own question", "What else could help?")
    keys.press_button("Add question")
    says(page, "Question added.")
    keys.tab_to("DisclosureTriangle", "Choose what is on it")
    keys.act("Enter")
    assert findings(page) == []
    keys.tab_to("checkbox", "What happened")
    keys.act("Space")
    says(page, "entries in your own words")
    keys.tab_to("DisclosureTriangle", "See what is different")
    keys.act("Enter")
    says(page, "It cannot say why anything changed.")
    assert findings(page) == []

    keys.choose("My page", group="Which step?", back=True)
    assert findings(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= page.viewport_size["width"]
    name, document = downloaded(keys, "Page to print (PDF)")
    assert name == f"notes-{today()}.pdf"
    assert len(document.pages) == 1
    text = " ".join(document.pages[0].extract_text().split())
    day = today() + timedelta(days=6)
    assert f"appointment {day.day} {day:%B %Y}" in text
    assert "What else could help?" in text
    assert "Things that happened" in text
    assert text.index("How often is too often") < text.index("Could the vivid dreams")
    name, document = downloaded(keys, "Extra pages")
    assert name.startswith("notes-")
    assert len(document.pages) > 1


def open_questions(folder: Path) -> list:
    from medself.visit.lists import in_order

    journal = open_journal(folder)
    return in_order(journal.questions(), journal.person.question_order)


def test_every_step_is_fine_in_the_dark(invented, new_page) -> None:
    page = new_page(dark=True)
    page.goto(f"{invented[0]}/visit")
    settle(page)
    for step in ("My page", "At the visit", "Get ready"):
        page.get_by_test_id("stMain").get_by_role("radio", name=step, exact=True).click()
        settle(page)
        assert findings(page) == [], step
