"""The passages of a page that a search looks at: its paragraphs, its data, and what its parts are called."""

import re
from collections.abc import Mapping
from typing import NamedTuple

from medself.library.lists import SideEffect
from medself.library.read import Raw
from medself.library.schema import Topic
from medself.library.texts import SAID, TITLES, paragraphs, prose

# Keys, sources and fixed values of the front matter.
_NOT_WORDS = re.compile(r"\bsource: *(?:\[[^\]]*\]|\S+)|\b[a-z_]+:(?=\s)|_common\b|_stay\b")
_ID = re.compile(r"\bid: *([a-z_]+)")


class Passage(NamedTuple):
    """A paragraph, or a block of data, which cannot be shown as it stands."""

    section: str
    text: str
    readable: bool


HEADINGS = [Passage(name, title, False) for name, title in TITLES.items()]


def passages(page: Raw, side_effects: Mapping[str, SideEffect]) -> list[Passage]:
    """Return every paragraph of the text, then every block of data."""
    found = [
        Passage(section, part, True)
        for section, text in prose(page.body).items()
        for part in paragraphs(text)
    ]
    for key, (section, _) in SAID.items():
        if chunk := page.front.get(key, ""):
            ids = _ID.findall(chunk) if key == "effects" else ()
            known = [side_effects[name] for name in ids if name in side_effects]
            words = " ".join(word for each in known for word in (each.label, *each.also))
            found.append(Passage(section, f"{_NOT_WORDS.sub(' ', chunk)} {words}", False))
    return found


def headings(page: Raw) -> list[Passage]:
    """Return what the parts of a medicine's or group's page are called; its text says it for a topic."""
    return [] if page.kind is Topic else HEADINGS
