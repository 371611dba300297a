"""The settings of one person, written to their own record."""

from datetime import time

import streamlit as st

from medself.journal import Journal
from medself.questions.life import MATTERS
from medself.ui.first_start import REGIONS
from medself.ui.loaders import library
from medself.ui.notes import act

SIZES = {17: "Usual", 20: "Large", 24: "Very large"}
STARTS = (time(0), time(1), time(2), time(3), time(4), time(5), time(6))


def about_me(journal: Journal) -> None:
    """Draw name, region, country for help lines, day start and text size."""
    person = journal.person
    countries = {country.country: country.name for country in library().crisis.countries}
    with st.form("settings_form"):
        st.text_input("Name or initials", person.name, key="settings_name")
        st.radio(
            "Names and rules for medicines",
            list(REGIONS),
            index=list(REGIONS).index(person.region),
            format_func=REGIONS.__getitem__,
            key="settings_region",
            horizontal=True,
        )
        st.selectbox(
            "Country for help lines",
            list(countries),
            index=list(countries).index(person.country) if person.country in countries else None,
            format_func=countries.__getitem__,
            key="settings_country",
        )
        st.selectbox(
            "My day begins at",
            STARTS,
            index=STARTS.index(person.day_start) if person.day_start in STARTS else 3,
            format_func=_clock_time,
            key="settings_day_start",
            help="A dose taken at 01:00 counts for the day before. What is recorded stays as it is.",
        )
        st.radio(
            "Text size",
            list(SIZES),
            index=list(SIZES).index(person.text_size) if person.text_size in SIZES else 0,
            format_func=SIZES.__getitem__,
            key="settings_size",
            horizontal=True,
        )
        st.form_submit_button("Save settings", key="settings_save", on_click=_save, args=(journal,))


def _clock_time(at: time) -> str:
    return f"{at:%H:%M}"


def _label(symptom: str) -> str:
    return library().symptoms[symptom].label


def _save(journal: Journal) -> None:
    state = st.session_state
    act(
        lambda: journal.revise(
            journal.person.id,
            name=state["settings_name"],
            region=state["settings_region"],
            country=state["settings_country"] or "",
            day_start=state["settings_day_start"],
            text_size=state["settings_size"],
        ),
        "Settings saved.",
    )


def matters(journal: Journal) -> None:
    """Draw what may matter for medicines; nothing is ticked beforehand, and all of it may stay empty."""
    st.header("What may matter for my medicines", anchor=False)
    st.pills(
        "If you like: it only suggests questions for your visits, and stays in your record.",
        list(MATTERS),
        selection_mode="multi",
        default=list(journal.person.matters),
        format_func=MATTERS.__getitem__,
        key="settings_matters",
    )
    st.button("Save what may matter", key="settings_matter", on_click=_matter, args=(journal,))


def _matter(journal: Journal) -> None:
    chosen = tuple(st.session_state["settings_matters"])
    act(lambda: journal.revise(journal.person.id, matters=chosen), "Saved.")


def symptoms(journal: Journal) -> None:
    """Draw the choice of what is rated at a check-in."""
    known = library().symptoms
    st.header("What I follow", anchor=False)
    st.pills(
        "Rated from 0 to 10 at each check-in. A few are enough: three is a good number.",
        list(known),
        selection_mode="multi",
        default=[symptom for symptom in journal.person.symptoms if symptom in known],
        format_func=_label,
        key="settings_symptoms",
    )
    st.button("Save what I follow", key="settings_follow", on_click=_follow, args=(journal,))


def _follow(journal: Journal) -> None:
    chosen = tuple(st.session_state["settings_symptoms"])
    act(lambda: journal.revise(journal.person.id, symptoms=chosen), "Saved. Earlier ratings stay.")
