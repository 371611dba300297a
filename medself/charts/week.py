"""The typical week of one symptom: a middle and the range of most days for each day of the week."""

import pandas as pd

from medself.charts.picture import Picture, field, number, span, spec_of
from medself.charts.theme import palette
from medself.schedule.words import DAYS

HEIGHT = 120
COLUMNS = ["name", "low", "middle", "high", "tip"]


def week(found: pd.DataFrame, label: str, *, tone: str, dark: bool = False) -> Picture:
    """Draw the rows of `analysis.week.typical_week` of one symptom; there must be one.

    Args:
        found: its rows.
        label: its name.
        tone: its colour, as on the life chart.
        dark: colours for a dark page.
    """
    rows = [
        (
            DAYS[row.weekday][:3],
            row.low,
            row.middle,
            row.high,
            f"{DAYS[row.weekday]}: {number(row.middle)}",
        )
        for row in found.itertuples()
    ]
    told = [f"{DAYS[row.weekday]} {number(row.middle)}" for row in found.itertuples()]
    cells = [
        (DAYS[row.weekday], f"{row.days}", f"{number(row.middle)}", span(row.low, row.high))
        for row in found.itertuples()
    ]
    return Picture(
        data=pd.DataFrame(rows, columns=COLUMNS),
        spec=spec_of(*_layers(palette(dark=dark)[tone]), height=HEIGHT, dark=dark),
        sentence=f"{label}, middle score by day of the week: {', '.join(told)}.",
        table=pd.DataFrame(cells, columns=["Day", "Days recorded", "Middle score", "Most days"]),
    )


def _layers(colour: str) -> list[dict[str, object]]:
    flat = {"labelAngle": 0, "domain": False, "ticks": False}
    x = field("name", "nominal", sort=[day[:3] for day in DAYS], axis=flat)
    scale = {"domain": [0, 10], "nice": False}
    y_axis = {"values": [0, 5, 10], "domain": False, "ticks": False}
    return [
        {
            "mark": {"type": "rule", "strokeWidth": 12, "opacity": 0.3, "strokeCap": "round"},
            "encoding": {
                "x": x,
                "y": field("low", scale=scale, axis=y_axis),
                "y2": {"field": "high"},
                "color": {"value": colour},
                "tooltip": field("tip", "nominal"),
            },
        },
        {
            "mark": {"type": "point", "filled": True, "size": 90, "opacity": 1},
            "encoding": {
                "x": x,
                "y": field("middle"),
                "color": {"value": colour},
                "tooltip": field("tip", "nominal"),
            },
        },
    ]
