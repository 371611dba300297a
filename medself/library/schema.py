"""The shape of every explainer's front matter: pydantic models, and nothing that reads a file."""

import datetime
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(?:[-_][a-z0-9]+)*$")]
SourceRef = Annotated[str, StringConstraints(pattern=r"^(?:[a-z0-9_-]+/)?[a-z0-9][a-z0-9_-]*$")]
"""A page's own source (`label`), as authors write it; `page/label` once it is read."""
Text = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
Region = Literal["us", "uk", "any"]


class Part(BaseModel):
    """Base of every piece: unknown keys are errors, values do not change."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Sourced(Part):
    """A statement that stands or falls with one or more entries of `sources`."""

    source: SourceRef | list[SourceRef]


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
    """Whether it can be had, by region."""

    us: Literal["rx", "otc", "discontinued", "not_marketed"]
    uk: Literal["rx", "otc", "discontinued", "not_marketed"]


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


class Source(Part):
    """Where a fact was read. `seen_at` names a faithful mirror when the page itself was not read."""

    id: SourceRef
    title: Text
    publisher: Text
    url: Text
    section: Text
    version: str | None = None
    accessed: datetime.date
    seen_at: str | None = None


class Review(Part):
    """Who with clinical training has read the page; `draft` until one has."""

    status: Literal["draft", "pharmacist", "clinician"] = "draft"
    by: str | None = None
    date: datetime.date | None = None
    next_due: datetime.date


class Changed(Part):
    """One line of the page's history."""

    date: datetime.date
    what: Text


class Page(Part):
    """What every explainer has, whatever its kind."""

    schema_: Literal[1] = Field(alias="schema")
    id: Slug
    questions: list[AskQuestion] = []
    myths: list[Myth] = []
    sources: list[Source] = Field(min_length=1)
    review: Review
    changes: list[Changed] = Field(min_length=1)


class Shared(Page):
    """What a class page may give to its medicines, and a medicine may say for itself.

    Missing lists and statements are taken from the nearest page named in `inherits`; lists of
    pieces with an `id` are merged, the nearest page winning.
    """

    inherits: list[Slug] = []
    boxed_warnings: list[BoxedWarning] | None = None
    onset: Onset | None = None
    missed_dose: MissedDose | None = None
    too_much: Statement | None = None
    stopping: Stopping | None = None
    alcohol: Statement | None = None
    driving: Driving | None = None
    pregnancy: Statement | None = None
    breastfeeding: Statement | None = None
    ages: Ages | None = None
    effects: list[Effect] = []
    serious: list[Serious] = []
    checks: list[Check] = []
    tags: list[Slug] = []
    week_by_week: list[Span] = []


class Medication(Shared):
    """Front matter of content/medications/<slug>.md."""

    kind: Literal["medication"]
    names: Names
    brands: Brands = Brands()
    codes: Codes = Codes()
    class_: Slug = Field(alias="class")
    category: Text
    forms: list[Text] = Field(min_length=1)
    long_acting: list[LongActing] = []
    availability: Availability
    controlled: Controlled = Controlled()
    uses: list[Use] = Field(min_length=1)
    food: Food


class DrugClass(Shared):
    """Front matter of content/classes/<slug>.md."""

    kind: Literal["class"]
    title: Text
    short: Text


class Topic(Page):
    """Front matter of content/topics/<slug>.md."""

    kind: Literal["topic"]
    title: Text
    summary: Text
    order: int = Field(ge=1)
