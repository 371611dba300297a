"""The appointment in three steps, each drawn only when it is chosen."""

from collections.abc import Callable

import streamlit as st

from medself.journal import Journal
from medself.ui import (
    clock,
    visit_after,
    visit_choose,
    visit_page,
    visit_questions,
    visit_since,
    visit_when,
)

STEPS = {"ready": "Get ready", "page": "My page", "at": "At the visit"}


def draw(journal: Journal) -> None:
    """Draw the choice of a step, and the step."""
    draws: dict[str, Callable[[Journal], None]] = {
        "ready": get_ready,
        "page": my_page,
        "at": visit_after.draw,
    }
    chosen = st.segmented_control(
        "Which step?",
        list(STEPS),
        format_func=STEPS.__getitem__,
        default="ready",
        required=True,
        key="visit_step",
        persist_state="session",
        wrap=True,
    )
    draws[chosen or "ready"](journal)


def get_ready(journal: Journal) -> None:
    """Draw when it is and what is missing for it, the questions, what is different, and what goes along."""
    today = clock.today(journal.person.day_start)
    st.header("When", anchor=False)
    visit_when.draw(journal, today)
    st.header("My questions", anchor=False)
    visit_questions.draw(journal)
    st.header("What goes on my page", anchor=False)
    days = visit_choose.days(journal, today)
    wanted = visit_choose.parts(journal, days)
    visit_choose.live_line(journal, days, wanted)
    st.header("What is different", anchor=False)
    visit_since.draw(journal, today, days, wanted)


def my_page(journal: Journal) -> None:
    """Draw the page, with the ways to take it along."""
    today = clock.today(journal.person.day_start)
    days = visit_choose.days(journal, today)
    wanted = visit_choose.parts(journal, days)
    summary = visit_page.make(journal, days, wanted)
    visit_choose.counted(summary, wanted)
    visit_page.take_away(journal, summary)
    visit_page.extra_pages(journal, days, wanted)
    visit_page.on_screen(summary)
