"""The library at full size: 187 medicines, 70 groups, 32 topics, made up from the real ones.

Times are those of the processor, which on an idle machine is the time by the clock; a page in the browser is
told by the clock.

python -m benchmarks.library
"""

import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from functools import partial
from itertools import cycle
from pathlib import Path

from playwright.sync_api import Page, sync_playwright
from streamlit.testing.v1 import AppTest

from benchmarks.timing import in_turn, once, row
from medself.interactions import check
from medself.library import explain, load
from medself.library.library import CONTENT, Library
from medself.library.lint import problems
from medself.ui import loaders
from scripts.app_test import run_as_a_server_does
from scripts.chromium import ROOT, launch, serving, settle

SIZES = {"medications": 187, "classes": 70, "topics": 32}
NAMES = [
    "sertraline",
    "lithium",
    "clozapine",
    "lamotrigine",
    "valproate",
    "wine",
    "ibuprofen",
    "fluoxetine",
    "Sudafed",
    "smoking",
    "zopiclone",
    "tramadol",
]
SEARCHES = (
    "zolof",
    "Seroquel XR",
    "the lamictal rash",
    "can't sleep on prozac",
    "dry mouth",
    "qqqqq",
)
DAY = date(2026, 11, 25)
LOAD, SEARCH, CHECK, WARM = 600, 10, 5, 60
YARDSTICK = "Help now, as a yardstick"
COLD = """
import time
begun = time.process_time()
from medself.library import load
from medself.interactions import check
library = load({content!r})
library.find("can't sleep on prozac")
check({names!r}, library)
print((time.process_time() - begun) * 1000)
"""


def make(content: Path) -> Path:
    """Copy the library and fill it up with invented pages, each the size of a real one."""
    shutil.copytree(CONTENT, content)
    for folder, wanted in SIZES.items():
        real = sorted((content / folder).glob("*.md"))
        for number, path in zip(range(wanted - len(real)), cycle(real), strict=False):
            (path.parent / f"{path.stem}-{number}.md").write_text(
                invented(path.read_text(encoding="utf-8"), path.stem, number), encoding="utf-8"
            )
    return content


def invented(text: str, slug: str, number: int) -> str:
    """Make another page of one: a name, brands and an id of its own."""
    text = text.replace(f"id: {slug}\n", f"id: {slug}-{number}\n", 1)
    text = re.sub(r"^title: .*$", f"title: Pages numbered {number}", text, flags=re.MULTILINE)
    named = re.sub(r"\b(us|uk): ([a-z]+)(?=[,}\n])", rf"\1: \g<2>{number}x", text, count=2)
    return re.sub(r"(\[| )([A-Z][a-z]+)(?=[\],])", rf"\1\g<2>{number}", named, count=2)


def fresh(content: Path) -> Library:
    """Read the library as a new process does, what it asks for at the first search included."""
    library = Library(content)
    library.find("dry mouth")
    return library


def in_one_process(content: Path) -> list[str]:
    """Measure a start of a process of its own, and the steps one by one once Python is up."""
    program = COLD.format(content=str(content), names=NAMES)
    cold = statistics.median(
        float(subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True).stdout)
        for _ in range(5)
    )  # fmt: skip
    library = fresh(content)
    check(NAMES, library)
    finding = {text: partial(library.find, text) for text in SEARCHES}
    found = in_turn(finding, 25, clock=time.process_time)
    steps: dict[str, Callable[[], object]] = {
        "read": lambda: Library(content),
        "ready": lambda: fresh(content),
        "stamp": lambda: load(content),
        "check": lambda: check(NAMES, library),
        "page": lambda: explain(library, "sertraline", "us", "standard"),
    }
    times = in_turn(steps, 9, clock=time.process_time)
    slowest = max(found, key=lambda text: found[text])
    return [
        row("load, search, check of 12 names, cold, imports included", f"{cold:.0f} ms", f"< {LOAD} ms", cold < LOAD),
        row("… read what every page is called", f"{times['read']:.0f} ms", "", True),
        row("… and the index for searching", f"{times['ready']:.0f} ms", "", True),
        row(f"search (slowest: {slowest})", f"{found[slowest]:.1f} ms", f"< {SEARCH} ms", found[slowest] < SEARCH),
        row("check of 12 names", f"{times['check']:.2f} ms", f"< {CHECK} ms", times["check"] < CHECK),
        row("a page made ready to read", f"{times['page']:.1f} ms", "", True),
        row("`load` again (looks at every file's time)", f"{times['stamp']:.1f} ms", "", True),
        row("all lints", f"{once(lambda: problems(library, DAY), clock=time.process_time) / 1000:.1f} s", "", True),
    ]  # fmt: skip


