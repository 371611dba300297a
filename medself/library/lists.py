"""The short lists beside the explainers: symptoms, side effects, crisis lines, words explained."""

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from medself.library.schema import Part, Slug, Source, Sourced, Text


class Symptom(Part):
    """What a person may rate from 0 (`low`) to 10 (`high`); `better` is the good end."""

    id: Slug
    label: Text
    low: Text
    high: Text
    better: Literal["high", "low", "neither"]


class SideEffect(Part):
    """A side effect in plain words; `also` holds the words people search for.

    `private` stays off the visit page until the person ticks it. `panel` says how fast to act.
    """

    id: Slug
    label: Text
    also: list[Text] = []
    private: bool = False
    panel: Literal["emergency", "same_day"] | None = None


class Line(Sourced):
    """One way to reach help: what it is and how to use it (`call`, `text`, `chat`: any of them)."""

    label: Text
    call: Text | None = None
    text: Text | None = None
    chat: Text | None = None
    hours: Text | None = None
    note: Text | None = None


class Country(Sourced):
    """The emergency number and the crisis lines of one country."""

    code: Annotated[str, StringConstraints(pattern=r"^[a-z]{2}$")]
    name: Text
    emergency: Text
    lines: list[Line] = []
    checked: str | None = None


class Crisis(Part):
    """content/crisis.yaml."""

    countries: list[Country] = Field(min_length=1)
    sources: list[Source] = Field(min_length=1)


class Term(Part):
    """A word a page keeps, in plain words."""

    term: Text
    plain: Text
    also: list[Text] = []
