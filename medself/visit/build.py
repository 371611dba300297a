"""Gathers the facts of a period from a journal into one Summary; the only place that does."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Any, NamedTuple

import pandas as pd

from medself.analysis import sufficiency
from medself.journal import Journal
from medself.library import Library
from medself.model import Visit
from medself.visit import before_after, chart, counts, lists
from medself.visit import entries as single
from medself.visit.choice import EVERYTHING_PLAIN, Choice
from medself.visit.summary import Summary

RECORDED_KINDS = ("dose", "check_in", "side_effect")


def build(
    journal: Journal,
    library: Library,
    *,
    start: date,
    end: date,
    today: date,
    until: datetime | None = None,
    show_private: bool = False,
    choice: Choice = EVERYTHING_PLAIN,
) -> Summary:
    """Gather what was recorded on the days `start` to `end`, both included.

    Notes, answers about not wanting to live, and what happened in the person's own words are only part
    of it where the `choice` says so. Side effects marked private in the library are left out unless
    `show_private`.

    Args:
        until: the moment on the person's clock after which no dose is due yet; missing: count all.
        today: the day the page is made on; "now" for the list of medicines and the next visit.
    """
    person = journal.person
    entries = pd.concat(
        [journal.table(kind, start=start, end=end) for kind in RECORDED_KINDS], ignore_index=True
    )
    enough = sufficiency.of(entries, start=start, end=end)
    visit = next_visit(journal, today)
    return Summary(
        person=person.name,
        invented=person.invented,
        start=start,
        end=end,
        made_on=today,
        visit_at=visit.at if visit else None,
        with_whom=visit.with_whom if visit else "",
        days=enough.period_days,
        days_recorded=enough.days,
        longest_gap=enough.longest_gap,
        filled_in_later=round((enough.filled_late or 0) * enough.typed),
        check_ins=len(journal.table("check_in", start=start, end=end)),
        **_parts(journal, library, Days(start, end, today, until), show_private, choice),
        **_private(journal, start, end, choice),
    )


class Days(NamedTuple):
    """The days a page is about, its "today", and the moment after which nothing is due yet."""

    start: date
    end: date
    today: date
    until: datetime | None


def _parts(
    journal: Journal, library: Library, days: Days, show_private: bool, choice: Choice
) -> dict[str, Any]:
    """Gather the parts that are wanted; what is not is not even read, so that it cannot slip through."""
    start, end, today, until = days
    gather: dict[str, Callable[[], Any]] = {
        "questions": lambda: lists.questions(journal),
        "changes": lambda: lists.change_lines(journal, start, end),
        "medicines": lambda: lists.medicines(journal, today),
        "doses": lambda: counts.doses(journal, start, end, until=until),
        "life": lambda: chart.wanted(journal, library, start, end, show_private, choice),
        "symptoms": lambda: counts.symptoms(journal, library, start, end),
        "compared": lambda: before_after.compared(journal, library, start, end),
        "side_effects": lambda: counts.side_effect_lines(
            journal, library, start, end, show_private
        ),
        "scores": lambda: single.scores(journal, start, end),
        "tests": lambda: single.tests(journal, start, end),
    }
    return {part: found() for part, found in gather.items() if choice.gathers(part)}


def _private(journal: Journal, start: date, end: date, choice: Choice) -> dict[str, Any]:
    """Gather what is private and was ticked."""
    return {
        "events": single.events(journal, start, end) if choice.own_words else (),
        "reasons": counts.reasons(journal, start, end) if choice.has_reasons else (),
        "answers": single.answers_to_item_9(journal, start, end) if choice.item_9 else (),
        "notes": single.notes(journal, start, end) if choice.notes else (),
    }


def next_visit(journal: Journal, today: date) -> Visit | None:
    """Return the first appointment from today on; missing when none is written down."""
    coming = [visit for visit in journal.visits() if visit.at.date() >= today]
    return min(coming, key=lambda visit: visit.at, default=None)


def since_last_visit(journal: Journal, today: date) -> date | None:
    """Return the day of the last appointment before today; missing when there was none."""
    past = [visit.at.date() for visit in journal.visits() if visit.at.date() < today]
    return max(past, default=None)
