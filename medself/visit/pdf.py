"""The visit page as a tagged PDF (PDF/UA-1) of exactly one sheet, set by typst."""

import json
import re
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import typst

from medself.visit.chart import FONTS, picture
from medself.visit.page_data import Paper, page_data
from medself.visit.summary import Summary

TEMPLATE = Path(__file__).with_name("page.typ")


class Way(NamedTuple):
    """A way to set the page: with the fonts of this computer too, and to which standards."""

    of_computer: bool
    standards: list[str]


# Our own font gives the same page everywhere. Letters it does not have come from this computer's
# fonts; those nobody has are printed as empty boxes, and then the file cannot claim PDF/UA.
WAYS = (Way(False, ["ua-1"]), Way(True, ["ua-1"]), Way(True, []))

# The smallest letters of the chart are 12 pixels high and must not be under 8.5 points on paper.
LEAST_SCALE = 8.5 / 12


def pdf(summary: Summary, *, paper: Paper = "a4") -> bytes:
    """Set the page. What does not fit on one sheet is counted on it, not shown.

    The type is at least 8.5 points. The file's metadata names neither the person nor anything about
    health. The chart is left out only where nothing else helps.
    """
    chart, chart_words = picture(summary.life) if summary.life else (None, "")
    data = page_data(summary, paper=paper) | _chart(chart, chart_words)
    for way in WAYS[:-1]:
        try:
            return _set(data, chart, way, summary.made_on)
        except typst.TypstError:  # a letter that these fonts do not have
            continue
    return _set(data, chart, WAYS[-1], summary.made_on)


def _chart(svg: bytes | None, chart_words: str) -> dict[str, Any]:
    height = _height(svg) if svg else 0.0
    return {
        "chart": svg is not None,
        "alt": chart_words,
        "chart_least": LEAST_SCALE * height,
        "chart_most": LEAST_SCALE * height * 1.08,
    }


def _set(data: dict[str, Any], chart: bytes | None, way: Way, made_on: date) -> bytes:
    # The package's types know files only by path; it takes them by name as well.
    sources: Any = {"main": TEMPLATE.read_bytes(), "chart.svg": chart or b"<svg/>"}
    options: dict[str, Any] = {
        "format": "pdf",
        "font_paths": _fonts(way.of_computer),
        "ignore_system_fonts": True,
        "pdf_standards": way.standards,
        "sys_inputs": {"data": json.dumps(data)},
        "timestamp": datetime.combine(made_on, datetime.min.time(), UTC),
    }
    # Not a Compiler, which keeps everything it ever set in memory.
    return bytes(typst.compile(sources, **options))


def _height(svg: bytes) -> float:
    found = re.search(rb'<svg[^>]* height="([\d.]+)"', svg)
    return float(found[1]) if found else 0.0


@cache
def _fonts(of_computer: bool) -> typst.Fonts:
    return typst.Fonts(
        include_system_fonts=of_computer, include_embedded_fonts=True, font_paths=[str(FONTS)]
    )
