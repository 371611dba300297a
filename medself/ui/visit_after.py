"""At the visit and after it."""

import streamlit as st

from medself.journal import Journal


def draw(journal: Journal) -> None:
    """Say that there is nothing here yet."""
    st.markdown("Here you will tick off questions and write down what was decided.")
