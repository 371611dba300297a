"""Learn: find a page about a medicine, a group or a topic, and read it. Composes; decides nothing."""

import streamlit as st

from medself.errors import MedselfError
from medself.ui import (
    explainer,
    learn,
    learn_browse,
    learn_compare,
    learn_results,
    learn_share,
    state,
)
from medself.ui.frame import open_page

open_page("Learn", __file__)

region = learn.choose_region()
typed = learn.search()
chosen = st.session_state.get(state.PAGE_ID)
compared = st.session_state.get(state.COMPARED)

try:
    if compared:
        learn_compare.draw(compared, region)
    elif chosen:
        explainer.read(chosen, region)
    elif typed:
        learn_results.draw(typed, region)
    else:
        learn_browse.draw(region)
        learn_share.choose_pack(region)
except MedselfError as error:
    st.error(str(error))
