"""The short lists beside the explainers: symptoms, side effects, crisis lines, words explained."""

import datetime
import re
from typing import Literal

from pydantic import Field

from medself.library.basics import Part, Slug, Source, Sourced, Text


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
    """One way to reach help: a number to call or text, an address to chat; missing: not offered.

    Numbers are words to read, not sums. `checked` is the day the line was last read in its source.
    """

    id: Slug
    name: Text
    call: Text | None = None
    text: Text | None = None
    chat: Text | None = None
    hours: Text
    note: Text | None = None
    checked: datetime.date


class Emergency(Sourced):
    """The number for an emergency, or words for it where there are many."""

    number: Text


class Country(Part):
    """The emergency number and the crisis lines of a country; `elsewhere` stands for all others."""

    country: Slug
    name: Text
    emergency: Emergency
    lines: list[Line] = Field(min_length=1)


class Crisis(Part):
    """content/crisis.yaml."""

    countries: list[Country] = Field(min_length=1)
    sources: list[Source] = Field(min_length=1)


class SectionQuestion(Part):
    """A part of a page as a question, with `{name}`, `{effect}` or `{part}` to be filled in."""

    id: Slug
    text: Text


class Term(Part):
    """A word a page keeps, in plain words; a `common` one is explained once a page, not in every part."""

    term: Text
    plain: Text
    also: list[Text] = []
    common: bool = False

    def is_in(self, text: str) -> bool:
        """Tell whether the word, or its plural, stands in a text."""
        low = text.lower()
        # Looking for the letters first is a hundred times quicker, and most words are not there.
        there = [word.lower() for word in (self.term, *self.also) if word.lower() in low]
        return any(re.search(rf"\b{re.escape(word)}(?:e?s)?\b", low) for word in there)
