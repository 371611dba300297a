"""Settings: who I am, when my day starts, what I follow, text size, and the people of this household."""

import streamlit as st

from medself.ui import household, settings
from medself.ui.frame import need_journal, open_page

open_page("Settings", __file__)

journal = need_journal()

settings.about_me(journal)
settings.symptoms(journal)
settings.matters(journal)

st.header("People in this household", anchor=False)
household.show(journal)
