"""What a person's own record suggests to ask, and what cannot wait, with whom to call."""

from datetime import date

import streamlit as st

from medself import questions
from medself.journal import Journal
from medself.questions import Card, Suggestion
from medself.questions.behind import line
from medself.ui import clock, state
from medself.ui.loaders import library
from medself.ui.notes import act
from medself.ui.pages import HELP, LEARN
from medself.ui.text import plain

MOST_LINES = 12


def draw(journal: Journal) -> None:
    """Draw the suggested questions, each with its reasons, the entries behind it, and what to do with it."""
    today = clock.today(journal.person.day_start)
    found = _suggestions(journal, str(journal.folder), journal.revision, today)
    shown = questions.to_show(found, journal.questions())
    if not shown:
        return
    st.subheader("Questions my record suggests", anchor=False)
    st.markdown("They say what you wrote down, and never why. Take what fits; put the rest aside.")
    for one in shown:
        with st.container(border=True, key=f"suggested_{one.rule}"):
            st.text(one.text)
            st.markdown("\n".join(f"- {plain(reason)}" for reason in one.reasons))
            _choices(journal, one)
            _behind(journal, one)


def ask_now(journal: Journal, today: date) -> None:
    """Draw a card for each thing recorded that cannot wait for a visit."""
    found = _cards(journal, str(journal.folder), journal.revision, today)
    for number, card in enumerate(questions.not_told(found, journal.questions())):
        with st.container(border=True, key=f"ask_now_{number}"):
            alert = st.error if card.action == "emergency" else st.warning
            alert(plain(card.call), title=card.title)
            st.markdown("\n".join(f"- {plain(reason)}" for reason in card.reasons))
            with st.container(horizontal=True):
                st.page_link(HELP, label="Numbers to call", icon=":material/call:")
                _read(card.page, f"ask_now_read_{number}")
                st.button(
                    "I have told someone",
                    key=f"ask_now_told_{number}",
                    on_click=act,
                    args=(lambda card=card: journal.add(card.told()), "Noted."),
                )


def _choices(journal: Journal, one: Suggestion) -> None:
    choices = (
        ("add", "Add to my questions", one.as_question, "Question added."),
        ("later", "Put aside until it changes", one.until_it_changes, "Put aside."),
        ("never", "Do not show again", one.for_good, "It will not be shown again."),
    )
    with st.container(horizontal=True):
        for name, label, question, said in choices:
            st.button(
                label,
                key=f"suggested_{name}_{one.rule}",
                on_click=act,
                args=(lambda question=question: journal.add(question()), said),
            )
        _read(one.page, f"suggested_read_{one.rule}")


def _behind(journal: Journal, one: Suggestion) -> None:
    opened = st.expander(
        "See what it is made of", key=f"suggested_behind_{one.rule}", on_change="rerun"
    )
    if not opened.open:
        return
    labels = {medication.id: medication.name for medication in journal.medications()}
    for named in (library().side_effects, library().symptoms):
        labels |= {id_: each.label for id_, each in named.items()}
    with opened:
        for entry in one.entries[-MOST_LINES:]:
            st.text(line(journal.get(entry), labels))
        if (more := len(one.entries) - MOST_LINES) > 0:
            st.text(f"and {more} earlier")


def _read(page: str, key: str) -> None:
    if page and st.button("Read about it", key=key, icon=":material/menu_book:"):
        st.session_state[state.PAGE_ID] = page
        st.switch_page(LEARN)


# `folder` and `revision` stand for the journal in the caches' keys; it is not hashed itself.
@st.cache_data(scope="session", max_entries=4, show_spinner=False)
def _suggestions(_journal: Journal, folder: str, revision: str, today: date) -> list[Suggestion]:
    return questions.suggest(questions.gather(_journal, library(), today=today))


@st.cache_data(scope="session", max_entries=4, show_spinner=False)
def _cards(_journal: Journal, folder: str, revision: str, today: date) -> list[Card]:
    return questions.cannot_wait(questions.gather(_journal, library(), today=today))
