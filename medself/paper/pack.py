"""Pages of the library as one tagged PDF (PDF/UA-1), set by typst: for a family, a carer, a folder."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from medself.days import day_in_words
from medself.library import Explainer
from medself.library.basics import Source
from medself.library.lists import Country, Line
from medself.paper.blocks import blocks
from medself.visit.paper import Paper
from medself.visit.typeset import typeset

TEMPLATE = Path(__file__).with_name("pack.typ")
NOTICE = (
    "To help you understand. It does not replace a prescriber or pharmacist. "
    "Please do not stop or change a medicine without talking to them."
)
DRAFT = "Draft: no clinician has checked this page yet."


def pack(
    pages: Sequence[Explainer], country: Country | None, *, made_on: date, paper: Paper = "a4"
) -> bytes:
    """Set pages of the library one after the other, each with its sources and dates.

    The file says nothing of anyone's record, and its metadata nothing about health.

    Args:
        pages: what to set, in order; at least one.
        country: whose emergency number and crisis lines stand on it; missing: only that there are some.
        made_on: the day, which stands on it.
        paper: the size of a sheet.
    """
    data = {
        "paper": paper,
        "file_title": f"Reading, {day_in_words(made_on)}",
        "title": "To read" if len(pages) > 1 else pages[0].title,
        "made_on": f"Printed from medself on {day_in_words(made_on)}",
        "notice": NOTICE,
        "danger": danger(country),
        "lines": [told(line) for line in country.lines] if country else [],
        "pages": [_page(page) for page in pages],
    }
    return typeset(TEMPLATE, data, {}, made_on=made_on)


def danger(country: Country | None) -> str:
    """Return the sentence for an emergency."""
    number = country.emergency.number if country else "your emergency number"
    return f"If your life, or someone's, is at risk: call {number} now."


def told(line: Line) -> str:
    """Return one crisis line in words."""
    ways = [
        f"{how} {where}"
        for how, where in (("call", line.call), ("text", line.text), ("chat at", line.chat))
        if where
    ]
    return f"{line.name}: {', or '.join(ways)}. {line.hours[:1].upper()}{line.hours[1:]}."


def _page(page: Explainer) -> dict[str, Any]:
    review = page.review
    by = f"Checked by {review.by or 'a clinician'}."
    if review.date:
        by = f"Checked by {review.by or 'a clinician'} on {day_in_words(review.date)}."
    return {
        "title": page.title,
        "summary": page.summary,
        "facts": list(page.facts),
        "review": DRAFT if review.status == "draft" else by,
        "sections": [{"title": s.title, "blocks": blocks(s.text)} for s in page.sections],
        "sources": [_source(source) for source in page.sources],
        "dates": f"Page of {day_in_words(page.changes[-1].date)}. To be looked at again by {day_in_words(review.next_due)}.",
    }


def _source(source: Source) -> str:
    version = f", {source.version}" if source.version else ""
    where = f"{source.publisher}, {source.section}{version}"
    return f"{source.title}. {where}. {source.url} Read on {source.read_on}."
