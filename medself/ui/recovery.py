"""What can be done about parts of a record that cannot be read: put back a copy, or begin afresh."""

import streamlit as st

from medself.days import day_in_words
from medself.errors import JournalError
from medself.journal import Journal, Problem, open_journal, people
from medself.journal.recovery import copies, put_back, set_aside
from medself.journal.zips import Backup
from medself.ui import clock
from medself.ui.loaders import home, journal_or_none
from medself.ui.notes import act
from medself.ui.text import plain

AFRESH = "I want to begin this part afresh. The file is kept as it is."


def show() -> None:
    """Draw every damaged part of the open record and of records that cannot be opened."""
    journals = _with_problems()
    if not journals:
        st.success("Everything can be read. There is nothing to put right.")
    for journal, problems in journals:
        for problem in problems:
            with st.container(border=True):
                _problem(journal, problem)


def _with_problems() -> list[tuple[Journal, list[Problem]]]:
    found = {folder.path: open_journal(folder.path) for folder in people(home()) if folder.problem}
    if opened := journal_or_none():
        found[opened.folder] = opened
    return [
        (journal, list(problems)) for journal in found.values() if (problems := journal.problems())
    ]


def _problem(journal: Journal, problem: Problem) -> None:
    key = f"recovery_{journal.folder.name}_{problem.partition}"
    st.header(plain(problem.what[:1].upper() + problem.what[1:]), anchor=False)
    st.text(problem.sentence)
    if problem.too_new:
        return
    try:
        found = copies(journal, problem.partition)
    except JournalError as error:
        st.text(str(error))
        return
    if found:
        st.markdown("These copies hold it. The newest is usually the best one.")
    else:
        st.markdown("No copy of it was found in the backups.")
    for backup in found[:5]:
        made = clock.local(backup.made)
        st.button(
            f"Put back the copy of {made:%A} {day_in_words(made)}, {made:%H:%M}",
            key=f"{key}_{backup.path.name}",
            on_click=_put_back,
            args=(journal, problem, backup),
        )
    if st.checkbox(AFRESH, key=f"{key}_sure"):
        st.button(
            "Begin afresh",
            key=f"{key}_afresh",
            on_click=act,
            args=(
                lambda: set_aside(journal, problem.partition),
                "Begun afresh. The old file is kept in the folder trash.",
            ),
        )


def _put_back(journal: Journal, problem: Problem, backup: Backup) -> None:
    act(
        lambda: put_back(journal, problem.partition, backup),
        "Put back. The damaged file is kept in the folder trash.",
    )
