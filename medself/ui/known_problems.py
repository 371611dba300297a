"""Known problems on My list: between everything taken, and with one more thing a person asks about."""

import streamlit as st

from medself.errors import ContentError
from medself.interactions import NOTHING, Finding, Findings, check
from medself.interactions.words import KEEP_ON, not_known, read_as, said, source_line, title
from medself.journal import Journal
from medself.model import MedicationStatus
from medself.ui.loaders import library
from medself.ui.text import plain

MORE = "known_problems_more"


def draw(journal: Journal) -> None:
    """Draw what our table holds on the list, and the field to ask about something else."""
    taken = [m for m in journal.medications() if m.status is MedicationStatus.TAKING]
    names = [medication.slug or medication.name for medication in taken]
    st.header("Known problems", anchor=False)
    try:
        if names:
            _on_the_list(check(names, library()))
        _one_more(names)
    except ContentError:
        st.markdown("Our table cannot be read just now. Ask a pharmacist about what you take.")


def _on_the_list(found: Findings) -> None:
    if len(found.known) + len(found.unknown) > 1:
        _cards(found.findings)
    for unknown in found.unknown:
        st.caption(plain(not_known(unknown)))


def _one_more(names: list[str]) -> None:
    asked = st.text_input(
        "Check something else: a shop medicine, alcohol, a herb",
        key=MORE,
        placeholder="for example ibuprofen, wine or Sudafed",
    )
    if not asked.strip():
        return
    (this,) = [*check([asked], library()).known, None][:1]
    found = check([*names, asked], library())
    if this is None:
        st.markdown(plain(not_known(found.unknown[-1])))
        return
    if this.misspelt:
        st.markdown(plain(read_as(this)))
    _cards(tuple(one for one in found.findings if this.name in (one.a, one.b)))


def _cards(findings: tuple[Finding, ...]) -> None:
    if not findings:
        st.markdown(NOTHING)
        return
    st.markdown(KEEP_ON)
    for one in findings:
        with st.container(border=True):
            st.markdown(f"**{plain(title(one))}**")
            for text in said(one):
                st.markdown(plain(text))
            for source in one.sources:
                st.caption(plain(f"Source: {source_line(source)}"))
