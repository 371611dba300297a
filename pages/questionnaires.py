"""Questionnaires: fill one in, what came out in words, totals so far. Composes; decides nothing."""

import streamlit as st

from medself.ui import questionnaire_history, questionnaire_result, questionnaires
from medself.ui.frame import need_journal, open_page

open_page("Questionnaires", __file__)

journal = need_journal()

if not questionnaire_result.just_saved(journal):
    questionnaires.form(journal)

st.header("So far", anchor=False)
questionnaire_history.tables(journal)

st.header("My clinic gave me a total", anchor=False)
questionnaire_history.clinic_form(journal)
