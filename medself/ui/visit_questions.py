"""The questions for a visit: the person's own, and ones picked from the pages of what they take."""

import streamlit as st

from medself.journal import Journal
from medself.model import MedicationStatus, Question, QuestionOrigin
from medself.ui import state, suggested
from medself.ui.loaders import library
from medself.ui.notes import act, attempt
from medself.ui.text import plain
from medself.visit.lists import in_order, moved

MOST_STARRED = 3


def draw(journal: Journal) -> None:
    """Draw the list in its order, the line for an own question, and those that can be picked."""
    asked = in_order(journal.questions(), journal.person.question_order)
    starred = sum(question.starred for question in asked)
    if not asked:
        st.markdown(
            "No questions yet. Write one, or pick some from the pages about your medicines."
        )
    else:
        st.markdown(
            f"Star up to {MOST_STARRED}: they come first on your page. The rest follow in this order."
        )
    for place, question in enumerate(asked):
        with st.container(border=True):
            if st.session_state.get(state.QUESTION_EDITED) == question.id:
                _edit(journal, question)
            else:
                _row(journal, asked, place, may_star=starred < MOST_STARRED)
    with st.form("visit_question_form", clear_on_submit=True, border=False):
        st.text_input("My own question", key="visit_question")
        st.form_submit_button(
            "Add question", key="visit_question_add", on_click=_add, args=(journal,)
        )
    suggested.draw(journal)
    _from_pages(journal)


def _row(journal: Journal, asked: list[Question], place: int, *, may_star: bool) -> None:
    # Keys are those of the place: when a question moves, Streamlit would build buttons with a key of
    # its own anew, and a person without a mouse would lose the focus.
    question, key = asked[place], f"visit_q_{place}"
    st.text(question.text, width="stretch")
    with st.container(horizontal=True):
        st.button(
            "Starred" if question.starred else "Star",
            key=f"{key}_star",
            icon=":material/star:" if question.starred else ":material/star_outline:",
            disabled=not question.starred and not may_star,
            on_click=act,
            args=(lambda: journal.revise(question.id, starred=not question.starred),),
        )
        _move(journal, asked, place, by=-1)
        _move(journal, asked, place, by=1)
        st.button("Change", key=f"{key}_change", on_click=_begin_edit, args=(question.id,))
        st.button(
            "Remove",
            key=f"{key}_remove",
            on_click=act,
            args=(lambda: journal.remove(question.id), "Question removed."),
        )


def _move(journal: Journal, asked: list[Question], place: int, *, by: int) -> None:
    order = moved(asked, asked[place].id, by)
    st.button(
        "Move up" if by < 0 else "Move down",
        key=f"visit_q_{place}_{'up' if by < 0 else 'down'}",
        icon=":material/arrow_upward:" if by < 0 else ":material/arrow_downward:",
        disabled=order == tuple(each.id for each in asked),
        on_click=act,
        args=(lambda: journal.revise(journal.person.id, question_order=order), "Moved."),
    )


def _begin_edit(question_id: str | None) -> None:
    st.session_state[state.QUESTION_EDITED] = question_id


def _edit(journal: Journal, question: Question) -> None:
    words = f"visit_words_{question.id}"
    st.text_area("The question", question.text, key=words)
    with st.container(horizontal=True):
        st.button(
            "Save question",
            key="visit_words_save",
            type="primary",
            on_click=_save,
            args=(journal, question.id, words),
        )
        st.button("Leave as it was", key="visit_words_leave", on_click=_begin_edit, args=(None,))


def _save(journal: Journal, question_id: str, words: str) -> None:
    text = st.session_state[words]
    if attempt(lambda: journal.revise(question_id, text=text), "Question changed."):
        _begin_edit(None)


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
