"""Colours, dashes and type of the charts, light and dark. Colour is never the only cue."""

from typing import Any

SCREEN_FONT = '"Source Sans", "DejaVu Sans", sans-serif'
SYMPTOMS = ("first", "second", "third", "fourth")
TONES = (*SYMPTOMS, "medicine", "recorded", "side_effect", "event", "text", "quiet")
LIGHT = {
    "first": "#1B4F9C",
    "second": "#A84F00",
    "third": "#47650A",
    "fourth": "#96246B",
    "medicine": "#2A827C",
    "recorded": "#7C9C99",
    "side_effect": "#7D5BA6",
    "event": "#4E6462",
    "text": "#16302E",
    "quiet": "#5A706E",
    "line": "#D5E0DE",
    "panel": "#F6F9F8",
    "page": "#FFFFFF",
}
DARK = {
    "first": "#8FB8F5",
    "second": "#F0A860",
    "third": "#BBD06A",
    "fourth": "#F08CC4",
    "medicine": "#3FA39B",
    "recorded": "#6F918E",
    "side_effect": "#B698DB",
    "event": "#B4CBC8",
    "text": "#E6F1EF",
    "quiet": "#A9C0BD",
    "line": "#2B4442",
    "panel": "#142826",
    "page": "#0F1F1E",
}
# The second cue of a symptom's line, for those who cannot tell the colours and for grey paper.
DASHES = {"first": [1, 0], "second": [8, 3], "third": [3, 2], "fourth": [9, 3, 2, 3]}


def palette(*, dark: bool) -> dict[str, str]:
    """The colour of each tone."""
    return DARK if dark else LIGHT


def config(*, dark: bool, font: str) -> dict[str, Any]:
    """The Vega-Lite configuration: no background, no frame, one font."""
    colours = palette(dark=dark)
    return {
        "font": font,
        "background": "transparent",
        "view": {"stroke": None},
        "axis": {
            "labelColor": colours["quiet"],
            "labelFontSize": 12,
            "gridColor": colours["line"],
            "domainColor": colours["line"],
            "tickColor": colours["line"],
            "title": None,
        },
        # A screen reader gets the sentence of the chart, not hundreds of marks.
        "mark": {"aria": False},
        "rule": {"aria": False},
        "text": {"aria": False, "font": font},
    }
