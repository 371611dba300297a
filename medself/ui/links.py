"""Links to a part of the library: made only when asked for, read once, and gone from the address.

The only place that reads what stands in an address (docs/decisions/0100).
"""

import streamlit as st

from medself.library.links import code_of, page_of, part_of
from medself.ui import state
from medself.ui.loaders import library

PAGE, PARAMETER = "/learn", "p"


def take_in() -> None:
    """Go where the address leads, if it holds a code of ours, and take the code out of it."""
    code = st.query_params.get(PARAMETER)
    if code is None:
        return
    st.query_params.clear()
    if slug := page_of(library(), code):
        st.session_state.pop(state.COMPARED, None)
        st.session_state[state.PAGE_ID] = slug
        st.session_state[state.PAGE_PART] = part_of(code, slug)


def link_to(slug: str, part: str) -> str:
    """Return the address of a page, or of one part of it, on this computer."""
    # Streamlit gives the address with or without the page it is asked on.
    home = (st.context.url or "").rstrip("/").removesuffix(PAGE)
    return f"{home}{PAGE}?{PARAMETER}={code_of(slug, part)}"
