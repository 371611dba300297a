"""The people of this household, each with a record of their own, never mixed."""

import streamlit as st

from medself.errors import MedselfError
from medself.journal import Journal, create_person, people
from medself.model import Person
from medself.ui.first_start import REGIONS
from medself.ui.loaders import home, open_person
from medself.ui.notes import act
from medself.ui.text import plain


def show(journal: Journal) -> None:
    """Draw who else has a record here, and the way to start one for someone else."""
    for person in people(home()):
        if person.problem or person.path == journal.folder:
            continue
        st.button(
            f"Open the record of {plain(person.name)}",
            key=f"household_{person.path.name}",
            on_click=open_person,
            args=(person.path,),
        )
    with st.form("household_form", clear_on_submit=True):
        st.text_input("Name or initials of someone else", key="household_name")
        st.radio(
            "Where do they get their medicines?",
            list(REGIONS),
            index=None,
            format_func=REGIONS.__getitem__,
            key="household_region",
            horizontal=True,
        )
        st.form_submit_button("Start a record for them", key="household_save", on_click=_create)


def _create() -> None:
    name, region = st.session_state["household_name"], st.session_state["household_region"]

    def write() -> None:
        if region is None:
            raise MedselfError("Please choose where they get their medicines.")
        create_person(home(), Person(name=name, region=region, country=region))

    act(write, "A new record is ready. Open it above.")
