"""Sections of several explainers on one sheet, with their sources numbered through."""

import re

from medself.library.basics import Source
from medself.library.explainer import Explainer

_MARK = re.compile(r"\[(\d+)\]")


class Citing:
    """Numbers the sources of a sheet in the order they are met."""

    def __init__(self) -> None:
        self._numbers: dict[tuple[str, str], int] = {}
        self._met: list[Source] = []

    def section(self, page: Explainer, name: str) -> str:
        """Return the text of a section with the sheet's own numbers; empty when the page has none."""
        text = next((each.text for each in page.sections if each.name == name), "")
        return self.text(page, text)

    def part(self, page: Explainer, title: str) -> str:
        """Return the text of the part of a topic that has this heading; see `section`."""
        text = next((each.text for each in page.sections if each.title == title), "")
        return self.text(page, text)

    def text(self, page: Explainer, text: str) -> str:
        """Return a text of a page with the sheet's own numbers."""
        return _MARK.sub(lambda found: f"[{self._number(page.sources[int(found[1]) - 1])}]", text)

    def _number(self, source: Source) -> int:
        same = (source.url, source.section)
        if same not in self._numbers:
            self._met.append(source)
            self._numbers[same] = len(self._met)
        return self._numbers[same]

    @property
    def lines(self) -> list[str]:
        """The sources met so far, each in one line."""
        return [
            f"[{number}] {one.title}. {one.publisher}. {one.section}. Read on {one.read_on}."
            for number, one in enumerate(self._met, 1)
        ]
