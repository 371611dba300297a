"""Small numbered references: source ids in, `[1]` out, counted in the order they are met."""

import re
from collections.abc import Iterable, Mapping

from medself.library.basics import Source
from medself.library.read import SOURCE_MARK

MARK = re.compile(rf"[ \t]*{SOURCE_MARK.pattern}")


class References:
    """Numbers the sources of one drawing of one page; with `inline` false they stand in `met` alone."""

    def __init__(self, sources: Iterable[Source], *, inline: bool = True) -> None:
        self._inline = inline
        self._sources: Mapping[str, Source] = {source.id: source for source in sources}
        self._numbers: dict[tuple[str, str], int] = {}
        self._met: list[Source] = []

    @property
    def met(self) -> tuple[Source, ...]:
        """The sources named so far; the first is `[1]`."""
        return tuple(self._met)

    def cite(self, text: str, source: str | list[str] | None = None) -> str:
        """Return `text` with its source marks as numbers, and those of `source` after it.

        The same page read in two sections keeps one number; an unknown id is left out.
        """
        shown = MARK.sub(lambda mark: self._marks(mark[1].split()), text)
        marks = self._marks([source] if isinstance(source, str) else source or [])
        return re.sub(r"[ \t]+(?=\n|$)", "", shown + marks)

    def _marks(self, ids: Iterable[str]) -> str:
        numbers = {self._number(self._sources[name]) for name in ids if name in self._sources}
        return "".join(f" [{number}]" for number in sorted(numbers)) if self._inline else ""

    def _number(self, source: Source) -> int:
        same = (source.url, source.section)
        if same not in self._numbers:
            self._met.append(source)
            self._numbers[same] = len(self._met)
        return self._numbers[same]
