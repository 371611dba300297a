"""One page of the library drawn for reading: parts, questions to tick, words, sources, dates."""

from datetime import date

import streamlit as st

from medself.journal import Journal
from medself.library import Explainer, Section, explain
from medself.library.basics import Source
from medself.model import Question, QuestionOrigin, QuestionState
from medself.ui.learn import close_explainer
from medself.ui.loaders import journal_or_none, library
from medself.ui.notes import act
from medself.ui.pages import HELP, HOME
from medself.ui.text import plain

QUESTIONS = "questions_to_ask"
WHOLE = "The whole page"


def read(slug: str, region: str) -> None:
    """Draw a page of the library for one region ("us" or "uk")."""
    st.button("All pages", key="learn_back", icon=":material/arrow_back:", on_click=close_explainer)
    page = explain(library(), slug, "uk" if region == "uk" else "us")
    st.header(page.title, anchor=False)
    st.markdown(page.summary)
    if page.facts:
        st.caption("  \n".join(page.facts))
    _review(page)
    for section in _chosen(page):
        _section(page, section)
    _words(page)
    _sources(page)
    st.page_link(HELP, label="Need help now?", icon=":material/emergency:")


def _review(page: Explainer) -> None:
    review = page.review
    if review.status == "draft":
        st.info("Draft: no clinician has checked this page yet. Sources and dates are at the foot.")
    else:
        when = f" on {_day(review.date)}" if review.date else ""
        st.success(f"Checked by {plain(review.by or 'a clinician')}{when}.")


def _chosen(page: Explainer) -> list[Section]:
    """Let the reader pick one part of a long page; the whole of it at first."""
    titles = {section.name: section.title or "To begin" for section in page.sections}
    part = st.selectbox(
        "Go to",
        list(titles),
        index=None,
        format_func=titles.__getitem__,
        key=f"learn_part_{page.id}",
        placeholder=WHOLE,
        persist_state="session",
    )
    return [section for section in page.sections if part not in titles or part == section.name]


def _section(page: Explainer, section: Section) -> None:
    if section.title:
        st.subheader(section.title, anchor=False)
    if section.name == QUESTIONS:
        _questions(page)
    else:
        st.markdown(section.text)


def _questions(page: Explainer) -> None:
    journal = journal_or_none()
    if journal is None:
        for question in page.questions:
            st.markdown(f"- {question.text}")
        st.markdown("With a record open, you can tick questions and take them to your visit.")
        st.page_link(HOME, label="Start or open a record", icon=":material/arrow_forward:")
        return
    st.markdown("Tick what you want to ask. It goes on the page for your visit.")
    picked = {question.ref: question for question in journal.questions() if question.ref}
    for question in page.questions:
        ref, key = f"{page.id}/{question.id}", f"learn_ask_{page.id}_{question.id}"
        mine = picked.get(ref)
        st.session_state[key] = mine is not None
        st.checkbox(
            question.text,
            key=key,
            disabled=mine is not None and mine.state is not QuestionState.OPEN,
            on_change=_tick,
            args=(journal, question.text, ref, mine.id if mine else None),
        )


def _tick(journal: Journal, text: str, ref: str, record: str | None) -> None:
    if record is None:
        question = Question(text=text, origin=QuestionOrigin.EXPLAINER, ref=ref)
        act(lambda: journal.add(question), "It is on your list for the visit.")
    else:
        act(lambda: journal.remove(record), "It is off your list.")


def _words(page: Explainer) -> None:
    said = " ".join(section.text for section in page.sections)
    terms = [t for t in library().glossary.values() if t.is_in(said)]
    if terms:
        with st.expander("Words explained"):
            st.markdown("\n".join(f"- **{term.term}**: {term.plain}" for term in terms))


def _sources(page: Explainer) -> None:
    st.subheader("Where this comes from", anchor=False)
    lines = (f"{number}. {_source(source)}" for number, source in enumerate(page.sources, 1))
    st.markdown("\n".join(lines))
    changed = page.changes[-1]
    st.caption(
        f"Page of {_day(changed.date)}. To be looked at again by {_day(page.review.next_due)}."
    )


def _source(source: Source) -> str:
    version = f", {source.version}" if source.version else ""
    where = plain(f"{source.publisher}, {source.section}{version}")
    return f"[{plain(source.title)}](<{source.url}>). {where}. Read on {_day(source.accessed)}."


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
