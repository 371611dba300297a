"""What the About page says; numbers and sources are printed from their registers."""

import streamlit as st

from medself.analysis.measures import MEASURES
from medself.ui.loaders import home
from medself.ui.text import plain

IS = """
medself helps you understand the medicines you take for your mental health, keep a record that is
honest, and get ready for an appointment.

**What it does**

- It explains medicines in plain words and names where each fact comes from.
- It keeps what you record on this computer, and nowhere else.
- It counts, and shows how much was recorded behind every number.
- It makes one page for your appointment.

**What it is not**

- It is not a doctor, a nurse or a pharmacist, and nobody is watching it.
- It never says what is wrong with you, and never tells you to start, stop or change a medicine.
- It cannot tell you why a line went up or down.
- A medicine without a warning here is not free of problems. Ask a pharmacist.
"""
THANKS = """
The words are our own. The facts come from medicine labels, the NHS, the MHRA, the FDA and published
studies; each page lists its sources and the day they were read. No clinician has checked the pages
yet: they are drafts, and say so.

This product uses publicly available data from the U.S. National Library of Medicine (RxNorm codes).
NLM is not responsible for the product and does not endorse it. Some facts come from the NHS website,
licensed under the Open Government Licence v3.0. The font on the visit page is DejaVu Sans.
"""


def what_it_is() -> None:
    """Draw what medself is and is not."""
    st.markdown(IS)


def measures() -> None:
    """Draw the register of measures: every number in the app and how it is worked out."""
    for measure in MEASURES.values():
        with st.expander(measure.name):
            st.markdown(plain(measure.definition))
            st.markdown(f"**How:** {plain(measure.formula)}")
            st.markdown(f"**Counted in:** {plain(measure.unit)}")
            st.markdown(f"**Needs at least:** {plain(measure.least_data)}")
            st.caption(f"Source: {plain(measure.source)}")


def sources() -> None:
    """Draw whose work the pages stand on."""
    st.markdown(THANKS)


def where() -> None:
    """Draw where the records lie."""
    st.markdown("Everybody's records on this computer are in this folder, one folder a person:")
    st.code(str(home()), language=None, wrap_lines=True)
