"""Read Daylio's CSV: with or without a note title (7 or 8 columns), and with the newer scales."""

import csv
import io
import re
from collections.abc import Iterator, Mapping
from datetime import date, datetime, time

from medself.errors import CannotImport, InvalidRecord
from medself.exchange.daylio_in import OWN_WORDS, Line, reading
from medself.exchange.rows import Reading

# `\s` also matches the narrow space that newer phones put before am and pm.
_TIME = re.compile(r"(\d{1,2})[:.](\d{2})\s*(?:([ap])\.?\s?m\.?)?", re.IGNORECASE)


def read_csv(text: str, *, zone: str, moods: Mapping[str, int]) -> Reading:
    """Read a CSV export.

    Args:
        text: the whole file.
        zone: the time zone (IANA) the diary was kept in.
        moods: levels (1 best to 5 worst) of the person's words. Daylio's own five are known.

    Returns:
        One check-in a line. A line whose word has no level is refused; `mood_words` asks for it.

    Raises:
        CannotImport: the file is no well-formed CSV.
    """
    rows = list(_rows(text))
    found = {row["mood"]: _own_level(row["mood"]) for _, row in rows if row.get("mood")}
    lines = [(where, lambda row=row: _line(row)) for where, row in rows]
    return reading("daylio-csv", lines, zone, moods, found)


def _rows(text: str) -> Iterator[tuple[str, dict[str, str]]]:
    # strict: a quote that is never closed would otherwise swallow the rest of the diary.
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    try:
        header = [cell.strip().casefold() for cell in next(reader)]
        for cells in reader:
            if cells:
                whole = len(cells) == len(header)
                row = dict(zip(header, (cell.strip() for cell in cells), strict=whole))
                yield f"line {reader.line_num}", row if whole else {}
    except csv.Error as error:
        problem = CannotImport(
            f"The file is damaged near line {reader.line_num:,}. Please export it again."
        )
        raise problem from error


def _line(row: Mapping[str, str]) -> Line:
    if not row:
        raise InvalidRecord("It does not have as many columns as the first line.")
    activities = tuple(
        part.strip() for part in row.get("activities", "").split("|") if part.strip()
    )
    return Line(
        at=datetime.combine(_day(row["full_date"]), _clock(row.get("time", ""))),
        word=row["mood"],
        level=_own_level(row["mood"]),
        title=row.get("note_title", ""),
        note=row.get("note", ""),
        activities=activities,
        scales=row.get("scales", ""),
        raw={"activities": activities, "scales": row.get("scales", "")},
    )


def _own_level(word: str) -> int | None:
    known = word.casefold()
    return OWN_WORDS.index(known) + 1 if known in OWN_WORDS else None


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise InvalidRecord(f"“{text[:40]}” is not a date we can read.") from error


def _clock(text: str) -> time:
    match = _TIME.fullmatch(text)
    hour, minute, half = (int(match[1]), int(match[2]), match[3]) if match else (99, 0, None)
    if half:
        hour = hour % 12 + (12 if half in "pP" else 0) if 1 <= hour <= 12 else 99
    if hour > 23 or minute > 59:
        raise InvalidRecord(f"“{text[:40]}” is not a time we can read.")
    return time(hour, minute)
