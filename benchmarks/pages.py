"""Every page at ten years beside one year, warm and after a write; the visit page; starting up.

python -m benchmarks.pages
"""

import os
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from datetime import date, datetime
from functools import partial
from pathlib import Path
from typing import Any

from playwright.sync_api import expect, sync_playwright
from streamlit.testing.v1 import AppTest

from benchmarks.journal import ZONE, records_of
from benchmarks.timing import in_turn, once, row
from medself import demo, visit
from medself.journal import open_journal
from medself.library import load
from medself.model import LifeEvent
from medself.visit.choice import Choice
from scripts.app_test import run_as_a_server_does
from scripts.chromium import ROOT, free_port, launch

TODAY = date(2026, 11, 28)
PAGES = ("today", "medicines", "trends", "questionnaires", "visit", "my_data", "settings", "learn")
VIEWS: dict[str, tuple[str, dict[str, str]]] = {page: (page, {}) for page in PAGES}
VIEWS["visit, my page"] = ("visit", {"visit_step": "page"})
"""What is measured: a page, as it opens or with something chosen on it."""

WARM, AFTER_WRITE, GROWTH = 60, 250, 1.3


def make(home: Path, years: int) -> Path:
    """Make the invented person with 16 or 17 more records a day, as many a day however many the years."""
    folder = demo.make(home, years=years, today=TODAY)
    days = [date.fromordinal(TODAY.toordinal() - n) for n in range(365 * years)]
    open_journal(folder).add_all(record for day in days for record in records_of(day))
    return folder


def opened(home: Path, page: str, chosen: dict[str, str]) -> AppTest:
    """Open a page once, so that everything it needs is in."""
    os.environ["MEDSELF_HOME"] = str(home)
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=120)
    for key, value in chosen.items():
        app.session_state[key] = value
    app.run()
    app.switch_page(f"pages/{page}.py").run()
    if app.exception:
        raise SystemExit(f"{page} failed: {app.exception[0].message}")
    return app


def rerun(app: AppTest, home: Path) -> Any:
    """Run the page again in its own household."""
    os.environ["MEDSELF_HOME"] = str(home)
    return app.run()


def pages(short: Path, long: Path, folder: Path) -> list[str]:
    """Measure every page; one row each."""
    rows = []
    for name, (page, chosen) in VIEWS.items():
        apps = {home: opened(home, page, chosen) for home in (short, long)}
        again = {home.name: partial(rerun, apps[home], home) for home in (short, long)}
        taken = in_turn(again, 15)
        warm, ratio = taken[long.name], taken[long.name] / taken[short.name]
        journal = open_journal(folder)
        after = []
        for number in range(5):
            at = datetime(2026, 11, 27, 9, number)
            journal.add(LifeEvent(at=at, zone=ZONE, text="an ordinary day"))
            after.append(once(again[long.name]))
        written = sorted(after)[len(after) // 2]
        met = warm < WARM and written < AFTER_WRITE and ratio < GROWTH
        value = f"{warm:.0f} ms warm, {written:.0f} ms after a write, {ratio:.2f}× of 1 year"
        rows.append(row(f"page {name}", value, "60 ms, 250 ms, 1.3×", met))
    return rows


def paper(folder: Path) -> str:
    """Measure the visit page with its chart over a year: first, and after one more line is on it.

    What it is made from is gathered before, as the page has shown it by then.
    """
    journal, library = open_journal(folder), load(ROOT / "content")
    start = date(TODAY.year - 1, TODAY.month, TODAY.day)
    in_own_words = Choice(own_words=True)
    taken = []
    for number in range(9):
        at = datetime(2026, 11, 27, 9, number)
        journal.add(LifeEvent(at=at, zone=ZONE, text=f"ordinary day {number}"))
        summary = visit.build(
            journal, library, start=start, end=TODAY, today=TODAY, choice=in_own_words
        )
        taken.append(once(partial(visit.pdf, summary)))
    first, after = taken[0], statistics.median(taken[1:])
    value = f"{first:.0f} ms first, {after:.0f} ms after a line more"
    return row("visit page PDF, 1 year", value, "1.5 s, 300 ms", first < 1500 and after < 300)


def start_up(home: Path) -> str:
    """Measure `python3 run.py` on a set-up machine until the first page is drawn."""
    port = free_port()
    options = ["--server.port", str(port), "--server.headless", "true"]
    with sync_playwright() as playwright:
        browser = launch(playwright)
        page = browser.new_page()
        begun = time.perf_counter()
        server = subprocess.Popen(
            [sys.executable, "run.py", "serve", *options],
            cwd=ROOT,
            env={**os.environ, "MEDSELF_HOME": str(home)},
            stdout=subprocess.DEVNULL,
            start_new_session=True,
        )
        try:
            while True:
                try:
                    page.goto(f"http://localhost:{port}")
                    break
                except Exception:
                    time.sleep(0.05)
            expect(page.get_by_role("heading", name="Today")).to_be_visible(timeout=30_000)
            taken = time.perf_counter() - begun
        finally:
            os.killpg(server.pid, signal.SIGTERM)  # run.py starts the server as a child of its own
            server.wait()
            browser.close()
    return row("start to first page", f"{taken:.1f} s", "3 s", taken < 3)


def main() -> None:
    """Print the table."""
    run_as_a_server_does()
    with tempfile.TemporaryDirectory() as temporary:
        short, long, plain = (Path(temporary) / name for name in ("one-year", "ten-years", "plain"))
        make(short, 1)
        large, ordinary = make(long, 10), demo.make(plain, years=1, today=TODAY)
        print("| what | measured | goal | met |\n|---|---|---|---|")
        for line in pages(short, long, large):
            print(line, flush=True)
        print(paper(ordinary))
        print(start_up(plain))


if __name__ == "__main__":
    main()
