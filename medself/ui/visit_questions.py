"""The questions for a visit: the person's own, and ones picked from the pages of what they take."""

import streamlit as st

from medself.journal import Journal
from medself.model import MedicationStatus, Question, QuestionOrigin, QuestionState
from medself.ui import suggested
from medself.ui.loaders import library
from medself.ui.notes import act
from medself.ui.text import plain

MOST_STARRED = 3


def draw(journal: Journal) -> None:
    """Draw the list, the line for an own question, and the questions of explainers."""
    asked = [question for question in journal.questions() if question.state is QuestionState.OPEN]
    starred = sum(question.starred for question in asked)
    if not asked:
        st.markdown(
            "No questions yet. Write one, or pick some from the pages about your medicines."
        )
    else:
        st.markdown(f"Star up to {MOST_STARRED}: they come first on your page.")
    for question in asked:
        _row(journal, question, may_star=starred < MOST_STARRED)
    with st.form("visit_question_form", clear_on_submit=True, border=False):
        st.text_input("My own question", key="visit_question")
        st.form_submit_button(
            "Add question", key="visit_question_add", on_click=_add, args=(journal,)
        )
    suggested.draw(journal)
    _from_pages(journal)


def _row(journal: Journal, question: Question, *, may_star: bool) -> None:
    key = f"visit_q_{question.id}"
    with st.container(horizontal=True, vertical_alignment="center", border=True):
        st.text(question.text, width="stretch")
        st.button(
            "Starred" if question.starred else "Star",
            key=f"{key}_star",
            icon=":material/star:" if question.starred else ":material/star_outline:",
            disabled=not question.starred and not may_star,
            on_click=act,
            args=(lambda: journal.revise(question.id, starred=not question.starred),),
        )
        st.button(
            "Remove",
            key=f"{key}_remove",
            on_click=act,
            args=(lambda: journal.remove(question.id), "Question removed."),
        )


def _add(journal: Journal) -> None:
    text = st.session_state["visit_question"]
    act(lambda: journal.add(Question(text=text)), "Question added.")


def _from_pages(journal: Journal) -> None:
    slugs = [
        medication.slug
        for medication in journal.medications()
        if medication.slug and medication.status is not MedicationStatus.NOT_TAKING
    ]
    if not slugs:
        return
    picked = {question.ref for question in journal.questions()}
    opened = st.expander(
        "Questions from the pages about my medicines", key="visit_from_pages", on_change="rerun"
    )
    if not opened.open:
        return
    with opened:
        for slug in dict.fromkeys(slugs):
            page = library().medication(slug)
            st.markdown(f"**{plain(page.names.us)}**")
            for question in page.questions:
                ref = f"{slug}/{question.id}"
                if ref not in picked:
                    st.button(
                        plain(question.text),
                        key=f"visit_pick_{ref}",
                        icon=":material/add:",
                        on_click=_pick,
                        args=(journal, question.text, ref),
                    )


def _pick(journal: Journal, text: str, ref: str) -> None:
    question = Question(text=text, origin=QuestionOrigin.EXPLAINER, ref=ref)
    act(lambda: journal.add(question), "Question added.")
