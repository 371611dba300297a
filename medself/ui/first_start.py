"""The first start: three doors, or whose record to open when there are several."""

from typing import NoReturn

import streamlit as st

from medself import demo
from medself.errors import MedselfError
from medself.journal import create_person, people
from medself.model import Person
from medself.ui import clock
from medself.ui.loaders import home, look_round_home, open_person
from medself.ui.notes import act
from medself.ui.pages import LEARN, RECOVERY
from medself.ui.text import plain

REGIONS = {"us": "United States", "uk": "United Kingdom"}


def doors() -> NoReturn:
    """Draw the ways in, or the choice of a person, and stop the page."""
    found = people(home())
    if found:
        _whose()
    if not found or st.session_state.get("start_new"):
        _start_my_record()
    with st.container(border=True):
        st.header("Look round with an invented person", anchor=False)
        st.markdown("See every page filled in. Nothing in it is about anyone real.")
        st.button("Look round", key="start_look", on_click=_look_round)
    with st.container(border=True):
        st.header("Just read about a medicine", anchor=False)
        st.markdown("The library needs no record and keeps none.")
        st.page_link(LEARN, label="Open the library", icon=":material/menu_book:")
    st.stop()


def _whose() -> None:
    st.header("Whose record?", anchor=False)
    for person in people(home()):
        if person.problem:
            st.warning(
                f"{plain(person.problem)} Its files are kept as they are.",
                title="A record here cannot be opened",
            )
            st.page_link(RECOVERY, label="See what can be done", icon=":material/build:")
            continue
        st.button(
            plain(person.name),
            key=f"start_open_{person.path.name}",
            on_click=open_person,
            args=(person.path,),
        )
    st.checkbox("Start a record for someone else", key="start_new")


def _start_my_record() -> None:
    with st.form("start_form"):
        st.header("Start my record", anchor=False)
        st.markdown("It stays on this computer. No account, and nothing is sent anywhere.")
        st.text_input(
            "What should we call you? A first name or initials are enough.", key="start_name"
        )
        st.radio(
            "Where do you get your medicines?",
            list(REGIONS),
            index=None,
            format_func=REGIONS.__getitem__,
            key="start_region",
            horizontal=True,
        )
        st.form_submit_button("Start my record", type="primary", key="start_save", on_click=_create)


def _create() -> None:
    name, region = st.session_state["start_name"], st.session_state["start_region"]

    def write() -> None:
        if region is None:
            raise MedselfError("Please choose where you get your medicines.")
        person = Person(name=name, region=region, country=region)
        open_person(create_person(home(), person))

    act(write, "Your record is ready.")


def _look_round() -> None:
    def write() -> None:
        folder = demo.make(look_round_home(), today=clock.today())
        open_person(folder)

    act(write, "This is an invented person. Try anything.")
