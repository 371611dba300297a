"""Journeys in Chromium: a server and a browser of their own, and no word to the outside."""

import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest

pytest.importorskip("playwright")

from playwright.sync_api import Browser, Page, sync_playwright

from scripts.chromium import SIZES, find_chromium, launch, serving

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


@pytest.fixture
def new_page(browser: Browser) -> Iterator[Callable[..., Page]]:
    """Open a tab; at the end of the test, no request may have left this computer."""
    outside: list[str] = []
    contexts = []

    def note(url: str) -> None:
        parts = urlsplit(url)
        if parts.scheme in ("http", "https", "ws", "wss") and not LOCAL.fullmatch(
            parts.hostname or ""
        ):
            outside.append(url)

    def open_tab(*, size: str = "desktop", zone: str = "Europe/London", dark: bool = False) -> Page:
        width, height = SIZES[size]
        context = browser.new_context(
            viewport={"width": width, "height": height},
            color_scheme="dark" if dark else "light",
            timezone_id=zone,
            locale="en-GB",
            has_touch=size == "phone",
        )
        contexts.append(context)
        context.on("request", lambda request: note(request.url))
        page = context.new_page()
        page.on("websocket", lambda socket: note(socket.url))
        return page

    yield open_tab
    for context in contexts:
        context.close()
    assert outside == []
