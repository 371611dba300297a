"""The app in a real browser: a server of its own, Chromium, and waiting until a page is drawn."""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page, Playwright, expect

ROOT = Path(__file__).resolve().parents[1]
# Every page, as its address names it; the first is the one the app opens with.
PAGES = (
    "",
    "medicines",
    "trends",
    "questionnaires",
    "visit",
    "present",
    "take_along",
    "learn",
    "my_data",
    "settings",
    "about",
    "help_now",
)
SIZES = {"desktop": (1280, 900), "phone": (390, 844)}
# Without these Chromium looks for its maker's servers at every start.
QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)


def find_chromium() -> str | None:
    """Return the path of the system's Chromium or Chrome; missing when there is none."""
    names = ("chromium", "chromium-browser", "google-chrome")
    return next((path for name in names if (path := shutil.which(name))), None)


def launch(playwright: Playwright) -> Browser:
    """Start the system's Chromium without a window."""
    return playwright.chromium.launch(executable_path=find_chromium(), args=list(QUIET))


@contextmanager
def serving(home: Path, *, port: int | None = None) -> Iterator[str]:
    """Serve the app with the records of `home`; yields its address and stops it at the end."""
    port = port or free_port()
    command = [sys.executable, "-m", "streamlit", "run", "app.py"]
    options = ["--server.port", str(port), "--server.headless", "true"]
    environment = {**os.environ, "MEDSELF_HOME": str(home)}
    server = subprocess.Popen(
        [*command, *options],
        cwd=ROOT,
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        _wait_until_it_answers(port)
        yield f"http://localhost:{port}"
    finally:
        server.terminate()
        server.wait(timeout=10)


def free_port() -> int:
    """Ask the system for a port nobody uses."""
    with socket.socket() as asking:
        asking.bind(("127.0.0.1", 0))
        return int(asking.getsockname()[1])


def _wait_until_it_answers(port: int) -> None:
    for _ in range(150):
        try:
            urllib.request.urlopen(f"http://127.0.0.1:{port}/_stcore/health", timeout=1).close()
        except (urllib.error.URLError, OSError):
            time.sleep(0.1)
        else:
            return
    raise TimeoutError("the server did not answer within 15 seconds")


def settle(page: Page) -> None:
    """Wait until the run that is under way has drawn everything."""
    app = page.get_by_test_id("stApp")
    expect(app).to_have_attribute("data-test-script-state", "notRunning", timeout=30_000)
    # The state is also "not running" in the moment before a run begins.
    page.wait_for_timeout(400)
    expect(app).to_have_attribute("data-test-script-state", "notRunning", timeout=30_000)
