"""Today: doses with one tap, the check-in, side effects, and what is next. Composes; decides nothing."""

import streamlit as st

from medself.ui import check_in, clock, doses, next_up, side_effects, suggested
from medself.ui.first_start import doors
from medself.ui.frame import open_page
from medself.ui.loaders import journal_or_none

open_page("Today", __file__)

journal = journal_or_none()
if journal is None:
    doors()

today = clock.today(journal.person.day_start)
suggested.ask_now(journal, today)
day = next_up.choose_day(today)

st.header("Doses", anchor=False)
doses.due_cards(journal, day)
if day == today:
    doses.as_needed_cards(journal, clock.now())
doses.also_recorded(journal, day)

st.header("How are you?", anchor=False)
check_in.form(journal, day)

st.header("Side effects", anchor=False)
side_effects.form(journal, day)

st.header("Anything else", anchor=False)
side_effects.event_form(journal, day)

st.header("What is next", anchor=False)
next_up.show(journal, today)
