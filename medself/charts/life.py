"""The life chart: medicines, symptoms, side effects and events on one line of time, with its twin in words."""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pandas as pd
import vl_convert

from medself.charts import life_spec, life_words
from medself.charts.facts import Facts
from medself.charts.lanes import draw
from medself.charts.theme import SCREEN_FONT

EDGES = 32
"""What the axis, and marks that reach over the edges, take of the width in pixels, nearly always. To fit a chart
into a width it is laid out twice; so it is drawn as it is with these edges, and fitted only where that is too wide."""


@dataclass(frozen=True, kw_only=True)
class Life:
    """A life chart: `data` and `spec` make the picture, `lines` say the same, as `life_words.table` does."""

    data: pd.DataFrame
    spec: dict[str, Any]
    lines: tuple[str, ...]

    @property
    def sentence(self) -> str:
        """The lines as one text: the alt text of the picture."""
        return " ".join(self.lines)


def life(facts: Facts, *, dark: bool = False, font: str = SCREEN_FONT, tight: bool = False) -> Life:
    """Draw the life chart of a period.

    Args:
        facts: the record; nothing that is not to be seen may be in it.
        dark: colours for a dark page. The background is left clear.
        font: the names of the fonts, best first.
        tight: lower lanes, for paper.

    Returns:
        The marks as one table, and a spec without any data that is as wide as its place.
    """
    sheet = draw(facts, tight=tight)
    return Life(
        data=sheet.table(),
        spec=life_spec.spec(sheet, dark=dark, font=font),
        lines=life_words.lines(facts),
    )


def life_svg(chart: Life, *, width: int, fonts: Path | None = None) -> str:
    """Draw a life chart as an SVG of a width in pixels; its text stays text.

    Args:
        chart: drawn with the font the document uses.
        fonts: a folder with that font, so that the widths are those of the document.
    """
    if fonts:
        fonts_from(fonts)
    rows = chart.data.assign(
        x=chart.data["x"].dt.strftime("%Y-%m-%dT%H:%M:%S"),
        x2=chart.data["x2"].dt.strftime("%Y-%m-%dT%H:%M:%S"),
    )
    rows = rows.astype("object").where(rows.notna(), None)
    spec = chart.spec | {"width": width, "data": {"values": rows.to_dict("records")}}
    guess = spec | {"width": width - EDGES, "autosize": {"type": "pad", "contains": "padding"}}
    drawn = _drawn(guess)
    return _widened(drawn, width) if size(drawn)[0] <= width else _drawn(spec)


def _widened(svg: str, width: int) -> str:
    """The same drawing, with room on its right up to a width in pixels."""
    _, height = size(svg)
    frame = f'width="{width}" height="{height:g}" viewBox="0 0 {width} {height:g}"'
    return re.sub(r'width="[^"]*" height="[^"]*" viewBox="[^"]*"', frame, svg, count=1)


def _drawn(spec: dict[str, Any]) -> str:
    return str(vl_convert.vegalite_to_svg(spec, vl_version="6.4", show_warnings=True))


def size(svg: str) -> tuple[float, float]:
    """Return the width and height of an SVG in pixels; 0 where it does not say."""
    found = (re.search(rf'<svg[^>]* {side}="([\d.]+)"', svg) for side in ("width", "height"))
    width, height = (float(each[1]) if each else 0.0 for each in found)
    return width, height


@cache
def fonts_from(folder: Path) -> None:
    """Let pictures be drawn with the fonts of a folder."""
    vl_convert.register_font_directory(str(folder))
