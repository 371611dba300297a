"""The life chart of a period: what it is drawn from, and its picture for paper."""

from datetime import date
from pathlib import Path

from medself.charts.facts import Facts
from medself.charts.life import life, life_svg
from medself.journal import Journal
from medself.library import Library

FONTS = Path(__file__).resolve().parents[2] / "assets" / "fonts"
FONT = "DejaVu Sans"
WIDTH = 690


def facts(
    journal: Journal, library: Library, *, start: date, end: date, show_private: bool = False
) -> Facts:
    """Gather what the life chart shows from `start` to `end`, both included.

    Private side effects are left out unless `show_private`; notes are never part of it.
    """
    noted = journal.table("side_effect", start=start, end=end)
    if not show_private:
        private = {effect.id for effect in library.side_effects.values() if effect.private}
        noted = noted[~noted["effect"].isin(private)].reset_index(drop=True)
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


def picture(found: Facts) -> tuple[bytes, str]:
    """Draw the chart as SVG for paper, with its sentence."""
    chart = life(found, font=FONT, tight=True)
    return life_svg(chart, width=WIDTH, fonts=FONTS).encode(), chart.sentence
