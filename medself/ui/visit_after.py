"""At the appointment and after it: what was asked and answered, what was decided, what stays open."""

from dataclasses import replace
from datetime import timedelta

import streamlit as st

from medself.days import day_in_words
from medself.journal import Journal
from medself.model import Question, QuestionState, Visit
from medself.recording import visit_notes
from medself.recording.visit_notes import Notes
from medself.ui import clock, tasks, visit_decide
from medself.ui.notes import act, attempt
from medself.ui.text import plain

MOST_PAST = 6
DECIDED, IN_MY_WORDS = "after_decided", "after_in_my_words"
# What is typed is kept after so long a pause, so that a reload or a lost connection takes nothing.
PAUSE = "500ms"


def draw(journal: Journal) -> None:
    """Draw everything for one appointment; without one, the way to say that it is now."""
    visit = _choose(journal)
    if visit is None:
        return
    _bring_back(journal, visit)
    open_ = [one for one in journal.questions() if one.state is QuestionState.OPEN]
    st.header("My questions", anchor=False)
    _questions(journal, visit, open_)
    st.header("What we decided", anchor=False)
    visit_decide.draw(journal, visit)
    _line(
        journal, visit, open_, "Anything else we agreed, in your own words", DECIDED, visit.decided
    )
    st.header("In my own words", anchor=False)
    st.markdown("How would you tell it to someone at home? Reading it out loud helps to check.")
    _line(journal, visit, open_, "The plan, as I understand it", IN_MY_WORDS, visit.in_my_words)
    st.button(
        "Save what I typed",
        key="after_save",
        type="primary",
        on_click=_save,
        args=(journal, visit, open_),
    )
    _still_open(journal, visit, open_)


def _choose(journal: Journal) -> Visit | None:
    """Draw the choice of the appointment: today's or the last one at first, then those ahead."""
    now = clock.now()
    visits = journal.visits()
    begun = [each for each in visits if each.at <= now + timedelta(hours=12)][::-1][:MOST_PAST]
    ahead = [each for each in visits if each not in begun and each.at > now][:1]
    found = {each.id: each for each in (*begun, *ahead)}
    if not found:
        st.markdown("No appointment is written down yet.")
        st.button("I am at an appointment now", key="after_now", on_click=_now, args=(journal,))
        return None
    chosen = st.selectbox(
        "Which appointment?",
        list(found),
        format_func={id_: plain(name(each)) for id_, each in found.items()}.__getitem__,
        key="after_visit",
        persist_state="session",
    )
    if not any(each.at.date() == now.date() for each in begun):
        st.button("I am at another one now", key="after_now", on_click=_now, args=(journal,))
    return found.get(chosen) if chosen else None


def name(visit: Visit) -> str:
    """Say when an appointment is and with whom."""
    whom = f", {visit.with_whom}" if visit.with_whom else ""
    return f"{visit.at:%A} {day_in_words(visit.at)}{whom}"


def _now(journal: Journal) -> None:
    visit = Visit(at=clock.now(), zone=clock.zone())
    if attempt(lambda: journal.add(visit), "Appointment written down."):
        st.session_state["after_visit"] = visit.id


def _questions(journal: Journal, visit: Visit, open_: list[Question]) -> None:
    if not open_:
        st.markdown("No question is open.")
    for question in open_:
        with st.container(border=True):
            st.text(question.text)
            _line(journal, visit, open_, "What was said", _answer(question), question.answer)
            st.button(
                "Asked",
                key=f"after_asked_{question.id}",
                icon=":material/check:",
                on_click=_asked,
                args=(journal, visit, question, open_),
            )
    for question in journal.questions():
        if question.state is QuestionState.ASKED and question.asked_at == visit.id:
            with st.container(border=True):
                st.text(f"Asked: {question.text}")
                if question.answer:
                    st.text(question.answer)
                st.button(
                    "Put it back on my list",
                    key=f"after_back_{question.id}",
                    on_click=act,
                    args=(
                        lambda id_=question.id: journal.revise(
                            id_, state=QuestionState.OPEN, asked_at=None
                        ),
                        "It is on your list again.",
                    ),
                )


def _answer(question: Question) -> str:
    return f"after_answer_{question.id}"


def _line(
    journal: Journal, visit: Visit, open_: list[Question], label: str, key: str, said: str
) -> None:
    st.session_state.setdefault(key, said)
    st.text_input(
        label,
        key=key,
        live=PAUSE,
        on_change=_keep,
        args=(journal, visit, open_),
        persist_state="session",
    )


def _typed(visit: Visit, open_: list[Question]) -> Notes:
    state = st.session_state
    return Notes(
        visit=visit.id,
        answers={one.id: state.get(_answer(one)) or "" for one in open_},
        decided=state.get(DECIDED) or "",
        in_my_words=state.get(IN_MY_WORDS) or "",
    )


def _keep(journal: Journal, visit: Visit, open_: list[Question]) -> None:
    visit_notes.keep(journal.folder, _typed(visit, open_))


def _bring_back(journal: Journal, visit: Visit) -> None:
    """Fill the lines with what is saved of this appointment, and with what was typed and not saved."""
    if st.session_state.get("after_shown") == visit.id:
        return
    st.session_state["after_shown"] = visit.id
    kept = visit_notes.read(journal.folder, visit.id)
    st.session_state[DECIDED] = kept.decided if kept and kept.decided else visit.decided
    words = kept.in_my_words if kept and kept.in_my_words else visit.in_my_words
    st.session_state[IN_MY_WORDS] = words
    for question, text in (kept.answers if kept else {}).items():
        st.session_state[f"after_answer_{question}"] = text


def _asked(journal: Journal, visit: Visit, question: Question, open_: list[Question]) -> None:
    answer = st.session_state.get(_answer(question)) or ""
    changed = replace(question, state=QuestionState.ASKED, asked_at=visit.id, answer=answer)
    if attempt(lambda: journal.save_all([changed]), "Noted as asked."):
        _keep(journal, visit, [one for one in open_ if one.id != question.id])


def _save(journal: Journal, visit: Visit, open_: list[Question]) -> None:
    typed = _typed(visit, open_)
    answered = [
        replace(one, answer=typed.answers[one.id])
        for one in open_
        if typed.answers[one.id] != one.answer
    ]
    said = replace(visit, decided=typed.decided, in_my_words=typed.in_my_words)
    if attempt(lambda: journal.save_all([said, *answered]), "Saved."):
        visit_notes.drop(journal.folder)


def _still_open(journal: Journal, visit: Visit, open_: list[Question]) -> None:
    st.header("What stays open", anchor=False)
    if open_:
        many = "1 question stays" if len(open_) == 1 else f"{len(open_)} questions stay"
        st.markdown(f"{many} on your list for the next time.")
    tasks.open_ones(journal, place="after")
    if not any(each.at > visit.at for each in journal.visits()):
        st.markdown("No later appointment is written down yet.")
