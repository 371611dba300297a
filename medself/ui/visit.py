"""Getting ready for an appointment: when it is, which days the page is about, and the page itself."""

from datetime import date, datetime, time, timedelta

import streamlit as st

from medself.errors import InvalidRecord
from medself.journal import Journal
from medself.model import Visit
from medself.ui import clock
from medself.ui.loaders import library
from medself.ui.notes import act
from medself.ui.text import plain
from medself.visit import Paper, Summary, build, pdf, since_last_visit, text, words

PERIODS = {
    "7": "7 days",
    "30": "30 days",
    "90": "90 days",
    "last": "Since my last visit",
    "own": "Other",
}
PAPERS: dict[str, Paper] = {"us": "us-letter", "uk": "a4"}


def appointments(journal: Journal) -> None:
    """Draw the appointments ahead and the form for another one."""
    now = clock.now()
    coming = [visit for visit in journal.visits() if visit.at >= now - timedelta(hours=12)]
    for visit in coming:
        with st.container(horizontal=True, vertical_alignment="center"):
            st.text(f"{visit.at:%A} {visit.at.day} {visit.at:%B %Y, %H:%M}  {visit.with_whom}")
            st.button(
                "Remove",
                key=f"visit_remove_{visit.id}",
                on_click=act,
                args=(lambda id_=visit.id: journal.remove(id_), "Appointment removed."),
            )
    with st.expander("Add an appointment", expanded=not coming), st.form("visit_form"):
        with st.container(horizontal=True):
            st.date_input("Day", None, key="visit_day")
            st.time_input("Time", time(10), key="visit_time", step=300)
        st.text_input("With whom? (if you like)", key="visit_whom")
        st.form_submit_button("Save appointment", key="visit_save", on_click=_save, args=(journal,))


def _save(journal: Journal) -> None:
    state = st.session_state

    def write() -> None:
        if state["visit_day"] is None:
            raise InvalidRecord("Please choose the day of the appointment.")
        at = datetime.combine(state["visit_day"], state["visit_time"])
        journal.add(Visit(at=at, zone=clock.zone(), with_whom=state["visit_whom"]))

    act(write, "Appointment saved.")


def choose_period(journal: Journal, today: date) -> tuple[date, date]:
    """Draw the choice of days the page is about; both ends are included."""
    last = since_last_visit(journal, today)
    options = [option for option in PERIODS if option != "last" or last]
    chosen = st.segmented_control(
        "Which days?",
        options,
        format_func=PERIODS.__getitem__,
        default="last" if last else "30",
        required=True,
        key="visit_period",
        persist_state="session",
        wrap=True,
    )
    if chosen == "last" and last:
        return last, today
    if chosen == "own":
        picked = st.date_input(
            "From and to", (today - timedelta(days=29), today), max_value=today, key="visit_days"
        )
        if isinstance(picked, tuple) and len(picked) == 2:
            return picked[0], picked[1]
        st.info("Choose the last day too.")
        st.stop()
    return today - timedelta(days=int(chosen or 30) - 1), today


def make(journal: Journal, start: date, end: date) -> Summary:
    """Gather the page, asking first about side effects that stay private unless ticked."""
    private = st.checkbox("Show side effects about sex and other private ones", key="visit_private")
    today = clock.today(journal.person.day_start)
    until = clock.last_quarter()
    return _cached(
        journal, str(journal.folder), journal.revision, start, end, today, until, private
    )


@st.cache_data(scope="session", max_entries=6, show_spinner=False)
def _cached(
    _journal: Journal,
    folder: str,
    revision: str,
    start: date,
    end: date,
    today: date,
    until: datetime,
    private: bool,
) -> Summary:
    # `folder` and `revision` stand for the journal in the cache's key; it is not hashed itself.
    return build(
        _journal, library(), start=start, end=end, today=today, until=until, show_private=private
    )


def on_screen(summary: Summary) -> None:
    """Draw the page's own sentences, section by section."""
    with st.container(border=True):
        st.markdown(f"### {plain(words.title(summary))}", anchors=False)
        st.markdown(plain(f"{words.period(summary)}. {words.recorded(summary)}"))
        for name, lines in words.sections(summary):
            st.markdown(f"**{name}**")
            for line in lines:
                st.text(line)


def take_away(journal: Journal, summary: Summary) -> None:
    """Draw the downloads: the page as PDF, and the same as plain text."""
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
    with st.expander("The same as plain text, to copy into a message or a record"):
        st.code(text(summary), language=None, wrap_lines=True)
