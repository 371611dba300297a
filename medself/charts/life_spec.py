"""The Vega-Lite spec of the life chart: one view, so that it can be as wide as its place."""

from datetime import date, timedelta
from typing import Any

from medself.charts.sheet import Sheet
from medself.charts.theme import DASHES, TONES, config, palette

X = {"field": "x", "type": "temporal"}
Y = {"field": "y", "type": "quantitative"}
TIP = {"field": "tip", "type": "nominal"}


def spec(sheet: Sheet, *, dark: bool, font: str) -> dict[str, Any]:
    """Make the spec for the marks of a sheet. It holds numbers and our own words only, no data."""
    colours = palette(dark=dark)
    colour = {
        "field": "tone",
        "type": "nominal",
        "scale": {"domain": list(TONES), "range": [colours[tone] for tone in TONES]},
        "legend": None,
    }
    return {
        "$schema": "https://vega.github.io/schema/vega-lite/v6.json",
        "width": "container",
        "height": sheet.y,
        "autosize": {"type": "fit-x", "contains": "padding"},
        "padding": {"left": 2, "right": 4, "top": 2, "bottom": 2},
        "config": config(dark=dark, font=font),
        "layer": [
            _layer("panel", "rect", {"color": colours["panel"]}, x2=True, y2=True),
            _lines(sheet, colours["line"]),
            _changes(sheet, colours["quiet"]),
            *_bars(colours, colour),
            _layer("range", "rule", {"strokeWidth": 2, "opacity": 0.35}, colour=colour, y2=True),
            _layer("dot", "point", {"filled": True, "size": 22, "opacity": 0.5}, colour=colour),
            _layer("late", "point", {"filled": False, "size": 22, "opacity": 0.8}, colour=colour),
            _level(colour),
            *_words(colours, colour),
        ],
    }


def _layer(
    part: str,
    kind: str,
    mark: dict[str, Any],
    *,
    colour: dict[str, Any] | None = None,
    x2: bool = False,
    y2: bool = False,
) -> dict[str, Any]:
    encoding: dict[str, Any] = {"x": X, "y": Y, "tooltip": TIP}
    if colour:
        encoding["color"] = colour
    if x2:
        encoding["x2"] = {"field": "x2"}
    if y2:
        encoding["y2"] = {"field": "y2"}
    return {
        "transform": [{"filter": {"field": "part", "equal": part}}],
        "mark": {"type": kind, **mark},
        "encoding": encoding,
    }


def _changes(sheet: Sheet, colour: str) -> dict[str, Any]:
    """The rules of the changes. Their layer carries the scales and axes of all, which share them.

    In one layer only, and in one without `x2`: elsewhere Vega-Lite compares the days as objects and warns.
    """
    changes = _layer("change", "rule", {"strokeDash": [4, 4], "color": colour}, y2=True)
    changes["encoding"] |= {
        "x": X | time_axis(sheet),
        "y": Y
        | {
            "scale": {"domain": [0, sheet.y], "reverse": True, "nice": False, "zero": False},
            "axis": _rating_axis(sheet),
        },
    }
    return changes


def _bars(colours: dict[str, str], colour: dict[str, Any]) -> list[dict[str, Any]]:
    bar = _layer("bar", "rect", {"cornerRadius": 2}, colour=colour, x2=True, y2=True)
    bar["encoding"]["opacity"] = {"field": "strength", "type": "quantitative", "scale": None}
    empty = {"fill": colours["page"], "fillOpacity": 0.8, "strokeDash": [3, 2], "strokeWidth": 1}
    pause = _layer("pause", "rect", empty, x2=True, y2=True)
    pause["encoding"]["stroke"] = colour
    return [bar, pause, _layer("tooth", "rect", {}, colour=colour, x2=True, y2=True)]


def _lines(sheet: Sheet, colour: str) -> dict[str, Any]:
    places = [
        {"y": top + part * (bottom - top)} for top, bottom in sheet.scales for part in (0, 0.5, 1)
    ]
    return {
        "data": {"values": places},
        "mark": {"type": "rule", "color": colour},
        "encoding": {"x": {"value": 0}, "x2": {"value": "width"}, "y": Y},
    }


