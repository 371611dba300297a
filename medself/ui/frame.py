"""What stands round every page: the router, the person's name, the notice, the way to help."""

from pathlib import Path

import streamlit as st

from medself.journal import Journal, people
from medself.ui import links, notes, sharing, state
from medself.ui.loaders import close_person, home, journal_or_none, warm_up
from medself.ui.pages import HELP, HOME, PRESENT, RECOVERY, page_list
from medself.ui.text import plain

ROOT = Path(__file__).resolve().parents[2]
ICON = str(ROOT / "assets" / "icon.png")
NOTICE = (
    "To help you understand and keep track. It does not replace your prescriber or pharmacist. "
    "Please do not stop or change a medicine without talking to them."
)
NOBODY = "No record is open yet. Start one, or look round with an invented person."
ELSEWHERE = "No record is open. Your records are still here: choose one at the start."


def route() -> None:
    """Set up the app and run the page that was asked for. Called by app.py on every run."""
    # No page_title here: it would give every page the same one.
    st.set_page_config(page_icon=ICON, layout="centered")
    shared = sharing.is_on()
    page = st.navigation(
        page_list(shared=shared), position="hidden" if shared else "sidebar", expanded=True
    )
    st.session_state[state.ROUTED] = True
    if wanted := st.session_state.pop(state.WANTED, None):
        st.switch_page(wanted)
    if shared:
        sharing.run_only_what_is_shared(page)
    else:
        page.run()
    # When the first page is there to read, so that nobody waits for what it does not need.
    warm_up()


def open_page(title: str, file: str) -> None:
    """Begin a page: the first call of every file in pages/.

    A folder named `pages/` lets Streamlit start a page without app.py (a bookmark after a restart);
    such a run goes once through the router and comes back.

    Args:
        title: the heading of the page.
        file: the page's `__file__`.
    """
    links.take_in()
    if not st.session_state.pop(state.ROUTED, False):
        st.session_state[state.WANTED] = Path(file).resolve().relative_to(ROOT).as_posix()
        st.switch_page("app.py")
    if sharing.is_on():
        sharing.only_if_shared(Path(file).stem)
        _style(sharing.TEXT_SIZE, tight=True)
        sharing.frame("" if Path(file).name == Path(PRESENT).name else title)
        return
    journal = journal_or_none()
    _style(int(journal.person.text_size) if journal else 17)
    with st.container(
        horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"
    ):
        st.text(journal.person.name if journal else "No record is open")
        st.page_link(HELP, label=":red[**Help now**]", icon=":material/emergency:")
    if journal and journal.person.invented:
        with st.container(horizontal=True, vertical_alignment="center", border=True):
            st.markdown("**An invented person.** Nothing here is about anyone real.")
            st.button("Leave", key="frame_leave", on_click=close_person)
    st.title(title, anchor=False)
    st.caption(NOTICE)
    _problems(journal)
    notes.show(journal)


def need_journal() -> Journal:
    """Return the open journal; without one, say how to begin and stop the page."""
    journal = journal_or_none()
    if journal is None:
        # Where there are records already, nobody is to think that theirs is gone.
        st.info(ELSEWHERE if people(home()) else NOBODY)
        st.page_link(HOME, label="Go to the start", icon=":material/arrow_forward:")
        st.stop()
    return journal


def _problems(journal: Journal | None) -> None:
    if journal and (problems := journal.problems()):
        names = plain(", ".join(problem.what for problem in problems))
        st.warning(
            f"We could not read {names}. We kept the file as it is; everything else is fine.",
            title="A part of your record needs attention",
        )
        st.page_link(RECOVERY, label="See what can be done", icon=":material/build:")


def _style(size: int, *, tight: bool = False) -> None:
    # Streamlit's theme cannot set these (docs/decisions/0005); browser tests measure each of them.
    on_primary = "#0F1F1E" if st.context.theme.type == "dark" else "#FFFFFF"
    # On a shared screen the first lines are to be seen at once.
    room = " [data-testid=stMainBlockContainer] { padding-top: 2rem; }" if tight else ""
    st.html(
        f"<style>html {{ font-size: {size}px; }}"
        f" [data-testid^=stBaseButton-primary] p, [data-tag] * {{ color: {on_primary}; }}"
        " [data-testid=stButtonGroup] button, [data-testid=stPageLink] a, [data-testid=stSidebarNavLink]"
        " { min-height: 44px; min-width: 44px; }"
        # The sign beside a heading copies an address that leads nowhere (docs/decisions/0100).
        " [data-testid=stHeaderActionElements] { display: none; }"
        f"{room}</style>"
    )
