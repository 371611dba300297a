"""While a person shares their screen: whether it is on, what may run, and the way to end it.

Whatever fails here counts as on: nothing is shown rather than too much.
"""

from contextlib import suppress
from datetime import date
from pathlib import Path

import streamlit as st
from streamlit.navigation.page import Page

from medself.errors import InvalidRecord, JournalError, MedselfError
from medself.journal import Journal, may_share, people
from medself.model import Sharing
from medself.ui import state
from medself.ui.loaders import home, journal_in, look_round_home
from medself.ui.pages import HELP, PRESENT

TEXT_SIZE = 24
"""Pixels: with it even the smallest letters of a page are 20 or more."""
ASKING = "sharing_asking"
NOTHING = (
    "Something did not work, so nothing is shown. You can end sharing, or load this page again."
)
NOT_SAVED = (
    "We could not save that sharing has ended. In this window everything can be seen again; in others "
    "it may still be on."
)


def is_on() -> bool:
    """Tell whether only what a person shares may be drawn in this tab.

    Where no record is open yet, that of somebody who shares is opened: a reload, a new tab or a new
    start leads back to what is shared, and shows nobody else's name.
    """
    try:
        folder = _folder()
        if folder is None or st.session_state.get(state.SHARING_ENDED) == folder:
            return False
        shared = _shares(folder)
    except Exception:  # whatever it is, it is no reason to show more
        return True
    st.session_state[state.SHARED] = folder if shared else None
    return shared


def _folder() -> str | None:
    if opened := st.session_state.get(state.PERSON):
        return str(opened)
    everybody = [*people(home()), *people(look_round_home())]
    found = next((str(person.path) for person in everybody if person.sharing), None)
    if found:
        st.session_state[state.PERSON] = found
    return found


def _shares(folder: str) -> bool:
    try:
        return journal_in(folder).person.sharing is not None
    except JournalError:
        return st.session_state.get(state.SHARED) == folder or may_share(Path(folder))


def journal() -> Journal:
    """Return the journal of the person who shares.

    Raises:
        JournalError: it cannot be read.
    """
    return journal_in(str(_folder()))


def run_only_what_is_shared(page: Page) -> None:
    """Run the shared page or *Help now*; any other page leads to the shared one."""
    only_if_shared(page.url_path)
    try:
        page.run()
    except Exception:  # half a page is worse than none
        st.info(NOTHING)


def only_if_shared(name: str) -> None:
    """Leave any page but the shared one and *Help now* for the shared one.

    Asked again when a page begins: sharing may have been turned on since the run began.
    """
    if name not in (Path(PRESENT).stem, Path(HELP).stem):
        st.switch_page(PRESENT)


def frame(title: str) -> None:
    """Begin a page while sharing: the sign that it is on, help, and the way to end it."""
    st.info("**Sharing is on.** Only what was chosen can be seen.", icon=":material/screen_share:")
    with st.container(horizontal=True, vertical_alignment="center"):
        if title:
            st.page_link(PRESENT, label="Back", icon=":material/arrow_back:")
        else:
            st.page_link(HELP, label="Help now", icon=":material/emergency:")
        st.button("End sharing", key="sharing_end", on_click=_ask, args=(True,))
    if st.session_state.get(ASKING):
        _confirm()
    # The sentence of the last action may tell what it was.
    st.session_state.pop(state.NOTE, None)
    if title:
        st.title(title, anchor=False)


def _confirm() -> None:
    with st.container(border=True):
        st.markdown("End sharing? Your whole record can be seen again.")
        with st.container(horizontal=True):
            st.button("Go on sharing", key="sharing_go_on", on_click=_ask, args=(False,))
            st.button("Yes, end sharing", key="sharing_end_sure", on_click=_end)


def _ask(asking: bool) -> None:
    st.session_state[ASKING] = asking


def begin(opened: Journal, parts: list[str], start: date, *, hide_names: bool) -> None:
    """Turn sharing on, for every tab, until it is ended.

    Raises:
        InvalidRecord: no part is chosen.
        NotSaved: it could not be written.
    """
    if not parts:
        raise InvalidRecord("Please choose at least one part to show.")
    sharing = Sharing(parts=tuple(parts), start=start, hide_names=hide_names)
    opened.revise(opened.person.id, sharing=sharing)
    st.session_state.pop(state.SHARING_ENDED, None)


def _end() -> None:
    """Turn sharing off; where that cannot be saved, at least in this tab."""
    st.session_state[ASKING] = False
    folder = _folder()
    try:
        opened = journal()
        opened.revise(opened.person.id, sharing=None)
    except (MedselfError, OSError):
        st.session_state[state.SHARING_ENDED] = folder
        st.session_state[state.NOTE] = ("error", NOT_SAVED)
    with suppress(KeyError):
        del st.session_state[state.SHARED]
