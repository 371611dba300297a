"""My data: bring in what other apps wrote, confirm what is taken, take copies away, delete. Composes only."""

import streamlit as st

from medself.ui import my_data, my_data_copies, my_data_delete, still_taken
from medself.ui.frame import need_journal, open_page

open_page("My data", __file__)

journal = need_journal()

my_data.help_if_needed(journal)

part = st.segmented_control(
    "What would you like to do?",
    ["Bring in", "Take away", "Backups", "Delete"],
    default="Bring in",
    required=True,
    key="my_data_part",
    persist_state="session",
    wrap=True,
)
if part == "Bring in":
    my_data.bring_in(journal)
    still_taken.ask(journal)
elif part == "Take away":
    my_data_copies.take_away(journal)
elif part == "Backups":
    my_data_copies.backups(journal)
    my_data_copies.undo(journal)
else:
    my_data_delete.everything(journal)
