"""Things to do: tests, what to keep an eye on, anything else agreed; and the results of tests."""

from collections.abc import Sequence
from dataclasses import replace

import streamlit as st

from medself.journal import Journal
from medself.model import Person, Task, TaskKind
from medself.recording.checks import named
from medself.ui import clock
from medself.ui.loaders import library
from medself.ui.notes import act
from medself.ui.text import plain
from medself.visit import words

NAMES = {TaskKind.TEST: "Test or check", TaskKind.WATCH: "Keep an eye on", TaskKind.OTHER: "To do"}


def in_words(task: Task) -> str:
    """Write a thing to do with its day: "Test or check: Blood test, by 3 May 2026"."""
    due = f", by {words.day(task.due)}" if task.due else ""
    done = f", done on {words.day(task.done_on)}" if task.done_on else ""
    return f"{NAMES[task.kind]}: {task.text}{due}{done}"


def open_ones(journal: Journal, *, place: str) -> None:
    """Draw everything still to do, what is wanted first on top, each with one tap to say it is done.

    Args:
        journal: whose list it is.
        place: where on the page; keeps the buttons of two places apart.
    """
    left = [task for task in journal.tasks() if task.done_on is None]
    for task in sorted(left, key=lambda task: (task.due is None, task.due)):
        with st.container(horizontal=True, vertical_alignment="center"):
            st.text(in_words(task))
            st.button(
                "Done",
                key=f"{place}_done_{task.id}",
                help=plain(f"Done: {task.text}. You can undo this."),
                on_click=_done,
                args=(journal, task),
            )


def _done(journal: Journal, task: Task) -> None:
    today = clock.today(journal.person.day_start)
    act(lambda: journal.save_all([replace(task, done_on=today)]), "Noted as done.")


def checks_of(journal: Journal) -> list[str]:
    """Return the tests and checks named on the pages of what is taken, each once."""
    found = named(journal.medications(), library(), region=journal.person.region)
    return list(dict.fromkeys(one.check.test for one in found))


def following(journal: Journal, symptom: str | None) -> Sequence[Person]:
    """Return the person with one symptom more to rate at a check-in; nothing where there is none."""
    person = journal.person
    if symptom is None or symptom in person.symptoms:
        return ()
    return (replace(person, symptoms=(*person.symptoms, symptom)),)
