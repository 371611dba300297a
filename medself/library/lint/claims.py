"""Sources: every claim has one, every one is used and known, none is of a banned site."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Any
from urllib.parse import urlsplit

from pydantic import BaseModel

from medself.library.basics import Source
from medself.library.library import Library
from medself.library.read import SOURCE_MARK, Written
from medself.library.schema import Medication, Shared
from medself.library.texts import page_prose, paragraphs

# Answer farms and pharmacies that were found to be wrong; copies that are not ours to read.
BANNED_SITES = (
    "droracle.ai", "drugchatter.com", "askpharma.ai", "joat.me", "lisa.flanigan.us", "97.74.93.78",
    "medilib.ir",
)  # fmt: skip
BANNED_PARTS = ("drugs.com/ppa/",)
BANNED_ENDINGS = (".su", ".top")
# Handbooks and lists whose owners let nobody take from them, copies of them too.
NOT_OURS = re.compile(
    r"\b(?:UpToDate|Lexi-?(?:comp|drugs?)|DrugBank|Stahl's|Maudsley Prescribing)\b",
    re.I,
)
MUST_CITE = (
    "important_warnings", "missed_dose", "too_much", "food_drink_drugs", "pregnancy_and_feeding",
)  # fmt: skip
# Advice to ask, or to say that nothing was found, claims nothing.
NO_CLAIM = re.compile(
    r"^(?:- )?(?:\*\*[^*]+\*\* )?(?:Tell|Ask|Say|Mention|We found no|If [^.]* ask)\b"
)
# The number of a list item, and our own scale.
NOT_A_CLAIM = re.compile(r"^\d+\.|\b0 to (?:3|10)\b")
# People in 100, as the bands of labels and leaflets have it.
BANDS = {"very_common": (10, 100), "common": (1, 10), "uncommon": (0.1, 1), "rare": (0.01, 0.1)}
NOT_IN_A_LINK = re.compile(r"[\s<>]")
A_BLANK = re.compile(r"_{3,}")


def refs(source: str | list[str] | None) -> list[str]:
    """Return the source ids of a statement as a list."""
    return source if isinstance(source, list) else [source] if source else []


def cited(page: Written) -> list[str]:
    """Return the ids of every source a page names, in the front matter and in its text."""
    return [name for names in cited_together(page) for name in names]


def cited_together(page: Written) -> list[tuple[str, ...]]:
    """Return the ids of the sources of every statement of a page, in the front matter and in its text."""
    found = list(_in_front(page.front))
    for text in (*page.prose.values(), page.front.model_dump_json(exclude={"sources"})):
        found += (tuple(mark.split()) for mark in SOURCE_MARK.findall(text))
    return found


def known_and_used(page: Written, _: Library) -> Iterator[tuple[str, str]]:
    """Yield sources that are named but not listed, and listed but not named."""
    listed, named = {source.id for source in page.front.sources}, set(cited(page))
    for name in sorted(named - listed):
        yield "sources", f"{name.split('/')[-1]!r} is named but not in the list"
    for name in sorted(listed - named):
        yield "sources", f"{name.split('/')[-1]!r} is never used"


def numbers_have_a_source(page: Written, _: Library) -> Iterator[tuple[str, str]]:
    """Yield paragraphs with a number, and those about warnings or mixing, that name no source."""
    for section, text in page_prose(page).items():
        for part in paragraphs(text):
            if SOURCE_MARK.search(part) or A_BLANK.search(part):
                continue
            if re.search(r"\d", NOT_A_CLAIM.sub("", part)):
                yield section, f"a number without a source: {part[:60]!r}"
            elif section in MUST_CITE and not NO_CLAIM.match(part) and not part.endswith(":"):
                yield section, f"no source: {part[:60]!r}"
    if isinstance(page.front, Shared):
        said = [("week_by_week", span.expect, span.source) for span in page.front.week_by_week]
        said += [("myths_and_facts", myth.fact, myth.source) for myth in page.front.myths]
        for section, text, source in said:
            if re.search(r"\d", text) and not source and not SOURCE_MARK.search(text):
                yield section, f"a number without a source: {text[:60]!r}"


def sites(page: Written, _: Library) -> Iterator[tuple[str, str]]:
    """Yield what is wrong with where the page's sources come from."""
    for source in page.front.sources:
        yield from (("sources", f"{source.id}: {what}") for what in of_source(source))


def of_source(source: Source) -> Iterator[str]:
    """Yield why a source must not be used, by name or by address, and what is no address."""
    if named := NOT_OURS.search(f"{source.title} {source.publisher}"):
        yield f"{named[0]} must not be used"
    for address in filter(None, (source.url, source.seen_at)):
        parts = urlsplit(address)
        host = (parts.hostname or "").removeprefix("www.")
        if (
            parts.scheme not in ("http", "https")
            or "." not in host
            or NOT_IN_A_LINK.search(address)
        ):
            yield f"{address!r} is no web address"
        elif (
            host.endswith(BANNED_ENDINGS)
            or any(host == site or host.endswith(f".{site}") for site in BANNED_SITES)
            or f"{host}{parts.path}".startswith(BANNED_PARTS)
        ):
            yield f"{host} must not be used"


def dates(page: Written, _: Library) -> Iterator[tuple[str, str]]:
    """Yield days that cannot be: a source read after the page last changed, a review before it."""
    last = max(change.date for change in page.front.changes)
    for source in page.front.sources:
        if not date(2020, 1, 1) <= source.accessed <= last:
            yield "sources", f"{source.id} was read on {source.accessed}; the page changed {last}"
    if page.front.review.next_due <= last:
        yield "review", f"next_due {page.front.review.next_due} is not after {last}"
    if page.front.review.status != "draft" and not page.front.review.by:
        yield "review", "a reviewed page says who read it"


def rates(page: Written, _: Library) -> Iterator[tuple[str, str]]:
    """Yield effects with the rate of a dummy pill but none of the medicine, or a rate outside their band."""
    if not isinstance(page.front, Medication):
        return
    for effect in page.front.effects:
        if effect.rate_pct is None:
            if effect.placebo_pct is not None:
                yield "effects", f"{effect.id} has placebo_pct without rate_pct"
        elif effect.band in BANDS:
            least, most = BANDS[effect.band]
            if not least <= effect.rate_pct <= most:
                yield (
                    "effects",
                    f"{effect.id} is {effect.band}, and its rate is {effect.rate_pct:g}",
                )


def _in_front(value: Any) -> Iterator[tuple[str, ...]]:
    if isinstance(value, BaseModel):
        if names := refs(getattr(value, "source", None)):
            yield tuple(names)
        for name in type(value).model_fields:
            yield from _in_front(getattr(value, name))
    elif isinstance(value, list):
        for item in value:
            yield from _in_front(item)


RULES = (known_and_used, numbers_have_a_source, sites, dates, rates)
