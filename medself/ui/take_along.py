"""Lists to carry: a card, the list as text, the week's box, forgotten doses; and a file of dates."""

from datetime import date, timedelta

import streamlit as st

from medself.exchange import ics_out
from medself.journal import Journal
from medself.library.basics import Region
from medself.ui import clock
from medself.ui.loaders import library
from medself.ui.pages import MEDICINES
from medself.visit import PAPERS, Paper, Summary, build
from medself.visit.along import box, card, forgotten

PDF = "application/pdf"
ALARMS = (
    "**Check that your calendar rings.** Many drop the alarms of a file, Google Calendar among them; some "
    "show them only on one device. Try it before you count on it, and never count on it alone. The "
    "reminders end by themselves after 12 weeks, because a calendar does not hear of a change. Bring in a "
    "new file after each change: it takes the place of the one before."
)
TITLES = (
    "The titles tell nobody what it is about: *Appointment*, *Reminder: order* (ask for more), *Reminder: "
    "to do* (a test or something else agreed), *Reminder: due today* (an injection). With whom and where is left out."
)


def region_of(journal: Journal) -> Region:
    """Return the region whose pages the person reads."""
    return "uk" if journal.person.region == "uk" else "us"


def lists(journal: Journal) -> None:
    """Draw the sheets that are made of what the person takes."""
    today = clock.today(journal.person.day_start)
    paper = PAPERS[journal.person.region]
    if not journal.medications():
        st.info("Nothing is on your list yet, so there is nothing to take along.")
        st.page_link(MEDICINES, label="Go to my list", icon=":material/list_alt:")
        return
    _now(journal, today)
    _box(journal, today, paper)
    _forgotten(journal, today, paper)


def _now(journal: Journal, today: date) -> None:
    summary = _summary(journal, str(journal.folder), journal.revision, today)
    with st.container(border=True):
        st.header("What I take now", anchor=False)
        st.code(card.as_text(summary), language=None, wrap_lines=True)
        with st.container(horizontal=True):
            st.download_button(
                "Card for my wallet (PDF)",
                lambda: card.card(summary),
                f"card-{today:%Y-%m-%d}.pdf",
                PDF,
                key="take_along_card",
                icon=":material/badge:",
                on_click="ignore",
            )
            st.download_button(
                "List as text",
                card.as_text(summary),
                f"list-{today:%Y-%m-%d}.txt",
                "text/plain",
                key="take_along_text",
                icon=":material/notes:",
                on_click="ignore",
            )
        st.caption("Print the card at 100 %. It has lines for allergies and whom to call first.")


# `folder` and `revision` stand for the journal in the keys of these caches; it is not hashed itself.
@st.cache_data(scope="session", max_entries=2, show_spinner=False)
def _summary(_journal: Journal, folder: str, revision: str, today: date) -> Summary:
    return build(_journal, library(), start=today, end=today, today=today)


@st.cache_data(scope="session", max_entries=2, show_spinner=False)
def _said(
    _journal: Journal, folder: str, revision: str, region: Region, today: date
) -> dict[str, bool]:
    """Tell of each medicine with doses due whether its page says anything of forgotten ones."""
    found = forgotten.forgotten(_journal.medications(), library(), region, today=today)
    return {one.name: bool(one.text) for one in found}


def _box(journal: Journal, today: date, paper: Paper) -> None:
    with st.container(border=True):
        st.header("My box for a week", anchor=False)
        monday = today + timedelta(days=(7 - today.weekday()) % 7)
        start = st.date_input("First day of the week", monday, key="take_along_week")
        day = start if isinstance(start, date) else monday
        found = box.box(journal.medications(), start=day, day_start=journal.person.day_start)
        st.markdown(
            "What goes into which part, by how you take things. What is only for when needed, injections "
            "and liquids are listed apart."
        )
        st.download_button(
            "Sheet to fill my box (PDF)",
            lambda: box.pdf(found, person=journal.person.name, made_on=today, paper=paper),
            f"week-{day:%Y-%m-%d}.pdf",
            PDF,
            key="take_along_box",
            icon=":material/calendar_view_week:",
            on_click="ignore",
        )
        st.caption(box.CHECK)


def _forgotten(journal: Journal, today: date, paper: Paper) -> None:
    region = region_of(journal)
    said = _said(journal, str(journal.folder), journal.revision, region, today)
    medications, person = journal.medications(), journal.person.name

    def made() -> bytes:
        found = forgotten.forgotten(medications, library(), region, today=today)
        return forgotten.pdf(found, person=person, made_on=today, paper=paper)

    with st.container(border=True):
        st.header("If I forget one", anchor=False)
        if not any(said.values()):
            st.markdown(
                "Our pages say nothing about forgotten ones for the way you take things. Ask a pharmacist."
            )
            return
        st.markdown("What our pages say, one card each, with where it was read.")
        st.download_button(
            "Cards for forgotten ones (PDF)",
            made,
            f"notes-{today:%Y-%m-%d}.pdf",
            PDF,
            key="take_along_forgotten",
            icon=":material/help:",
            on_click="ignore",
        )
        for name, says in said.items():
            if not says:
                st.text(f"{name}: nothing to go by for the way it is taken. Please ask.")


def calendar(journal: Journal) -> None:
    """Draw the file of dates for a calendar, with what it does and does not do."""
    today = clock.today(journal.person.day_start)
    st.markdown(
        "Appointments, days to ask for more, tests and other to-dos, and injections, for the calendar you use."
    )
    doses = st.checkbox("Reminders for doses too", key="take_along_doses", persist_state="session")
    if doses:
        st.warning(ALARMS)
    made = ics_out.make(journal, now=clock.moment(), today=today, doses=doses)
    st.markdown(
        f"- Appointments: {made.visits}\n- Days to ask for more: {made.refills}\n"
        f"- Tests and other to-dos: {made.tasks}\n"
        f"- Injections, each with its next dates: {made.injections}\n"
        + (f"- Times of day with a reminder: {made.reminders}" if doses else "")
    )
    st.download_button(
        "Dates for my calendar (ics)",
        made.content,
        f"dates-{today:%Y-%m-%d}.ics",
        "text/calendar",
        key="take_along_ics",
        icon=":material/event:",
        on_click="ignore",
    )
    st.caption(TITLES)
    st.caption(
        "Bring in a newer file and dates that moved move in your calendar too. What you removed here stays "
        "there until you remove it there."
    )
