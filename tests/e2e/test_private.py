"""Nothing leaves this computer, and nobody else on the network can look in."""

import sys
import tomllib
from pathlib import Path
from urllib.parse import urlsplit

from clock import today

from medself import demo
from scripts.chromium import PAGES, ROOT, settle


def config() -> dict:
    return tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))


def test_p1_no_page_asks_for_anything_outside(home: Path, address: str, new_page) -> None:
    """The fixture fails the test when any request names another host."""
    demo.make(home, today=today())
    page = new_page()
    page.goto(address)
    for name in PAGES:
        settle(page)
        page.locator(f"[data-testid=stSidebarNav] a[href$='/{name}']").click()
        page.wait_for_url(f"**/{name}")
        settle(page)
        assert page.get_by_test_id("stMain").get_by_role("heading").first.is_visible()
        assert (urlsplit(page.url).query, urlsplit(page.url).fragment) == ("", "")


def test_p1_no_usage_statistics_and_no_traceback_on_screen() -> None:
    settings = config()
    assert settings["browser"]["gatherUsageStats"] is False
    assert settings["client"]["showErrorDetails"] == "none"


def test_p5_the_server_listens_on_this_computer_only(address: str) -> None:
    assert config()["server"]["address"] == "127.0.0.1"
    if not sys.platform.startswith("linux"):
        return
    assert listening_on(urlsplit(address).port or 0) == {"127.0.0.1"}


def listening_on(port: int) -> set[str]:
    """The addresses on which something listens at a port, from the kernel's own table."""
    found = set()
    for name in ("tcp", "tcp6"):
        for line in Path(f"/proc/net/{name}").read_text().splitlines()[1:]:
            local, state = line.split()[1], line.split()[3]
            host, number = local.split(":")
            if state == "0A" and int(number, 16) == port:
                octets = bytes.fromhex(host)[::-1]
                found.add(".".join(map(str, octets)) if len(octets) == 4 else host)
    return found
