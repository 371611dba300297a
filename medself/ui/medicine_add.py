"""Adding a medicine: from the library by any of its names, or by the person's own words."""

from dataclasses import replace

import streamlit as st

from medself.errors import InvalidRecord
from medself.journal import Journal
from medself.model import Medication
from medself.ui import clock, regimen_editor, regimen_reader
from medself.ui.loaders import library
from medself.ui.notes import attempt
from medself.ui.text import plain

NAME, WHY, FROM, SHOP, PREFIX = "add_name", "add_why", "add_from", "add_shop", "add"


def form(journal: Journal, *, visit: str = "") -> None:
    """Draw the fields for a new medicine; nothing is chosen beforehand.

    `visit` is the id of the appointment at which it is being agreed, if it is.
    """
    typed = st.text_input(
        "Name on the box", key=NAME, placeholder="for example sertraline or Zoloft"
    )
    if not typed.strip():
        return
    slug = _recognised(typed)
    regimen_editor.draw(PREFIX, clock.today(journal.person.day_start))
    st.text_input("What is it for? (if you like)", key=WHY)
    st.text_input("Who prescribed it? (if you like)", key=FROM)
    st.checkbox("I bought it without a prescription", key=SHOP)
    st.button(
        "Add to my list",
        key="add_save",
        type="primary",
        on_click=_save,
        args=(journal, slug, visit),
    )


def _recognised(typed: str) -> str | None:
    """Say which explainer belongs to the name typed, or ask about a likely misspelling."""
    found = library().resolve(typed)
    if found.slug:
        names = library().medication(found.slug).names
        st.caption(f"We have a page about it: {plain(names.us)}.")
        return found.slug
    if found.suggestions:
        st.markdown("We do not know this name. Did you mean one of these?")
        with st.container(horizontal=True):
            for name in found.suggestions[:3]:
                st.button(plain(name), key=f"add_meant_{name}", on_click=_meant, args=(name,))
    else:
        st.caption("We have no page about this name. You can add it all the same.")
    return None


def _meant(name: str) -> None:
    st.session_state[NAME] = name


def _save(journal: Journal, slug: str | None, visit: str) -> None:
    state = st.session_state

    def write() -> None:
        if not state[NAME].strip():
            raise InvalidRecord("Please type the name on the box.")
        read = regimen_reader.read(PREFIX, journal.person.day_start)
        regimen = replace(read, visit=visit)
        journal.add(
            Medication(
                name=state[NAME],
                slug=slug,
                why=state[WHY],
                prescriber=state[FROM],
                over_the_counter=state[SHOP],
                regimens=(regimen,),
            )
        )

    if attempt(write, "It is on your list."):
        for key in (NAME, WHY, FROM):
            state[key] = ""
        state[SHOP] = False
        state[f"{PREFIX}_kind"] = None
        if visit:
            state["decide_kind"] = None
