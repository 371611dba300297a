"""Help now: the emergency number and the crisis lines of a country. Needs no record and no network."""

import re

import streamlit as st

from medself.days import day_in_words
from medself.errors import ContentError
from medself.library.lists import Country, Crisis, Line
from medself.ui import sharing, state
from medself.ui.loaders import journal_or_none, library
from medself.ui.pages import LEARN

ELSEWHERE = "elsewhere"
CRISIS_PAGE = "in-a-crisis"
# Shown even when the file with the lines is broken.
WHATEVER_HAPPENS = (
    "If your life is at risk, call your local emergency number: 911 in the US and Canada, 999 in the"
    " UK, 112 in the EU, 000 in Australia, 111 in New Zealand. In the US you can call or text 988 at"
    " any time. In the UK call 111 and choose the mental health option, or Samaritans on 116 123."
)


def draw() -> None:
    """Draw the lines of the person's country, or of the one they choose."""
    st.markdown(
        "You are not alone, and this can pass. Nobody watches this app: please tell a person."
    )
    try:
        crisis = library().crisis
    except ContentError:
        st.error(WHATEVER_HAPPENS)
        return
    countries = {country.country: country for country in crisis.countries}
    chosen = _choose(countries)
    if chosen:
        _emergency(chosen)
        st.header("Talk to someone now", anchor=False)
        for line in chosen.lines:
            _line(line)
    else:
        _unknown(crisis)
    checked = min(line.checked for each in crisis.countries for line in each.lines)
    st.caption(f"These numbers were checked on {day_in_words(checked)} or later.")
    if sharing.is_on():
        return
    if CRISIS_PAGE in library().heads and st.button(
        "Read: what to do in a crisis",
        key="help_read",
        icon=":material/menu_book:",
        on_click=_crisis_page,
    ):
        st.switch_page(LEARN)


def _crisis_page() -> None:
    st.session_state[state.PAGE_ID] = CRISIS_PAGE


def _choose(countries: dict[str, Country]) -> Country | None:
    # On a shared screen it says nothing about the person, not even where they are.
    journal = None if sharing.is_on() else journal_or_none()
    known = journal.person.country if journal and journal.person.country in countries else None
    st.session_state.setdefault(state.COUNTRY, known)
    names = {code: country.name for code, country in countries.items()}
    chosen = st.selectbox(
        "Where are you?",
        list(countries),
        index=None,
        format_func=names.__getitem__,
        key=state.COUNTRY,
        placeholder="Choose your country",
        persist_state="session",
    )
    return countries.get(chosen or "")


def _emergency(country: Country) -> None:
    number = country.emergency.number
    st.header("If your life is at risk", anchor=False)
    if _dial(number):
        st.markdown(f"Call **{number}** now, or ask someone near you to call.")
        st.link_button(f"Call {number}", f"tel:{_dial(number)}", icon=":material/call:")
    else:
        st.markdown(f"Call {number} now, or ask someone near you to call.")


def _line(line: Line) -> None:
    with st.container(border=True):
        st.markdown(f"**{line.name}**, {line.hours}")
        with st.container(horizontal=True):
            if line.call:
                st.link_button(
                    f"Call {line.call}", f"tel:{_dial(line.call)}", icon=":material/call:"
                )
            if line.text:
                st.link_button(
                    f"Text {line.text}", f"sms:{_dial(line.text)}", icon=":material/sms:"
                )
        if line.chat:
            st.markdown(f"On the web: **{line.chat}**")
        if line.note:
            st.markdown(line.note)


def _unknown(crisis: Crisis) -> None:
    """Say what holds anywhere, until a country is chosen."""
    st.header("If your life is at risk", anchor=False)
    st.markdown("Call your emergency number now, or ask someone near you to call.")
    here = [each for each in crisis.countries if each.country != ELSEWHERE]
    st.markdown("\n".join(f"- {each.name}: **{each.emergency.number}**" for each in here))
    st.header("Talk to someone now", anchor=False)
    st.markdown("Choose your country above to see who you can call, text or write to.")
    for each in crisis.countries:
        if each.country == ELSEWHERE:
            for line in each.lines:
                _line(line)


def _dial(number: str) -> str:
    """Return the digits of the first number; "112 or 999" dials 112, words alone nothing."""
    found = re.match(r"\d[\d -]*", number)
    return re.sub(r"\D", "", found[0]) if found else ""
