"""The pages of the app: one list for the router, the cold start and the links between them."""

import streamlit as st
from streamlit.navigation.page import Page

HOME = "pages/today.py"
MEDICINES = "pages/medicines.py"
TRENDS = "pages/trends.py"
QUESTIONNAIRES = "pages/questionnaires.py"
VISIT = "pages/visit.py"
LEARN = "pages/learn.py"
MY_DATA = "pages/my_data.py"
SETTINGS = "pages/settings.py"
ABOUT = "pages/about.py"
HELP = "pages/help_now.py"
RECOVERY = "pages/recovery.py"

# Titles are neutral: they stand in browser tabs and histories.
SHOWN = (
    (HOME, "Today", ":material/today:"),
    (MEDICINES, "My list", ":material/list_alt:"),
    (TRENDS, "Over time", ":material/timeline:"),
    (QUESTIONNAIRES, "Fill in", ":material/checklist:"),
    (VISIT, "My visit", ":material/event_note:"),
    (LEARN, "Learn", ":material/menu_book:"),
    (MY_DATA, "My data", ":material/folder:"),
    (SETTINGS, "Settings", ":material/tune:"),
    (ABOUT, "About", ":material/info:"),
    (HELP, "Help now", ":material/emergency:"),
)


def page_list() -> list[Page]:
    """Make the navigation's pages, in order; recovery has an address and no link in the list."""
    shown = [
        st.Page(path, title=title, icon=icon, default=path == HOME) for path, title, icon in SHOWN
    ]
    return [*shown, st.Page(RECOVERY, title="Recovery", visibility="hidden")]
