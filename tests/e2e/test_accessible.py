"""Every page, in light, dark and on a phone: axe finds nothing that is ours, and fingers can hit things."""

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from clock import today
from looks import in_every_look
from playwright.sync_api import Page

from medself import demo
from scripts.chromium import PAGES, serving, settle

# What is found and no more: telling of all that is right as well takes twice as long.
ASKED = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "resultTypes": ["violations"],
}
# Streamlit's own date field has parts of 18 by 20 pixels; its field for a file has a name and no role.
# Neither can be told otherwise.
STREAMLITS_OWN = {
    "target-size": "stDateInput",
    "presentation-role-conflict": "stFileUploaderDropzone",
}
TITLES = {
    *("Today", "My list", "Over time", "Fill in", "My visit", "Share", "Take along", "Learn"),
    *("My data", "Settings", "About", "Help now"),
}


def findings(page: Page) -> list[str]:
    found = Axe().run(page, options=ASKED).response["violations"]
    return [
        f"{rule['id']}: {node['html'][:160]} {node.get('failureSummary', '')[:200]}"
        for rule in found
        for node in rule["nodes"]
        if not is_streamlits_own(page, rule["id"], node["target"][0])
    ]


def is_streamlits_own(page: Page, rule: str, target: str) -> bool:
    part = STREAMLITS_OWN.get(rule)
    return (
        bool(part)
        and page.locator(target)
        .locator(f"xpath=ancestor-or-self::*[@data-testid='{part}']")
        .count()
        > 0
    )


@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing_of_ours_the_tab_tells_nothing_and_help_is_one_tap_away(
    name: str, invented: str, new_page
) -> None:
    page = new_page()
    for look in in_every_look(page, lambda: page.goto(f"{invented}/{name}")):
        assert findings(page) == [], look
        assert page.title() in TITLES
        # Nothing stands out to the side, on a phone above all.
        width = page.viewport_size["width"]
        assert page.evaluate("document.documentElement.scrollWidth") <= width, look
    page.get_by_test_id("stMain").get_by_role("link", name="Help now").first.click()
    page.wait_for_url("**/help_now")


def test_axe_would_find_something(invented: str, new_page) -> None:
    page = new_page()
    page.goto(f"{invented}/about")
    settle(page)
    page.evaluate("document.querySelector('h1').insertAdjacentHTML('afterend', '<img src=data:,>')")
    assert any(finding.startswith("image-alt") for finding in findings(page))


def test_buttons_are_large_enough_for_a_finger(invented: str, new_page) -> None:
    page = new_page(size="phone")
    page.goto(invented)
    settle(page)
    taps = page.get_by_test_id("stButtonGroup").get_by_role("radio").all()
    assert len(taps) > 10
    assert all(
        box["height"] >= 44 and box["width"] >= 44 for tap in taps if (box := tap.bounding_box())
    )


def test_a_page_opened_cold_has_name_notice_and_navigation(tmp_path: Path, new_page) -> None:
    """The first run after a start is for a sub-page: a bookmark, or a tab left open."""
    demo.make(tmp_path, today=today())
    for name in ("visit", "learn"):
        with serving(tmp_path) as address:
            page = new_page()
            page.goto(f"{address}/{name}")
            settle(page)
            main = page.get_by_test_id("stMain")
            assert page.url.endswith(f"/{name}")
            assert main.get_by_text("It does not replace your prescriber").is_visible()
            assert main.get_by_text("invented", exact=False).first.is_visible()
            assert (
                page.get_by_test_id("stSidebarNav").get_by_role("link", name="My list").is_visible()
            )
