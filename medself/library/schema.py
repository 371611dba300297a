"""The shape of every explainer's front matter: pydantic models, and nothing that reads a file."""

from typing import Literal

from pydantic import ConfigDict, Field

from medself.library.basics import Changed, Part, Review, Slug, Source, Text
from medself.library.pieces import (
    Ages,
    AskQuestion,
    Availability,
    BoxedWarning,
    Brands,
    Check,
    Codes,
    Controlled,
    Driving,
    Effect,
    Food,
    LongActing,
    MissedDose,
    Myth,
    Names,
    Onset,
    Serious,
    Span,
    Statement,
    Stopping,
    Use,
)


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
    food: Food | None = None


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


AnyFront = Medication | DrugClass | Topic


class Head(Part):
    """The part of any page's front matter that says what it is and is called; the rest is left."""

    model_config = ConfigDict(extra="ignore", frozen=True, defer_build=True)

    id: Slug
    kind: Literal["medication", "class", "topic"]
    title: Text | None = None
    short: Text | None = None
    summary: Text | None = None
    order: int = 0
    names: Names | None = None
    brands: Brands = Brands()
    class_: Slug | None = Field(default=None, alias="class")
    inherits: list[Slug] = []
    category: Text | None = None
