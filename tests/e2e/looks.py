"""How a page is looked at: on a desk or a phone, light or dark."""

from collections.abc import Callable, Iterator

from playwright.sync_api import Page

from scripts.chromium import SIZES, settle

LOOKS = {
    "light": {"size": "desktop", "dark": False},
    "phone": {"size": "phone", "dark": False},
    "dark": {"size": "desktop", "dark": True},
}


def put_on(page: Page, *, size: str, dark: bool) -> None:
    """Give a tab a size and colours, before or after it has opened a page."""
    width, height = SIZES[size]
    page.set_viewport_size({"width": width, "height": height})
    page.emulate_media(color_scheme="dark" if dark else "light")


def in_every_look(page: Page, open_it: Callable[[], object]) -> Iterator[str]:
    """Look at a page in one look after another.

    It is opened again only where that makes a difference, as opening is what takes the time: a page that
    is open keeps some of its colours.
    """
    colours = None
    for name, look in LOOKS.items():
        put_on(page, **look)
        if look["dark"] != colours:
            open_it()
        colours = look["dark"]
        settle(page)
        yield name
