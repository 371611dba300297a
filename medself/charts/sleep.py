"""Hours slept over time: a dot a night, or the middle and range of a week or more where there are many."""

from datetime import date

import pandas as pd

from medself.analysis import sleep
from medself.charts.life_spec import time_axis
from medself.charts.picture import Picture, field, number, span, spec_of
from medself.charts.sheet import NOON, Sheet
from medself.charts.theme import palette

HEIGHT = 130
LONGEST = 12


def nights(hours: pd.Series, *, start: date, end: date, dark: bool = False) -> Picture:
    """Draw hours slept by day, as `analysis.sleep.nights` gives them; there must be one night.

    Args:
        hours: the hours by day.
        start: first day of the axis.
        end: last day, included.
        dark: colours for a dark page.
    """
    sheet = Sheet(start, end)
    table = hours.rename("value").rename_axis("day").reset_index()
    data = table.groupby(sheet.number(table["day"]), as_index=False).agg(
        x=("day", "median"), middle=("value", "median"), low=("value", "min"), high=("value", "max")
    )
    data["x"] = data["x"].astype("datetime64[us]") + NOON
    data["tip"] = [
        f"{row.x.day} {row.x:%b %Y}: {number(row.middle)} hours" for row in data.itertuples()
    ]
    return Picture(
        data=data[["x", "low", "middle", "high", "tip"]],
        spec=spec_of(*_layers(sheet, hours, dark), height=HEIGHT, dark=dark),
        sentence=_sentence(hours, sheet),
        table=_by_month(table),
    )


def _sentence(hours: pd.Series, sheet: Sheet) -> str:
    found = sleep.of(hours)
    assert found is not None
    days = (sheet.after - sheet.first).days
    return (
        f"Hours slept: middle {number(found.middle)}, most nights {span(found.low, found.high)}, on "
        f"{found.nights} of {days} nights."
    )


def _by_month(table: pd.DataFrame) -> pd.DataFrame:
    rows = []
    for month, own in table.groupby(table["day"].dt.to_period("M")):
        found = sleep.of(own.set_index("day")["value"])
        assert found is not None
        most = span(found.low, found.high)
        rows.append(
            (f"{month.start_time:%B %Y}", f"{found.nights}", f"{number(found.middle)}", most)
        )
    return pd.DataFrame(rows, columns=["Month", "Nights", "Middle hours", "Most nights"])


def _layers(sheet: Sheet, hours: pd.Series, dark: bool) -> list[dict[str, object]]:
    colour = {"value": palette(dark=dark)["third"]}
    tip = field("tip", "nominal")
    top = max(LONGEST, float(hours.max()))
    y_axis = {"values": [0, 4, 8, 12], "domain": False, "ticks": False}
    x = field("x", "temporal")
    return [
        {
            "mark": {"type": "rule", "strokeWidth": 3, "opacity": 0.3},
            "encoding": {
                "x": x,
                "y": field("low"),
                "y2": {"field": "high"},
                "color": colour,
                "tooltip": tip,
            },
        },
        {
            "mark": {"type": "point", "filled": True, "size": 28, "opacity": 0.8},
            "encoding": {
                "x": x | time_axis(sheet),
                "y": field("middle", scale={"domain": [0, top], "nice": False}, axis=y_axis),
                "color": colour,
                "tooltip": tip,
            },
        },
    ]
