"""Over time: how it went, doses, changes and totals, from the record. Composes; decides nothing."""

import streamlit as st

from medself.ui import clock, trends, trends_change, trends_choose, trends_doses, trends_more
from medself.ui.frame import need_journal, open_page

open_page("Over time", __file__)

journal = need_journal()
today = clock.today(journal.person.day_start)
start, end = trends_choose.choose_period(journal, today)
symptoms = trends_choose.choose_symptoms(journal)
view = trends.look(journal, start, end, symptoms)

trends.recorded(view)
trends.chart(view, journal, start, end, symptoms)
trends_more.weeks(journal, start, end, symptoms)
trends_more.hours_slept(journal, start, end)
trends_more.questionnaires(journal, start, end)

st.header("Doses", anchor=False)
trends_doses.counts(view.doses)
trends_doses.more(journal, start, end)
trends_doses.days(journal, start, end)

st.header("Side effects", anchor=False)
trends.side_effects(view)

st.header("Before and after a change", anchor=False)
trends_change.draw(journal, today)
