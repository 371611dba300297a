"""What is taken along, from the browser to the file: by mouse, by keyboard, on a phone."""

import io
from pathlib import Path

import icalendar
import pypdf
import pytest
from clock import today
from keys import Keys
from looks import in_every_look
from playwright.sync_api import Page
from test_accessible import findings

from scripts.chromium import settle

PARTS = ("Lists", "Dates for my calendar", "For family and friends")


def opened(page: Page, address: str, part: str) -> Page:
    page.goto(f"{address}/take_along")
    settle(page)
    page.get_by_role("radio", name=part).click()
    settle(page)
    return page


def downloaded(page: Page, label: str) -> tuple[str, bytes]:
    with page.expect_download() as waiting:
        page.get_by_role("button", name=label).click()
    return waiting.value.suggested_filename, Path(waiting.value.path()).read_bytes()


def text_of(document: bytes) -> str:
    found = [one.extract_text() for one in pypdf.PdfReader(io.BytesIO(document)).pages]
    return " ".join("\n".join(found).split())


@pytest.mark.parametrize("size", ["desktop", "phone"])
def test_every_list_can_be_taken_and_has_a_neutral_name(invented, new_page, size) -> None:
    page = opened(new_page(size=size), invented, "Lists")
    name, card = downloaded(page, "Card for my wallet (PDF)")
    assert name == f"card-{today()}.pdf"
    assert "Sertraline: 100 mg every morning at 08:00" in text_of(card)
    name, written = downloaded(page, "List as text")
    assert name == f"list-{today()}.txt"
    assert b"- Sertraline: 100 mg every morning" in written
    name, box = downloaded(page, "Sheet to fill my box (PDF)")
    assert name.startswith("week-20")
    assert text_of(box).count("08:00 Sertraline, 100 mg") == 7
    name, cards = downloaded(page, "Cards for forgotten ones (PDF)")
    assert name == f"notes-{today()}.pdf"
    assert "Never take two doses to catch up" in text_of(cards)


def test_the_dates_come_as_a_calendar(invented, new_page) -> None:
    page = opened(new_page(), invented, "Dates for my calendar")
    page.get_by_text("Reminders for doses too").click()
    settle(page)
    assert page.get_by_text("Check that your calendar rings.").is_visible()
    name, content = downloaded(page, "Dates for my calendar (ics)")
    assert name == f"dates-{today()}.ics"
    events = icalendar.Calendar.from_ical(content).walk("VEVENT")
    assert {str(event["SUMMARY"]) for event in events} >= {"Appointment", "Reminder"}


def test_by_keyboard_a_page_for_family_only_after_the_say_so(invented, new_page) -> None:
    page = new_page()
    page.goto(f"{invented}/take_along")
    settle(page)
    keys = Keys(page)
    keys.choose("For family and friends", group="What do you need?")
    keys.pick("Where do they live?", "United K", "United Kingdom")
    keys.tab_to("checkbox", "Sertraline")
    keys.act("Space")
    keys.tab_to("textbox", "What helps me")
    page.keyboard.type("A slow walk")
    keys.press("Tab")
    settle(page)
    assert page.get_by_role("button", name="The page (PDF)").count() == 0
    keys.tab_to("checkbox", "Yes, I want to give this page to someone")
    keys.act("Space")
    keys.tab_to("button", "The page (PDF)")
    with page.expect_download() as waiting:
        keys.press("Enter")
    said = text_of(Path(waiting.value.path()).read_bytes())
    assert waiting.value.suggested_filename == f"page-{today()}.pdf"
    assert "A slow walk" in said
    assert "Samaritans" in said
    assert "Sertraline" in said
    for word in ("Sam (invented)", "Lamotrigine", "100 mg"):
        assert word not in said


@pytest.mark.parametrize("part", PARTS)
def test_axe_finds_nothing_of_ours(invented, new_page, part) -> None:
    page = new_page()
    for look in in_every_look(page, lambda: opened(page, invented, part)):
        assert findings(page) == [], look
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), look
