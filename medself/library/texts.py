"""Everything a page says, section by section: what is measured, linted and searched."""

import re
from collections.abc import Iterator, Mapping

from medself.library.basics import Part
from medself.library.read import SECTION_MARK, Written
from medself.library.schema import Page

TITLES = {
    "at_a_glance": "At a glance",
    "important_warnings": "Important warnings",
    "what_it_is_for": "What it is for",
    "how_it_works": "How it works",
    "before_you_take": "Before you take it",
    "how_to_take": "How to take it",
    "week_by_week": "What you may notice, week by week",
    "common_effects": "Common side effects",
    "serious_effects": "Serious side effects",
    "missed_dose": "If you forget one",
    "too_much": "If you take too much",
    "food_drink_drugs": "Mixing: medicines, drink, drugs, driving",
    "tests_and_checks": "Tests and checks",
    "pregnancy_and_feeding": "Pregnancy and breastfeeding",
    "stopping": "Stopping",
    "long_term": "Over the long term",
    "questions_to_ask": "Questions to ask",
    "for_families": "For family and friends",
    "myths_and_facts": "Things people say",
    "injection": "As an injection",
}
"""Every section of a medicine or group, in the order it is shown, and what it is called."""
# Field of the front matter: the section it is shown in, and its keys that hold words to read.
SAID: Mapping[str, tuple[str, tuple[str, ...]]] = {
    "boxed_warnings": ("important_warnings", ("title", "plain")),
    "uses": ("what_it_is_for", ("text",)),
    "ages": ("before_you_take", ("children", "older")),
    "food": ("how_to_take", ("plain",)),
    "onset": ("week_by_week", ("plain",)),
    "week_by_week": ("week_by_week", ("expect", "call_if")),
    "effects": ("common_effects", ("help",)),
    "serious": ("serious_effects", ("title", "signs")),
    "missed_dose": ("missed_dose", ("plain",)),
    "too_much": ("too_much", ("plain",)),
    "alcohol": ("food_drink_drugs", ("plain",)),
    "driving": ("food_drink_drugs", ("plain", "us", "uk")),
    "checks": ("tests_and_checks", ("test", "when")),
    "pregnancy": ("pregnancy_and_feeding", ("plain",)),
    "breastfeeding": ("pregnancy_and_feeding", ("plain",)),
    "stopping": ("stopping", ("plain",)),
    "questions": ("questions_to_ask", ("text",)),
    "myths": ("myths_and_facts", ("myth", "fact")),
    "long_acting": ("injection", ("product", "late")),
}
HEADING = re.compile(r"^## +(.+)$", re.MULTILINE)
_BREAK = re.compile(r"\n\s*\n|\n(?=\s*(?:[-*+]|\d+\.)\s)|\n(?=\s*\|)|\n(?=#)")


def sections(page: Written) -> dict[str, list[str]]:
    """Return the paragraphs, list items and statements of a page by section.

    A topic's sections are its `##` headings; what stands above the first is under "summary".
    """
    found: dict[str, list[str]] = {}
    for section, text in page_prose(page).items():
        found[section] = paragraphs(text)
    for section, text in statements(page.front):
        found.setdefault(section, []).append(text)
    return found


def page_prose(page: Written) -> dict[str, str]:
    """Return a page's running text by section."""
    return prose(page.prose[""]) if "" in page.prose else dict(page.prose)


def prose(body: str) -> dict[str, str]:
    """Split the text of any page by its section marks, or a topic's by its headings."""
    by_mark = SECTION_MARK.split(body)
    start, *parts = by_mark if len(by_mark) > 1 else HEADING.split(body)
    summary = {"summary": start} if start.strip() else {}
    return summary | dict(zip(parts[::2], parts[1::2], strict=True))


def statements(front: Page) -> Iterator[tuple[str, str]]:
    """Yield section and text of every sentence in the front matter that a person reads."""
    for key in ("title", "short", "summary"):
        if text := getattr(front, key, None):
            yield "summary", text
    for field, (section, keys) in SAID.items():
        value = getattr(front, field, None) or []
        for piece in value if isinstance(value, list) else [value]:
            yield from ((section, text) for text in _strings(piece, keys))


def paragraphs(text: str) -> list[str]:
    """Split running text into paragraphs, list items, headings and table rows."""
    return [part.strip() for part in _BREAK.split(text) if part.strip()]


def _strings(piece: Part, keys: tuple[str, ...]) -> Iterator[str]:
    for key in keys:
        value = getattr(piece, key, None)
        yield from value if isinstance(value, list) else [value] if value else []
