"""Takes the pictures of the README from the invented person: `python -m scripts.screenshots`."""

import sys
import tempfile
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from playwright.sync_api import sync_playwright

from medself import demo
from scripts.chromium import PAGES, ROOT, SIZES, launch, serving, settle

ZONE = ZoneInfo("Europe/London")


def main(folder: Path, looks: tuple[str, ...]) -> None:
    """Draw every page in each look (`desktop`, `phone`, `dark`) into `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as home, sync_playwright() as playwright:
        demo.make(Path(home), today=datetime.now(ZONE).date())
        browser = launch(playwright)
        with serving(Path(home)) as address:
            for look in looks:
                width, height = SIZES.get(look, SIZES["desktop"])
                page = browser.new_page(
                    viewport={"width": width, "height": height},
                    color_scheme="dark" if look == "dark" else "light",
                    timezone_id=str(ZONE),
                    locale="en-GB",
                )
                for name in PAGES:
                    page.goto(f"{address}/{name}")
                    settle(page)
                    page.screenshot(path=folder / f"{name or 'today'}-{look}.png")
        browser.close()


if __name__ == "__main__":
    main(ROOT / "docs" / "pictures", tuple(sys.argv[1:]) or ("desktop",))
