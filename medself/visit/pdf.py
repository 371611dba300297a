"""The visit page as a tagged PDF (PDF/UA-1) of exactly one sheet, set by typst."""

from pathlib import Path
from typing import Any

from medself.charts.life import size
from medself.visit.chart import picture
from medself.visit.page_data import page_data
from medself.visit.paper import Paper
from medself.visit.summary import Summary
from medself.visit.typeset import typeset

TEMPLATE = Path(__file__).with_name("page.typ")

# The smallest letters of the chart are 12 pixels high and must not be under 8.5 points on paper.
LEAST_SCALE = 8.5 / 12


def pdf(summary: Summary, *, paper: Paper = "a4") -> bytes:
    """Set the page. What does not fit on one sheet is counted on it, not shown.

    The type is at least 8.5 points. The file's metadata names neither the person nor anything about
    health. The chart is left out only where nothing else helps, and then the page says so.
    """
    chart, chart_words = picture(summary.life) if summary.life else (None, "")
    data = page_data(summary, paper=paper) | _chart(chart, chart_words)
    pictures = {"chart.svg": chart or b"<svg/>"}
    return typeset(TEMPLATE, data, pictures, made_on=summary.made_on)


def _chart(svg: bytes | None, chart_words: str) -> dict[str, Any]:
    height = size(svg.decode())[1] if svg else 0.0
    return {
        "chart": svg is not None,
        "alt": chart_words,
        "chart_least": LEAST_SCALE * height,
        "chart_most": LEAST_SCALE * height * 1.08,
    }
