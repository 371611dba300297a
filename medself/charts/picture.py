"""A small chart and its twins: what every one of them is made of."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pandas as pd
import vl_convert

from medself.charts.life import fonts_from
from medself.charts.theme import SCREEN_FONT, config


@dataclass(frozen=True, kw_only=True)
class Picture:
    """`data` and `spec` make the picture; `sentence` (its alt text) and `table` say the same."""

    data: pd.DataFrame
    spec: dict[str, Any]
    sentence: str
    table: pd.DataFrame


def spec_of(*layers: dict[str, Any], height: int, dark: bool) -> dict[str, Any]:
    """Make a spec as wide as its place from layers; it holds our own words only, no data."""
    return {
        "$schema": "https://vega.github.io/schema/vega-lite/v6.json",
        "width": "container",
        "height": height,
        "autosize": {"type": "fit-x", "contains": "padding"},
        "padding": {"left": 2, "right": 8, "top": 4, "bottom": 2},
        "config": config(dark=dark, font=SCREEN_FONT),
        "layer": list(layers),
    }


def field(name: str, kind: str = "quantitative", **rest: Any) -> dict[str, Any]:
    """A field of the data, of a kind."""
    return {"field": name, "type": kind, **rest}


def number(value: float) -> str:
    """A number with at most one decimal."""
    return f"{round(value, 1):g}"


def span(low: float, high: float) -> str:
    """From where to where most lay, as "4 to 6"; one number where that is the same."""
    low_told, high_told = number(low), number(high)
    return low_told if low_told == high_told else f"{low_told} to {high_told}"


def svg(picture: Picture, *, width: int, font: str, fonts: Path) -> str:
    """Draw a picture as an SVG of a width in pixels; its text stays text.

    Args:
        picture: what to draw; it must be a light one.
        width: in pixels.
        font: the font the document uses.
        fonts: a folder with that font, so that the widths are those of the document.
    """
    fonts_from(fonts)
    rows = picture.data.copy()
    for name in rows.select_dtypes("datetime"):
        rows[name] = rows[name].dt.strftime("%Y-%m-%dT%H:%M:%S")
    rows = rows.astype("object").where(rows.notna(), None)
    spec = picture.spec | {
        "width": width,
        "config": config(dark=False, font=font),
        "data": {"values": rows.to_dict("records")},
    }
    return str(vl_convert.vegalite_to_svg(spec, vl_version="6.4", show_warnings=True))
