"""A small chart on a page: the picture with its sentence as alt text, and its table behind one tap."""

import streamlit as st

from medself.charts.picture import Picture
from medself.ui.text import plain


def is_dark() -> bool:
    """Whether the page is drawn dark."""
    return bool(st.context.theme.type == "dark")


def draw(picture: Picture, *, key: str, table: str) -> None:
    """Draw a picture, and its table when it is opened.

    Args:
        picture: what to draw.
        key: the key of its widgets.
        table: what the way to its table says, in words of ours.
    """
    st.vega_lite_chart(
        picture.data, picture.spec, theme=None, alt=picture.sentence, key=f"{key}_chart"
    )
    opened = st.expander(table, key=f"{key}_table", on_change="rerun")
    if opened.open:
        opened.table(picture.table.map(plain), hide_index=True, border="horizontal", alt=table)


def told(picture: Picture, *, key: str, table: str) -> None:
    """Draw a picture under its sentence; see `draw`."""
    st.markdown(plain(picture.sentence))
    draw(picture, key=key, table=table)
