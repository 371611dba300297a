"""Take along: lists, dates and a page for family, to carry or to hand over. Composes; decides nothing."""

import streamlit as st

from medself.ui import take_along, take_along_family
from medself.ui.frame import need_journal, open_page

open_page("To take along", __file__)

journal = need_journal()

part = st.segmented_control(
    "What do you need?",
    ["Lists", "Dates for my calendar", "For family and friends"],
    default="Lists",
    required=True,
    key="take_along_part",
    persist_state="session",
    wrap=True,
)
if part == "Lists":
    take_along.lists(journal)
elif part == "Dates for my calendar":
    take_along.calendar(journal)
else:
    take_along_family.draw(journal)
