"""The panel that opens when something a person told us may mean that they think of dying, or that too
much of a medicine was taken: whom to tell, now.

It needs no network, names no risk and tells nobody.
"""

from datetime import date

import streamlit as st

from medself.errors import ContentError
from medself.journal import Journal
from medself.library.lists import Country, Line
from medself.model import Question, QuestionState
from medself.recording.help_words import THANKS, opens_help
from medself.recording.mood_falls import fell_sharply
from medself.ui import state
from medself.ui.help_now import ELSEWHERE, WHATEVER_HAPPENS
from medself.ui.loaders import library
from medself.ui.notes import act
from medself.ui.pages import HELP

WHY = {
    "import": "This is here because of an answer in the file you brought in.",
    "words": "This is here because of words you wrote. If we misread them, just carry on.",
}
FALLEN = (
    "Thank you for telling us. Your mood is much lower than on most of the last 14 days, and a medicine "
    "for depression is new or its dose has changed. Please tell your prescriber today. "
    "This app is not watched by anyone."
)
TOO_MUCH = (
    "If too much of a medicine may have been taken, call for help now, even if all seems well. "
    "This app is not watched by anyone."
)
LEADS = {"mood": FALLEN, "too_much": TOO_MUCH}
"""What the panel begins with, where it is not about thoughts of dying."""
TO_SAY = (
    "I have had thoughts of being better off dead, or of hurting myself. I want to talk about this."
)
FROM_HERE = "help_panel"
"""The `ref` of the question that the person chose to put on the visit page."""


def draw(journal: Journal | None, why: str, *, place: str = "") -> None:
    """Draw the panel.

    Args:
        journal: whose country's lines are shown, and on whose visit page it can be written; missing in
            the library, which is read without one.
        why: "answer", "import", "words", "mood" or "too_much".
        place: where on the page, when one page can draw it twice for the same reason.
    """
    with st.container(border=True, key=f"help_panel_{why}{place}"):
        st.info(LEADS.get(why, THANKS))
        if why in WHY:
            st.markdown(WHY[why])
        _lines(journal)
        st.page_link(HELP, label="Buttons to call, and other countries", icon=":material/call:")
        if journal and why not in LEADS:
            _offer_to_write_it_down(journal, f"help_panel_visit_{why}{place}")


def draw_for_text(journal: Journal, place: str, text: str) -> None:
    """Draw the panel when a text opens it, or one just saved here did and is no longer in its field."""
    _draw_if(journal, "words", place, opened=opens_help(text))


def draw_for_mood(journal: Journal, mood: int | None, day: date) -> None:
    """Draw the panel when a mood rating opens it, or one just saved did."""
    _draw_if(journal, "mood", "mood", opened=fell_sharply(journal, library(), mood, day))


def _draw_if(journal: Journal, why: str, place: str, *, opened: bool) -> None:
    kept = place in st.session_state.get(state.HELP_KEPT, ())
    if kept or opened:
        draw(journal, why, place=place)
    if kept:
        st.button("Close this", key=f"help_panel_close_{place}", on_click=_close, args=(place,))


def keep_open_for_text(place: str, text: str) -> None:
    """Keep the panel of a text open though saving empties its field. For the callback that saves."""
    if opens_help(text):
        _keep(place)


def keep_open_for_mood(journal: Journal, mood: int | None, day: date) -> None:
    """Keep the panel of a mood rating open though saving empties it. For the callback that saves."""
    if fell_sharply(journal, library(), mood, day):
        _keep("mood")


def _keep(place: str) -> None:
    st.session_state[state.HELP_KEPT] = [*st.session_state.get(state.HELP_KEPT, ()), place]


def _lines(journal: Journal | None) -> None:
    try:
        country = _country(journal)
    except ContentError:
        st.markdown(WHATEVER_HAPPENS)
        return
    st.markdown(f"**In danger now? Call {country.emergency.number}** ({country.name}).")
    st.markdown("\n".join(f"- {_in_words(line)}" for line in country.lines))


def _in_words(line: Line) -> str:
    ways = {"call": line.call, "text": line.text, "chat at": line.chat}
    said = ", or ".join(f"{way} {number}" for way, number in ways.items() if number)
    return f"**{line.name}**: {said} ({line.hours}). {line.note or ''}"


def _country(journal: Journal | None) -> Country:
    """Return the country chosen for help, else that of the person, else the one their names are from."""
    countries = {country.country: country for country in library().crisis.countries}
    own = (journal.person.country, journal.person.region) if journal else ()
    chosen = st.session_state.get(state.COUNTRY), *own, st.session_state.get(state.REGION)
    wanted = [country for country in chosen if country]
    return next((countries[code] for code in wanted if code in countries), countries[ELSEWHERE])


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


def _close(place: str) -> None:
    kept = st.session_state[state.HELP_KEPT]
    st.session_state[state.HELP_KEPT] = [other for other in kept if other != place]
