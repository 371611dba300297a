"""The whole way by keyboard alone: what test_journey.py does, with no mouse and no finger.

Every control is found by Tab and the arrows, under the role and the name that Chromium gives to a
screen reader; nothing is clicked, and nothing gets the focus but by a key.
"""

import io
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from clock import today
from keys import Keys
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from scripts.chromium import ROOT, settle

SAMPLES = ROOT.parent / "shared" / "samples"
LIST = next(SAMPLES.glob("fhir-r4-synthea/Roberto_*.json"), None)
DIARY = SAMPLES / "daylio" / "english.daylio"


def says(keys: Keys, text: str) -> None:
    expect(keys.page.get_by_test_id("stMain").get_by_text(text).first).to_be_visible()


def to(keys: Keys, name: str) -> None:
    keys.tab_to("link", name, inside="App pages")
    keys.act("Enter")


def start(keys: Keys) -> None:
    keys.write("textbox", "What should we call you?", "Robin")
    keys.choose("United Kingdom", group="Where do you get your medicines?")
    keys.press_button("Start my record")
    says(keys, "Your record is ready.")


def bring_in(keys: Keys, file: Path, added: int, *, key: str) -> None:
    keys.tab_to("button", "Upload")
    with keys.page.expect_file_chooser() as waiting:
        keys.press(key)
    waiting.value.set_files(file)
    settle(keys.page)
    says(keys, f"To be added: {added}")
    keys.press_button(f"Bring in {added}")
    says(keys, f"{added} added.")


def confirm_sertraline(keys: Keys, since: date) -> None:
    keys.choose("Yes", group="Sertraline 100MG")
    keys.fill_parts("Time 1", {"hour": "08", "minute": "00"})
    keys.write("spinbutton", "How much each time?", "1")
    keys.act("Enter")
    keys.write("textbox", "Counted in", "tablet")
    keys.act("Enter")
    day = {"day": f"{since:%d}", "month": f"{since:%m}", "year": f"{since:%Y}"}
    keys.fill_parts("Since when do you take it", day)
    keys.press_button("Save my answers")
    says(keys, "Saved.")


def read_and_tick(keys: Keys) -> str:
    to(keys, "Learn")
    keys.write("searchbox", "Search by name", "zolof")
    keys.act("Enter")
    keys.press_button("Sertraline")
    says(keys, "no clinician has checked this page yet")
    question = keys.tab_to("checkbox").name
    keys.act("Space")
    says(keys, "It is on your list for the visit.")
    assert keys.stop().checked
    return question


def record_three_days(keys: Keys) -> None:
    """Today taken; yesterday missed; the day before first skipped, taken back by undo, then taken."""
    to(keys, "Today")
    keys.choose("Taken", group="08:00 Sertraline")
    says(keys, "Saved: taken.")
    keys.choose("Yesterday", group="Which day?", back=True)
    keys.choose("Missed", group="08:00 Sertraline")
    says(keys, "Saved: missed.")
    keys.choose("Another day", group="Which day?", back=True)
    keys.choose("Skipped", group="08:00 Sertraline")
    says(keys, "Saved: skipped.")
    keys.press_button("Undo", back=True)
    says(keys, "Not recorded")
    keys.choose("Taken", group="08:00 Sertraline")
    says(keys, "Saved: taken.")


def check_in(keys: Keys) -> None:
    keys.choose("Today", group="Which day?", back=True)
    keys.choose("4", group="Mood")
    keys.press_button("Save check-in")
    says(keys, "mood 4")
    keys.pick("What do you notice?", "sick", "Feeling sick")
    keys.choose("A little", group="How strong is it?")
    keys.press_button("Save side effect")
    says(keys, "Feeling sick: a little")


def look_over_time(keys: Keys) -> None:
    to(keys, "Over time")
    says(keys, "Recorded on")
    keys.tab_to("DisclosureTriangle", "The chart in words")
    keys.act("Enter")
    says(keys, "started 1 tablet")


def page_text(keys: Keys) -> str:
    to(keys, "My visit")
    keys.choose("My page", group="Which step?")
    keys.choose("7 days", group="Which days?")
    keys.tab_to("button", "Page to print (PDF)")
    with keys.page.expect_download() as waiting:
        keys.press("Enter")
    document = PdfReader(io.BytesIO(Path(waiting.value.path()).read_bytes()))
    assert len(document.pages) == 1
    return " ".join(document.pages[0].extract_text().split())


@pytest.mark.acceptance
@pytest.mark.skipif(LIST is None, reason="the folder of real files is not beside the project")
def test_the_whole_way_without_a_mouse(address: str, new_page: Callable[..., Page]) -> None:
    now = today()
    first = now - timedelta(days=2)
    page = new_page()
    page.goto(address)
    settle(page)
    keys = Keys(page)
    start(keys)
    to(keys, "My data")
    bring_in(keys, LIST, 10, key="Enter")
    bring_in(keys, DIARY, 5, key="Space")
    confirm_sertraline(keys, first)
    question = read_and_tick(keys)
    record_three_days(keys)
    check_in(keys)
    look_over_time(keys)
    text = page_text(keys)

    assert "Robin, notes for an appointment" in text
    assert question in text
    assert "Sertraline 100MG 1 tablet every morning at 08:00" in text
    assert "2 taken, 0 skipped, 1 missed, 0 not recorded of 3 due. So 67 in every 100." in text
    assert f"{first.day} {first:%b}: Sertraline 100MG: started" in text
    assert "Mood: middle rating 4 of 10, most days 4 (1 day rated)" in text
    assert f"Feeling sick: noted on 1 day, {now.day} {now:%b}, at worst a little" in text
    assert "Naproxen" not in text  # on the list, but nobody said that it is taken
