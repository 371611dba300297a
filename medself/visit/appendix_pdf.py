"""The extra pages as a tagged PDF (PDF/UA-1), as many sheets as they need."""

from pathlib import Path
from typing import Any

from medself.charts.life import size
from medself.charts.picture import svg
from medself.visit import words
from medself.visit.appendix import Appendix
from medself.visit.appendix_days import DayRow
from medself.visit.chart import FONT, FONTS, WIDTH, picture
from medself.visit.paper import Paper, breakable, short
from medself.visit.sentences import day, span
from medself.visit.typeset import typeset

TEMPLATE = Path(__file__).with_name("appendix.typ")
LONGEST_CELL = 1_000
TALLEST = 850
"""Pixels from which on a picture as wide as the page would be higher than it."""

NOTHING = "nothing recorded"


def appendix_pdf(appendix: Appendix, *, paper: Paper = "a4") -> bytes:
    """Set the extra pages. Metadata names neither the person nor anything about health.

    Text of a day longer than 1,000 characters is cut there, with "…".
    """
    summary = appendix.summary
    drawn = {f"chart-{number}.svg": found for number, (_, found) in enumerate(appendix.charts, 1)}
    files = {
        name: svg(found, width=WIDTH, font=FONT, fonts=FONTS).encode()
        for name, found in drawn.items()
    }
    charts: list[dict[str, Any]] = [
        {"file": name, "title": breakable(title), "alt": found.sentence}
        for (name, found), (title, _) in zip(drawn.items(), appendix.charts, strict=True)
    ]
    if summary.life:
        files["chart-0.svg"], sentence = picture(summary.life)
        charts.insert(0, {"file": "chart-0.svg", "title": words.CHART, "alt": sentence})
    for chart in charts:
        chart["tall"] = size(files[chart["file"]].decode())[1] > TALLEST
    data = {
        "paper": paper,
        "file_title": f"Notes, {day(summary.made_on)}, extra pages",
        "title": breakable(short(f"{words.title(summary)}, extra pages", 110)),
        "period": words.period(summary),
        "recorded": words.recorded(summary),
        "footer": breakable(short(words.made_by(summary))),
        "own_words": any(row.own_words for row in appendix.days),
        "days": [_row(row) for row in appendix.days],
        "charts": charts,
        "sheets": _sheets(appendix),
        "sources": [
            {"name": each.name, "lines": [breakable(line) for line in each.lines]}
            for each in appendix.sources
        ],
    }
    return typeset(TEMPLATE, data, files, made_on=summary.made_on)


def _row(row: DayRow) -> dict[str, str]:
    cells = {"doses": row.doses, "ratings": row.ratings, "side_effects": row.side_effects}
    cells["own_words"] = row.own_words
    told = {name: breakable(short(cell, LONGEST_CELL)) for name, cell in cells.items()}
    return {"day": span(row.day, row.last), "nothing": NOTHING if row.empty else "", **told}


def _sheets(appendix: Appendix) -> list[dict[str, Any]]:
    return [
        {"title": f"{each.name}, {day(each.day)}", "answers": [list(pair) for pair in each.answers]}
        for each in appendix.sheets
    ]
