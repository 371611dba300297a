"""Before and after a change: a middle and the range of most days for each side, symptom by symptom."""

from collections.abc import Sequence

import pandas as pd

from medself.analysis.change import Comparison
from medself.analysis.change_words import most_days, told
from medself.analysis.windows import Side
from medself.charts.picture import Picture, field, spec_of
from medself.charts.theme import SYMPTOMS, palette

ROW = 34
COLUMNS = ["row", "tone", "when", "low", "middle", "high", "tip"]
TABLE = ["What", "When", "Days recorded", "Middle score", "Most days"]


def before_after(
    compared: Sequence[tuple[str, Comparison]], *, dark: bool = False
) -> Picture | None:
    """Draw the comparisons that could be made, each with its label; missing where there was none.

    Args:
        compared: label and comparison of each symptom, at most three.
        dark: colours for a dark page.
    """
    shown = [(label, found) for label, found in compared if found.nap is not None]
    if not shown:
        return None
    rows = [
        (tone, label, when, side)
        for tone, (label, found) in zip(SYMPTOMS, shown, strict=False)
        for when, side in (("before", found.before), ("after", found.after))
    ]
    data = pd.DataFrame([_mark(*row) for row in rows], columns=COLUMNS)
    return Picture(
        data=data,
        spec=spec_of(*_layers(dark), height=ROW * len(rows), dark=dark),
        sentence=" ".join(f"{label}. {told(found)}" for label, found in shown),
        table=pd.DataFrame([_cells(*row[1:]) for row in rows], columns=TABLE),
    )


def _mark(tone: str, label: str, when: str, side: Side) -> tuple[object, ...]:
    tip = f"{label}, {when}: middle score {side.middle:g}"
    return f"{label}, {when}", tone, when, side.low, side.middle, side.high, tip


def _cells(label: str, when: str, side: Side) -> tuple[str, ...]:
    days = f"{side.days} of {side.of_days}"
    return label, when.capitalize(), days, f"{side.middle:g}", most_days(side)


def _layers(dark: bool) -> list[dict[str, object]]:
    colours = palette(dark=dark)
    tones = [colours[tone] for tone in SYMPTOMS]
    colour = field("tone", "nominal", scale={"domain": list(SYMPTOMS), "range": tones}, legend=None)
    axis = {"values": [0, 5, 10], "format": "d", "domain": False, "ticks": False}
    names = {"domain": False, "ticks": False, "labelLimit": 150, "labelColor": colours["text"]}
    y = field("row", "nominal", sort=None, axis=names)
    tip = field("tip", "nominal")
    middle = field("middle", scale={"domain": [0, 10], "nice": False}, axis=axis)
    return [
        {
            "mark": {"type": "rule", "strokeWidth": 10, "opacity": 0.35, "strokeCap": "round"},
            "encoding": {
                "x": field("low"),
                "x2": {"field": "high"},
                "y": y,
                "color": colour,
                "tooltip": tip,
            },
        },
        {
            # Hollow before and full after, for those who cannot tell by the place.
            "mark": {"type": "point", "size": 110, "strokeWidth": 2.5, "opacity": 1},
            "encoding": {
                "x": middle,
                "y": y,
                "stroke": colour,
                "fill": colour
                | {"condition": {"test": "datum.when == 'before'", "value": colours["page"]}},
                "tooltip": tip,
            },
        },
        {
            "mark": {"type": "text", "dy": -15, "fontSize": 12, "color": colours["text"]},
            "encoding": {"x": middle, "y": y, "text": field("middle", format="~g")},
        },
    ]
