"""The library in Chromium: reading by keyboard, on a phone, by a cold link, side by side, and on paper."""

import io
import re
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from keys import Keys
from playwright.sync_api import Page, expect
from pypdf import PdfReader
from test_accessible import findings

from medself.library.links import code_of
from scripts.chromium import serving, settle

NewPage = Callable[..., Page]


@pytest.fixture
def nobody(address):
    """The address of a server of a household without any record."""
    return address


def opened(new_page: NewPage, address: str, **look) -> Page:
    page = new_page(**look)
    page.goto(f"{address}/learn")
    settle(page)
    return page


def search(page: Page, text: str, hit: str) -> None:
    page.get_by_role("searchbox").fill(text)
    page.keyboard.press("Enter")
    settle(page)
    page.get_by_test_id("stMain").get_by_role("button", name=hit).first.click()
    settle(page)


def choose(page: Page, name: str) -> None:
    page.get_by_test_id("stMain").get_by_role("radio", name=name, exact=True).click()
    settle(page)


def compare(page: Page, *names: str) -> None:
    choose(page, "Groups")
    page.get_by_test_id("stMain").get_by_text("Antidepressants", exact=True).first.click()
    settle(page)
    page.get_by_role("button", name="Compare SSRIs side by side").click()
    settle(page)
    field = page.get_by_role("combobox", name="Choose up to 3 medicines")
    for name in names:
        field.click()
        field.fill(name)
        page.get_by_role("option", name=name).first.click()
        settle(page)
    page.keyboard.press("Escape")


def open_contents(page: Page) -> None:
    """Open the list of parts and wait until it stands still: it slides open under the pointer."""
    page.get_by_text("On this page").click()
    page.wait_for_function("document.getAnimations().every((a) => a.playState !== 'running')")


def top(page: Page, heading: str) -> float:
    return page.get_by_role("heading", name=heading, exact=True).bounding_box()["y"]


def test_a_page_can_be_found_and_walked_through_by_keyboard_alone(nobody, new_page) -> None:
    page = opened(new_page, nobody)
    keys = Keys(page)
    keys.write("searchbox", "Search by name", "can't sleep on prozac")
    keys.act("Enter")
    keys.press_button("Fluoxetine")
    heads = page.get_by_role("heading", level=3)
    assert heads.first.inner_text() == "Common side effects"
    keys.tab_to("DisclosureTriangle", "On this page")
    keys.act("Enter")
    keys.tab_to("link", "Stopping")
    keys.press("Enter")
    page.wait_for_timeout(500)
    assert 0 <= top(page, "Stopping") < 300
    # What is reached next with Tab comes after the heading, not after the list of parts.
    keys.press("Tab")
    assert keys.stop().name != "Over the long term"
    assert 0 <= page.evaluate("document.activeElement.getBoundingClientRect().top") < 900


def test_where_a_page_was_walked_through_says_nothing_of_it(nobody, new_page) -> None:
    page = opened(new_page, nobody)
    search(page, "sertraline", "Sertraline")
    assert (urlsplit(page.url).query, urlsplit(page.url).fragment) == ("", "")
    open_contents(page)
    page.get_by_role("link", name="Stopping", exact=True).click()
    expect(page).to_have_url(re.compile(r".*/learn#part-\d+-\d+$"))
    assert page.title() == "Learn"
    # The next page begins at its beginning, although the address still names a part.
    page.get_by_role("searchbox").fill("lithium")
    page.keyboard.press("Enter")
    settle(page)
    page.get_by_test_id("stMain").get_by_role("button", name="Lithium").first.click()
    settle(page)
    assert top(page, "Stopping") > 900


def test_a_hard_word_is_explained_in_place_by_keyboard(nobody, new_page) -> None:
    page = opened(new_page, nobody)
    search(page, "sertraline", "Sertraline")
    keys = Keys(page)
    keys.tab_to("button", "serotonin")
    keys.press("Enter")
    meaning = page.get_by_text("A messenger in the brain and gut")
    expect(meaning).to_be_visible()
    keys.press("Escape")
    expect(meaning).to_be_hidden()
    assert keys.stop().name.endswith("serotonin")


