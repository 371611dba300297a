"""The questionnaires we may ship: exact wording, answers, bands, source and licence, read from content/.

And the names of those we may not: of these a person types in the total a clinic gave them.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, Literal

import yaml

from medself.errors import ContentError

CONTENT = Path(__file__).resolve().parents[1] / "content"
FOLDER = CONTENT / "questionnaires"


@dataclass(frozen=True, kw_only=True)
class Band:
    """A range of totals, both ends included, and what its authors call it."""

    low: int
    high: int
    label: str


@dataclass(frozen=True, kw_only=True)
class Flag:
    """An answer that opens help at once: question `item` (from 1) answered `at_least` so much."""

    id: str
    item: int
    at_least: int


@dataclass(frozen=True, kw_only=True)
class Instrument:
    """One questionnaire.

    `options` holds the answers of each question, worth 0, 1, 2 ... in order. `gate` is a question
    before the first; `gate_item` a question (from 1) whose lowest answer ends it: either answered
    "no" makes the total 0. `percent` says that the total times 4 is also given. `wobble` is the change
    from which a difference is bigger than the questionnaire's own; missing: none is published.
    `local` says by region (us, uk) what a word of the questions means there.
    """

    id: str
    name: str
    title: str
    stem: str
    days: int
    items: tuple[str, ...]
    options: tuple[tuple[str, ...], ...]
    better: Literal["low", "high"]
    bands: tuple[Band, ...]
    source: str
    licence: str
    notice: str
    gate: str = ""
    gate_item: int | None = None
    flags: tuple[Flag, ...] = ()
    percent: bool = False
    wobble: float | None = None
    wobble_source: str = ""
    unscored: tuple[str, tuple[str, ...]] | None = None
    local: Mapping[str, str] = field(default_factory=dict)

    @property
    def highest(self) -> int:
        """The largest total there can be."""
        return sum(len(options) - 1 for options in self.options)


@dataclass(frozen=True, kw_only=True)
class ClinicTotal:
    """A questionnaire that only a clinic fills in with people: its range, and which end is good."""

    id: str
    name: str
    about: str
    low: int
    high: int
    better: Literal["low", "high"] | None = None
    hint: str = ""


@cache
def clinic_totals() -> dict[str, ClinicTotal]:
    """Read whose totals may be typed in, by id: ours first, then those we do not show.

    Raises:
        ContentError: the list lacks something.
    """
    ours = [
        ClinicTotal(
            id=one.id, name=one.name, about=one.title, low=0, high=one.highest, better=one.better
        )
        for one in instruments().values()
    ]
    path = CONTENT / "clinic_totals.yaml"
    try:
        listed = yaml.load(path.read_text(encoding="utf-8"), yaml.CSafeLoader)
        return {one.id: one for one in [*ours, *(ClinicTotal(**entry) for entry in listed)]}
    except (TypeError, yaml.YAMLError) as error:
        raise ContentError(f"The list {path.name} is not complete: {error}.") from error


def name_of(instrument_id: str) -> str:
    """Return how a questionnaire is called; one we do not know is called by its id."""
    known = clinic_totals().get(instrument_id)
    return known.name if known else instrument_id.upper()


@cache
def instruments(folder: Path = FOLDER) -> dict[str, Instrument]:
    """Read every questionnaire, by id.

    Raises:
        ContentError: a file lacks something, such as its licence.
    """
    return {path.stem: _read(path) for path in sorted(folder.glob("*.yaml"))}


def find(name: str) -> Instrument | None:
    """Return the questionnaire of a name typed in any common way (phq9, PHQ-9, phq_9)."""
    known = {_bare(instrument_id): one for instrument_id, one in instruments().items()}
    return known.get(_bare(name))


def _bare(name: str) -> str:
    return "".join(character for character in name.lower() if character.isalnum())


def _read(path: Path) -> Instrument:
    try:
        data: dict[str, Any] = yaml.load(path.read_text(encoding="utf-8"), yaml.CSafeLoader)
        items = tuple(data.pop("items"))
        options = data.pop("item_options", None) or [data.pop("options")] * len(items)
        unscored = data.pop("unscored", None)
        return Instrument(
            items=items,
            options=tuple(map(tuple, options)),
            bands=tuple(
                Band(low=band["from"], high=band["to"], label=band["label"])
                for band in data.pop("bands")
            ),
            flags=tuple(Flag(**flag) for flag in data.pop("flags", ())),
            unscored=(unscored["text"], tuple(unscored["options"])) if unscored else None,
            **data,
        )
    except (KeyError, TypeError, yaml.YAMLError) as error:
        raise ContentError(f"The questionnaire {path.name} is not complete: {error}.") from error
