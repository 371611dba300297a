"""The parts of a page being read: its words explained, what the reader noted, what to ask, its sources."""

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from datetime import date

import streamlit as st

from medself.days import day_in_words
from medself.journal import Journal
from medself.library import Explainer, Section
from medself.library.basics import Source
from medself.library.lists import Term
from medself.model import Question, QuestionOrigin
from medself.recording.noted import Noted, noted, period
from medself.ui import clock
from medself.ui.loaders import library
from medself.ui.notes import act
from medself.ui.text import plain

ADDED = "It is on your list for the visit."


@dataclass(frozen=True)
class Reader:
    """What a page knows of the person reading it, when their journal is open and no screen is shared.

    `asked` are the `ref` of the questions on their list, `noted` side effects by id, over `period`.
    """

    journal: Journal
    asked: Set[str]
    noted: Mapping[str, Noted]
    period: str


def reader_of(journal: Journal, slug: str) -> Reader:
    """Gather what the page of a medicine, group or topic knows of its reader."""
    start, end = period(journal.medications(), slug, clock.today(journal.person.day_start))
    return Reader(
        journal=journal,
        asked={question.ref for question in journal.questions()},
        noted=_noted_in(journal, str(journal.folder), journal.revision, start, end),
        period=f"{day_in_words(start)} to {day_in_words(end)}",
    )


@st.cache_data(scope="session", max_entries=20, show_spinner=False)
def _noted_in(
    _journal: Journal, folder: str, revision: str, start: date, end: date
) -> dict[str, Noted]:
    # `folder` and `revision` stand for the journal in the cache's key; it is not hashed itself.
    return dict(noted(_journal, start, end))


def words(key: str, terms: Sequence[Term]) -> None:
    """Draw the hard words of a part, each with its meaning one tap away."""
    for term in terms:
        with st.popover(
            term.term, type="tertiary", icon=":material/dictionary:", key=f"{key}_{term.term}"
        ):
            st.markdown(f"**{term.term}**: {term.plain}")


def terms_of(sections: Sequence[Section]) -> dict[str, list[Term]]:
    """Return the words to explain in each part; common ones only in the first that uses them."""
    told: set[str] = set()
    found: dict[str, list[Term]] = {}
    for section in sections:
        here = [t for t in library().glossary.values() if t.is_in(section.text)]
        found[section.name] = [t for t in here if not (t.common and t.term in told)]
        told |= {t.term for t in here}
    return found


def effects(page: Explainer, section: Section, reader: Reader) -> None:
    """Draw the side effects; beside each that the reader noted, on how many days, and a way to ask."""
    waiting: list[str] = []
    if section.lead:
        st.markdown(section.lead)
    for effect, line in section.effects.items():
        waiting.append(line)
        if mine := reader.noted.get(effect):
            st.markdown("\n".join(waiting))
            waiting = []
            _noted(page, effect, mine, reader)
    if waiting:
        st.markdown("\n".join(waiting))


def _noted(page: Explainer, effect: str, mine: Noted, reader: Reader) -> None:
    label = library().side_effects[effect].label
    text = library().section_questions["effect"].format(effect=label, name=asked_name(page))
    recorded = "day" if mine.of_days == 1 else "days"
    with st.container(border=True):
        st.markdown(
            f"You noted this on {mine.days} of {mine.of_days} {recorded} recorded, {reader.period}."
        )
        ask(reader, text, f"{page.id}/effect-{effect}")


def ask(reader: Reader, text: str, ref: str) -> None:
    """Draw the button that puts a question on the list for the visit, or says that it is there."""
    if ref in reader.asked:
        st.caption(f"On your list: {plain(text)}")
        return
    st.button(
        "Ask about this",
        key=f"learn_ask_{ref}",
        type="tertiary",
        icon=":material/contact_support:",
        on_click=_add,
        args=(reader.journal, text, ref),
    )


def _add(journal: Journal, text: str, ref: str) -> None:
    question = Question(text=text, origin=QuestionOrigin.EXPLAINER, ref=ref)
    act(lambda: journal.add(question), ADDED)


def question_about(page: Explainer, section: Section) -> str:
    """Return a part of a page as a question for the visit."""
    texts = library().section_questions
    if page.kind == "topic" or section.name not in texts:
        return texts["topic"].format(part=section.title or page.title)
    return texts[section.name].format(name=asked_name(page))


def asked_name(page: Explainer) -> str:
    """Return what a page is about inside a sentence."""
    return page.title if page.kind == "class" else page.title[:1].lower() + page.title[1:]


def sources(found: Sequence[Source], *, folded: bool = False) -> None:
    """Draw the sources; the first is `[1]`. `folded` where nothing in the text points to them."""
    st.subheader("Where this comes from", anchor=False)
    lines = (f"{number}. {_source(source)}" for number, source in enumerate(found, 1))
    with st.expander("Sources, and when they were read") if folded else st.container():
        st.markdown("\n".join(lines))


def _source(source: Source) -> str:
    version = f", {source.version}" if source.version else ""
    where = plain(f"{source.publisher}, {source.section}{version}")
    return f"[{plain(source.title)}](<{source.url}>). {where}. Read on {source.read_on}."
