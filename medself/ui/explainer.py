"""One page of the library drawn for reading: how much of it, its contents, its parts, sources, dates."""

import streamlit as st

from medself.days import day_in_words
from medself.journal import Journal
from medself.library import Explainer, Section, explain
from medself.library.basics import Level, Region
from medself.library.texts import TITLES
from medself.model import Question, QuestionOrigin, QuestionState
from medself.ui import clock, explainer_parts, known_problems, learn_share, sharing, state
from medself.ui.explainer_parts import Reader, reader_of, words
from medself.ui.learn import close_explainer
from medself.ui.loaders import journal_or_none, library
from medself.ui.notes import act
from medself.ui.pages import HELP, HOME
from medself.ui.text import plain

QUESTIONS, MIXING = "questions_to_ask", "food_drink_drugs"
CAME_FOR = "This is the part you came for. The rest of the page follows."


def read(slug: str, region: Region) -> None:
    """Draw a page of the library for one region."""
    st.button("All pages", key="learn_back", icon=":material/arrow_back:", on_click=close_explainer)
    page = explain(library(), slug, region, _level())
    st.header(page.title, anchor=False)
    st.markdown(page.summary)
    if page.facts:
        st.caption("  \n".join(page.facts))
    _review(page)
    anchors = _anchors(page)
    _contents(page, anchors)
    journal = None if sharing.is_on() else journal_or_none()
    reader = reader_of(journal, page.id) if journal else None
    terms = explainer_parts.terms_of(page.sections)
    for section in _in_order(page):
        _section(page, section, anchors[section.name], reader)
        with st.container(horizontal=True, gap="small"):
            words(f"learn_word_{page.id}_{section.name}", terms[section.name])
            _ask(page, section, reader)
    explainer_parts.sources(page.sources, folded=page.level != "detailed")
    _history(page)
    learn_share.one(page)
    st.page_link(HELP, label="Need help now?", icon=":material/emergency:")


def _anchors(page: Explainer) -> dict[str, str]:
    """Name each part for the address: by numbers alone, and never the same for two pages.

    A browser goes to a part by itself when the address still names one of that name.
    """
    last, number = st.session_state.get(state.PAGE_VISIT, ("", 0))
    if last != page.id:
        number += 1
        st.session_state[state.PAGE_VISIT] = [page.id, number]
    names = [*TITLES, *(s.name for s in page.sections if s.name not in TITLES)]
    return {s.name: f"part-{number}-{names.index(s.name) + 1}" for s in page.sections}


def _level() -> Level:
    chosen = st.segmented_control(
        "How much to read",
        list(learn_share.LEVELS),
        format_func=learn_share.LEVELS.__getitem__,
        default="standard",
        required=True,
        key="learn_level",
        persist_state="session",
    )
    return chosen or "standard"


def _review(page: Explainer) -> None:
    review = page.review
    if review.status == "draft":
        st.info("Draft: no clinician has checked this page yet. Sources and dates are at the foot.")
    else:
        when = f" on {day_in_words(review.date)}" if review.date else ""
        st.success(f"Checked by {plain(review.by or 'a clinician')}{when}.")
    if clock.today() > review.next_due:
        st.warning(f"This page was to be looked at again by {day_in_words(review.next_due)}.")


def _contents(page: Explainer, anchors: dict[str, str]) -> None:
    """Draw the list of parts; each jumps to its part, by keyboard too."""
    titled = [section for section in page.sections if section.title]
    if len(titled) > 1:
        with st.expander("On this page", icon=":material/toc:"):
            links = (f"- [{section.title}](#{anchors[section.name]})" for section in titled)
            st.markdown("\n".join(links))


def _in_order(page: Explainer) -> list[Section]:
    """Return the parts as they are read: the one a search or a link led to stands first."""
    wanted = st.session_state.get(state.PAGE_PART)
    first = [s for s in page.sections if wanted and wanted in (s.name, s.title)]
    if first:
        st.caption(CAME_FOR)
    return [*first, *(section for section in page.sections if section not in first)]


def _section(page: Explainer, section: Section, anchor: str, reader: Reader | None) -> None:
    if section.title:
        st.subheader(section.title, anchor=anchor)
    if section.name == QUESTIONS:
        _questions(page, reader.journal if reader else None)
        return
    if section.effects and reader:
        explainer_parts.effects(page, section, reader)
    else:
        st.markdown(section.text)
    if section.name == MIXING and page.kind == "medication":
        known_problems.of_one(page.id)


def _ask(page: Explainer, section: Section, reader: Reader | None) -> None:
    if reader and section.title and section.name != QUESTIONS:
        text = explainer_parts.question_about(page, section)
        explainer_parts.ask(reader, text, f"{page.id}/part-{section.name}")


def _questions(page: Explainer, journal: Journal | None) -> None:
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
        act(lambda: journal.add(question), explainer_parts.ADDED)
    else:
        act(lambda: journal.remove(record), "It is off your list.")


def _history(page: Explainer) -> None:
    if page.level == "detailed":
        st.markdown(
            "\n".join(f"- {day_in_words(each.date)}: {plain(each.what)}" for each in page.changes)
        )
    changed = page.changes[-1]
    st.caption(
        f"Page of {day_in_words(changed.date)}. To be looked at again by {day_in_words(page.review.next_due)}."
    )
