"""Journeys in Chromium: a server and a browser of their own, and no word to the outside."""

import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest

pytest.importorskip("playwright")

from clock import ZONE, today
from looks import put_on
from playwright.sync_api import BrowserContext, Page, Request, sync_playwright

from medself import demo
from scripts.chromium import QUIET, find_chromium, serving

LOCAL = re.compile(r"localhost|127\.0\.0\.1")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.e2e)
            if not find_chromium():
                item.add_marker(pytest.mark.skip(reason="there is no Chromium on this machine"))


@pytest.fixture(scope="session")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[BrowserContext]:
    """Chromium with a profile, as people have it: it keeps what it has read of the app, which is most of a start."""
    with sync_playwright() as playwright:
        found = playwright.chromium.launch_persistent_context(
            tmp_path_factory.mktemp("profile"),
            executable_path=find_chromium(),
            args=list(QUIET),
            locale="en-GB",
        )
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


@pytest.fixture
def new_page(browser: BrowserContext) -> Iterator[Callable[..., Page]]:
    """Open a tab; at the end of the test, no request may have left this computer, and nothing is kept."""
    outside: list[str] = []

    def note(url: str) -> None:
        parts = urlsplit(url)
        if parts.scheme in ("http", "https", "ws", "wss") and not LOCAL.fullmatch(
            parts.hostname or ""
        ):
            outside.append(url)

    def note_request(request: Request) -> None:
        note(request.url)

    def open_tab(*, size: str = "desktop", zone: str = ZONE, dark: bool = False) -> Page:
        page = browser.new_page()
        put_on(page, size=size, dark=dark)
        devtools = browser.new_cdp_session(page)
        devtools.send("Emulation.setTimezoneOverride", {"timezoneId": zone})
        devtools.send("Emulation.setTouchEmulationEnabled", {"enabled": size == "phone"})
        page.on("websocket", lambda socket: note(socket.url))
        return page

    browser.on("request", note_request)
    yield open_tab
    browser.remove_listener("request", note_request)
    for page in browser.pages[1:]:  # without its first tab Chromium would end
        if page.url.startswith("http"):
            page.evaluate("localStorage.clear()")
        page.close()
    browser.clear_cookies()
    assert outside == []
