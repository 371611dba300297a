"""Medicines of a group side by side: columns on a desk, one under the other on a phone; nothing ranked."""

import streamlit as st

from medself.library.basics import Region
from medself.library.compare import MOST, Row, compare
from medself.library.groups import members
from medself.ui.explainer_parts import sources
from medself.ui.learn import close_explainer, title_of
from medself.ui.loaders import library

NO_RANK = (
    "This does not say which is better: that depends on you. The figures come from different studies "
    "and leaflets, so small differences between them mean little. Ask your prescriber what they mean for you."
)


def draw(group: str, region: Region) -> None:
    """Draw the choice of medicines of a group, and those chosen beside each other.

    Raises:
        ContentError: there is no such group, or a page is broken.
    """
    st.button("All pages", key="learn_back", icon=":material/arrow_back:", on_click=close_explainer)
    page = library().page(group)
    st.header(f"Side by side: {title_of(page.id)}", anchor=False)
    chosen = st.multiselect(
        f"Choose up to {MOST} medicines",
        members(library(), group),
        format_func=title_of,
        max_selections=MOST,
        key=f"learn_compared_{group}",
        placeholder="Choose medicines",
        persist_state="session",
    )
    if not chosen:
        st.markdown(
            "Choose two or three. Then you can read the same parts of their pages together."
        )
        return
    found = compare(library(), chosen, region)
    st.info(NO_RANK)
    for row in found.rows:
        st.subheader(row.title, anchor=False)
        _row(row, found.titles)
    sources(found.sources)
    st.markdown("Each page is a draft until a clinician has checked it, and says so.")


def _row(row: Row, titles: tuple[str, ...]) -> None:
    if row.same:
        st.markdown(f"The same for all of these.\n\n{row.cells[0]}")
        return
    for column, title, cell in zip(
        st.columns(len(titles), border=True), titles, row.cells, strict=True
    ):
        column.markdown(f"**{title}**\n\n{cell}")
