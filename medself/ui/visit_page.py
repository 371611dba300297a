"""The visit page itself: on the screen, as PDF, as plain text; and the extra pages, when they are asked for."""

import orjson
import streamlit as st

from medself.journal import Journal
from medself.ui.loaders import library
from medself.ui.pages import PRESENT
from medself.ui.text import plain
from medself.ui.visit_choose import Wanted, summary_of
from medself.visit import PAPERS, Summary, as_json, pdf, text, words
from medself.visit.appendix import appendix
from medself.visit.appendix_pdf import appendix_pdf
from medself.visit.build import Days


def make(journal: Journal, days: Days, wanted: Wanted) -> Summary:
    """Gather the page."""
    key = (str(journal.folder), journal.revision, days, wanted.choice, wanted.show_private)
    return summary_of(journal, *key)


def on_screen(summary: Summary) -> None:
    """Draw the page's own sentences, section by section."""
    st.header("What the page says", anchor=False)
    with st.container(border=True):
        st.markdown(f"### {plain(words.title(summary))}", anchors=False)
        st.markdown(plain(f"{words.period(summary)}. {words.recorded(summary)}"))
        for name, lines in words.sections(summary):
            st.markdown(f"**{name}**")
            for line in lines:
                st.text(line)


def take_away(journal: Journal, summary: Summary) -> None:
    """Draw the downloads: the page as PDF, and the same as plain text and JSON."""
    paper = PAPERS[journal.person.region]
    name = f"notes-{summary.made_on:%Y-%m-%d}"
    st.download_button(
        "Page to print (PDF)",
        lambda: pdf(summary, paper=paper),
        f"{name}.pdf",
        "application/pdf",
        key="visit_pdf",
        type="primary",
        icon=":material/print:",
        on_click="ignore",
    )
    st.page_link(PRESENT, label="Show it on a shared screen", icon=":material/screen_share:")
    opened = st.expander(
        "The same as plain text, to copy into a message or a record",
        key="visit_text",
        on_change="rerun",
    )
    if opened.open:
        with opened:
            st.code(text(summary), language=None, wrap_lines=True)
            st.download_button(
                "The same for a program (JSON)",
                lambda: orjson.dumps(as_json(summary), option=orjson.OPT_INDENT_2),
                f"{name}.json",
                "application/json",
                key="visit_json",
                on_click="ignore",
            )


def extra_pages(journal: Journal, days: Days, wanted: Wanted) -> None:
    """Draw the way to the extra pages: a file of their own, made only when it is asked for."""
    st.download_button(
        "Extra pages: every day, all charts, answers, sources (PDF)",
        lambda: _extra_pages(journal, days, wanted),
        f"notes-{days.today:%Y-%m-%d}-more.pdf",
        "application/pdf",
        key="visit_more",
        icon=":material/library_books:",
        on_click="ignore",
    )


def _extra_pages(journal: Journal, days: Days, wanted: Wanted) -> bytes:
    found = appendix(
        journal, library(), days, show_private=wanted.show_private, choice=wanted.choice
    )
    return appendix_pdf(found, paper=PAPERS[journal.person.region])