@contextmanager
def at_full_size(content: Path) -> Iterator[None]:
    """Let the pages read the invented library, and count how often it is read."""
    real = loaders.ROOT
    loaders.ROOT = content.parent
    loaders.library.clear()
    try:
        yield
    finally:
        loaders.ROOT = real
        loaders.library.clear()


def reruns(content: Path) -> list[str]:
    """Measure reruns of the library's views, and count how often files are looked at meanwhile."""
    views: dict[str, dict[str, object]] = {
        # A page with next to nothing on it, to tell what all pages cost.
        YARDSTICK: {},
        "a page, standard": {"page_id": "sertraline"},
        "a page, everything": {"page_id": "sertraline", "learn_level": "detailed"},
        "groups": {"learn_by": "Groups"},
        "what it is for": {"learn_by": "What it is for"},
        "a search": {"learn_search": "can't sleep on prozac"},
    }
    looked = 0

    def stamp(root: Path, real: Callable[[Path], int]) -> int:
        nonlocal looked
        looked += 1
        return real(root)

    from medself.library import library as module

    apps = {}
    with at_full_size(content):
        real, module._stamp = module._stamp, lambda root: stamp(root, real)  # type: ignore[assignment]
        try:
            for name, kept in views.items():
                app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)
                for key, value in kept.items():
                    app.session_state[key] = value
                page = "help_now" if name == YARDSTICK else "learn"
                app.run().switch_page(f"pages/{page}.py").run()
                assert not app.exception, app.exception[0].message
                apps[name] = app
            taken = in_turn(
                {name: app.run for name, app in apps.items()}, 15, clock=time.process_time
            )
        finally:
            module._stamp = real
    rows = [
        row(f"rerun of {n}", f"{ms:.0f} ms", f"< {WARM} ms", ms < WARM) for n, ms in taken.items()
    ]
    return [
        *rows,
        row(f"the library read in {15 * len(apps)} reruns", f"{looked} time", "once", looked == 1),
    ]


def in_the_browser() -> list[str]:
    """Measure what a page of the library weighs: bytes that come by the socket, and nodes drawn."""
    found = []
    with tempfile.TemporaryDirectory() as home, sync_playwright() as playwright:
        browser = launch(playwright)
        with serving(Path(home)) as address:
            for name, level in (
                ("sertraline", "Short"),
                ("sertraline", "Standard"),
                ("sertraline", "Everything"),
            ):
                page = browser.new_page()
                weight, taken = weigh(page, address, name, level)
                nodes = page.evaluate("document.querySelectorAll('*').length")
                value = f"{weight / 1000:.0f} kB, {nodes} nodes, {taken:.0f} ms"
                found.append(row(f"page {name}, {level.lower()}", value, "", True))
                page.close()
        browser.close()
    return found


def weigh(page: Page, address: str, name: str, level: str) -> tuple[int, float]:
    """Open a page by its search; return the bytes of opening it and the milliseconds until it stands."""
    weight = 0

    def add(data: str | bytes) -> None:
        nonlocal weight
        weight += len(data)

    page.on("websocket", lambda socket: socket.on("framereceived", add))
    page.goto(f"{address}/learn")
    settle(page)
    page.get_by_role("searchbox").fill(name)
    page.keyboard.press("Enter")
    settle(page)
    page.get_by_test_id("stMain").get_by_role("button", name=name.capitalize()).first.click()
    settle(page)
    page.get_by_role("radio", name="Short" if level != "Short" else "Everything").click()
    settle(page)
    weight, begun = 0, time.perf_counter()
    page.get_by_role("radio", name=level).click()
    page.get_by_role("heading", name="Take it along").wait_for()
    taken = (time.perf_counter() - begun) * 1000
    settle(page)
    return weight, taken


def main() -> None:
    """Print the table."""
    run_as_a_server_does()
    with tempfile.TemporaryDirectory() as place:
        content = make(Path(place) / "content")
        print("| what | measured | goal | met |\n|---|---|---|---|")
        for line in [*in_one_process(content), *reruns(content), *in_the_browser()]:
            print(line, flush=True)


if __name__ == "__main__":
    main()