def _level(colour: dict[str, Any]) -> dict[str, Any]:
    level = _layer("line", "line", {"strokeWidth": 2.5}, colour=colour)
    level["encoding"] |= {
        "detail": {"field": "strand"},
        "strokeDash": {
            "field": "tone",
            "scale": {"domain": list(TONES), "range": [DASHES.get(tone, [1, 0]) for tone in TONES]},
            "legend": None,
        },
    }
    del level["encoding"]["tooltip"]
    return level


def _words(colours: dict[str, str], colour: dict[str, Any]) -> list[dict[str, Any]]:
    """Every text is data, never part of the spec, so that nothing typed is read as an expression."""
    plain = {"fontSize": 12, "baseline": "alphabetic", "color": colours["text"]}
    shape = {"filled": True, "size": 60, "opacity": 1}
    layers = [
        _layer("event", "point", shape | {"shape": "diamond"}, colour=colour),
        _layer("visit", "point", shape | {"shape": "square"}, colour=colour),
        _layer("label", "text", plain | {"align": "left", "dx": 1}),
        _layer("label_end", "text", plain | {"align": "right", "dx": -1}),
        _layer("beside", "text", plain | {"align": "left", "dx": 9}),
        _layer("beside_end", "text", plain | {"align": "right", "dx": -9}),
        _layer(
            "heading",
            "text",
            {"fontSize": 13, "fontWeight": 600, "align": "left", "baseline": "alphabetic"},
            colour=colour,
        ),
    ]
    layers[-1]["encoding"]["x"] = {"value": 0}
    for layer in layers[2:]:
        layer["encoding"]["text"] = {"field": "text"}
        del layer["encoding"]["tooltip"]
    return layers


def _rating_axis(sheet: Sheet) -> dict[str, Any]:
    """0, 5 and 10 beside each panel. The text is chosen by the place, from numbers of our own."""
    places: dict[float, str] = {}
    for top, bottom in sheet.scales:
        places |= {top: "10", (top + bottom) / 2: "5", bottom: "0"}
    chosen = " : ".join(f"datum.value == {place:g} ? '{text}'" for place, text in places.items())
    return {
        "values": list(places),
        "labelExpr": f"{chosen} : ''" if places else "''",
        "grid": False,
        "domain": False,
        "ticks": False,
        "minExtent": 18,
    }


def _domain(sheet: Sheet) -> list[dict[str, int]]:
    return [as_date(sheet.start), as_date(sheet.end + timedelta(days=1))]


def as_date(day: date) -> dict[str, int]:
    """A day as Vega-Lite writes it."""
    return {"year": day.year, "month": day.month, "date": day.day}


def time_axis(sheet: Sheet) -> dict[str, Any]:
    """The scale and axis of the days of a sheet: Mondays for a short period, else the first of months or years; months with their year in January."""
    days = (sheet.end - sheet.start).days + 1
    if days <= 100:
        form = "timeFormat(datum.value, '%-d %b')"
    elif days <= 6 * 365:
        form = "month(datum.value) == 0 ? timeFormat(datum.value, '%b %Y') : timeFormat(datum.value, '%b')"
    else:
        form = "timeFormat(datum.value, '%Y')"
    axis = {
        "values": [as_date(day) for day in ticks(sheet.start, sheet.end)],
        "labelExpr": form,
        "labelOverlap": "greedy",
        "labelFlush": True,
        "grid": True,
    }
    return {"scale": {"domain": _domain(sheet)}, "axis": axis}


def ticks(start: date, end: date) -> list[date]:
    """The days marked on the time axis: at most about a dozen."""
    days = (end - start).days + 1
    every = [start + timedelta(days=number) for number in range(days)]
    if days <= 100:
        step = 1 if days <= 10 else 7 * (1 + days // 50)
        first = next((day for day in every if day.weekday() == 0), start) if days > 10 else start
        return [day for day in every if day >= first and (day - first).days % step == 0]
    months = (1, 2, 3, 6, 12)
    step = next((step for step in months if days / 30.4 / step <= 13), 12)
    return [day for day in every if day.day == 1 and (day.month - 1) % step == 0]
