"""Known problems: of everything on My list, with one more thing, of a search, and of one medicine."""

import streamlit as st

from medself.errors import ContentError
from medself.interactions import (
    NOTHING,
    About,
    Finding,
    Findings,
    about,
    asked_together,
    check,
)
from medself.interactions.words import (
    GROUPS,
    KEEP_ON,
    NOT_ALL,
    beside,
    not_known,
    read_as,
    said,
    source_line,
    title,
)
from medself.journal import Journal
from medself.model import MedicationStatus
from medself.ui.loaders import library
from medself.ui.text import plain

MORE = "known_problems_more"
UNREADABLE = "Our table cannot be read just now. Ask a pharmacist about what you take."


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
        st.markdown(UNREADABLE)


def of_search(typed: str) -> None:
    """Draw what our table holds between the things a search names; nothing when it names only one."""
    try:
        found = asked_together(typed, library())
    except ContentError:
        st.markdown(UNREADABLE)
        return
    if found:
        _cards(found.findings)


def of_one(slug: str) -> None:
    """Draw what our table holds about one medicine, closed at first: the list can be long."""
    opened = st.expander(
        "Known problems with other things, one by one",
        key=f"known_problems_of_{slug}",
        on_change="rerun",
        icon=":material/compare_arrows:",
    )
    if not opened.open:
        return
    with opened:
        try:
            found = about(slug, library())
        except ContentError:
            st.markdown(UNREADABLE)
            return
        st.markdown(KEEP_ON if found else NOTHING)
        for severity, name in GROUPS.items():
            rows = [one for one in found if one.finding.severity == severity]
            if rows:
                st.markdown(f"**{name}**")
                st.markdown("\n".join(_item(one) for one in rows))
        st.caption(NOT_ALL)


def _item(one: About) -> str:
    who, what, where = beside(one)
    return f"- **{plain(who)}** {plain(what)} :small[{plain(where)}]"


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
