"""Taking pages of the library along: one on paper, a pack for a family, a link to one part. No record in it."""

from collections.abc import Sequence

import streamlit as st

from medself.errors import ContentError
from medself.library import Explainer, explain
from medself.library.basics import Level, Region
from medself.library.lists import Country
from medself.paper import pack as set_pack
from medself.ui import clock
from medself.ui.learn import title_of
from medself.ui.links import link_to
from medself.ui.loaders import library
from medself.visit import PAPERS

MOST = 12
LEVELS: dict[Level, str] = {"short": "Short", "standard": "Standard", "detailed": "Everything"}
WHOLE = "The whole page"


def one(page: Explainer) -> None:
    """Draw the ways to take a page along: on paper as it is read here, or as a link to a part."""
    st.subheader("Take it along", anchor=False)
    _download(
        [page.id], page.region, page.level, "This page to print (PDF)", f"learn_pdf_{page.id}"
    )
    titles = {"": WHOLE} | {
        section.name: section.title for section in page.sections if section.title
    }
    part = st.selectbox(
        "Make a link to",
        list(titles),
        index=None,
        format_func=titles.__getitem__,
        key=f"learn_link_{page.id}",
        placeholder="Choose a part",
    )
    if part is not None:
        st.code(link_to(page.id, part), language=None, wrap_lines=True)
        st.caption(
            "The link holds a code, no words. It opens this page, and nothing of anyone's record, "
            "where this medself runs."
        )


def choose_pack(region: Region) -> None:
    """Draw the choice of pages for a pack, and the pack as a PDF."""
    st.header("A pack for family and friends", anchor=False)
    st.markdown(
        "Choose pages to print or pass on as one file. It holds what the pages say, "
        "with numbers for a crisis. It holds nothing from anyone's record."
    )
    heads = library().heads
    order = {"topic": 0, "class": 1, "medication": 2}
    slugs = sorted(heads, key=lambda slug: (order[heads[slug].kind], title_of(slug).casefold()))
    chosen = st.multiselect(
        f"Pages, up to {MOST}",
        slugs,
        format_func=title_of,
        max_selections=MOST,
        key="learn_pack",
        placeholder="Choose pages",
        persist_state="session",
    )
    level = st.segmented_control(
        "How much of each",
        list(LEVELS),
        format_func=LEVELS.__getitem__,
        default="short",
        required=True,
        key="learn_pack_level",
        persist_state="session",
    )
    if chosen:
        _download(chosen, region, level or "short", "The pack to print (PDF)", "learn_pack_pdf")


def _download(slugs: Sequence[str], region: Region, level: Level, label: str, key: str) -> None:
    """Draw the way to a PDF, which is made when it is asked for."""
    today = clock.today()

    def make() -> bytes:
        pages = [explain(library(), slug, region, level) for slug in slugs]
        return set_pack(pages, _country(region), made_on=today, paper=PAPERS[region])

    st.download_button(
        label,
        make,
        f"reading-{today:%Y-%m-%d}.pdf",
        "application/pdf",
        key=key,
        icon=":material/print:",
        on_click="ignore",
    )


def _country(region: Region) -> Country | None:
    """Return whose crisis lines stand on paper; without the list only that there are some."""
    try:
        countries = library().crisis.countries
    except ContentError:
        return None
    return next((each for each in countries if each.country == region), None)
