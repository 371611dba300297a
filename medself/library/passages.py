"""The passages of a page that a search looks at: its paragraphs, its data, and what its parts are called."""

import re
from collections.abc import Mapping
from typing import NamedTuple

from medself.library.lists import SideEffect
from medself.library.read import SOURCE_MARK, Raw
from medself.library.schema import Topic
from medself.library.texts import SAID, TITLES, paragraphs, prose

# Keys, sources and fixed values of the front matter.
_NOT_WORDS = re.compile(r"\bsource: *(?:\[[^\]]*\]|\S+)|\b[a-z_]+:(?=\s)|_common\b|_stay\b")
_SOURCES = re.compile(r"source: *(?:\[[^\]]*\]|\S+)")
_SECTIONS = re.compile("<!-- section: [a-z_]+ -->")
_KEYS = re.compile(r"[{,\n-] *[a-z_]+:(?= |\n)")
_VALUES = re.compile(r"_(?:common|stay)\b")
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
            words = _effect_words(chunk, side_effects) if key == "effects" else ""
            found.append(Passage(section, f"{_NOT_WORDS.sub(' ', chunk)} {words}", False))
    return found


def headings(page: Raw) -> list[Passage]:
    """Return what the parts of a medicine's or group's page are called; its text says it for a topic."""
    return [] if page.kind is Topic else HEADINGS


def words_said(page: Raw, side_effects: Mapping[str, SideEffect]) -> str:
    """Return all a page says as one text to count words in; quicker than its passages, which few need."""
    chunks = [page.front[key] for key in SAID if key in page.front]
    data = "".join(chunks)
    # One after the other: a pattern that begins with what is written is found without trying it everywhere.
    for pattern in (_SOURCES, _KEYS, _VALUES):
        data = pattern.sub(" ", data)
    text = SOURCE_MARK.sub(" ", _SECTIONS.sub(" ", page.body))
    return f"{text} {data} {_effect_words(page.front.get('effects', ''), side_effects)}"


def _effect_words(chunk: str, side_effects: Mapping[str, SideEffect]) -> str:
    known = [side_effects[name] for name in _ID.findall(chunk) if name in side_effects]
    return " ".join(word for each in known for word in (each.label, *each.also))
