"""Checks shared by the records: each returns the clean value or raises a sentence."""

import math
import re
from datetime import date, datetime

from medself.errors import InvalidRecord

LONGEST_TEXT = 20_000
LONGEST_NAME = 5_000
FIRST_YEAR, LAST_YEAR = 1900, 2200
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")  # all but tab and new line


def clean_text(value: str, what: str, *, longest: int = LONGEST_TEXT, needed: bool = False) -> str:
    """Return text that can be written and shown.

    Half-characters that no file can hold become the replacement sign and control characters are
    dropped; everything else stays as typed.

    Raises:
        InvalidRecord: the text is too long, or empty although it is needed.
    """
    if not isinstance(value, str):
        raise InvalidRecord(f"{what} must be text.")
    text = value.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    text = _CONTROL.sub("", text)
    if needed and not text.strip():
        raise InvalidRecord(f"{what} is empty. Please type something.")
    if len(text) > longest:
        raise InvalidRecord(
            f"{what} is {len(text):,} characters long. The longest we can keep is {longest:,}."
        )
    return text


def clean_number(value: float, what: str, *, low: float, high: float) -> float:
    """Return a finite number within `low`..`high`, both included.

    Raises:
        InvalidRecord: it is not a number, or outside.
    """
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
        raise InvalidRecord(f"{what} must be a number.")
    if not low <= value <= high:
        raise InvalidRecord(f"{what} must be from {low:g} to {high:g}, not {value:g}.")
    return value


def clean_whole(value: int, what: str, *, low: int, high: int) -> int:
    """Return a whole number within `low`..`high`, both included.

    Raises:
        InvalidRecord: it is not whole, or outside.
    """
    number = clean_number(value, what, low=low, high=high)
    if number != int(number):
        raise InvalidRecord(f"{what} must be a whole number, not {value:g}.")
    return int(number)


def clean_day(value: date, what: str) -> date:
    """Return a date of a year that a record can be about.

    Raises:
        InvalidRecord: the year is before 1900 or after 2200.
    """
    if not FIRST_YEAR <= value.year <= LAST_YEAR:
        raise InvalidRecord(f"{what} has the year {value.year}. Please check the date.")
    return value


def clean_local(value: datetime, what: str) -> datetime:
    """Return a wall-clock time without a zone, of a year that a record can be about.

    Raises:
        InvalidRecord: it carries a zone, or the year is out of range.
    """
    if value.tzinfo is not None:
        raise InvalidRecord(f"{what} must be the time on the clock, without a time zone.")
    clean_day(value, what)
    return value
