"""The library on screen: the country, the search, and the way to a page. Works with nobody's record open."""

import streamlit as st

from medself.library import Hit
from medself.library.basics import Region
from medself.library.schema import Head
from medself.library.texts import TITLES
from medself.recording.help_words import opens_help
from medself.ui import help_panel, state
from medself.ui.loaders import journal_or_none, library
from medself.ui.text import plain

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
        placeholder="for example Zoloft, or cannot sleep",
        persist_state="session",
        on_change=close_explainer,
    )
    return (typed or "").strip()


def results(typed: str) -> None:
    """Draw the pages found, and what is known of a name that fits none of them for sure."""
    if opens_help(typed):
        help_panel.draw(journal_or_none(), "words", place="_learn")
    found = library().find(typed)
    known = library().resolve(typed)
    if known.how == "no_page":
        st.info(f"We know the name {plain(known.name)}, but there is no page about it yet.")
    elif known.suggestions and not any(hit.name for hit in found):
        st.markdown("Did you mean one of these?")
        meant = [library().resolve(name).slug or "" for name in known.suggestions]
        buttons("learn_meant", meant)
    elif not found:
        st.info(f"Nothing found for {plain(typed[:80])}. Try one word, or the name on the box.")
    for hit in found:
        _hit(hit)


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


def _hit(hit: Hit) -> None:
    head = library().heads[hit.id]
    with st.container(border=True):
        st.button(
            name_of(head),
            key=f"learn_hit_{hit.id}",
            type="tertiary",
            icon=":material/article:",
            on_click=open_explainer,
            args=(hit.id, hit.section),
        )
        if hit.name and hit.name.lower() != name_of(head).lower():
            st.caption(f"Also called {plain(hit.name)}.")
        if hit.section in TITLES:
            st.markdown(f"See: {TITLES[hit.section]}")
        if hit.excerpt:
            st.markdown(hit.excerpt)
