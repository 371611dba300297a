"""What a search of the library finds: help first, then what medicines are used for it, then the pages."""

import streamlit as st

from medself.library import Hit
from medself.library.basics import Region
from medself.library.conditions import asked_about
from medself.library.texts import TITLES
from medself.recording.help_words import opens_help
from medself.ui import help_panel, known_problems, learn_browse
from medself.ui.learn import buttons, name_of, open_explainer
from medself.ui.loaders import journal_or_none, library
from medself.ui.text import plain


def draw(typed: str, region: Region) -> None:
    """Draw the pages found, and what is known of a name that fits none of them for sure."""
    if opens_help(typed):
        help_panel.draw(journal_or_none(), "words", place="_learn")
    elif "too_much" in library().index.parts_asked(typed):
        help_panel.draw(journal_or_none(), "too_much", place="_learn")
    found = library().find(typed)
    known = library().resolve(typed)
    named = any(hit.name for hit in found)
    if known.how == "no_page":
        st.info(f"We know the name {plain(known.name)}, but there is no page about it yet.")
    elif known.suggestions and not named:
        st.markdown("Did you mean one of these?")
        meant = [library().resolve(name).slug or "" for name in known.suggestions]
        buttons("learn_meant", meant)
    elif not found:
        st.info(f"Nothing found for {plain(typed[:80])}. Try one word, or the name on the box.")
    known_problems.of_search(typed)
    if not named:
        _what_is_used(typed, region)
    for hit in found:
        _hit(hit)


def _what_is_used(typed: str, region: Region) -> None:
    asked = asked_about(library(), typed)
    for condition in asked:
        learn_browse.used_for_it(condition, region, f"Medicines used for: {condition.label}")
    if asked:
        st.caption(learn_browse.NO_ADVICE)


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
