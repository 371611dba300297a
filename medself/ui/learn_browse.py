"""Finding a page without searching: by topic, by what it is for, by group, by name."""

import streamlit as st

from medself.library.basics import Region
from medself.library.conditions import Condition, conditions, used_for
from medself.library.draw import OFF_LABEL, OFFICIAL
from medself.library.groups import families, members
from medself.library.schema import Head
from medself.ui.learn import buttons, name_of, open_comparison, open_explainer
from medself.ui.loaders import library

NO_ADVICE = (
    "This helps you find a page. It does not say what you have, or what would suit you: "
    "that is for you and your prescriber."
)
TOPICS, FOR, GROUPS, NAMES = "Topics", "What it is for", "Groups", "A to Z"


def draw(region: Region) -> None:
    """Draw the ways to look round, and the one that is chosen."""
    chosen = st.segmented_control(
        "Look round by",
        [TOPICS, FOR, GROUPS, NAMES],
        default=TOPICS,
        required=True,
        key="learn_by",
        persist_state="session",
        wrap=True,
    )
    if chosen == FOR:
        _by_use(region)
    elif chosen == GROUPS:
        _by_group()
    elif chosen == NAMES:
        _by_name()
    else:
        _topics()


def _topics() -> None:
    st.header("Living with medicines", anchor=False)
    heads = (head for head in library().heads.values() if head.kind == "topic")
    for head in sorted(heads, key=lambda each: each.order):
        with st.container(gap=None):
            st.button(
                head.title or head.id,
                key=f"learn_topic_{head.id}",
                type="tertiary",
                icon=":material/article:",
                on_click=open_explainer,
                args=(head.id,),
            )
            st.caption(head.summary or "")


def _by_use(region: Region) -> None:
    st.header("Medicines by what they are for", anchor=False)
    st.markdown(NO_ADVICE)
    for condition in conditions(library()).values():
        used_for_it(condition, region, condition.label)


def used_for_it(condition: Condition, region: Region, title: str) -> None:
    """Draw the medicines used for something under a title that opens; nothing when there are none."""
    used = used_for(library(), condition.id, region)
    if not (used.official or used.off_label):
        return
    opened = st.expander(title, key=f"learn_for_{condition.id}", on_change="rerun")
    if opened.open:
        with opened:
            for said, slugs in ((OFFICIAL[region], used.official), (OFF_LABEL, used.off_label)):
                if slugs:
                    st.markdown(said)
                    buttons(f"learn_use_{condition.id}", list(slugs))


def _by_group() -> None:
    st.header("Medicines by group", anchor=False)
    for slug, below in families(library()).items():
        head = library().heads[slug]
        opened = st.expander(name_of(head), key=f"learn_group_{slug}", on_change="rerun")
        if opened.open:
            with opened:
                _group(head)
                for group in below:
                    st.subheader(name_of(group), anchor=False)
                    _group(group)


def _group(head: Head) -> None:
    st.markdown(head.short or "")
    buttons(f"learn_in_{head.id}", [*members(library(), head.id, below=False), head.id])
    if len(members(library(), head.id)) > 1:
        st.button(
            f"Compare {name_of(head)} side by side",
            key=f"learn_compare_{head.id}",
            icon=":material/view_column:",
            type="tertiary",
            on_click=open_comparison,
            args=(head.id,),
        )


def _by_name() -> None:
    st.header("Medicines by name", anchor=False)
    heads = [head for head in library().heads.values() if head.kind == "medication"]
    names = sorted((name_of(head), head.id) for head in heads)
    letters = sorted({name[0] for name, _ in names})
    letter = st.pills("First letter", letters, key="learn_letter", persist_state="session")
    if letter:
        buttons("learn_name", [slug for name, slug in names if name[0] == letter])
    else:
        st.markdown("Choose a letter.")
