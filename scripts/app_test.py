"""Streamlit's AppTest, running pages as a server runs them."""

from collections.abc import Callable
from functools import cache
from typing import Any

from streamlit.components.v2 import manifest_scanner
from streamlit.runtime.pages_manager import PagesManager

# A server looks once through all that is installed, AppTest for every app: half of what a test took.
_components = cache(manifest_scanner.scan_component_manifests)


def run_as_a_server_does(replace: Callable[[Any, str, Any], None] = setattr) -> None:
    """Let AppTest know in every run that app.py took the pages over, and what was found at the start.

    It forgets the first before each run, which a server does not: every run would take the way of a cold
    link (tests/pages/test_frame.py), three runs instead of one, and a tap would be lost on it.

    Args:
        replace: what puts the changed part in its place; pytest's `monkeypatch.setattr` takes it back.
    """
    made = PagesManager.__init__

    def taken_over(manager: PagesManager, *arguments: object, **options: object) -> None:
        made(manager, *arguments, **options)
        PagesManager.uses_pages_directory = False

    replace(PagesManager, "__init__", taken_over)
    replace(manifest_scanner, "scan_component_manifests", _components)
