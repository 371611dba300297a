"""How the invented story is told: when, over how many years, with which chances."""

import random
import uuid
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from medself.schedule import day_of, instant

ZONE = "Europe/London"
SPACE = uuid.UUID("5a3d0e1c-7b1f-5c2e-9d4a-1f6e8b2c7d90")


@dataclass
class Telling:
    """The days of the story count back from `today`; everything by chance comes from `seed`."""

    today: date
    years: int
    seed: int
    made: int = field(default=0, init=False)

    def __post_init__(self) -> None:
        self.chance = random.Random(f"medself {self.seed}")

    @property
    def days(self) -> int:
        """How many days the story has before today."""
        return round(365.25 * self.years)

    def new_id(self) -> str:
        """The next id: the same for the same seed, years and day."""
        self.made += 1
        return str(uuid.uuid5(SPACE, f"{self.seed} {self.years} {self.today} {self.made}"))

    def day(self, ago: int) -> date:
        """The day so many days ago; a negative number lies ahead."""
        return self.today - timedelta(days=ago)

    def at(self, ago: int, clock: time = time(20, 30)) -> datetime:
        """A time on the clock so many days ago."""
        return datetime.combine(self.day(ago), clock)

    def entry(self, at: datetime, *, late: bool = False) -> dict[str, Any]:
        """What every record of a day has; `late`: typed three days after."""
        typed = instant(at, ZONE) + (timedelta(days=3) if late else timedelta(minutes=5))
        newest = datetime.combine(self.today, time(6), UTC)
        return {
            "id": self.new_id(),
            "at": at,
            "day": day_of(at),
            "zone": ZONE,
            "recorded_at": min(typed, newest),
        }
