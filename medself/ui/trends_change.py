"""Before and after a change, on the page Over time: one change, its days, at most three symptoms."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import streamlit as st

from medself.analysis.change import Comparison, around, others_than
from medself.analysis.change_words import fixed, in_ten, in_the_way, told
from medself.charts.before_after import before_after
from medself.days import day_in_words
from medself.journal import Journal
from medself.library.windows import Look, Windows, windows_for
from medself.schedule import Change, changes, lowers
from medself.ui import pictures
from medself.ui.loaders import library
from medself.ui.text import plain
from medself.ui.trends_choose import label
from medself.visit import words

LAST = 12
MOST_SYMPTOMS = 3


@dataclass(frozen=True, kw_only=True)
class Days:
    """The days to compare; the day of the change is day 1."""

    before_days: int
    from_day: int
    to_day: int
    coming_off: bool


def draw(journal: Journal, today: date) -> None:
    """Draw the choice of a change and what was recorded before and after it."""
    start = journal.person.day_start
    found = changes(journal.medications(), end=today, day_start=start)
    last = {f"{each.day} {each.kind} {each.medication}": each for each in found[: -LAST - 1 : -1]}
    if not last:
        st.markdown("No change in what you take is written down yet.")
        return
    chosen = st.selectbox(
        "Which change?",
        list(last),
        index=None,
        format_func={key: _in_words(change) for key, change in last.items()}.__getitem__,
        key="trends_change",
        placeholder="Choose a change",
    )
    if chosen is None:
        st.caption("How you were before and after it, from what you recorded.")
        return
    change = last[chosen]
    days = _choose_days(journal, change, key=f"trends_change_{chosen}")
    symptoms = _choose_symptoms(journal)
    if days and symptoms:
        _compared(journal, change, days, symptoms, found, today)


def _in_words(change: Change) -> str:
    return f"{day_in_words(change.day)}: {words.change(change)}"


def _choose_days(journal: Journal, change: Change, *, key: str) -> Days | None:
    """Draw the days that are usual for this medicine, and the way to choose others."""
    medications = journal.medications()
    less = lowers(change, medications, day_start=journal.person.day_start)
    slug = next((each.slug for each in medications if each.id == change.medication), "") or ""
    windows = windows_for(library(), slug, coming_off=less)
    look = _choose_look(windows, key)
    st.caption(windows.note)
    with st.popover("Choose other days"):
        before = _number("Days before", windows.before_days, f"{key}_before", low=10, high=90)
        first = _number("After: from day", look.from_day, f"{key}_from_{look.from_day}", high=365)
        until = _number("After: to day", look.to_day, f"{key}_to_{look.to_day}", high=730)
        st.caption("The day of the change is day 1.")
    if until < first:
        st.info("The last day is before the first. Please check the two days after the change.")
        return None
    st.markdown(f"We look at the {before} days before, and at {_span(first, until).lower()} after.")
    early = less and first <= _weeks_of_coming_off(windows)
    return Days(before_days=before, from_day=first, to_day=until, coming_off=early)


def _choose_look(windows: Windows, key: str) -> Look:
    looks = {_span(look.from_day, look.to_day): look for look in windows.looks}
    if len(looks) == 1:
        return windows.looks[0]
    first = next(iter(looks))
    chosen = st.segmented_control(
        "Which days after it?",
        list(looks),
        default=first,
        required=True,
        key=f"{key}_look",
        wrap=True,
    )
    return looks[chosen or first]


def _span(first: int, last: int) -> str:
    if (first - 1) % 7 == 0 and last % 7 == 0:
        return f"Weeks {(first - 1) // 7 + 1} to {last // 7}"
    return f"Days {first} to {last}"


def _weeks_of_coming_off(windows: Windows) -> int:
    return max((look.to_day for look in windows.looks if look.coming_off), default=0)


def _number(label: str, usual: int, key: str, *, low: int = 1, high: int) -> int:
    return int(st.number_input(label, low, high, usual, key=key))


def _choose_symptoms(journal: Journal) -> tuple[str, ...]:
    known = [symptom for symptom in journal.person.symptoms if symptom in library().symptoms]
    if len(known) <= MOST_SYMPTOMS:
        return tuple(known)
    chosen = st.pills(
        f"Which of what you follow? Up to {MOST_SYMPTOMS}.",
        known,
        selection_mode="multi",
        default=known[:MOST_SYMPTOMS],
        format_func=label,
        key="trends_change_symptoms",
        wrap=True,
    )
    return tuple(symptom for symptom in known if symptom in (chosen or ()))[:MOST_SYMPTOMS]


def _compared(
    journal: Journal,
    change: Change,
    days: Days,
    symptoms: Sequence[str],
    every: Sequence[Change],
    today: date,
) -> None:
    """Draw the two middles in words, what they cannot say, and a picture where there is one."""
    found = _comparisons(journal, change, days, symptoms, every, today)
    first = found[0][1]
    if first.others:
        st.markdown(plain(in_the_way(first)))
        return
    for name, comparison in found:
        st.markdown(f"**{plain(name)}.** {plain(told(comparison))}")
    if not (picture := before_after(found, dark=pictures.is_dark())):
        return
    for sentence in fixed(coming_off=days.coming_off):
        st.markdown(sentence)
    pictures.draw(picture, key="trends_change", table="Before and after as a table")
    with st.expander("Said another way: pairs of days"):
        for (name, comparison), symptom in zip(found, symptoms, strict=True):
            neutral = library().symptoms[symptom].better == "neither"
            if said := in_ten(comparison, neutral=neutral):
                st.markdown(f"**{plain(name)}.** {said}")


def _comparisons(
    journal: Journal,
    change: Change,
    days: Days,
    symptoms: Sequence[str],
    every: Sequence[Change],
    today: date,
) -> list[tuple[str, Comparison]]:
    ratings = journal.table(
        "rating",
        start=change.day - timedelta(days=days.before_days),
        end=change.day + timedelta(days=days.to_day),
    )
    skip = days.from_day - 1
    found = []
    for symptom in symptoms:
        own = ratings[ratings["symptom"] == symptom]
        comparison = around(
            own.set_index("day")["value"],
            change.day,
            before_days=days.before_days,
            skip_days=skip,
            after_days=days.to_day - skip,
            higher_is_better=library().symptoms[symptom].better != "low",
            others=others_than(change, every, skip_days=skip),
            today=today,
        )
        found.append((label(symptom), comparison))
    return found
