"""The panel that opens when something a person told us may mean they think of dying: whom to tell, now.

It needs no network, names no risk and tells nobody.
"""

import streamlit as st

from medself.journal import Journal
from medself.library.lists import Country, Line
from medself.model import Question, QuestionState
from medself.recording.help_words import opens_help
from medself.ui.loaders import library
from medself.ui.notes import act
from medself.ui.pages import HELP
from medself.ui.text import plain

THANKS = (
    "Thank you for telling us. Many people have thoughts like this, and help works. "
    "This app is not watched by anyone. Please tell a person today."
)
WHY = {
    "import": "This is here because of an answer in the file you brought in.",
    "words": "This is here because of words you wrote. If we misread them, just carry on.",
}
TO_SAY = (
    "I have had thoughts of being better off dead, or of hurting myself. I want to talk about this."
)
FROM_HERE = "help_panel"
"""The `ref` of the question that the person chose to put on the visit page."""


def draw(journal: Journal | None, why: str, *, place: str = "") -> None:
    """Draw the panel.

    Args:
        journal: whose country's lines are shown; missing: those of no country in particular.
        why: "answer", "import" or "words".
        place: where on the page, when one page can draw it twice for the same reason.
    """
    with st.container(border=True, key=f"help_panel_{why}{place}"):
        st.info(THANKS, icon=":material/favorite:")
        if why in WHY:
            st.markdown(WHY[why])
        lines(_country(journal))
        st.page_link(HELP, label="More ways to get help, and other countries")
        if journal:
            _offer_to_write_it_down(journal, f"help_panel_visit_{why}{place}")


def draw_for_text(journal: Journal, place: str, text: str) -> None:
    """Draw the panel when a text opens it, or one just saved here did and is no longer in its field."""
    kept = f"help_panel_kept_{place}"
    if opens_help(text):
        draw(journal, "words", place=place)
    elif st.session_state.get(kept):
        draw(journal, "words", place=place)
        st.button("Close this", key=f"help_panel_close_{place}", on_click=_close, args=(kept,))


def keep_open(place: str, text: str) -> None:
    """Keep the panel of a text open though saving empties its field. For the callback that saves."""
    if opens_help(text):
        st.session_state[f"help_panel_kept_{place}"] = True


def lines(country: Country) -> None:
    """Draw the emergency number and the crisis lines of a country, as words."""
    st.markdown(f"**In danger now? Call {plain(country.emergency.number)}.**")
    st.markdown("\n".join(f"- {_in_words(line)}" for line in country.lines))


def _in_words(line: Line) -> str:
    ways = {"call": line.call, "text": line.text, "chat at": line.chat}
    said = ", or ".join(f"{way} {number}" for way, number in ways.items() if number)
    note = f" {plain(line.note)}" if line.note else ""
    return f"**{plain(line.name)}**: {plain(said)} ({plain(line.hours)}).{note}"


def _country(journal: Journal | None) -> Country:
    countries = {country.country: country for country in library().crisis.countries}
    person = journal.person if journal else None
    chosen = (person.country or person.region) if person else ""
    return countries.get(chosen, countries["elsewhere"])


def _offer_to_write_it_down(journal: Journal, key: str) -> None:
    st.session_state[key] = _written(journal) is not None
    st.checkbox(
        f"Write it on my visit page: “{TO_SAY}”",
        key=key,
        on_change=_write_or_take_back,
        args=(journal, key),
    )


def _written(journal: Journal) -> Question | None:
    return next(
        (
            question
            for question in journal.questions()
            if question.ref == FROM_HERE and question.state is QuestionState.OPEN
        ),
        None,
    )


def _write_or_take_back(journal: Journal, key: str) -> None:
    written = _written(journal)
    if st.session_state[key] and written is None:
        act(
            lambda: journal.add(Question(text=TO_SAY, ref=FROM_HERE)),
            "It is on your visit page now.",
        )
    elif written is not None and not st.session_state[key]:
        act(lambda: journal.remove(written.id), "Taken off your visit page.")


def _close(kept: str) -> None:
    del st.session_state[kept]
