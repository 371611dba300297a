"""Over time: medicines, symptoms and side effects on one line of time. Composes; decides nothing."""

import streamlit as st

from medself.ui import clock, trends, trends_change, trends_doses
from medself.ui.frame import need_journal, open_page

open_page("Over time", __file__)

journal = need_journal()
today = clock.today(journal.person.day_start)
start, end = trends.choose_period(journal, today)
view = trends.look(journal, start, end, trends.choose_symptoms(journal))

trends.recorded(view)
trends.chart(view)

st.header("Doses", anchor=False)
trends_doses.counts(view.doses)
trends_doses.more(journal, start, end)

st.header("Side effects", anchor=False)
trends.side_effects(view)

st.header("Before and after a change", anchor=False)
trends_change.draw(journal, today)
