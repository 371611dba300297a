"""Taking copies away, backups on this computer, and taking the last change back."""

import io
from collections.abc import Callable

import streamlit as st

from medself.days import day_in_words
from medself.errors import MedselfError
from medself.exchange import csv_out, json_copy
from medself.journal import Journal, open_journal
from medself.journal.backup import (
    Preview,
    Source,
    list_backups,
    make_backup,
    preview_restore,
    restore,
)
from medself.journal.folder import in_words
from medself.journal.zips import Backup
from medself.ui import clock
from medself.ui.notes import act, attempt
from medself.ui.text import plain

NOT_ENCRYPTED = (
    "**These copies are not encrypted.** Anyone who has one can read it. "
    "Keep it where only you can get at it."
)
FROM_FILE, ROUND = "my_data_backup_file", "my_data_backup_round"


def take_away(journal: Journal) -> None:
    """Draw the downloads of everything; their names say nothing about health."""
    st.markdown("Everything you recorded, to keep or to use elsewhere.")
    st.warning(NOT_ENCRYPTED)
    today = clock.today(journal.person.day_start)
    with st.container(border=True):
        st.markdown("**For a spreadsheet** (CSV tables in a zip file)")
        st.download_button(
            "Download the tables",
            _making(journal, csv_out.write),
            f"record-{today:%Y-%m-%d}.zip",
            "application/zip",
            key="my_data_csv",
            on_click="ignore",
        )
    with st.container(border=True):
        st.markdown("**To bring back in here** (JSON: one file with everything)")
        if journal.problems():
            st.text("A part of your record cannot be read, so a whole copy cannot be made.")
            return
        st.download_button(
            "Download the copy",
            _making(journal, json_copy.write),
            f"record-{today:%Y-%m-%d}.json",
            "application/json",
            key="my_data_json",
            on_click="ignore",
        )


def _making(journal: Journal, write: Callable[[Journal], bytes]) -> Callable[[], bytes]:
    # Made when it is asked for, on another thread: with a journal of its own.
    folder = journal.folder
    return lambda: write(open_journal(folder))


def backups(journal: Journal) -> None:
    """Draw the way to back up now, to look into a backup, and to put one back."""
    st.markdown(
        "A backup of your record is made by itself, on this computer, once a day and before "
        "anything big. To be safe from losing the computer, take a copy away too."
    )
    st.button(
        "Back up now",
        key="my_data_backup",
        on_click=act,
        args=(lambda: make_backup(journal), "Backed up."),
    )
    found = _labelled(list_backups(journal))
    chosen = st.selectbox(
        "Backups on this computer",
        list(found),
        index=None,
        key="my_data_backup_chosen",
        placeholder="Choose one to look at",
    )
    if chosen:
        _preview(journal, lambda: found[chosen].path)
    elif file := st.file_uploader(
        "Or choose a backup file", "zip", key=f"{FROM_FILE}_{st.session_state.get(ROUND, 0)}"
    ):
        data = file.getvalue()
        _preview(journal, lambda: io.BytesIO(data))


def _labelled(backups: list[Backup]) -> dict[str, Backup]:
    """Name backups by when they were made; Streamlit tells choices apart by their words alone."""
    found: dict[str, Backup] = {}
    for backup in backups:
        made = clock.local(backup.made)
        label = f"{made:%A} {day_in_words(made)}, {made:%H:%M}"
        while label in found:
            label += ", earlier"
        found[label] = backup
    return found


def _preview(journal: Journal, source: Callable[[], Source]) -> None:
    try:
        preview = preview_restore(journal, source())
    except MedselfError as error:
        st.error(plain(str(error)), title="This backup cannot be put back")
        return
    made = clock.local(preview.made)
    st.markdown(f"Made on {made:%A} {day_in_words(made)} at {made:%H:%M}.")
    for sentence in preview.sentences:
        st.warning(plain(sentence))
    if rows := _changed_parts(preview):
        st.table(rows, hide_index=True)
    else:
        st.text("It holds as many entries in every month as your record does now.")
    st.button(
        "Put this backup back",
        key="my_data_restore",
        on_click=_restore,
        args=(journal, source),
    )
    st.caption("What is there now is backed up first. You can undo it.")


def _changed_parts(preview: Preview) -> list[dict[str, str]]:
    """List the months, and the rest, in which the backup holds another number of entries."""
    parts = sorted({*preview.before, *preview.after})
    counted = [(p, sum(preview.before.get(p, {}).values()), sum(preview.after.get(p, {}).values())) for p in parts]  # fmt: skip
    return [
        {"part": in_words(part).capitalize(), "now": f"{now:,}", "in the backup": f"{then:,}"}
        for part, now, then in counted
        if now != then
    ]


def _restore(journal: Journal, source: Callable[[], Source]) -> None:
    if attempt(lambda: restore(journal, source()), "The backup is back in place."):
        st.session_state[ROUND] = st.session_state.get(ROUND, 0) + 1
        st.session_state["my_data_backup_chosen"] = None


def undo(journal: Journal) -> None:
    """Draw what the last change was, with the way to take it back."""
    st.header("The last change", anchor=False)
    last = journal.can_undo()
    if last is None:
        st.text("There is nothing to take back.")
        return
    st.text(f"The last change was: {last}.")
    st.button(
        "Take it back",
        key="my_data_undo",
        icon=":material/undo:",
        on_click=act,
        args=(journal.undo, "Taken back. It is as it was before."),
    )
