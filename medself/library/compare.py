"""Medicines of a group side by side: the same few parts of each page, and nothing that ranks them."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from medself.library import draw
from medself.library.basics import Region, Source
from medself.library.draw_effects import BANDS, by_frequency
from medself.library.drawing import Drawing, low, statement
from medself.library.heading import title
from medself.library.library import Library
from medself.library.references import References

MOST = 3
"""Medicines that can be read beside each other on a screen."""
NOTHING = "Our page says nothing about this."


@dataclass(frozen=True)
class Row:
    """One part of the pages: what each says, in the order of the medicines; `[n]` is the n-th source."""

    title: str
    cells: tuple[str, ...]

    @property
    def same(self) -> bool:
        """Whether all of them say the same, which is then their group's text."""
        return len(self.cells) > 1 and len(set(self.cells)) == 1


@dataclass(frozen=True)
class Comparison:
    """Medicines beside each other: what they are called in the region, part by part, with sources."""

    titles: tuple[str, ...]
    rows: tuple[Row, ...]
    sources: tuple[Source, ...]


def compare(library: Library, slugs: Sequence[str], region: Region = "us") -> Comparison:
    """Put medicines beside each other for a region ("us" or "uk"), in the order given.

    Side effects are given by how often labels say they happen, never by the rates of trials: those of
    different trials cannot be set against each other.

    Raises:
        ContentError: one of them is not a medicine, or its file is broken.
    """
    pages = [library.medication(slug) for slug in slugs]
    refs = References(source for page in pages for source in page.sources)
    drawings = [
        Drawing(page, region, refs, library.side_effects, library.symptoms) for page in pages
    ]
    rows = [
        Row(heading, tuple("\n\n".join(told(library, d)) or NOTHING for d in drawings))
        for heading, told in PARTS.items()
    ]
    return Comparison(tuple(title(page, region) for page in pages), tuple(rows), refs.met)


def _how_it_works(library: Library, d: Drawing) -> list[str]:
    pages = [d.page.id, *(page.id for page in library.above(d.page.id))]
    prose = (library.written[slug].prose.get("how_it_works") for slug in pages)
    return [d.refs.cite(text) for text in prose if text][:1]


def _effects(_: Library, d: Drawing) -> Iterator[str]:
    ordered = by_frequency(d.page.effects)
    for band, words in BANDS.items():
        if found := [effect for effect in ordered if effect.band == band]:
            first, *others = (d.label(effect.id) for effect in found)
            named = ", ".join([first, *map(low, others)])
            sources = [effect.source for effect in found]
            flat = [ref for each in sources for ref in ([each] if isinstance(each, str) else each)]
            yield d.refs.cite(f"**{words}** {named}.", flat)


Told = Callable[[Library, Drawing], "list[str] | Iterator[str]"]
PARTS: Mapping[str, Told] = {
    "How it works": _how_it_works,
    "When it starts to work": lambda _, d: statement(d, d.page.onset),
    "Common side effects": _effects,
    "Stopping": lambda _, d: statement(d, d.page.stopping),
    "Tests and checks": lambda _, d: draw.checks(d),
}
