"""About: what medself is and is not, how each number is worked out, and whose work it stands on."""

import streamlit as st

from medself import __version__
from medself.ui import about
from medself.ui.frame import open_page

open_page("About medself", __file__)

about.what_it_is()

st.header("How each number is worked out", anchor=False)
about.measures()

st.header("Where the words come from", anchor=False)
about.sources()

st.header("Where your record is", anchor=False)
about.where()

st.caption(f"medself {__version__}")
