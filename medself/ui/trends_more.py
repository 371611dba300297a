"""What opens on the page Over time: days of the week, sleep, questionnaires. Drawn only once opened."""

from collections.abc import Sequence
from datetime import date

import streamlit as st

from medself.analysis import sleep
from medself.analysis.sufficiency import LEAST_FOR_CHART
from medself.analysis.trends import rolling
from medself.analysis.week import LEAST_DAYS, typical_week
from medself.charts.picture import Picture
from medself.charts.sleep import nights
from medself.charts.theme import SYMPTOMS
from medself.charts.totals import scale_of, totals
from medself.charts.week import week
from medself.journal import Journal
from medself.ui import pictures
from medself.ui.text import plain
from medself.ui.trends_choose import label

LEAST_TOTALS = 2


def weeks(journal: Journal, start: date, end: date, symptoms: Sequence[str]) -> None:
    """Draw how each day of the week usually is, symptom by symptom."""
    opened = st.expander("Days of the week", key="trends_week", on_change="rerun")
    if not opened.open:
        return
    with opened:
        key = (str(journal.folder), journal.revision, start, end, tuple(symptoms))
        for symptom, days, picture in _weeks(journal, *key, pictures.is_dark()):
            name = label(symptom)
            if picture:
                pictures.told(picture, key=f"trends_week_{symptom}", table=f"{name} as a table")
            else:
                st.markdown(
                    f"{name}: recorded on {_count(days, 'day')}. From {LEAST_DAYS} on we can show the "
                    "days of the week."
                )


@st.cache_data(scope="session", max_entries=4, show_spinner=False)
def _weeks(
    _journal: Journal,
    folder: str,
    revision: str,
    start: date,
    end: date,
    symptoms: tuple[str, ...],
    dark: bool,
) -> list[tuple[str, int, Picture | None]]:
    # `folder` and `revision` stand for the journal in the cache's key; it is not hashed itself.
    daily = rolling(_journal.table("rating", start=start, end=end))
    found = typical_week(daily)
    drawn: list[tuple[str, int, Picture | None]] = []
    for tone, symptom in zip(SYMPTOMS, symptoms, strict=False):
        own = found[found["symptom"] == symptom]
        picture = None if own.empty else week(own, label(symptom), tone=tone, dark=dark)
        drawn.append((symptom, int((daily["symptom"] == symptom).sum()), picture))
    return drawn


def hours_slept(journal: Journal, start: date, end: date) -> None:
    """Draw the hours slept."""
    opened = st.expander("Hours of sleep", key="trends_sleep", on_change="rerun")
    if not opened.open:
        return
    with opened:
        key = (str(journal.folder), journal.revision, start, end)
        count, picture = _sleep(journal, *key, pictures.is_dark())
        if picture:
            pictures.told(picture, key="trends_sleep_hours", table="Hours slept as a table")
        else:
            st.markdown(
                f"Hours slept are recorded for {_count(count, 'night')}. With {LEAST_FOR_CHART} we can "
                "draw a chart."
            )


@st.cache_data(scope="session", max_entries=4, show_spinner=False)
def _sleep(
    _journal: Journal, folder: str, revision: str, start: date, end: date, dark: bool
) -> tuple[int, Picture | None]:
    hours = sleep.nights(_journal.table("check_in", start=start, end=end))
    enough = len(hours) >= LEAST_FOR_CHART
    return len(hours), nights(hours, start=start, end=end, dark=dark) if enough else None


def questionnaires(journal: Journal, start: date, end: date) -> None:
    """Draw the totals of each questionnaire; single answers are never drawn."""
    opened = st.expander("Questionnaires over time", key="trends_totals", on_change="rerun")
    if not opened.open:
        return
    with opened:
        scores = journal.table("score", start=start, end=end).dropna(subset="total")
        if scores.empty:
            st.markdown("No totals in these days.")
        for instrument, own in scores.sort_values("at").groupby("instrument", sort=False):
            scale = scale_of(str(instrument), own["total"].max())
            picture = totals(own, scale, start=start, end=end, dark=pictures.is_dark())
            if len(own) < LEAST_TOTALS:
                st.markdown(plain(picture.sentence))
                continue
            table = f"{plain(scale.name)} as a table"
            pictures.told(picture, key=f"trends_totals_{instrument}", table=table)


def _count(count: int, what: str) -> str:
    return f"1 {what}" if count == 1 else f"{count} {what}s"
