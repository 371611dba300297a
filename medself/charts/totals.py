"""Totals of one questionnaire over time, with the good end named. Single answers are never drawn."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

import pandas as pd

from medself.charts.life_spec import time_axis
from medself.charts.picture import Picture, field, spec_of
from medself.charts.sheet import NOON, Sheet
from medself.charts.theme import palette
from medself.days import day_in_words
from medself.instruments import clinic_totals, name_of

HEIGHT = 150
LATEST = 5
COLUMNS = ["x", "total", "tip"]


@dataclass(frozen=True, kw_only=True)
class Scale:
    """What a questionnaire is called, from where to where it goes, and which end is good, if known."""

    name: str
    low: float
    high: float
    better: Literal["low", "high"] | None


def scale_of(instrument: str, largest: float) -> Scale:
    """Return the scale of a questionnaire; one we do not know ends at the largest total there is."""
    known = clinic_totals().get(instrument)
    if known is None:
        return Scale(name=name_of(instrument), low=0, high=max(1.0, largest), better=None)
    return Scale(name=known.name, low=known.low, high=known.high, better=known.better)


def totals(
    found: pd.DataFrame, scale: Scale, *, start: date, end: date, dark: bool = False
) -> Picture:
    """Draw the totals of one questionnaire; there must be one.

    Args:
        found: `at` and `total` of each, oldest first.
        scale: what it is.
        start: first day of the axis.
        end: last day, included.
        dark: colours for a dark page.
    """
    told = [
        f"{total:g} on {day_in_words(at)}"
        for at, total in zip(found["at"], found["total"], strict=True)
    ]
    earlier = f"{len(told) - LATEST} earlier, then " if len(told) > LATEST else ""
    data = pd.DataFrame(
        {
            "x": found["at"].dt.normalize() + NOON,
            "total": found["total"],
            "tip": [
                f"{day_in_words(at)}: {total:g}"
                for at, total in zip(found["at"], found["total"], strict=True)
            ],
        },
        columns=COLUMNS,
    )
    cells = [
        (day_in_words(at), f"{total:g}")
        for at, total in zip(found["at"], found["total"], strict=True)
    ]
    good = (
        f" A {'lower' if scale.better == 'low' else 'higher'} total is better."
        if scale.better
        else ""
    )
    return Picture(
        data=data,
        spec=spec_of(*_layers(Sheet(start, end), scale, dark), height=HEIGHT, dark=dark),
        sentence=f"{scale.name} total: {earlier}{', '.join(told[-LATEST:])}.{good}",
        table=pd.DataFrame(cells[::-1], columns=["Day", "Total"]),
    )


def _layers(sheet: Sheet, scale: Scale, dark: bool) -> list[dict[str, object]]:
    colours = palette(dark=dark)
    tip = field("tip", "nominal")
    x = field("x", "temporal")
    span = [scale.low, scale.high]
    axis = {"domain": False, "ticks": False, "values": span}
    y = field("total", scale={"domain": span, "nice": False}, axis=axis)
    layers: list[dict[str, object]] = [
        {
            "mark": {"type": "line", "strokeWidth": 1.5, "opacity": 0.6, "color": colours["first"]},
            "encoding": {"x": x, "y": field("total")},
        },
        {
            "mark": {"type": "point", "filled": True, "size": 90, "opacity": 1},
            "encoding": {
                "x": x | time_axis(sheet),
                "y": y,
                "color": {"value": colours["first"]},
                "tooltip": tip,
            },
        },
    ]
    if scale.better:
        at_top = scale.better == "high"
        layers.append(
            {
                "data": {"values": [{"good": scale.high if at_top else scale.low}]},
                "mark": {
                    "type": "text",
                    "text": "better ↑" if at_top else "better ↓",
                    "align": "right",
                    "baseline": "top" if at_top else "bottom",
                    "dx": -4,
                    "dy": 4 if at_top else -4,
                    "fontSize": 12,
                    "color": colours["quiet"],
                },
                "encoding": {"x": {"value": "width"}, "y": field("good")},
            }
        )
    return layers
