"""What every section of a page is drawn with, and the small helpers they share."""

from collections.abc import Mapping
from dataclasses import dataclass

from medself.library.basics import Level, Region
from medself.library.lists import SideEffect, Symptom
from medself.library.pieces import Statement
from medself.library.references import References
from medself.library.schema import Shared


@dataclass(frozen=True)
class Drawing:
    """What every section is drawn with: the page, the region, the references, the lists, how much."""

    page: Shared
    region: Region
    refs: References
    side_effects: Mapping[str, SideEffect]
    symptoms: Mapping[str, Symptom]
    level: Level = "detailed"

    def here(self, region: Region) -> bool:
        """Tell whether something marked with `region` is for the reader's."""
        return region in ("any", self.region)

    def label(self, name: str) -> str:
        """Name a symptom or side effect in plain words."""
        known = self.side_effects.get(name) or self.symptoms.get(name)
        return known.label if known else name


def statement(d: Drawing, words: Statement | None, lead: str = "") -> list[str]:
    """Draw one plain statement, if there is one."""
    return [d.refs.cite(lead + words.plain, words.source)] if words else []


def ended(text: str) -> str:
    """End a phrase as a sentence."""
    return text if text.endswith((".", "?", "!")) else f"{text}."


def low(text: str) -> str:
    """Begin with a small letter, unless it is an abbreviation, "Z-drugs" or "I"."""
    return text[:1].lower() + text[1:] if text[1:2].islower() else text
