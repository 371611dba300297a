"""Gathers the facts of a period from a journal into one Summary; the only place that does."""

from datetime import date, datetime

import pandas as pd

from medself.analysis import sufficiency
from medself.journal import Journal
from medself.library import Library
from medself.model import Visit
from medself.visit import counts, lists
from medself.visit.chart import facts
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
) -> Summary:
    """Gather what was recorded on the days `start` to `end`, both included.

    Notes are never part of it. Side effects marked private in the library are left out unless
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
    life = facts(journal, library, start=start, end=end, show_private=show_private)
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
        questions=lists.questions(journal),
        changes=lists.change_lines(journal, start, end),
        medicines=lists.medicines(journal, today),
        doses=counts.doses(journal, start, end, until=until),
        symptoms=counts.symptoms(journal, library, start, end),
        side_effects=counts.side_effect_lines(journal, library, start, end, show_private),
        scores=counts.scores(journal, start, end),
        events=counts.events(journal, start, end),
        life=None if life.recorded.empty else life,
    )


def next_visit(journal: Journal, today: date) -> Visit | None:
    """Return the first appointment from today on; missing when none is written down."""
    coming = [visit for visit in journal.visits() if visit.at.date() >= today]
    return min(coming, key=lambda visit: visit.at, default=None)


def since_last_visit(journal: Journal, today: date) -> date | None:
    """Return the day of the last appointment before today; missing when there was none."""
    past = [visit.at.date() for visit in journal.visits() if visit.at.date() < today]
    return max(past, default=None)
