"""Over time: the life chart with its words and its table, doses as counts, side effects; how much is recorded."""

from dataclasses import dataclass, replace
from datetime import date, datetime

import pandas as pd
import streamlit as st

from medself.analysis import sufficiency
from medself.analysis.sufficiency import LEAST_FOR_CHART, Sufficiency
from medself.charts import life_words
from medself.charts.facts import Facts
from medself.charts.life import Life, life
from medself.days import day_in_words
from medself.journal import Journal
from medself.ui import clock
from medself.ui.loaders import library
from medself.ui.text import plain
from medself.ui.trends_choose import label
from medself.visit import counts, words
from medself.visit.chart import facts as gather

WORST = {1: "A little", 2: "Quite a bit", 3: "A lot"}
STILL = {True: "Yes", False: "No"}


@dataclass(frozen=True, kw_only=True)
class View:
    """Everything the page draws for a period."""

    chart: Life
    enough: Sufficiency
    doses: tuple[str, ...]
    side_effects: pd.DataFrame


def look(journal: Journal, start: date, end: date, symptoms: tuple[str, ...]) -> View:
    """Work out a period, or take it from this tab's cache."""
    dark = st.context.theme.type == "dark"
    until = clock.last_quarter()
    return _view(journal, str(journal.folder), journal.revision, start, end, symptoms, until, dark)


@st.cache_data(scope="session", max_entries=8, show_spinner=False)
def _view(
    _journal: Journal,
    folder: str,
    revision: str,
    start: date,
    end: date,
    symptoms: tuple[str, ...],
    until: datetime,
    dark: bool,
) -> View:
    # `folder` and `revision` stand for the journal in the cache's key; it is not hashed itself.
    found = _facts(_journal, start, end, symptoms)
    return View(
        chart=life(found, dark=dark),
        enough=sufficiency.of(found.entries, start=start, end=end),
        doses=tuple(map(words.doses, counts.doses(_journal, start, end, until=until))),
        side_effects=_side_effect_rows(found),
    )


def _facts(journal: Journal, start: date, end: date, symptoms: tuple[str, ...]) -> Facts:
    found = gather(journal, library(), start=start, end=end, show_private=True)
    return replace(found, symptoms={symptom: label(symptom) for symptom in symptoms})


def _side_effect_rows(found: Facts) -> pd.DataFrame:
    noted = found.noted
    return pd.DataFrame(
        {
            "Side effect": [plain(found.effects.get(name, name)) for name in noted["effect"]],
            "Noted": [_span(row.first, row.last, found) for row in noted.itertuples()],
            "Days": noted["days"].astype(str) + " of " + noted["of_days"].astype(str),
            "At worst": noted["worst"].map(WORST),
            "Still there": [STILL.get(still, "Not known") for still in noted["still_there"]],
        }
    )


def _span(first: date, last: date, found: Facts) -> str:
    year = " %Y" if found.start.year != found.end.year else ""
    days = [f"{day.day} {day:%b{year}}" for day in (first, last)]
    return days[0] if first == last else " to ".join(days)


def recorded(view: View) -> None:
    """Say how much is recorded: what everything below stands on."""
    enough = view.enough
    parts = [f"Recorded on {enough.days} of {enough.period_days} days."]
    if enough.days and enough.longest_gap:
        parts.append(f"Longest gap: {_days(enough.longest_gap)}.")
    if enough.last_entry:
        parts.append(f"Last entry: {day_in_words(enough.last_entry)}.")
    if enough.filled_late:
        late = round(enough.filled_late * enough.typed)
        parts.append(f"Of {enough.typed} entries, {late} were filled in more than two days later.")
    st.markdown(" ".join(parts))


def chart(view: View, journal: Journal, start: date, end: date, symptoms: tuple[str, ...]) -> None:
    """Draw the life chart, its words and its table; with too few days, a sentence instead."""
    if view.enough.days < LEAST_FOR_CHART:
        st.info(
            f"You recorded {view.enough.days} of {view.enough.period_days} days. "
            f"With {LEAST_FOR_CHART} we can draw a chart. You can also choose a longer time above."
        )
        return
    drawn = view.chart
    st.vega_lite_chart(drawn.data, drawn.spec, theme=None, alt=drawn.sentence, key="trends_life")
    st.caption(
        "Dots are days you recorded, hollow ones were filled in more than two days later. A line is "
        "the middle of 7 days; it stops where nothing was recorded. Dashed rules are changes in what "
        "you take."
    )
    with st.expander("The chart in words"):
        st.markdown("\n".join(f"- {plain(line)}" for line in drawn.lines))
    table = st.expander("The chart as a table", key="trends_table", on_change="rerun")
    if table.open:
        rows = _table(journal, str(journal.folder), journal.revision, start, end, symptoms)
        table.table(rows, hide_index=True, alt="The life chart as a table")


@st.cache_data(scope="session", max_entries=4, show_spinner=False)
def _table(
    _journal: Journal,
    folder: str,
    revision: str,
    start: date,
    end: date,
    symptoms: tuple[str, ...],
) -> pd.DataFrame:
    return life_words.table(_facts(_journal, start, end, symptoms)).map(plain)


def side_effects(view: View) -> None:
    """Draw the table of side effects noted."""
    if view.side_effects.empty:
        st.markdown("None noted in these days.")
        return
    st.table(view.side_effects, hide_index=True, border="horizontal", alt="Side effects noted")


def _days(count: int) -> str:
    return "1 day" if count == 1 else f"{count} days"
