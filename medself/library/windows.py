"""When to look, before and after a change: content/onset_windows.yaml."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Literal

from pydantic import Field, TypeAdapter

from medself.library.basics import Part, Slug, SourceRef, Text
from medself.library.files import read_list
from medself.library.library import Library

OTHER = "other"
COMING_OFF = "coming_off"


class Look(Part):
    """The days to look at after a change, both included; the day of the change is day 1.

    `coming_off` marks the first weeks of stopping or lowering a medicine.
    """

    from_day: int = Field(ge=1)
    to_day: int = Field(ge=1)
    coming_off: bool = False

    @property
    def skip_days(self) -> int:
        """Days left out for settling, the day of the change included."""
        return self.from_day - 1

    @property
    def after_days(self) -> int:
        """How many days are looked at."""
        return self.to_day - self.skip_days


class Windows(Part):
    """The days to compare for a group of medicines.

    `for_` holds ids of medicines and groups. `source` holds sources of pages (`page/label`), which say
    when it works; how that becomes days is always our own rule.
    """

    id: Slug
    title: Text
    for_: list[Slug] = Field(alias="for")
    before_days: int = Field(ge=14)
    looks: list[Look] = Field(min_length=1)
    note: Text
    source: list[SourceRef] | Literal["our own rule"]


class OnsetWindows(Part):
    """content/onset_windows.yaml; `status` is draft until somebody with clinical training has read it."""

    status: Literal["draft", "pharmacist", "clinician"]
    windows: list[Windows] = Field(min_length=2)


@lru_cache(maxsize=2)
def onset_windows(library: Library) -> Mapping[str, Windows]:
    """Return every set of windows by its id.

    Raises:
        ContentError: the file is missing or broken.
    """
    found: OnsetWindows = read_list(library.root / "onset_windows.yaml", TypeAdapter(OnsetWindows))
    return {windows.id: windows for windows in found.windows}


def windows_for(library: Library, slug: str, *, coming_off: bool = False) -> Windows:
    """Return the windows for a medicine: its own, or those of its nearest group, or the general ones.

    Args:
        library: whose file is read.
        slug: the medicine's page; empty, or one without a page, gets the general windows.
        coming_off: whether it was stopped or lowered.

    Raises:
        ContentError: the file, or the page, is missing or broken.
    """
    every = onset_windows(library)
    if coming_off:
        return every[COMING_OFF]
    above = library.above(slug) if slug in library.heads else []
    by_name = {name: windows for windows in every.values() for name in windows.for_}
    names = (slug, *(page.id for page in above))
    return next((by_name[name] for name in names if name in by_name), every[OTHER])
