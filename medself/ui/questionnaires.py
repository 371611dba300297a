"""Filling in a questionnaire: its exact words, nothing chosen beforehand, every question may be left out."""

import streamlit as st

from medself.instruments import Instrument, instruments
from medself.journal import Journal
from medself.recording import answers as half
from medself.recording.answers import Answers
from medself.ui import clock, help_panel, state
from medself.ui.notes import act, attempt

CHOICE, WITHOUT = "questionnaires_choice", "questionnaires_phq_8"
ORDER = ("who-5", "phq-9", "phq-8", "gad-7", "phq-2", "gad-2", "pc-ptsd-5", "audit-c")


def form(journal: Journal) -> None:
    """Draw the choice of a questionnaire and, once chosen, its questions."""
    instrument = _choose(journal)
    if instrument is None:
        return
    _offer_draft(journal, instrument)
    st.markdown(f"**{instrument.stem}**")
    _local(journal, instrument)
    if instrument.gate:
        _options(journal, instrument, instrument.gate, ("No", "Yes"), "gate")
    last = half.asked(instrument, _typed(instrument))
    for number, (item, options) in enumerate(
        zip(instrument.items[:last], instrument.options, strict=False), 1
    ):
        _options(journal, instrument, f"{number}: {item}", options, str(number))
        if _opens_help(instrument, number):
            help_panel.draw(journal, "answer")
    if instrument.unscored and last:
        text, options = instrument.unscored
        _options(journal, instrument, text, options, "unscored")
    st.caption("You may leave out any question. There is no total then.")
    st.button(
        "Save questionnaire",
        key="questionnaires_save",
        type="primary",
        on_click=_save,
        args=(journal, instrument),
    )
    notice(instrument)


def _choose(journal: Journal) -> Instrument | None:
    person = journal.person
    left_out = "phq-9" if person.phq_8 else "phq-8"
    chosen = st.selectbox(
        "Which one?",
        [one for one in ORDER if one != left_out],
        index=None,
        format_func=_title,
        key=CHOICE,
        placeholder="Choose one",
        persist_state="session",
    )
    if chosen in ("phq-8", "phq-9"):
        st.session_state[WITHOUT] = person.phq_8
        st.checkbox(
            "Leave out the question about being better off dead or hurting myself (PHQ-8)",
            key=WITHOUT,
            on_change=_prefer,
            args=(journal,),
        )
    return instruments()[chosen] if chosen else None


def _title(instrument_id: str) -> str:
    one = instruments()[instrument_id]
    return f"{one.title} ({one.name})"


def _prefer(journal: Journal) -> None:
    without = st.session_state[WITHOUT]
    act(lambda: journal.revise(journal.person.id, phq_8=without), "Saved. We will keep to this.")
    st.session_state[CHOICE] = "phq-8" if journal.person.phq_8 else "phq-9"


def _local(journal: Journal, instrument: Instrument) -> None:
    if words := instrument.local.get(journal.person.region):
        st.markdown(words)


def _options(
    journal: Journal, instrument: Instrument, label: str, options: tuple[str, ...], part: str
) -> None:
    st.pills(
        label,
        list(range(len(options))),
        format_func=options.__getitem__,
        key=_key(instrument, part),
        on_change=_keep_draft,
        args=(journal, instrument),
        persist_state="session",
    )


def _opens_help(instrument: Instrument, number: int) -> bool:
    answer = st.session_state.get(_key(instrument, str(number))) or 0
    return any(flag.item == number and answer >= flag.at_least for flag in instrument.flags)


def _key(instrument: Instrument, part: str) -> str:
    return f"questionnaires_{instrument.id}_{part}"


def _typed(instrument: Instrument) -> Answers:
    typed = st.session_state.get
    gate = typed(_key(instrument, "gate"))
    numbers = range(1, len(instrument.items) + 1)
    answers = Answers(
        tuple(typed(_key(instrument, str(number))) for number in numbers),
        None if gate is None else bool(gate),
        typed(_key(instrument, "unscored")),
    )
    return half.only_asked(instrument, answers)


def _put_back(instrument: Instrument, answers: Answers) -> None:
    for number, answer in enumerate(answers.items, 1):
        st.session_state[_key(instrument, str(number))] = answer
    gate = None if answers.gate is None else int(answers.gate)
    st.session_state[_key(instrument, "gate")] = gate
    st.session_state[_key(instrument, "unscored")] = answers.unscored


def _keep_draft(journal: Journal, instrument: Instrument) -> None:
    half.keep(journal.folder, instrument, _typed(instrument))


def _offer_draft(journal: Journal, instrument: Instrument) -> None:
    draft = half.read(journal.folder, instrument)
    if draft is None or _typed(instrument) == draft:
        return
    with st.container(border=True):
        st.markdown("You began this one and did not save it.")
        with st.container(horizontal=True):
            st.button(
                "Bring it back",
                key="questionnaires_draft",
                on_click=_put_back,
                args=(instrument, draft),
            )
            st.button(
                "Throw it away",
                key="questionnaires_drop",
                on_click=half.drop,
                args=(journal.folder, instrument),
            )


def _save(journal: Journal, instrument: Instrument) -> None:
    answers = _typed(instrument)

    def write() -> None:
        record = half.to_record(instrument, answers, at=clock.now(), zone=clock.zone())
        st.session_state[state.SCORED] = journal.add(record)

    if attempt(write, "Questionnaire saved."):
        half.drop(journal.folder, instrument)
        _put_back(instrument, Answers((None,) * len(instrument.items)))


def notice(instrument: Instrument) -> None:
    """Draw whose questionnaire it is, its licence, and where its numbers come from."""
    wobble = f" Usual wobble: {instrument.wobble_source}." if instrument.wobble_source else ""
    st.caption(f"{instrument.notice} {instrument.licence} Source: {instrument.source}.{wobble}")
