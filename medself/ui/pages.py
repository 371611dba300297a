"""The pages of the app: one list for the router, the cold start and the links between them."""

import streamlit as st
from streamlit.navigation.page import Page

HOME = "pages/today.py"
MEDICINES = "pages/medicines.py"
TRENDS = "pages/trends.py"
QUESTIONNAIRES = "pages/questionnaires.py"
VISIT = "pages/visit.py"
PRESENT = "pages/present.py"
TAKE_ALONG = "pages/take_along.py"
LEARN = "pages/learn.py"
MY_DATA = "pages/my_data.py"
SETTINGS = "pages/settings.py"
ABOUT = "pages/about.py"
HELP = "pages/help_now.py"
RECOVERY = "pages/recovery.py"

SHARED = "Share"
# Titles are neutral: they stand in browser tabs and histories.
SHOWN = (
    (HOME, "Today", ":material/today:"),
    (MEDICINES, "My list", ":material/list_alt:"),
    (TRENDS, "Over time", ":material/timeline:"),
    (QUESTIONNAIRES, "Fill in", ":material/checklist:"),
    (VISIT, "My visit", ":material/event_note:"),
    (PRESENT, SHARED, ":material/screen_share:"),
    (TAKE_ALONG, "Take along", ":material/badge:"),
    (LEARN, "Learn", ":material/menu_book:"),
    (MY_DATA, "My data", ":material/folder:"),
    (SETTINGS, "Settings", ":material/tune:"),
    (ABOUT, "About", ":material/info:"),
    (HELP, "Help now", ":material/emergency:"),
)


def page_list(*, shared: bool = False) -> list[Page]:
    """Make the navigation's pages, in order; recovery has an address and no link in the list.

    While a screen is `shared` every address still works, all have one title, and there is no list.
    """
    if shared:
        paths = [*(path for path, _, _ in SHOWN), RECOVERY]
        return [
            st.Page(path, title=SHARED, visibility="hidden", default=path == HOME) for path in paths
        ]
    shown = [
        st.Page(path, title=title, icon=icon, default=path == HOME) for path, title, icon in SHOWN
    ]
    return [*shown, st.Page(RECOVERY, title="Recovery", visibility="hidden")]
