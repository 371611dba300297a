"""The library on screen: the country, the search, and the way to a page. Works with nobody's record open."""

import streamlit as st

from medself.library.basics import Region
from medself.library.schema import Head
from medself.ui import state
from medself.ui.loaders import journal_or_none, library

REGIONS: dict[Region, str] = {"us": "United States", "uk": "United Kingdom"}
SEARCH = "learn_search"


def choose_region() -> Region:
    """Let the reader choose whose names, brands and advice are shown; theirs at first."""
    journal = journal_or_none()
    st.session_state.setdefault(state.REGION, journal.person.region if journal else "us")
    chosen = st.segmented_control(
        "Names and advice for",
        list(REGIONS),
        format_func=REGIONS.__getitem__,
        required=True,
        key=state.REGION,
        persist_state="session",
    )
    return chosen or "us"


def search() -> str:
    """Draw the search box and return what was typed; a new search leaves the page being read."""
    typed = st.text_input(
        "Search by name, brand, or what is on your mind",
        key=SEARCH,
        type="search",
        placeholder="Sertraline, cannot sleep, lithium and wine",
        persist_state="session",
        on_change=close_explainer,
    )
    return (typed or "").strip()


def open_explainer(slug: str, part: str = "") -> None:
    """Open a page of the library, at a part of it when one is named. For callbacks."""
    st.session_state.pop(state.COMPARED, None)
    st.session_state[state.PAGE_ID] = slug
    st.session_state[state.PAGE_PART] = part
    st.session_state[SEARCH] = ""


def open_comparison(slug: str) -> None:
    """Open the medicines of a group side by side. For callbacks."""
    close_explainer()
    st.session_state[state.COMPARED] = slug
    st.session_state[SEARCH] = ""


def close_explainer() -> None:
    """Go back to the whole library. For callbacks."""
    for key in (state.PAGE_ID, state.PAGE_PART, state.COMPARED):
        st.session_state.pop(key, None)
    _, number = st.session_state.get(state.PAGE_VISIT, ("", 0))
    st.session_state[state.PAGE_VISIT] = ["", number]


def name_of(head: Head) -> str:
    """Return what a page is called here: in the reader's country, with a capital."""
    if head.names is None:
        return head.title or head.id
    name = head.names.uk if st.session_state.get(state.REGION) == "uk" else head.names.us
    return name[:1].upper() + name[1:]


def title_of(slug: str) -> str:
    """Return what the page of a slug is called here."""
    return name_of(library().heads[slug])


def buttons(key: str, slugs: list[str]) -> None:
    """Draw a button for each page that exists; a group's says that it is about the group."""
    with st.container(horizontal=True):
        for slug in slugs:
            head = library().heads.get(slug)
            if head:
                label = f"About {name_of(head)}" if head.kind == "class" else name_of(head)
                st.button(label, key=f"{key}_{slug}", on_click=open_explainer, args=(slug,))
