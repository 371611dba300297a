"""The life chart for the page: drawn for paper from the same table as on screen."""

from datetime import date

from medself.journal import Journal
from medself.library import Library


def chart(
    journal: Journal, library: Library, *, start: date, end: date, show_private: bool
) -> tuple[bytes | None, str]:
    """Return the picture as SVG and its sentence; no picture where there is too little to draw."""
    return None, ""
