"""How I take it: the fields for every kind of plan. Nothing is chosen beforehand."""

from datetime import date, time

import streamlit as st

KINDS = {
    "daily": "Every day",
    "weekdays": "Some days of the week",
    "every_n_days": "Every so many days",
    "injection": "An injection every so many weeks",
    "cycle": "Some days on, some days off",
    "as_needed": "Only when needed",
    "steps": "In steps (building up or coming down), as my prescriber wrote it",
}
WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
UNITS = ("mg", "tablets", "capsules", "ml", "drops", "micrograms", "puffs", "patches")
WEIGHED = ("mg", "micrograms")
USUAL_TIMES = (time(8), time(13), time(18), time(22))


def draw(prefix: str, today: date) -> None:
    """Draw the fields; `regimen_reader.read` with the same prefix makes a regimen of them."""
    kind = st.selectbox(
        "How often?",
        list(KINDS),
        index=None,
        format_func=KINDS.__getitem__,
        key=f"{prefix}_kind",
        placeholder="Choose",
    )
    if kind is None:
        return
    st.selectbox(
        "What do you count the dose in?",
        UNITS,
        index=None,
        key=f"{prefix}_unit",
        accept_new_options=True,
        placeholder="Choose, or type your own",
    )
    if kind == "as_needed":
        _as_needed(prefix)
    else:
        _pattern(prefix, kind, today)
        if kind == "steps":
            _steps(prefix)
        else:
            _times(prefix, kind)
    with st.container(horizontal=True):
        st.date_input("From which day?", today, key=f"{prefix}_start")
        st.time_input("From what time? (if it began that day)", None, key=f"{prefix}_start_time")


def _pattern(prefix: str, kind: str, today: date) -> None:
    if kind == "weekdays":
        st.pills(
            "Which days?",
            list(range(7)),
            selection_mode="multi",
            format_func=WEEKDAYS.__getitem__,
            key=f"{prefix}_days",
        )
    elif kind == "every_n_days":
        st.number_input("Every how many days?", 2, 400, None, key=f"{prefix}_n")
    elif kind == "injection":
        st.number_input("Every how many weeks?", 1, 52, None, key=f"{prefix}_n")
    elif kind == "cycle":
        with st.container(horizontal=True):
            st.number_input("Days with it", 1, 400, None, key=f"{prefix}_on")
            st.number_input("Days without it", 1, 400, None, key=f"{prefix}_off")
    if kind in ("every_n_days", "injection", "cycle", "steps"):
        st.date_input("The first day of it", today, key=f"{prefix}_first")


def _times(prefix: str, kind: str) -> None:
    count = 1
    if kind != "injection":
        count = st.segmented_control(
            "How many times a day?", [1, 2, 3, 4], key=f"{prefix}_count", default=1, required=True
        )
    for number in range(int(count or 1)):
        with st.container(horizontal=True):
            st.time_input(
                f"Time {number + 1}", USUAL_TIMES[number], key=f"{prefix}_time_{number}", step=900
            )
            st.number_input(
                f"How much at time {number + 1}",
                min_value=0.0,
                value=None,
                key=f"{prefix}_amount_{number}",
                placeholder="for example 50",
            )


def _as_needed(prefix: str) -> None:
    st.number_input("How much each time?", min_value=0.0, value=None, key=f"{prefix}_amount_0")
    with st.container(horizontal=True):
        st.number_input(
            "Most in 24 hours (times), if your label says",
            0.5,
            100.0,
            None,
            1.0,
            key=f"{prefix}_most",
        )
        st.number_input(
            "Hours to leave between, if your label says",
            0.25,
            168.0,
            None,
            1.0,
            key=f"{prefix}_gap",
        )


def _steps(prefix: str) -> None:
    st.time_input("Time of day", USUAL_TIMES[0], key=f"{prefix}_time_0", step=900)
    count = st.number_input("How many steps?", 1, 20, 2, key=f"{prefix}_step_count")
    for number in range(int(count)):
        with st.container(horizontal=True):
            st.number_input(
                f"Step {number + 1}: how much",
                min_value=0.0,
                value=None,
                key=f"{prefix}_step_{number}",
            )
            st.number_input(
                f"Step {number + 1}: for how many days",
                1,
                1000,
                None,
                key=f"{prefix}_step_days_{number}",
                help="Leave the last one empty if it goes on.",
            )
