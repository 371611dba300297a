"""Turn a Daylio diary into check-ins, and read its `.daylio` backup; daylio_csv.py reads the CSV."""

import json
import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from medself.errors import CannotImport, InvalidRecord
from medself.exchange.rows import Reading, Refused, imported_id
from medself.model import CheckIn

# Daylio's own five words, best first; a person may rename them and add more.
OWN_WORDS = ("rad", "good", "meh", "bad", "awful")
# The middle of each fifth of 0 to 10: the best of five faces is not "as good as can be".
RATINGS = {1: 9, 2: 7, 3: 5, 4: 3, 5: 1}
SOURCE = "import:daylio"

_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_QUALITY = re.compile(r"sleep quality:\s*(\d{1,2})/10\b", re.IGNORECASE)
_SLEEP = re.compile(r"sleep time:\s*(\d{1,2}):(\d{2})\b", re.IGNORECASE)


@dataclass(frozen=True, kw_only=True)
class Line:
    """One diary entry, whichever file it came from. `level` is 1 best to 5 worst, or not known."""

    at: datetime
    word: str
    level: int | None
    title: str = ""
    note: str = ""
    activities: tuple[str, ...] = ()
    scales: str = ""
    raw: dict[str, Any] = field(default_factory=dict)


def read_backup(content: Mapping[str, Any], *, zone: str, moods: Mapping[str, int]) -> Reading:
    """Read the JSON inside a `.daylio` backup.

    Args:
        content: the parsed JSON; months count from 0, `mood_group_id` runs from 1 best to 5 worst.
        zone: the time zone (IANA) the diary was kept in.
        moods: levels the person chose for their words; the file's own stand for the rest.

    Returns:
        One check-in an entry. An entry that cannot be read is refused with its reason.

    Raises:
        CannotImport: the diary is not a list of entries.
    """
    entries = content.get("dayEntries")
    if not isinstance(entries, list):
        raise CannotImport("The diary in this file is damaged. Please export it again.")
    words = {_key(item): _mood(item) for item in _dicts(content.get("customMoods"))}
    tags = {_key(item): str(item.get("name", "")) for item in _dicts(content.get("tags"))}
    lines = [
        (f"entry {number}", lambda entry=entry: _backup_line(entry, words, tags))
        for number, entry in enumerate(entries, 1)
    ]
    return reading("daylio", lines, zone, moods, dict(words.values()))


def reading(
    kind: str,
    lines: Iterable[tuple[str, Callable[[], Line]]],
    zone: str,
    moods: Mapping[str, int],
    found: Mapping[str, int | None],
) -> Reading:
    """Make check-ins of diary entries.

    Args:
        kind: the format, for the reading.
        lines: where each entry stands, and a function that reads it or raises InvalidRecord.
        zone: the time zone (IANA) the diary was kept in.
        moods: levels (1 best to 5 worst) the person chose; they win over the file's.
        found: every mood word of the file with the level the file gives it, if it does.

    Raises:
        CannotImport: a chosen level is not 1 to 5.
    """
    if not all(level in RATINGS for level in moods.values()):
        raise CannotImport("The level of a mood is a whole number from 1 (best) to 5 (worst).")
    records, refused = [], []
    seen: Counter[datetime] = Counter()
    for where, read_line in lines:
        try:
            line = read_line()
            records.append(_check_in(line, zone, moods, seen[line.at]))
            seen[line.at] += 1
        except InvalidRecord as error:
            refused.append(Refused(where=where, reason=str(error)))
    return Reading(
        format=kind,
        records=tuple(records),
        refused=tuple(refused),
        mood_words={word: moods.get(word, level) for word, level in found.items()},
        notes=() if records or refused else ("The diary in this file is empty.",),
    )


def _check_in(line: Line, zone: str, moods: Mapping[str, int], nth: int) -> CheckIn:
    level = moods.get(line.word, line.level)
    if level is None:
        raise InvalidRecord(f"We do not know yet how good or bad “{line.word[:60]}” is.")
    ratings = {"mood": RATINGS[level]}
    if quality := _QUALITY.search(line.scales):
        ratings["sleep_quality"] = int(quality[1])
    sleep = _SLEEP.search(line.scales)
    parts = (line.title, _BREAK.sub("\n", line.note), ", ".join(line.activities))
    return CheckIn(
        # The backup and the CSV of one diary share the minute and the order, but no id.
        id=imported_id("daylio", line.at.isoformat(), nth),
        at=line.at,
        zone=zone,
        ratings=ratings,
        sleep_hours=int(sleep[1]) + int(sleep[2]) / 60 if sleep else None,
        note="\n".join(part.strip() for part in parts if part.strip()),
        source=SOURCE,
        raw=json.dumps({"mood": line.word, "level": level, **line.raw}),
    )


def _backup_line(
    entry: Any, words: Mapping[str, tuple[str, int | None]], tags: Mapping[str, str]
) -> Line:
    try:
        year, month, day, hour, minute = (
            int(entry[part]) for part in ("year", "month", "day", "hour", "minute")
        )
        at = datetime(year, month + 1, day, hour, minute)
        word, level = words[str(entry["mood"])]
        activities = tuple(tags[str(tag)] for tag in entry.get("tags") or () if str(tag) in tags)
    except (KeyError, TypeError, ValueError, OverflowError) as error:
        raise InvalidRecord("Its day, its time or its mood cannot be read.") from error
    return Line(
        at=at,
        word=word,
        level=level,
        title=str(entry.get("note_title") or ""),
        note=str(entry.get("note") or ""),
        activities=activities,
        raw={"id": str(entry.get("id")), "activities": activities},
    )


def _key(item: Mapping[str, Any]) -> str:
    return str(item.get("id"))


def _mood(item: Mapping[str, Any]) -> tuple[str, int | None]:
    level = item.get("mood_group_id")
    known = level if isinstance(level, int) and level in RATINGS else None
    own = item.get("predefined_name_id")
    word = str(item.get("custom_name") or "").strip()
    if not word and isinstance(own, int) and 1 <= own <= len(OWN_WORDS):
        word = OWN_WORDS[own - 1]
    return word or f"mood {_key(item)}", known


def _dicts(value: object) -> list[dict[str, Any]]:
    return [item for item in value if isinstance(item, dict)] if isinstance(value, list) else []
