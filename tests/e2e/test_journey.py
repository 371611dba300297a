"""The whole way: a real medicine list and a real diary in, three days recorded, one page out.

By mouse and finger, on a desk and on a phone, in Los Angeles and in Auckland. The facts expected are
worked out here from what is done, not read from the app.
"""

import io
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from clock import today
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from scripts.chromium import ROOT, settle

SAMPLES = ROOT.parent / "shared" / "samples"
LIST = next(SAMPLES.glob("fhir-r4-synthea/Roberto_*.json"), None)
DIARY = SAMPLES / "daylio" / "english.daylio"
QUESTION = "How will we know"

pytestmark = [
    pytest.mark.acceptance,
    pytest.mark.skipif(LIST is None, reason="the folder of real files is not beside the project"),
]


class Walk:
    """Does what a person does, and waits as a person would."""

    def __init__(self, page: Page, address: str, *, phone: bool) -> None:
        self.page, self.address, self.phone = page, address, phone
        page.goto(address)
        settle(page)
        self.main = page.get_by_test_id("stMain")

    def to(self, name: str) -> None:
        if self.phone:
            self.page.get_by_test_id("stExpandSidebarButton").click()
        self.page.get_by_test_id("stSidebarNav").get_by_role("link", name=name, exact=True).click()
        settle(self.page)
        if self.phone and self.page.get_by_test_id("stSidebarCollapseButton").is_visible():
            self.page.get_by_test_id("stSidebarCollapseButton").click()
            settle(self.page)

    def press(self, name: str, *, within=None) -> None:
        (within or self.main).get_by_role("button", name=name, exact=True).first.click()
        settle(self.page)

    def choose(self, name: str, *, within=None) -> None:
        (within or self.main).get_by_role("radio", name=name, exact=True).first.click()
        settle(self.page)

    def says(self, text: str) -> None:
        expect(self.main.get_by_text(text, exact=False).first).to_be_visible()


def start(walk: Walk) -> None:
    walk.main.get_by_label("What should we call you?").fill("Robin")
    walk.main.get_by_text("United States", exact=True).click()
    walk.press("Start my record")
    walk.says("Your record is ready.")


def bring_in(walk: Walk, file: Path, added: int) -> None:
    walk.main.get_by_test_id("stFileUploaderDropzoneInput").set_input_files(file)
    settle(walk.page)
    walk.says(f"To be added: {added}")
    walk.press(f"Bring in {added}")
    walk.says(f"{added} added.")


def confirm_sertraline(walk: Walk, since: date) -> None:
    card = walk.main.get_by_role("radiogroup", name="Sertraline 100MG")
    card.get_by_text("Yes", exact=True).click()
    # Streamlit drops what is typed into a field while the run that draws it is under way.
    expect(walk.main.get_by_label("Counted in")).to_be_visible()
    settle(walk.page)
    time = walk.main.get_by_role("group", name="Time 1").first
    fill_parts(walk, time, {"hour": "08", "minute": "00"})
    type_in(walk, walk.main.get_by_label("How much each time?").first, "1")
    type_in(walk, walk.main.get_by_label("Counted in").first, "tablet")
    day = walk.main.get_by_test_id("stDateInput").first
    fill_parts(walk, day, {"year": f"{since:%Y}", "month": f"{since:%m}", "day": f"{since:%d}"})
    walk.press("Save my answers")
    walk.says("Saved.")


def type_in(walk: Walk, field, text: str) -> None:
    field.click()
    field.fill(text)
    field.press("Enter")
    settle(walk.page)


def fill_parts(walk: Walk, field, values: dict[str, str]) -> None:
    """Type into a field of several parts (hour and minute; day, month and year)."""
    parts = field.get_by_role("spinbutton")
    for index in range(parts.count()):
        name = (parts.nth(index).get_attribute("aria-label") or "").lower()
        value = next(text for key, text in values.items() if key in name)
        parts.nth(index).click()
        walk.page.keyboard.type(value)
    walk.page.keyboard.press("Enter")
    settle(walk.page)


def read_and_tick(walk: Walk) -> str:
    walk.to("Learn")
    type_in(walk, walk.main.get_by_label("Search by name"), "zolof")
    walk.main.get_by_role("button", name="Sertraline", exact=False).first.click()
    settle(walk.page)
    walk.says("no clinician has checked this page yet")
    box = walk.main.get_by_test_id("stCheckbox").first
    question = box.inner_text().strip()
    box.locator("label").click()
    settle(walk.page)
    return question


def record_three_days(walk: Walk) -> None:
    """Today taken; yesterday missed; the day before first skipped, taken back by undo, then taken."""
    walk.to("Today")
    walk.choose("Taken")
    walk.says("Saved: taken.")
    walk.choose("Yesterday")
    walk.choose("Missed")
    walk.says("Saved: missed.")
    walk.choose("Another day")
    walk.choose("Skipped")
    walk.says("Saved: skipped.")
    walk.press("Undo")
    walk.says("Not recorded")
    walk.choose("Taken")
    walk.says("Saved: taken.")


def check_in(walk: Walk) -> None:
    walk.choose("Today")
    walk.choose("4", within=walk.main.get_by_role("radiogroup", name="Mood"))
    walk.press("Save check-in")
    walk.says("mood 4")
    box = walk.main.get_by_label("What do you notice?")
    box.click()
    box.fill("Feeling sick")
    walk.page.get_by_role("option", name="Feeling sick", exact=False).first.click()
    settle(walk.page)
    walk.choose("A little")
    walk.press("Save side effect")
    walk.says("Feeling sick: a little")


def look_over_time(walk: Walk) -> None:
    walk.to("Over time")
    walk.says("Recorded on")
    chart = walk.main.get_by_test_id("stVegaLiteChart").locator("svg, canvas").first
    expect(chart).to_be_visible()


def page_text(walk: Walk) -> str:
    walk.to("My visit")
    walk.choose("My page")
    walk.choose("7 days")
    with walk.page.expect_download() as waiting:
        walk.main.get_by_role("button", name="Page to print (PDF)").click()
    document = PdfReader(io.BytesIO(Path(waiting.value.path()).read_bytes()))
    assert len(document.pages) == 1
    assert waiting.value.suggested_filename.startswith("notes-")
    return " ".join(document.pages[0].extract_text().split())


@pytest.mark.parametrize(
    ("size", "zone"),
    [("desktop", "America/Los_Angeles"), ("phone", "Pacific/Auckland")],
)
def test_from_a_list_and_a_diary_to_a_page_for_the_appointment(
    size: str, zone: str, address: str, new_page: Callable[..., Page]
) -> None:
    now = today(zone)
    first = now - timedelta(days=2)
    walk = Walk(new_page(size=size, zone=zone), address, phone=size == "phone")
    start(walk)
    walk.to("My data")
    bring_in(walk, LIST, 10)
    bring_in(walk, DIARY, 5)
    confirm_sertraline(walk, first)
    question = read_and_tick(walk)
    record_three_days(walk)
    check_in(walk)
    look_over_time(walk)
    page = page_text(walk)

    assert "Robin, notes for an appointment" in page
    assert question in page
    assert "Sertraline 100MG 1 tablet every morning at 08:00" in page
    assert "2 taken, 0 skipped, 1 missed, 0 not recorded of 3 due. So 67 in every 100." in page
    assert f"{first.day} {first:%b}: Sertraline 100MG: started" in page
    assert "Mood: middle rating 4 of 10, most days 4 (1 day rated)" in page
    assert f"Feeling sick: noted on 1 day, {now.day} {now:%b}, at worst a little" in page
    assert "Naproxen" not in page  # on the list, but nobody said that it is taken
