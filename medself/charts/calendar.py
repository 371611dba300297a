"""The dose calendar: one cell a day, its state by shape and by colour, never red; and the same in words."""

from datetime import date, timedelta

import pandas as pd

from medself.analysis.dose_days import STATES
from medself.charts.life_spec import as_date
from medself.charts.picture import Picture, field, spec_of
from medself.charts.theme import palette
from medself.days import day_in_words
from medself.schedule.words import DAYS

MOST_WEEKS = 26
ROW = 22
WORDS = {
    "taken": "Taken",
    "skipped": "Skipped",
    "missed": "Missed",
    "not_recorded": "Not recorded",
    "held": "In a pause",
    "mixed": "Not all the same",
}
SHAPES = {
    "taken": "square",
    "skipped": "diamond",
    "missed": "cross",
    "not_recorded": "circle",
    "held": "stroke",
    "mixed": "triangle-up",
}
TONES = {
    "taken": "medicine",
    "skipped": "first",
    "missed": "second",
    "not_recorded": "quiet",
    "held": "quiet",
    "mixed": "side_effect",
}
OPEN = ("skipped", "not_recorded")
COLUMNS = ["week", "day", "state", "tip"]


def first_day(start: date, end: date) -> date:
    """The first day that is drawn: of a long period only the last half year."""
    return max(start, end - timedelta(days=7 * MOST_WEEKS - 1))


def calendar(states: pd.Series, name: str, *, dark: bool = False) -> Picture:
    """Draw the days of one medicine, as `analysis.dose_days` gives them; there must be one day.

    Args:
        states: the state of each day with doses due.
        name: the name of the medicine.
        dark: colours for a dark page.
    """
    days = [day.date() for day in states.index]
    rows = [
        (
            pd.Timestamp(day - timedelta(days=day.weekday())),
            DAYS[day.weekday()][:3],
            WORDS[state],
            f"{day.day} {day:%b %Y}: {WORDS[state].lower()}",
        )
        for day, state in zip(days, states, strict=True)
    ]
    return Picture(
        data=pd.DataFrame(rows, columns=COLUMNS),
        spec=spec_of(_cells(days, dark), height=7 * ROW, dark=dark),
        sentence=_sentence(states, name),
        table=_by_month(states),
    )


def _sentence(states: pd.Series, name: str) -> str:
    first, last = (day_in_words(states.index[place].date()) for place in (0, -1))
    counts = states.value_counts()
    told = [
        f"{WORDS[state].lower()} on {_days(counts[state])}" for state in STATES if state in counts
    ]
    return f"{name}, days with doses due from {first} to {last}: {', '.join(told)}."


def _days(count: int) -> str:
    return "1 day" if count == 1 else f"{count} days"


def _by_month(states: pd.Series) -> pd.DataFrame:
    counts = pd.crosstab(states.index.to_period("M"), states.to_numpy())
    there = [state for state in STATES if state in counts]
    table = counts[there].rename(columns=WORDS).astype("str")
    months = [f"{month.start_time:%B %Y}" for month in table.index]
    table.insert(0, "Month", months)
    return table.reset_index(drop=True).rename_axis(columns=None)


def _weeks(days: list[date]) -> list[dict[str, int]]:
    """From before the first Monday to after the last, so that no cell is cut."""
    first, last = (day - timedelta(days=day.weekday()) for day in (days[0], days[-1]))
    margin = timedelta(days=max(4, (last - first).days // 25))
    return [as_date(first - margin), as_date(last + margin)]


def _cells(days: list[date], dark: bool) -> dict[str, object]:
    colours = palette(dark=dark)
    names = list(WORDS.values())
    tones = [colours[TONES[state]] for state in WORDS]
    legend = {
        "title": None,
        "orient": "bottom",
        "columns": 3,
        "labelColor": colours["text"],
        "labelFontSize": 12,
        "symbolStrokeWidth": 2,
    }
    filled = [
        tone if state not in OPEN else "transparent"
        for state, tone in zip(WORDS, tones, strict=True)
    ]
    flat = {"domain": False, "ticks": False, "grid": False}
    when = flat | {
        "format": "%b %Y",
        "tickCount": "month",
        "labelOverlap": "greedy",
        "labelFlush": True,
    }
    return {
        "mark": {"type": "point", "size": 110, "strokeWidth": 2, "opacity": 1},
        "encoding": {
            "x": field("week", "temporal", axis=when, scale={"domain": _weeks(days)}),
            "y": field("day", "nominal", sort=[day[:3] for day in DAYS], axis=flat),
            "shape": field(
                "state",
                "nominal",
                scale={"domain": names, "range": [SHAPES[state] for state in WORDS]},
                legend=legend,
            ),
            "stroke": field(
                "state", "nominal", scale={"domain": names, "range": tones}, legend=legend
            ),
            "fill": field(
                "state", "nominal", scale={"domain": names, "range": filled}, legend=legend
            ),
            "tooltip": field("tip", "nominal"),
        },
    }
