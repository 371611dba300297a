"""My appointment: when it is, my questions, and the one page to take along. Composes; decides nothing."""

import streamlit as st

from medself.ui import clock, visit, visit_after, visit_questions
from medself.ui.frame import need_journal, open_page

open_page("My appointment", __file__)

journal = need_journal()
today = clock.today(journal.person.day_start)

st.header("When", anchor=False)
visit.appointments(journal)

st.header("My questions", anchor=False)
visit_questions.draw(journal)

st.header("My page", anchor=False)
start, end = visit.choose_period(journal, today)
summary = visit.make(journal, start, end)
visit.take_away(journal, summary)
visit.on_screen(summary)

st.header("At the visit", anchor=False)
visit_after.draw(journal)
