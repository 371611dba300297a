"""What I take: the list, known problems in it, changes to it, and what was taken before. Composes; decides nothing."""

import streamlit as st

from medself.ui import known_problems, medicine_add, medicines, tests_done
from medself.ui.frame import need_journal, open_page

open_page("What I take", __file__)

journal = need_journal()

medicines.taking(journal)
known_problems.draw(journal)
tests_done.draw(journal)
st.header("Add a medicine", anchor=False)
medicine_add.form(journal)
medicines.earlier(journal)
