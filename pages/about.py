"""About: what medself is and is not, how each number is worked out, and whose work it stands on."""

import streamlit as st

from medself import __version__
from medself.ui import about
from medself.ui.frame import open_page

open_page("About medself", __file__)

about.what_it_is()

st.subheader("How each number is worked out", anchor=False)
about.measures()

st.subheader("Where the words come from", anchor=False)
about.sources()

st.subheader("Where your record is", anchor=False)
about.where()

st.caption(f"medself {__version__}")
