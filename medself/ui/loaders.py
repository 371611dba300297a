"""What pages read: the library, shared by all, and the journal, which belongs to one session."""

import gc
from pathlib import Path

import streamlit as st

from medself.errors import JournalError
from medself.journal import Journal, default_home, open_journal, people
from medself.library import Library, load
from medself.ui import state

ROOT = Path(__file__).resolve().parents[2]


def home() -> Path:
    """Return the folder that holds everybody's records."""
    return default_home()


def look_round_home() -> Path:
    """Return the folder of the invented person, apart from everybody's records."""
    return default_home() / "look-round"


@st.cache_resource(show_spinner=False)
def library() -> Library:
    """Return the explainers; read once for all, as they say nothing about anyone."""
    return load(ROOT / "content")


# Everything a journal keeps in memory is about one person: never shared between sessions.
@st.cache_resource(scope="session", max_entries=2, show_spinner=False)
def journal_in(folder: str) -> Journal:
    """Return the journal in a folder, whether or not it is the open one.

    Raises:
        JournalUnreadable: there is none.
    """
    return open_journal(Path(folder))


def journal_or_none() -> Journal | None:
    """Return the open journal. One person alone in a household is opened without asking."""
    folder = st.session_state.get(state.PERSON)
    if folder is None:
        found = people(home())
        if len(found) != 1 or found[0].problem:
            return None
        folder = str(found[0].path)
        st.session_state[state.PERSON] = folder
    if not Path(folder).is_dir():
        close_person()
        return None
    journal = journal_in(folder)
    try:
        _ = journal.person
    except JournalError:
        # Without the person's own file there is no page to draw; the start leads to recovery.
        close_person()
        return None
    return journal


def open_person(folder: Path) -> None:
    """Open another journal in this tab; everything kept for the one before is dropped."""
    close_person()
    st.session_state.pop(state.NOTE, None)
    st.session_state[state.PERSON] = str(folder)


def close_person() -> None:
    """Close the journal; of everything kept for it in this tab only the last sentence stays."""
    for key in list(st.session_state):
        if key not in (state.ROUTED, state.NOTE):
            del st.session_state[key]


@st.cache_resource(show_spinner=False)
def warm_up() -> None:
    """Bring in once what other pages need, and take it all out of the garbage collector's rounds."""
    import altair  # noqa: F401

    library()
    gc.freeze()
