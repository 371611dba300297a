"""The words of the visit page, section by section: made once for paper, plain text, screen and JSON."""

from medself.days import day_in_words
from medself.visit.before_after_words import cautions, compared
from medself.visit.sentences import (
    answer,
    change,
    dated,
    day,
    doses,
    measured,
    medicine,
    question,
    reason,
    scores,
    side_effect,
    symptom,
)
from medself.visit.sentences import days as in_days
from medself.visit.summary import Summary

__all__ = [
    "change",
    "day",
    "doses",
    "footer",
    "made_by",
    "own_year",
    "period",
    "recorded",
    "sections",
    "title",
]

QUESTIONS = "My questions"
CHANGES = "What has changed"
MEDICINES = "What I take now"
DOSES = "Doses, as recorded"
REASONS = "Why doses were not taken, in my words"
CHART = "Medicines, symptoms and side effects on one line of time"
SYMPTOMS = "How I rated things"
BEFORE_AFTER = "Before and after a change"
SIDE_EFFECTS = "Side effects I noted"
SCORES = "Questionnaires"
TESTS = "Tests and measurements"
EVENTS = "Things that happened"
NOTES = "My notes"
DECIDED = "What we decided"
LINES_TO_FILL = ("In my own words", "Next appointment", "Whom to call before then")

Section = tuple[str, tuple[str, ...]]


def title(summary: Summary) -> str:
    """Say whose page it is and for which appointment."""
    if summary.visit_at:
        return f"{summary.person}, appointment {day_in_words(summary.visit_at)}"
    return f"{summary.person}, notes for an appointment"


def period(summary: Summary) -> str:
    """Say which days the page is about."""
    return f"{day(summary.start)} to {day(summary.end)}"


def recorded(summary: Summary) -> str:
    """Say how much was recorded in the period."""
    words = f"Recorded on {summary.days_recorded} of {summary.days} days"
    if summary.longest_gap:
        words += f" (longest gap {in_days(summary.longest_gap)})"
    if summary.filled_in_later:
        many = "1 entry" if summary.filled_in_later == 1 else f"{summary.filled_in_later} entries"
        words += f", {many} filled in more than 2 days later"
    return words + "."


def made_by(summary: Summary) -> str:
    """Say who made it, and what it is not."""
    who = "an invented person" if summary.invented else summary.person
    return (
        f"Made by {who} with medself, {day(summary.made_on)}. "
        "Recorded and chosen by me, not a medical record."
    )


def footer(summary: Summary) -> str:
    """Say the same, and that there is only one page."""
    return f"{made_by(summary)} Page 1 of 1."


def own_year(summary: Summary) -> int | None:
    """Return the year whose days stand without it; missing where the page covers more than one."""
    return summary.end.year if summary.start.year == summary.end.year else None


def sections(summary: Summary) -> tuple[Section, ...]:
    """Return every section with its lines, in the fixed order, leaving out empty ones."""
    year = own_year(summary)
    every = (
        (QUESTIONS, tuple(map(question, summary.questions))),
        (CHANGES, tuple(dated(line, year) for line in summary.changes)),
        (MEDICINES, tuple(medicine(line, year) for line in summary.medicines)),
        (DOSES, tuple(map(doses, summary.doses))),
        (REASONS, tuple(map(reason, summary.reasons))),
        (SYMPTOMS, tuple(map(symptom, summary.symptoms))),
        (BEFORE_AFTER, (*compared(summary.compared, year), *cautions(summary.compared))),
        (SIDE_EFFECTS, tuple(side_effect(line, year) for line in summary.side_effects)),
        (
            SCORES,
            (
                *scores(summary.scores, year),
                *(answer(line, year) for line in summary.answers),
            ),
        ),
        (TESTS, tuple(measured(line, year) for line in summary.tests)),
        (EVENTS, tuple(dated(line, year) for line in summary.events)),
        (NOTES, tuple(dated(line, year) for line in summary.notes)),
    )
    return tuple((name, lines) for name, lines in every if lines)
