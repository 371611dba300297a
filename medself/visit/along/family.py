"""A page for family and friends, for one purpose: what helps, whom to call, what to watch.

It is made of the library. Of the record it holds what is handed in here, and nothing else: it cannot read
a journal.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from medself.library import Library
from medself.library.basics import Region
from medself.library.explainer import Explainer, explain
from medself.library.lists import Country, Line
from medself.visit import words
from medself.visit.along import sheet
from medself.visit.along.citing import Citing
from medself.visit.paper import short

TITLE = "For family and friends"
TOPIC = "family-and-friends"
HELPS, CALL, WATCH = "What helps", "Whom to call", "What to watch"
GENERAL = {
    HELPS: ("Things that often help", "Things that often hurt"),
    CALL: ("Asking about suicide",),
    WATCH: ("What to watch for",),
}
"""Parts of the library's own page for families, by what they are here for."""
OF_A_MEDICINE = {HELPS: "for_families", WATCH: "serious_effects"}
DRAFT = "Some of this is a draft: nobody with clinical training has read it yet."
NO_ACCESS = (
    "The person who gave you this chose what stands here. It gives no way into their own record, and it "
    "does not change when the record does. It does not replace their team."
)


@dataclass(frozen=True, kw_only=True)
class ForFamily:
    """What the person chose to say. Everything may be empty: then only the library speaks.

    `own` holds their own words by part (`HELPS`, `CALL`, `WATCH`); `pages` slugs of the library.
    """

    country: str
    name: str = ""
    pages: tuple[str, ...] = ()
    own: tuple[tuple[str, str], ...] = ()


def pdf(
    chosen: ForFamily, library: Library, region: Region, *, made_on: date, paper: sheet.Paper
) -> bytes:
    """Set the page.

    Raises:
        ContentError: a page of the library that was chosen cannot be read.
    """
    citing = Citing()
    blocks = [sheet.heading(TITLE)]
    if chosen.name:
        blocks.append(sheet.words(f"From {short(chosen.name, 80)}"))
    blocks.append(sheet.words(NO_ACCESS))
    general = explain(library, TOPIC, region)
    pages = [explain(library, slug, region) for slug in chosen.pages]
    for part in (CALL, WATCH, HELPS):
        blocks.append(sheet.heading(part, 2))
        blocks += [sheet.words(short(text, 2000)) for name, text in chosen.own if name == part]
        if part == CALL:
            blocks += _lines(_country(library, chosen.country))
        blocks += _general(general, part, citing)
        for page in pages:
            blocks += _of_page(page, part, citing)
    if any(page.review.status == "draft" for page in (general, *pages)):
        blocks.append(sheet.words(DRAFT))
    blocks.append(sheet.heading("Where this was read", 2))
    blocks += [sheet.words(line, small=True) for line in citing.lines]
    return sheet.pdf(blocks, made_on=made_on, footer=f"Made on {words.day(made_on)}.", paper=paper)


def _general(page: Explainer, part: str, citing: Citing) -> list[sheet.Block]:
    blocks: list[sheet.Block] = []
    for title in GENERAL[part]:
        if text := citing.part(page, title):
            blocks += [sheet.heading(title, 3), *sheet.markdown(text)]
    return blocks


def _of_page(page: Explainer, part: str, citing: Citing) -> list[sheet.Block]:
    section = OF_A_MEDICINE.get(part)
    text = citing.section(page, section) if section else ""
    return [sheet.heading(page.title, 3), *sheet.markdown(text)] if text else []


def _country(library: Library, code: str) -> Country:
    countries = {country.country: country for country in library.crisis.countries}
    return countries[code]


def _lines(country: Country) -> Sequence[sheet.Block]:
    checked = min(line.checked for line in country.lines)
    return [
        sheet.words(f"In danger now? Call {country.emergency.number} ({country.name})."),
        sheet.bullets([_in_words(line) for line in country.lines]),
        sheet.words(f"Numbers checked on {words.day(checked)} or later.", small=True),
    ]


def _in_words(line: Line) -> str:
    ways = {"call": line.call, "text": line.text, "chat at": line.chat}
    said = ", or ".join(f"{way} {number}" for way, number in ways.items() if number)
    return f"{line.name}: {said} ({line.hours}). {line.note or ''}".strip()
