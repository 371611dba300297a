"""Sharing the screen: what may be seen is chosen first, and then nothing else is on the page."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

import streamlit as st

from medself.journal import Journal
from medself.ui import clock, sharing
from medself.ui.frame import need_journal
from medself.ui.loaders import library
from medself.ui.notes import act
from medself.ui.text import plain
from medself.visit import Summary, build, since_last_visit, words
from medself.visit.hiding import hide_names
from medself.visit.names import names_to_hide

PERIODS = {"7": "7 days", "30": "30 days", "90": "90 days", "last": "Since my last visit"}
AT = "present_at"
INCOMPLETE = "A part of this record could not be read. What is shown may not be all."


@dataclass(frozen=True)
class Shown:
    """Everything that may be on the screen: whose it is, the days, each part with its lines."""

    whose: str
    days: str
    parts: tuple[tuple[str, tuple[str, ...]], ...]
    left_out: int = 0
    incomplete: bool = False


def draw() -> None:
    """Draw what is shared or, when sharing is off, the choice of what to share."""
    if not sharing.is_on():
        _choose(need_journal())
        return
    try:
        journal = sharing.journal()
        shown = _shown(journal)
    except Exception:  # nothing rather than more
        st.title("Nothing is shown", anchor=False)
        st.markdown(sharing.NOTHING)
        return
    _part(shown)


def _shown(journal: Journal) -> Shown:
    chosen = journal.person.sharing
    if chosen is None:
        raise ValueError("sharing is off")
    return _ready(journal, chosen.parts, chosen.start, hide_names_too=chosen.hide_names)


def _ready(
    journal: Journal, parts: tuple[str, ...] | None, start: date, *, hide_names_too: bool
) -> Shown:
    """Gather the chosen parts (missing: every part), and nothing else of the page."""
    today = clock.today(journal.person.day_start)
    summary, left_out = _page(
        journal,
        str(journal.folder),
        journal.revision,
        min(start, today),
        today,
        clock.last_quarter(),
        hide_names_too,
    )
    found = words.sections(summary)
    return Shown(
        whose=f"{summary.person} An invented person."
        if summary.invented and hide_names_too
        else summary.person,
        days=f"{words.period(summary)}. {words.recorded(summary)}",
        parts=tuple(part for part in found if parts is None or part[0] in parts),
        left_out=left_out,
        incomplete=bool(journal.problems()),
    )


@st.cache_data(scope="session", max_entries=4, show_spinner=False)
def _page(
    _journal: Journal,
    folder: str,
    revision: str,
    start: date,
    today: date,
    until: datetime,
    hide: bool,
) -> tuple[Summary, int]:
    # `folder` and `revision` stand for the journal in the cache's key; it is not hashed itself.
    summary = build(_journal, library(), start=start, end=today, today=today, until=until)
    if not hide:
        return summary, 0
    names = names_to_hide(summary.person, _journal.medications(), library())
    hidden = hide_names(summary, names)
    return hidden.summary, hidden.left_out


def _part(shown: Shown) -> None:
    """Draw one part, large, with the way to the next and the one before."""
    many = len(shown.parts)
    at = st.session_state.get(AT, 0) % many if many else 0
    if many > 1:
        with st.container(horizontal=True, vertical_alignment="center"):
            st.button("Previous", key="present_before", icon=":material/arrow_back:", on_click=_turn, args=(-1,))  # fmt: skip
            st.button("Next", key="present_next", icon=":material/arrow_forward:", on_click=_turn, args=(1,))  # fmt: skip
            st.markdown(f"Part {at + 1} of {many}")
    name, lines = shown.parts[at] if many else ("Nothing to show", ())
    st.title(name, anchor=False)
    for line in lines or ("There is nothing recorded in the parts that were chosen.",):
        st.text(line)
    st.divider()
    st.text(shown.whose)
    st.text(shown.days)
    _said_at_the_end(shown)


def _said_at_the_end(shown: Shown) -> None:
    if shown.left_out:
        many = "1 line is" if shown.left_out == 1 else f"{shown.left_out} lines are"
        st.markdown(f"Names are hidden. {many} left out, because a name might stand there.")
    if shown.incomplete:
        st.markdown(INCOMPLETE)


def _turn(by: int) -> None:
    # Round and round, so that neither button ever goes away under a finger or the focus.
    st.session_state[AT] = st.session_state.get(AT, 0) + by


def _choose(journal: Journal) -> None:
    """Draw the choice of what may be seen, with exactly that below, and the switch."""
    st.markdown(
        "For a video call, or a screen others can see. Choose first. Then everything else is hidden, on "
        "every page and in every new window, until you end it. Notes are never shown."
    )
    today = clock.today(journal.person.day_start)
    start = _choose_start(journal, today)
    hide = st.checkbox(
        "Hide names: medicines by their group or a letter, me by initials",
        key="present_hide",
        persist_state="session",
    )
    whole = _ready(journal, None, start, hide_names_too=hide)
    names = [name for name, _ in whole.parts]
    if not names:
        st.info("There is nothing to show for these days yet.")
        return
    chosen = st.pills(
        "What may be seen?",
        names,
        selection_mode="multi",
        key="present_parts",
        persist_state="session",
    )
    _preview(whole, chosen)
    st.button(
        "Start sharing",
        key="present_start",
        type="primary",
        icon=":material/screen_share:",
        on_click=act,
        args=(lambda: sharing.begin(journal, chosen, start, hide_names=hide),),
    )
    st.caption(
        "Close other windows of this app first: one that is already open changes only when it is used."
    )


def _choose_start(journal: Journal, today: date) -> date:
    last = since_last_visit(journal, today)
    chosen = st.segmented_control(
        "Which days?",
        [option for option in PERIODS if option != "last" or last],
        format_func=PERIODS.__getitem__,
        default="30",
        required=True,
        key="present_days",
        persist_state="session",
        wrap=True,
    )
    if chosen == "last" and last:
        return last
    return today - timedelta(days=int(chosen or 30) - 1)


def _preview(whole: Shown, chosen: list[str]) -> None:
    with st.container(border=True):
        st.markdown("**This is all that others will see**" if chosen else "Nothing is chosen yet.")
        if not chosen:
            return
        st.text(f"{whole.whose}\n{whole.days}")
        for name, lines in whole.parts:
            if name in chosen:
                st.markdown(f"**{plain(name)}**")
                for line in lines:
                    st.text(line)
        _said_at_the_end(whole)
