"""Every chart of the extra pages, each with its title, its sentence and what it is drawn from."""

from collections.abc import Iterator

from medself.analysis import sleep
from medself.analysis.adherence import match
from medself.analysis.dose_days import dose_days
from medself.analysis.sufficiency import LEAST_FOR_CHART
from medself.analysis.trends import rolling
from medself.analysis.week import typical_week
from medself.charts.before_after import before_after
from medself.charts.calendar import calendar, first_day
from medself.charts.picture import Picture
from medself.charts.sleep import nights
from medself.charts.theme import SYMPTOMS
from medself.charts.totals import scale_of, totals
from medself.charts.week import week
from medself.journal import Journal
from medself.library import Library
from medself.model.text import one_line
from medself.visit.before_after import comparisons
from medself.visit.build import Days
from medself.visit.choice import Choice
from medself.visit.counts import dose_tables
from medself.visit.paper import short

LEAST_TOTALS = 2
LONGEST_NAME = 60

Titled = tuple[str, Picture]


def pictures(journal: Journal, library: Library, days: Days, choice: Choice) -> Iterator[Titled]:
    """Draw what there is enough of, without the parts that are left off; the life chart is not among them."""
    if choice.has("doses"):
        yield from _calendars(journal, days)
    if choice.has("symptoms"):
        yield from _weeks(journal, library, days)
        yield from _nights(journal, days)
    if choice.has("compared"):
        for title, found in comparisons(journal, library, days.start, days.end):
            if drawn := before_after(found):
                yield title, drawn
    if choice.has("scores"):
        yield from _totals(journal, days)


def _calendars(journal: Journal, days: Days) -> Iterator[Titled]:
    first = first_day(days.start, days.end)
    slots, _ = match(*dose_tables(journal, first, days.end, until=days.until))
    for medication in journal.medications():
        states = dose_days(slots, medication.id)
        if not states.empty:
            name = short(one_line(medication.name), LONGEST_NAME)
            yield f"Doses of {name}, day by day", calendar(states, name)


def _weeks(journal: Journal, library: Library, days: Days) -> Iterator[Titled]:
    found = typical_week(rolling(journal.table("rating", start=days.start, end=days.end)))
    known = [symptom for symptom in journal.person.symptoms if symptom in library.symptoms]
    for tone, symptom in zip(SYMPTOMS, known, strict=False):
        own = found[found["symptom"] == symptom]
        if not own.empty:
            label = library.symptoms[symptom].label
            yield f"{label}, days of the week", week(own, label, tone=tone)


def _nights(journal: Journal, days: Days) -> Iterator[Titled]:
    hours = sleep.nights(journal.table("check_in", start=days.start, end=days.end))
    if len(hours) >= LEAST_FOR_CHART:
        yield "Hours of sleep", nights(hours, start=days.start, end=days.end)


def _totals(journal: Journal, days: Days) -> Iterator[Titled]:
    scores = journal.table("score", start=days.start, end=days.end).dropna(subset="total")
    for instrument, own in scores.sort_values("at").groupby("instrument", sort=False):
        if len(own) >= LEAST_TOTALS:
            scale = scale_of(str(instrument), own["total"].max())
            yield f"{scale.name}, totals", totals(own, scale, start=days.start, end=days.end)
