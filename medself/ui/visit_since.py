"""What is different since the last visit, worked out once it is opened."""

from datetime import date

import streamlit as st

from medself.days import day_in_words
from medself.journal import Journal
from medself.ui.loaders import library
from medself.ui.text import plain
from medself.ui.visit_choose import Wanted
from medself.visit import since_last_visit
from medself.visit.build import Days
from medself.visit.since import difference
from medself.visit.words import Section


def draw(journal: Journal, today: date, days: Days, wanted: Wanted) -> None:
    """Draw the days since the last visit beside as many before; without a visit, the days chosen above."""
    last = since_last_visit(journal, today)
    start, end = (last, today) if last else (days.start, days.end)
    when = "since your last visit" if last else "in the days chosen"
    opened = st.expander(f"See what is different {when}", key="visit_since", on_change="rerun")
    if not opened.open:
        return
    with opened:
        st.caption(
            f"{day_in_words(start)} to {day_in_words(end)}, beside as many days before. It cannot say why "
            "anything changed."
        )
        key = (str(journal.folder), journal.revision, days._replace(start=start, end=end))
        for name, lines in _difference(journal, *key, wanted.show_private):
            st.markdown(f"**{name}**")
            st.markdown("\n".join(f"- {plain(line)}" for line in lines))


@st.cache_data(scope="session", max_entries=4, show_spinner=False)
def _difference(
    _journal: Journal, folder: str, revision: str, days: Days, show_private: bool
) -> tuple[Section, ...]:
    # `folder` and `revision` stand for the journal in the cache's key; it is not hashed itself.
    return difference(
        _journal,
        library(),
        start=days.start,
        end=days.end,
        until=days.until,
        show_private=show_private,
    )
