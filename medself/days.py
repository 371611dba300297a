"""A day as people write it."""

from datetime import date


def day_in_words(day: date, *, year: bool = True) -> str:
    """Write a day, or the day of a moment: 3 November 2026, or without its year 3 November."""
    return f"{day.day} {day:%B %Y}" if year else f"{day.day} {day:%B}"
