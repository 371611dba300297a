"""One explainer ready to read: its sections in order, its questions, sources and dates."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from medself.library import draw
from medself.library.basics import Changed, Region, Review, Source
from medself.library.drawing import Drawing, low, statement
from medself.library.inherit import with_inherited
from medself.library.library import Library
from medself.library.pieces import AskQuestion, Stopping
from medself.library.read import Written
from medself.library.references import References
from medself.library.schema import AnyFront, DrugClass, Medication, Shared, Topic
from medself.library.texts import HEADING

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
SHOWN_WITH_CLASS = ("important_warnings", "stopping")
"""Sections about safety: the text of the classes stands before the medicine's own."""
SOLD = {
    "otc": "Sold without a prescription",
    "supplement": "Sold as a food supplement, not as a medicine,",
    "discontinued": "No longer sold",
    "not_marketed": "Not sold",
}


@dataclass(frozen=True)
class Section:
    """A titled piece of Markdown of ours; `[n]` points to the n-th source."""

    name: str
    title: str
    text: str


@dataclass(frozen=True)
class Explainer:
    """A page to read. `facts` are short lines under the title; `region` is what it was drawn for."""

    id: str
    kind: str
    title: str
    summary: str
    facts: tuple[str, ...]
    region: Region
    sections: tuple[Section, ...]
    questions: tuple[AskQuestion, ...]
    sources: tuple[Source, ...]
    review: Review
    changes: tuple[Changed, ...]


def explain(library: Library, slug: str, region: Region = "us") -> Explainer:
    """Return a medicine, class or topic ready to read in one region ("us" or "uk").

    Raises:
        ContentError: there is no such page, or its file is broken.
    """
    front = library.page(slug)
    above = library.above(slug)
    whole = front if isinstance(front, Topic) else with_inherited(front, above)
    refs = References(whole.sources)
    if isinstance(whole, Topic):
        sections = tuple(_of_topic(library.written[slug].prose[""], whole, refs))
    else:
        drawing = Drawing(whole, region, refs, library.side_effects, library.symptoms)
        sections = tuple(_of_medicine(drawing, [library.written[p.id] for p in (front, *above)]))
    return Explainer(
        id=slug,
        kind=whole.kind,
        title=title(whole, region),
        summary=_summary(whole, above),
        facts=tuple(_facts(whole, region)) if isinstance(whole, Medication) else (),
        region=region,
        sections=sections,
        questions=tuple(whole.questions),
        sources=refs.met,
        review=whole.review,
        changes=tuple(whole.changes),
    )


def title(front: AnyFront, region: Region) -> str:
    """Return what a page is called in a region, with a capital."""
    if not isinstance(front, Medication):
        return front.title
    name = front.names.us if region == "us" else front.names.uk
    return name[:1].upper() + name[1:]


def _summary(front: AnyFront, above: Sequence[DrugClass]) -> str:
    if isinstance(front, Topic):
        return front.summary
    if isinstance(front, DrugClass):
        return front.short
    return f"{above[0].title}. {above[0].short}" if above else ""


def _facts(front: Medication, region: Region) -> Iterator[str]:
    """Yield the short lines under a medicine's name."""
    names, brands = front.names, front.brands
    here, there = (brands.us, brands.uk) if region == "us" else (brands.uk, brands.us)
    country, other = ("US", "UK") if region == "us" else ("UK", "US")
    if names.say:
        yield f"Say it: {names.say}"
    if names.us != names.uk:
        yield f"Called {names.uk if region == 'us' else names.us} in the {other}"
    if names.also:
        yield f"Also called: {', '.join(names.also)}"
    if here:
        yield f"Brand names: {', '.join(here)}"
    if abroad := [brand for brand in there if brand not in here]:
        yield f"Brand names in the {other}: {', '.join(abroad)}"
    yield f"Comes as: {', '.join(front.forms)}"
    if sold := SOLD.get(front.availability.us if region == "us" else front.availability.uk):
        yield f"{sold} in the {country}"
    if schedule := front.controlled.us if region == "us" else front.controlled.uk:
        yield f"A controlled medicine in the {country}: {schedule}"


def _of_medicine(d: Drawing, pages: Sequence[Written]) -> Iterator[Section]:
    """Yield the sections of a medicine or class; `pages` are its own and those above, nearest first."""
    for name, heading in TITLES.items():
        saying = [page for page in pages if name in page.prose or _rule(page, name)]
        shown = saying[::-1] if name in SHOWN_WITH_CLASS else saying[:1]
        blocks = [
            block
            for page in shown
            for block in (*_whose(page, pages[0]), *_own_blocks(d, page, name))
        ]
        if drawn := draw.DRAWN.get(name):
            blocks += drawn(d)
        if blocks:
            yield Section(name, heading, "\n\n".join(blocks))


def _own_blocks(d: Drawing, page: Written, name: str) -> list[str]:
    """Return what one page itself says in a section: its rule for stopping, and its text."""
    prose = page.prose.get(name)
    return [*statement(d, _rule(page, name)), *([d.refs.cite(prose)] if prose else [])]


def _rule(page: Written, name: str) -> Stopping | None:
    return page.front.stopping if name == "stopping" and isinstance(page.front, Shared) else None


def _whose(page: Written, own: Written) -> list[str]:
    if page is own or not isinstance(page.front, DrugClass):
        return []
    return [f"*About all {low(page.front.title)}:*"]


def _of_topic(text: str, topic: Topic, refs: References) -> Iterator[Section]:
    start, *parts = HEADING.split(text)
    if start.strip():
        yield Section("start", "", refs.cite(start.strip()))
    for number, (heading, part) in enumerate(zip(parts[::2], parts[1::2], strict=True), 1):
        yield Section(f"part-{number}", heading, refs.cite(part.strip()))
    for name, blocks in (
        ("myths_and_facts", draw.said(topic, refs)),
        ("questions_to_ask", draw.asked(topic, refs)),
    ):
        if blocks:
            yield Section(name, TITLES[name], "\n\n".join(blocks))
