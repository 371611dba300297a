"""The pieces an explainer's front matter is made of; `schema.py` puts them together."""

from typing import Literal

from pydantic import Field

from medself.library.basics import Part, Region, Slug, Sourced, SourceRef, Text


class Names(Part):
    """What the medicine is called; `also` holds other generic names people meet."""

    us: Text
    uk: Text
    say: Text | None = None
    also: list[Text] = []


class Brands(Part):
    """Brand names by region; a brand belongs to one explainer only."""

    us: list[Text] = []
    uk: list[Text] = []


class Codes(Part):
    """Published identifiers; missing means not confirmed."""

    atc: str | None = None
    rxcui: str | None = None
    medlineplus: str | None = None
    dailymed_setid: str | None = None


class Availability(Part):
    """Whether it can be had, by region; a supplement is sold as food, without a licence."""

    us: Literal["rx", "otc", "supplement", "discontinued", "not_marketed"]
    uk: Literal["rx", "otc", "supplement", "discontinued", "not_marketed"]

    @property
    def anywhere(self) -> bool:
        """Whether it is a medicine that people are given or can buy, in either region."""
        return bool({self.us, self.uk} & {"rx", "otc"})


class Controlled(Part):
    """Controlled-drug schedule by region; missing means not controlled."""

    us: str | None = None
    uk: str | None = None


class Use(Sourced):
    """One thing the medicine is used for, and how official that is in each region."""

    text: Text
    us: Literal["labelled", "off_label", "not_used"]
    uk: Literal["licensed", "off_label", "not_used"]


class BoxedWarning(Sourced):
    """A warning the authority puts in a box (US) or repeats in safety updates (UK)."""

    id: Slug
    title: Text
    plain: Text
    region: Region = "any"


class Statement(Sourced):
    """A plain sentence or two."""

    plain: Text


class Onset(Statement):
    """When people first notice it working, and when it has had its full chance."""

    first_signs_days: tuple[int, int] | None = None
    full_effect_weeks: tuple[int, int] | None = None


class Food(Statement):
    """How it goes with food."""

    rule: Literal["any", "with_food", "empty_stomach", "avoid_items", "special"]


class MissedDose(Statement):
    """What to do after a forgotten dose.

    `restart_after_days`: days without it after which the person must ask before taking it again.
    """

    restart_after_days: int | None = None


class Stopping(Statement):
    """How it is stopped: `slowly` under guidance, `ask` first, or `any` way."""

    taper: Literal["slowly", "ask", "any"]


class Driving(Statement):
    """Driving, with what differs by region."""

    us: str | None = None
    uk: str | None = None


class Ages(Sourced):
    """What is different for children and for older people."""

    children: str | None = None
    older: str | None = None


class Effect(Sourced):
    """A common side effect; `id` is one of content/side_effects.yaml.

    `band` is the frequency band of a label or leaflet; `rate_pct` and `placebo_pct` are people in
    100 in trials, only where a label gives both or the first.
    """

    id: Slug
    band: Literal["very_common", "common", "uncommon", "rare", "unknown"]
    rate_pct: float | None = Field(default=None, ge=0, le=100)
    placebo_pct: float | None = Field(default=None, ge=0, le=100)
    passes: Literal["days", "weeks", "may_stay", "unknown"] = "unknown"
    help: str | None = None


class Serious(Sourced):
    """A serious side effect: what it looks like and how fast to act."""

    id: Slug
    title: Text
    action: Literal["emergency", "same_day", "next_visit"]
    signs: list[Text] = Field(min_length=1)


class Check(Sourced):
    """A test or check; `every_days` only where a source states a steady interval."""

    id: Slug
    test: Text
    when: Text
    region: Region = "any"
    every_days: int | None = Field(default=None, ge=1)


class Span(Part):
    """One row of week by week: what many people notice, and what to keep an eye on.

    `track` holds ids of symptoms or side effects.
    """

    from_day: int = Field(ge=1)
    to_day: int = Field(ge=1)
    expect: Text
    track: list[Slug] = []
    call_if: str | None = None
    source: SourceRef | list[SourceRef] | None = None


class AskQuestion(Part):
    """A question to take to a visit."""

    id: Slug
    when: Literal["start", "change", "side_effect", "stop", "any"]
    text: Text


class Myth(Part):
    """Something people say, and what is known."""

    myth: Text
    fact: Text
    source: SourceRef | list[SourceRef] | None = None


class LongActing(Sourced):
    """One long-acting injection product."""

    product: Text
    every_days: int = Field(ge=7)
    regions: list[Literal["us", "uk"]]
    late: Text
