"""The life chart of a period: what it is drawn from, and its picture for paper."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pandas as pd

from medself.charts.facts import Facts
from medself.charts.life import life, life_svg
from medself.journal import Journal
from medself.library import Library
from medself.model import AsNeeded, Medication
from medself.model.text import one_line
from medself.visit.choice import Choice
from medself.visit.paper import short

FONTS = Path(__file__).resolve().parents[2] / "assets" / "fonts"
FONT = "DejaVu Sans"
WIDTH = 690
LONGEST_NAME = 40
LONGEST_LABEL = 28


def facts(
    journal: Journal, library: Library, *, start: date, end: date, show_private: bool = False
) -> Facts:
    """Gather what the life chart shows from `start` to `end`, both included.

    Private side effects are left out unless `show_private`; notes are never part of it.
    """
    noted = journal.table("side_effect", start=start, end=end)
    if not show_private:
        private = {effect.id for effect in library.side_effects.values() if effect.private}
        noted = _hidden(noted, noted["effect"].isin(private))
    return Facts(
        start=start,
        end=end,
        medications=journal.medications(),
        visits=journal.visits(),
        doses=journal.table("dose", start=start, end=end),
        check_ins=journal.table("check_in", start=start, end=end),
        ratings=journal.table("rating", start=start, end=end),
        side_effects=noted,
        events=journal.table("event", start=start, end=end),
        symptoms={
            symptom: library.symptoms[symptom].label
            for symptom in journal.person.symptoms[:3]
            if symptom in library.symptoms
        },
        effects={effect.id: effect.label for effect in library.side_effects.values()},
        day_start=journal.person.day_start,
    )


def _hidden(noted: pd.DataFrame, rows: pd.Series) -> pd.DataFrame:
    """Take what is private out of side effects; that something was recorded on the day stays."""
    hidden = {"effect": "", "severity": 0, "stops_me": False, "medication": "", "note": ""}
    return noted.assign(**{name: noted[name].mask(rows, empty) for name, empty in hidden.items()})


def wanted(
    journal: Journal,
    library: Library,
    start: date,
    end: date,
    show_private: bool,
    choice: Choice,
) -> Facts | None:
    """Gather the same without the parts that are left off; missing when nothing is recorded."""
    found = facts(journal, library, start=start, end=end, show_private=show_private)
    if found.recorded.empty:
        return None
    medications = list(found.medications)
    if not (choice.has("medicines") and choice.has("changes")):
        medications = []
    if not choice.has("doses"):
        # Days on which a medicine was taken when needed are doses.
        medications = [each for each in medications if not _when_needed(each)]
    noted, events = found.side_effects, found.events
    return replace(
        found,
        medications=medications,
        symptoms=found.symptoms if choice.has("symptoms") else {},
        side_effects=noted
        if choice.has("side_effects")
        else _hidden(noted, pd.Series(True, index=noted.index)),
        events=events if choice.own_words else events.iloc[:0],
    )


def _when_needed(medication: Medication) -> bool:
    return any(isinstance(regimen.plan, AsNeeded) for regimen in medication.regimens)


def picture(found: Facts) -> tuple[bytes, str]:
    """Draw the chart as SVG for paper, with its sentence; long names are cut."""
    chart = life(_with_short_names(found), font=FONT, tight=True)
    return life_svg(chart, width=WIDTH, fonts=FONTS).encode(), chart.sentence


def _with_short_names(found: Facts) -> Facts:
    own = [
        effect for effect in found.side_effects["effect"].unique() if len(effect) > LONGEST_LABEL
    ]
    return replace(
        found,
        medications=[
            replace(each, name=short(one_line(each.name), LONGEST_NAME))
            for each in found.medications
        ],
        events=found.events.assign(
            text=[short(one_line(text), LONGEST_LABEL) for text in found.events["text"]]
        ),
        effects={
            **found.effects,
            **{effect: short(one_line(effect), LONGEST_LABEL) for effect in own},
        },
    )
