"""Shared by all tests: an empty household, an invented person, the app, and no skipping in CI."""

import os
from collections.abc import Callable
from itertools import groupby
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
NOT_MEASURED = (
    "acceptance/",
    "content/",
    "e2e/",
    "stories/",
    "exchange/test_fuzz.py",
    "journal/test_journal_properties.py",
    "journal/test_power_cut.py",
    "paper/",
    "test_rules.py",
    "visit/test_agree.py",
    "visit/test_along.py",
    "visit/test_any_record.py",
    "visit/test_appendix.py",
)


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A household of nobody, used by everything that asks where records are kept."""
    folder = tmp_path / "home"
    folder.mkdir()
    monkeypatch.setenv("MEDSELF_HOME", str(folder))
    return folder


@pytest.fixture
def journal(home: Path):
    """The journal of Robin, an invented person in the UK, with nothing in it."""
    from medself.journal import create_person, open_journal
    from medself.model import Person

    return open_journal(create_person(home, Person(name="Robin", region="uk", country="uk")))


@pytest.fixture
def open_app(home: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., "object"]:
    """Open a page through app.py as a browser would; returns Streamlit's AppTest."""
    from streamlit.testing.v1 import AppTest

    from scripts.app_test import run_as_a_server_does

    monkeypatch.chdir(ROOT)
    run_as_a_server_does(monkeypatch.setattr)

    def start(page: str | None = None, **state: object):
        app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=30)
        for key, value in state.items():
            app.session_state[key] = value
        return app.switch_page(f"pages/{page}.py").run() if page else app.run()

    return start


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Leave the longest tests out of the measuring of coverage, which would make them twice as long.

    What they run through is measured in the others, or belongs to a server or a program of its own.
    """
    for item in items:
        if place(item).startswith(NOT_MEASURED):
            item.add_marker(pytest.mark.no_cover)
    items[:] = spread(items)


def place(item: pytest.Item) -> str:
    return item.path.relative_to(ROOT / "tests").as_posix()


def spread(items: list[pytest.Item]) -> list[pytest.Item]:
    """Put the tests in a browser between the others, which compute while those wait; files stay whole."""
    waiting = [item for item in items if place(item).startswith("e2e/")]
    rest = [item for item in items if not place(item).startswith("e2e/")]
    files = [list(each) for _, each in groupby(rest, key=place)]
    found, put = [], 0
    for number, file in enumerate(files, 1):
        upto = len(waiting) * number // len(files)
        found += [*waiting[put:upto], *file]
        put = upto
    return found + waiting[put:]


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo[None]):
    """Where nothing may be skipped, a skip is a failure that says its reason."""
    report = yield
    if (
        report.skipped
        and os.environ.get("MEDSELF_SKIP_NOTHING")
        and not hasattr(report, "wasxfail")
    ):
        report.outcome = "failed"
        report.longrepr = f"skipped where nothing may be: {report.longrepr}"
    return report
