"""One explainer ready to read: its sections in order, its questions, sources and dates."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from medself.library import draw
from medself.library.basics import Changed, Level, Region, Review, Source
from medself.library.draw_effects import effect_lines
from medself.library.drawing import Drawing, low, statement
from medself.library.heading import facts, summary, title
from medself.library.inherit import with_inherited
from medself.library.library import Library
from medself.library.pieces import AskQuestion, Stopping
from medself.library.read import Written
from medself.library.references import References
from medself.library.schema import DrugClass, Medication, Shared, Topic
from medself.library.texts import HEADING, TITLES

SHOWN_WITH_CLASS = ("important_warnings", "stopping")
"""Sections about safety: the text of the classes stands before the medicine's own."""
SHORT = (
    "at_a_glance", "important_warnings", "serious_effects", "missed_dose", "too_much", "stopping",
)  # fmt: skip
"""What the short form of a page about a medicine or group keeps."""


@dataclass(frozen=True)
class Section:
    """A titled piece of Markdown of ours; `[n]` points to the n-th source.

    `effects` are the items of the list of side effects, by id; they stand at the end of `text`.
    """

    name: str
    title: str
    text: str
    effects: Mapping[str, str] = field(default_factory=dict)

    @property
    def lead(self) -> str:
        """The text before the list of side effects."""
        return self.text.removesuffix("\n".join(self.effects.values())).strip()


@dataclass(frozen=True)
class Explainer:
    """A page to read. `facts` are short lines under the title; `region`, `level` what it was drawn for."""

    id: str
    kind: str
    title: str
    summary: str
    facts: tuple[str, ...]
    region: Region
    level: Level
    sections: tuple[Section, ...]
    questions: tuple[AskQuestion, ...]
    sources: tuple[Source, ...]
    review: Review
    changes: tuple[Changed, ...]


def explain(
    library: Library, slug: str, region: Region = "us", level: Level = "detailed"
) -> Explainer:
    """Return a medicine, class or topic ready to read in one region ("us" or "uk").

    Args:
        library: where it is.
        slug: the page.
        region: whose names, warnings and checks.
        level: "short" keeps what matters most (of a topic, how each part begins); "standard" is
            everything without references in the text and the rates of trials; "detailed" is everything.

    Raises:
        ContentError: there is no such page, or its file is broken.
    """
    front = library.page(slug)
    above = library.above(slug)
    whole = front if isinstance(front, Topic) else with_inherited(front, above)
    refs = References(whole.sources, inline=level == "detailed")
    if isinstance(whole, Topic):
        text = library.written[slug].prose[""]
        sections = tuple(_of_topic(text, whole, refs, short=level == "short"))
    else:
        drawing = Drawing(whole, region, refs, library.side_effects, library.symptoms, level)
        sections = tuple(_of_medicine(drawing, [library.written[p.id] for p in (front, *above)]))
    return Explainer(
        id=slug,
        kind=whole.kind,
        title=title(whole, region),
        summary=summary(whole, above),
        facts=tuple(facts(whole, region)) if isinstance(whole, Medication) else (),
        region=region,
        level=level,
        sections=sections,
        questions=tuple(whole.questions),
        sources=refs.met,
        review=whole.review,
        changes=tuple(whole.changes),
    )


def _of_medicine(d: Drawing, pages: Sequence[Written]) -> Iterator[Section]:
    """Yield the sections of a medicine or class; `pages` are its own and those above, nearest first."""
    for name, heading in TITLES.items():
        if d.level == "short" and name not in SHORT:
            continue
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
            effects = effect_lines(d) if name == "common_effects" else {}
            yield Section(name, heading, "\n\n".join(blocks), effects)


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


def _of_topic(text: str, topic: Topic, refs: References, *, short: bool) -> Iterator[Section]:
    start, *parts = HEADING.split(text)
    if start.strip():
        yield Section("start", "", refs.cite(start.strip()))
    for number, (heading, part) in enumerate(zip(parts[::2], parts[1::2], strict=True), 1):
        said = _beginning(part.strip()) if short else part.strip()
        yield Section(f"part-{number}", heading, refs.cite(said))
    for name, blocks in (
        ("myths_and_facts", draw.said(topic, refs)),
        ("questions_to_ask", draw.asked(topic, refs)),
    ):
        if blocks and not short:
            yield Section(name, TITLES[name], "\n\n".join(blocks))


def _beginning(text: str) -> str:
    """Return the first paragraph, with the list it leads to."""
    first, *others = text.split("\n\n")
    return "\n\n".join([first, *others[:1]]) if first.endswith(":") else first
