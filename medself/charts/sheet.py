"""A sheet of lanes under one time axis: marks with their places, counted in pixels from the top."""

from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Any

import pandas as pd

COLUMNS = {
    "part": "str",
    "tone": "str",
    "x": "datetime64[us]",
    "x2": "datetime64[us]",
    "y": "float64",
    "y2": "float64",
    "text": "str",
    "tip": "str",
    "strand": "str",
    "strength": "float64",
}
EMPTY = {name: "" for name, dtype in COLUMNS.items() if dtype == "str"} | {"strength": 1.0}
PHONE = 330
"""Pixels across the narrowest drawing. Labels are placed for it, as the width is not known here."""

CHARACTER = 7.0
"""Pixels a character takes at most times."""

TOOTH = 10.0
DAY = timedelta(days=1)
NOON = timedelta(hours=12)


@dataclass
class Sheet:
    """Collects marks lane by lane; `y` is the top of the next lane.

    `tight` draws lower lanes, for paper; letters stay as large as they are.
    """

    start: date
    end: date
    tight: bool = False
    y: float = 0.0
    marks: list[dict[str, Any]] = field(default_factory=list)
    scales: list[tuple[float, float]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.first = midnight(self.start)
        self.after = midnight(self.end) + DAY
        days = (self.after - self.first) // DAY
        # How many days are drawn as one, so that there are never more marks than pixels.
        self.size = next((size for size in (1, 7, 28) if days / size <= 210), 91)

    @property
    def panel(self) -> float:
        """How high a symptom's panel is, in pixels."""
        return 40.0 if self.tight else 72.0

    @property
    def bar(self) -> float:
        """How high the largest dose of a medicine is, in pixels."""
        return 12.0 if self.tight else 20.0

    @property
    def gap(self) -> float:
        """The room under a lane, in pixels."""
        return 4.0 if self.tight else 8.0

    def mark(self, part: str, **values: Any) -> None:
        """Add a mark. What is not given is empty."""
        self.marks.append(EMPTY | {"part": part, **values})

    def heading(self, text: str, *, tone: str = "text", extra: float = 0) -> None:
        """Begin a lane with its name, in a row of its own above it."""
        room = (15.0 if self.tight else 18.0) + extra
        self.mark("heading", tone=tone, y=self.y + room - 4 - extra / 2, text=text)
        self.y += room

    def label(
        self, text: str, *, at: datetime, until: datetime, y: float, before: float = PHONE
    ) -> float:
        """Write at the start of something, or, where that would run out of the sheet, at its end.

        Args:
            text: may be empty; then nothing is written.
            at: the start.
            until: the end.
            y: the line it stands on.
            before: the pixel at which the next label begins; where there is no room, nothing is written.

        Returns:
            The pixel at which the written label begins, or `before`.
        """
        begins = self.left(at)
        part, x = ("label", at) if begins + width(text) <= PHONE else ("label_end", until)
        if part == "label_end":
            begins = self.left(until) - width(text)
        if not text or begins + width(text) > before:
            return before
        self.mark(part, tone="text", x=x, y=y, text=text)
        return begins

    def comb(self, days: pd.Series, *, tone: str, tip: str, most: int | None = None) -> None:
        """Draw a tooth for each of some days, or for several days as one, as high as the share of them.

        Args:
            days: midnights; repeats count once.
            tone: its colour.
            tip: what a tooth means.
            most: how many of the days drawn as one make a whole tooth; missing: all of them.
        """
        number = self.number(pd.Series(days.unique()))
        for place, count in number.value_counts().sort_index().items():
            begin = self.first + int(place) * self.size * DAY
            until = min(begin + self.size * DAY, self.after)
            whole = (until - begin) // DAY
            when = f"{begin.day} {begin:%b %Y}"
            high = TOOTH * min(1.0, count / (most or whole))
            edge = 0.15 * (until - begin)
            self.mark(
                "tooth",
                tone=tone,
                x=begin + edge,
                x2=until - edge,
                y=self.y + TOOTH - high,
                y2=self.y + TOOTH,
                tip=f"{tip}: {when}"
                if whole == 1
                else f"{tip}: {count} of {whole} days from {when}",
            )
        self.y += TOOTH + 6

    def number(self, days: pd.Series) -> pd.Series:
        """Which of the groups of days drawn as one a day falls into, from 0."""
        return (days - self.first) // DAY // self.size

    def left(self, at: datetime) -> float:
        """How many pixels from the left on the narrowest drawing."""
        return (at - self.first) / (self.after - self.first) * PHONE

    def inside(self, at: datetime) -> datetime:
        """The same moment, or the end of the axis nearest to it."""
        return min(max(at, self.first), self.after)

    def table(self) -> pd.DataFrame:
        """The marks as one table, fixed columns even when there are none."""
        return pd.DataFrame(self.marks, columns=list(COLUMNS)).astype(COLUMNS)


def midnight(day: date) -> datetime:
    """The beginning of a day on the time axis."""
    return datetime.combine(day, time())


def width(text: str) -> float:
    """Pixels a label takes, guessed on the wide side."""
    return len(text) * CHARACTER