def test_a_link_opened_cold_leads_to_its_part_and_goes_from_the_address(tmp_path, new_page) -> None:
    """The first run of a server just started is for the link: a bookmark, or one sent by somebody."""
    with serving(tmp_path) as address:
        page = new_page()
        page.goto(f"{address}/learn?p={code_of('sertraline', 'stopping')}")
        settle(page)
        main = page.get_by_test_id("stMain")
        expect(main.get_by_role("heading", name="Sertraline", exact=True)).to_be_visible()
        assert page.get_by_role("heading", level=3).first.inner_text() == "Stopping"
        assert urlsplit(page.url).query == ""
        assert page.title() == "Learn"


def test_a_link_is_made_on_the_page_and_opens_in_another_tab(nobody, new_page) -> None:
    page = opened(new_page, nobody)
    search(page, "sertraline", "Sertraline")
    field = page.get_by_role("combobox", name="Make a link to")
    field.click()
    field.fill("Stopping")
    page.get_by_role("option", name="Stopping").click()
    settle(page)
    link = page.get_by_test_id("stCode").inner_text().strip()
    assert link.startswith(nobody)
    assert not any(word in link.lower() for word in ("sertr", "stop", "ssri"))
    other = new_page()
    other.goto(link)
    settle(other)
    assert other.get_by_role("heading", level=3).first.inner_text() == "Stopping"


@pytest.mark.parametrize("size", ["desktop", "phone"])
def test_medicines_stand_beside_each_other_on_a_desk_and_below_on_a_phone(
    nobody, new_page, size
) -> None:
    page = opened(new_page, nobody, size=size)
    compare(page, "Sertraline", "Fluoxetine", "Escitalopram")
    columns = page.get_by_test_id("stColumn").all()[:3]
    boxes = [column.bounding_box() for column in columns]
    beside = boxes[0]["y"] == boxes[1]["y"] == boxes[2]["y"]
    assert beside == (size == "desktop")
    assert page.evaluate("document.documentElement.scrollWidth") <= page.viewport_size["width"]
    assert all(box["x"] + box["width"] <= page.viewport_size["width"] for box in boxes)


def test_the_pack_comes_as_a_file_whose_name_says_nothing(nobody, new_page) -> None:
    page = opened(new_page, nobody)
    field = page.get_by_role("combobox", name="Pages, up to 12")
    for name in ("In a crisis", "Sertraline"):
        field.click()
        field.fill(name)
        page.get_by_role("option", name=name).first.click()
        settle(page)
    page.keyboard.press("Escape")
    with page.expect_download() as waiting:
        page.get_by_role("button", name="The pack to print (PDF)").click()
    assert waiting.value.suggested_filename.startswith("reading-20")
    document = PdfReader(io.BytesIO(Path(waiting.value.path()).read_bytes()))
    said = " ".join(" ".join(sheet.extract_text().split()) for sheet in document.pages)
    assert "In this pack" in said
    assert "Draft: no clinician has checked this page yet." in said
    assert "988 Suicide and Crisis Lifeline" in said


VIEWS = {
    "topics": lambda page: None,
    "uses": lambda page: (choose(page, "What it is for"), page.get_by_text("Worry and panic").click()),
    "groups": lambda page: (choose(page, "Groups"), page.get_by_text("Antipsychotic medicines").first.click()),
    "names": lambda page: (choose(page, "A to Z"), page.get_by_role("radio", name="S", exact=True).click()),
    "hits": lambda page: (page.get_by_role("searchbox").fill("dry mouth"), page.keyboard.press("Enter")),
    "page": lambda page: (search(page, "sertraline", "Sertraline"), open_contents(page)),
    "everything": lambda page: (search(page, "lithium", "Lithium"), choose(page, "Everything")),
    "side by side": lambda page: compare(page, "Sertraline", "Fluoxetine"),
}  # fmt: skip


@pytest.mark.parametrize("view", VIEWS)
def test_axe_finds_nothing_of_ours_in_any_view(nobody, new_page, view) -> None:
    for look in ({}, {"dark": True, "size": "phone"}):
        page = opened(new_page, nobody, **look)
        VIEWS[view](page)
        settle(page)
        assert findings(page) == [], look
        assert page.evaluate("document.documentElement.scrollWidth") <= page.viewport_size["width"]
