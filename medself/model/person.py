"""The person a journal belongs to, and how they like it kept."""

from dataclasses import dataclass, field
from datetime import date, datetime, time
from enum import StrEnum

from medself.errors import InvalidRecord
from medself.model.checks import LONGEST_NAME, clean_day, clean_text, clean_whole
from medself.model.ids import new_id

DAY_START = time(3, 0)


class Matter(StrEnum):
    """Something about a person's life that pages about medicines ask about."""

    PREGNANT = "pregnant"
    BABY_PLANNED = "baby_planned"
    BREASTFEEDS = "breastfeeds"
    DRIVES = "drives"
    DRINKS = "drinks"


@dataclass(frozen=True, kw_only=True)
class Sharing:
    """What is shown while the person shares their screen: these parts of the visit page, nothing else.

    `parts` are section names, in any order; the days are `start` to the day it is looked at.
    """

    parts: tuple[str, ...]
    start: date
    hide_names: bool

    def __post_init__(self) -> None:
        clean_day(self.start, "The first day to show")


@dataclass(frozen=True, kw_only=True)
class Person:
    """One person of a household.

    `region` chooses names and rules (us, uk), `country` the crisis lines, `day_start` the time a day
    begins, `symptoms` what is rated at a check-in. `phq_8` asks for the PHQ-8 in place of the PHQ-9.
    `matters` are things the person ticked that may matter for their medicines (`Matter`).
    `question_order` are ids of questions as the person put them (those not in it come after), and
    `page_without` the parts they leave off the visit page. `invented` marks a made-up person to look
    round with. `sharing` says what may be seen while the person shares their screen; missing: they do
    not.
    """

    name: str
    region: str = "us"
    country: str = ""
    day_start: time = DAY_START
    symptoms: tuple[str, ...] = ("mood", "worry", "sleep_quality")
    text_size: int = 17
    phq_8: bool = False
    matters: tuple[Matter, ...] = ()
    question_order: tuple[str, ...] = ()
    page_without: tuple[str, ...] = ()
    invented: bool = False
    sharing: Sharing | None = None
    recorded_at: datetime | None = None
    id: str = field(default_factory=new_id)

    def __post_init__(self) -> None:
        name = clean_text(self.name, "Your name", longest=LONGEST_NAME, needed=True).strip()
        object.__setattr__(self, "name", name)
        if self.region not in ("us", "uk"):
            raise InvalidRecord("Please choose a region: US or UK.")
        if self.day_start.tzinfo is not None or self.day_start.hour > 6:
            raise InvalidRecord("A day can begin between midnight and 6:59 in the morning.")
        if len(set(self.symptoms)) != len(self.symptoms):
            raise InvalidRecord("The same symptom is chosen twice.")
        clean_whole(self.text_size, "The text size", low=14, high=28)
