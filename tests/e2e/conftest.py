"""Journeys in Chromium: a server and a browser of their own, and no word to the outside."""

import re
import shutil
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit

import pytest

pytest.importorskip("playwright")

from clock import ZONE, today
from looks import put_on
from playwright.sync_api import Browser, BrowserContext, Page, Request, sync_playwright

from medself import demo
from scripts.chromium import find_chromium, launch, serving

LOCAL = re.compile(r"localhost|127\.0\.0\.1")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.e2e)
            if not find_chromium():
                item.add_marker(pytest.mark.skip(reason="there is no Chromium on this machine"))


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        found = launch(playwright)
        yield found
        found.close()


@pytest.fixture(scope="session")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, str]]:
    """One server for many tests, as a start takes seconds: its household, and its address."""
    folder = tmp_path_factory.mktemp("household")
    with serving(folder) as url:
        yield folder, url


@pytest.fixture
def home(served: tuple[Path, str], monkeypatch: pytest.MonkeyPatch) -> Path:
    """The household of the server, with nobody in it; every tab is a session of its own."""
    folder, _ = served
    for place in folder.iterdir():
        shutil.rmtree(place) if place.is_dir() else place.unlink()
    monkeypatch.setenv("MEDSELF_HOME", str(folder))
    return folder


@pytest.fixture
def address(home: Path, served: tuple[Path, str]) -> str:
    """The address of a server of the household `home`."""
    return served[1]


@pytest.fixture(scope="session")
def invented_household(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A household with the invented person, to be copied."""
    folder = tmp_path_factory.mktemp("invented")
    demo.make(folder, today=today())
    return folder


@pytest.fixture
def invented(home: Path, address: str, invented_household: Path) -> str:
    """The address of a server of a household with the invented person."""
    shutil.copytree(invented_household, home, dirs_exist_ok=True)
    return address


@pytest.fixture(scope="session")
def context_of(browser: Browser) -> Callable[[str, bool], BrowserContext]:
    """What tabs of a zone, with or without a touch screen, have in common; in a new one all has to be fetched again."""

    @cache
    def made(zone: str, touch: bool) -> BrowserContext:
        return browser.new_context(timezone_id=zone, locale="en-GB", has_touch=touch)

    return made


@pytest.fixture
def new_page(context_of: Callable[[str, bool], BrowserContext]) -> Iterator[Callable[..., Page]]:
    """Open a tab; at the end of the test, no request may have left this computer, and nothing is kept."""
    outside: list[str] = []
    used: list[BrowserContext] = []

    def note(url: str) -> None:
        parts = urlsplit(url)
        if parts.scheme in ("http", "https", "ws", "wss") and not LOCAL.fullmatch(
            parts.hostname or ""
        ):
            outside.append(url)

    def note_request(request: Request) -> None:
        note(request.url)

    def open_tab(*, size: str = "desktop", zone: str = ZONE, dark: bool = False) -> Page:
        context = context_of(zone, size == "phone")
        if context not in used:
            used.append(context)
            context.on("request", note_request)
        page = context.new_page()
        put_on(page, size=size, dark=dark)
        page.on("websocket", lambda socket: note(socket.url))
        return page

    yield open_tab
    for context in used:
        context.remove_listener("request", note_request)
        for page in context.pages:
            if page.url.startswith("http"):
                page.evaluate("localStorage.clear()")
            page.close()
        context.clear_cookies()
    assert outside == []
