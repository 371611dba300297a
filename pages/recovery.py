"""Recovery: what could not be read, what was kept, and what can be put back. Loses nothing."""

import streamlit as st

from medself.ui import recovery
from medself.ui.frame import open_page

open_page("Put things right", __file__)

st.markdown(
    "Sometimes a file is cut short, for example when a computer loses power. We never write over "
    "a file that we cannot read. Here is what can be done. Every step keeps the file as it is, in "
    "the folder named *trash* of the record."
)
recovery.show()
