"""What every model of the library is built on: names, sources, dates."""

import datetime
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, StringConstraints

from medself.days import day_in_words

Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(?:[-_][a-z0-9]+)*$")]
SourceRef = Annotated[str, StringConstraints(pattern=r"^(?:[a-z0-9_-]+/)?[a-z0-9][a-z0-9_-]*$")]
"""A page's own source (`label`), as authors write it; `page/label` once it is read."""
Text = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
Region = Literal["us", "uk", "any"]
Level = Literal["short", "standard", "detailed"]
"""How much of a page is read: see `explainer.explain`."""


class Part(BaseModel):
    """Base of every piece: unknown keys are errors, values do not change."""

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)


class Sourced(Part):
    """A statement that stands or falls with one or more entries of `sources`."""

    source: SourceRef | list[SourceRef]


class Identified(Part):
    """A piece that others name."""

    id: str


class Source(Identified):
    """Where a fact was read. `seen_at` names a faithful mirror when the page itself was not read."""

    id: SourceRef
    title: Text
    publisher: Text
    url: Text
    section: Text
    version: str | None = None
    accessed: datetime.date
    seen_at: str | None = None

    @property
    def read_on(self) -> str:
        """The day it was read, as a reader would write it."""
        return day_in_words(self.accessed)


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
