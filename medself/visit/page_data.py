"""What the template of the visit page is filled with: every sentence at a length that fits on paper."""

from dataclasses import replace
from typing import Any

from medself.visit import before_after_words, sentences, words
from medself.visit.paper import Paper, breakable, short
from medself.visit.summary import Summary

# Type sizes in points, from roomy to tight; only the last may leave rows out.
SIZES = (9.5, 9.0, 8.5)
LONGEST_PERSON = 50
LONGEST_NAME = 80
ROWS = {
    "changes": words.CHANGES,
    "doses": words.DOSES,
    "reasons": words.REASONS,
    "symptoms": words.SYMPTOMS,
    "compared": words.BEFORE_AFTER,
    "side_effects": words.SIDE_EFFECTS,
    "scores": words.SCORES,
    "tests": words.TESTS,
    "events": words.EVENTS,
    "notes": words.NOTES,
}


def page_data(summary: Summary, *, paper: Paper) -> dict[str, Any]:
    """Return everything printed, as plain values; what is cut ends in "…", and no number is cut."""
    cut = _with_short_names(summary)
    lines = dict(words.sections(cut))
    cautions = before_after_words.cautions(cut.compared)
    rows = {part: lines.get(name, ()) for part, name in ROWS.items()}
    # The cautions stand apart: however many rows there is room for, they are printed.
    rows["compared"] = rows["compared"][: len(cut.compared)]
    return {
        "paper": paper,
        "sizes": SIZES,
        "title": _fit(words.title(cut), 90),
        "file_title": f"Notes, {words.day(cut.made_on)}",
        "period": words.period(cut),
        "recorded": words.recorded(cut),
        "footer": _fit(words.footer(cut)),
        "names": ROWS
        | {
            "questions": words.QUESTIONS,
            "medicines": words.MEDICINES,
            "chart": words.CHART,
            "decided": words.DECIDED,
        },
        "to_fill": words.LINES_TO_FILL,
        "cautions": {"compared": " ".join(cautions)},
        "rows": {part: [_fit(line) for line in found] for part, found in rows.items()}
        | {"questions": _questions(cut), "medicines": _medicines(cut)},
    }


def _with_short_names(summary: Summary) -> Summary:
    """Cut long names, so that the numbers behind them stay on the page."""

    def cut(lines: tuple[Any, ...], *names: str, longest: int = LONGEST_NAME) -> tuple[Any, ...]:
        return tuple(
            replace(line, **{name: short(getattr(line, name), longest) for name in names})
            for line in lines
        )

    return replace(
        summary,
        person=short(summary.person, LONGEST_PERSON),
        changes=cut(summary.changes, "name"),
        doses=cut(summary.doses, "name"),
        reasons=cut(summary.reasons, "name"),
        compared=cut(cut(summary.compared, "name"), "in_the_way", longest=140),
        side_effects=cut(summary.side_effects, "label"),
        tests=cut(cut(summary.tests, "what"), "unit", longest=20),
    )


def _fit(line: str, longest: int | None = None) -> str:
    return breakable(short(line, longest) if longest else short(line))


def _questions(summary: Summary) -> list[dict[str, Any]]:
    return [
        {"text": _fit(one.text), "detail": _fit(one.detail), "starred": one.starred}
        for one in summary.questions
    ]


def _medicines(summary: Summary) -> list[dict[str, str]]:
    """How it is taken is never cut; what it is for may be."""
    return [
        {
            "name": _fit(sentences.medicine_name(line), LONGEST_NAME),
            "how": _fit(line.how),
            "about": _fit(" ".join(sentences.medicine_about(line)), LONGEST_NAME),
            "since": words.day(line.since, words.own_year(summary)) if line.since else "",
        }
        for line in summary.medicines
    ]
