"""The visit page as a tagged PDF (PDF/UA-1) of exactly one sheet, set by typst."""

import json
from dataclasses import replace
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any, Literal

import typst

from medself.visit import words
from medself.visit.summary import QuestionLine, Summary

TEMPLATE = Path(__file__).with_name("page.typ")
FONTS = Path(__file__).resolve().parents[2] / "assets" / "fonts"
Paper = Literal["a4", "us-letter"]
LONGEST_LINE = 240

# From roomy to tight: type size, then the most lines each part may have.
FITS = ((9.5, 40), (9.0, 20), (8.5, 12), (8.5, 8), (8.5, 6), (8.5, 4), (8.5, 3), (8.5, 2), (8.5, 1))


def pdf(summary: Summary, *, paper: Paper = "a4") -> bytes:
    """Set the page. What does not fit on one sheet is counted on it, not shown.

    The type is at least 8.5 points. The file names neither the person nor anything about health in
    its metadata beyond the title shown on the page.
    """
    for size, most in FITS:
        document = _document(summary, paper=paper, size=size, most=most)
        if document is not None:
            return document
    bare = replace(summary, chart=None)
    document = _document(bare, paper=paper, size=8.5, most=1)
    if document is None:
        raise AssertionError("a page of single short lines must fit")
    return document


def _document(summary: Summary, *, paper: Paper, size: float, most: int) -> bytes | None:
    data = json.dumps(_data(summary, paper=paper, size=size, most=most))
    sources = {"main": TEMPLATE.read_bytes(), "chart.svg": summary.chart or b"<svg/>"}
    # The package's types know files only by path; it takes them by name as well.
    compiler: Any = typst.Compiler(
        sources,  # type: ignore[type-var]
        font_paths=_fonts(),
        ignore_system_fonts=True,
        sys_inputs={"data": data},
    )
    pages = json.loads(compiler.query("<pages>", field="value", one=True))
    if pages != 1:
        return None
    made = datetime.combine(summary.made_on, datetime.min.time(), UTC)
    document = compiler.compile(sources, format="pdf", pdf_standards=["ua-1"], timestamp=made)
    if not isinstance(document, bytes):
        raise AssertionError("typst gives one PDF as bytes")
    return document


@cache
def _fonts() -> typst.Fonts:
    return typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=True, font_paths=[str(FONTS)]
    )


def _data(summary: Summary, *, paper: Paper, size: float, most: int) -> dict[str, Any]:
    def some(lines: tuple[str, ...]) -> list[str]:
        return _cut([_short(line) for line in lines], most)

    questions = summary.questions[:most]
    more = len(summary.questions) - len(questions)
    if more:
        questions += (QuestionLine(text=f"and {more} more in my list"),)
    return {
        "paper": paper,
        "size": size,
        "title": _short(words.title(summary), 90),
        "file_title": f"Notes, {words.day(summary.made_on)}",
        "period": words.period(summary),
        "recorded": words.recorded(summary),
        "footer": _short(words.footer(summary)),
        "names": {
            name.lower(): getattr(words, name)
            for name in (
                *("QUESTIONS", "CHANGES", "MEDICINES", "DOSES", "CHART"),
                *("SYMPTOMS", "SIDE_EFFECTS", "SCORES", "EVENTS", "DECIDED"),
            )
        },
        "questions": [
            {"text": _short(question.text), "detail": _short(question.detail)}
            for question in questions
        ],
        "changes": some(tuple(map(words.dated, summary.changes))),
        "medicines": _medicines(summary, most),
        "doses": some(tuple(map(words.doses, summary.doses))),
        "symptoms": some(tuple(map(words.symptom, summary.symptoms))),
        "side_effects": some(tuple(map(words.side_effect, summary.side_effects))),
        "scores": some(tuple(map(words.dated, summary.scores))),
        "events": some(tuple(map(words.dated, summary.events))),
        "chart": summary.chart is not None,
        "alt": summary.chart_words,
    }


def _medicines(summary: Summary, most: int) -> list[dict[str, str]]:
    rows = [
        {
            "name": _short(line.name, 80),
            "how": _short(f"{line.how} (for {line.why})" if line.why else line.how, 120),
            "since": words.day(line.since) if line.since else "",
        }
        for line in summary.medicines[:most]
    ]
    if more := len(summary.medicines) - len(rows):
        rows.append({"name": f"and {more} more", "how": "see my list", "since": ""})
    return rows


def _cut(lines: list[str], most: int) -> list[str]:
    return lines if len(lines) <= most else [*lines[:most], f"and {len(lines) - most} more"]


def _short(line: str, longest: int = LONGEST_LINE) -> str:
    return line if len(line) <= longest else line[: longest - 1].rstrip() + "…"
