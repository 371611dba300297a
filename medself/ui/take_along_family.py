"""A page to hand to family or friends: nothing of the record is on it unless it is ticked here, one by one."""

import zlib

import streamlit as st

from medself.errors import ContentError
from medself.journal import Journal
from medself.model import Medication, MedicationStatus
from medself.ui import clock, help_panel
from medself.ui.loaders import library
from medself.ui.take_along import PDF, region_of
from medself.ui.text import plain
from medself.visit import PAPERS
from medself.visit.along import family
from medself.visit.along.family import CALL, HELPS, WATCH, ForFamily

PURPOSE = (
    "One page for one purpose: **what helps, whom to call, what to watch**. It is made of our page for families "
    "and the help lines of a country. You choose whether anything else is on it."
)
OWN = {
    HELPS: "What helps me, in my own words",
    CALL: "Whom to call first: name and number",
    WATCH: "What I want you to watch for, in my own words",
}


def draw(journal: Journal) -> None:
    """Draw the choices, what would be on the page, the person's say-so, and then the page."""
    st.markdown(PURPOSE)
    chosen = ForFamily(
        country=_country(),
        name=journal.person.name if _tick("My name", "name") else "",
        pages=_pages(journal),
        own=_own(journal),
    )
    if not chosen.country:
        st.info("Choose the country whose help lines are to be on it.")
        return
    with st.container(border=True):
        st.markdown("**This would be on the page**")
        st.markdown("\n".join(f"- {plain(line)}" for line in _told(chosen)))
    # The say-so is for exactly this: whatever changes above takes it back.
    mark = zlib.crc32(repr(chosen).encode())
    if st.checkbox(
        "Yes, I want to give this page to someone, so that they know what helps, whom to call and what to watch",
        key=f"family_yes_{mark}",
    ):
        _download(journal, chosen)
    st.caption(
        "It is a paper, not a door: whoever has it sees nothing of your record, now or later. It is not "
        "encrypted."
    )


def _country() -> str:
    countries = {country.country: country.name for country in library().crisis.countries}
    return (
        st.selectbox(
            "Where do they live? Their help lines are on the page",
            list(countries),
            index=None,
            format_func=countries.__getitem__,
            key="family_country",
            placeholder="Choose a country",
            persist_state="session",
        )
        or ""
    )


def _tick(label: str, name: str) -> bool:
    return st.checkbox(label, key=f"family_{name}", persist_state="session")


def _pages(journal: Journal) -> tuple[str, ...]:
    offered = {
        one.slug: one
        for one in journal.medications()
        if one.slug in library().heads and one.status is MedicationStatus.TAKING
    }
    if not offered:
        return ()
    st.markdown("**Pages about what I take** (a tick tells them that I take it)")
    return tuple(slug for slug, one in offered.items() if slug and _tick(_named(one), slug))


def _named(one: Medication) -> str:
    return plain(one.name)


def _own(journal: Journal) -> tuple[tuple[str, str], ...]:
    found = []
    for part, label in OWN.items():
        text = st.text_area(
            label,
            key=f"family_own_{part.split()[-1]}",
            max_chars=2000,
            persist_state="session",
        )
        help_panel.draw_for_text(journal, f"family_{part.split()[-1]}", text)
        if text.strip():
            found.append((part, text))
    return tuple(found)


def _told(chosen: ForFamily) -> list[str]:
    countries = {country.country: country.name for country in library().crisis.countries}
    lines = [
        "our page for family and friends, in parts",
        f"help lines: {countries[chosen.country]}",
    ]
    lines += [f"my name: {chosen.name}"] if chosen.name else ["not my name"]
    lines += [
        f"for families, and serious signs: {library().medication(slug).names.us}"
        for slug in chosen.pages
    ] or ["nothing of what I take"]
    return lines + [f"my own words: {part.lower()}" for part, _ in chosen.own]


def _download(journal: Journal, chosen: ForFamily) -> None:
    today = clock.today(journal.person.day_start)
    pages, paper, region = library(), PAPERS[journal.person.region], region_of(journal)
    try:
        made = family.pdf(chosen, pages, region, made_on=today, paper=paper)
    except ContentError as error:
        st.error(plain(str(error)))
        return
    st.download_button(
        "The page (PDF)",
        made,
        f"page-{today:%Y-%m-%d}.pdf",
        PDF,
        key="family_pdf",
        type="primary",
        icon=":material/print:",
        on_click="ignore",
    )
