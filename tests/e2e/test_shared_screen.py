"""A shared screen in a real browser: nothing more is in the page, its tree, its traffic or its address."""

from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from keys import Keys
from looks import in_every_look
from playwright.sync_api import Page, WebSocket
from test_accessible import findings

from medself.journal import create_person, open_journal
from medself.model import (
    CheckIn,
    Daily,
    LifeEvent,
    Medication,
    Person,
    Question,
    Regimen,
    Severity,
    Sharing,
    SideEffect,
    Slot,
    Visit,
)
from scripts.chromium import serving, settle

NOW = datetime.now().replace(second=0, microsecond=0)
QUESTIONS, MEDICINES = "My questions", "What I take now"
PRIVATE = (
    *("Qqother", "Qqnote", "Qqmednote", "Qqprescriber", "Qqevent", "Qqeffect", "Qqwhom", "Qqplace"),
    *("Qqdecided", "Qqdropped"),
)
NAMES = ("zoloft", "sertraline", "lustral", "robin", "ashworth", "qqtyped")
SMALLEST = """() => Math.min(...[...document.querySelectorAll('[data-testid=stMain] *')]
    .filter(e => [...e.childNodes].some(n => n.nodeType === 3 && n.textContent.trim())
        && e.offsetParent && !e.closest('[data-testid=stIconMaterial]'))
    .map(e => parseFloat(getComputedStyle(e).fontSize)))"""


@pytest.fixture
def record(home: Path):
    """A record full of words that are easy to find again."""
    create_person(home, Person(name="Qqother"))
    journal = open_journal(create_person(home, Person(name="Robin Ashworth", region="uk")))
    regimen = Regimen(
        start=NOW - timedelta(days=20),
        plan=Daily(slots=(Slot(at=datetime.min.time().replace(hour=8), amount=50),)),
        unit="mg",
    )
    common = {"at": NOW, "zone": "UTC", "note": "Qqnote"}
    journal.add_all(
        [
            Medication(
                name="Zoloft",
                slug="sertraline",
                regimens=(regimen,),
                note="Qqmednote",
                prescriber="Qqprescriber",
            ),
            Medication(name="Qqtyped", regimens=(regimen,)),
            Question(text="Will Zoloft make me tired?"),
            Question(text="Is sertralin strong?"),
            Question(text="Qqdropped?", state="dropped"),
            LifeEvent(text="Qqevent", **common),
            CheckIn(ratings={"mood": 3}, **common),
            SideEffect(effect="Qqeffect", severity=Severity.LOT, **common),
            Visit(
                at=NOW - timedelta(days=9),
                zone="UTC",
                with_whom="Qqwhom",
                place="Qqplace",
                decided="Qqdecided",
                note="Qqnote",
            ),
        ]
    )
    return journal


def share(journal, *parts: str, hide_names: bool = False) -> None:
    start = date.today() - timedelta(days=29)
    sharing = Sharing(parts=parts, start=start, hide_names=hide_names)
    journal.revise(journal.person.id, sharing=sharing)


class Watched:
    """A tab, and everything the server sent it."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.keys = Keys(page)
        self._sent: list[bytes] = []
        page.on("websocket", self._listen)

    def _listen(self, socket: WebSocket) -> None:
        socket.on(
            "framereceived",
            lambda frame: self._sent.append(frame if isinstance(frame, bytes) else frame.encode()),
        )

    def go(self, url: str) -> str:
        self.page.goto(url)
        settle(self.page)
        return self.everything()

    def everything(self) -> str:
        """Source, accessibility tree, title, address and traffic, as one text in small letters."""
        tree = self.page.context.new_cdp_session(self.page).send("Accessibility.getFullAXTree")
        values = [
            str(node.get(part, {}).get("value", ""))
            for node in tree["nodes"]
            for part in ("name", "value", "description")
        ]
        found = [self.page.content(), self.page.title(), self.page.url, *values]
        assert len(values) > 20, "the tree was read"
        return "\n".join([*found, *(s.decode("utf-8", "ignore") for s in self._sent)]).lower()


def none_of(words: tuple[str, ...], said: str) -> None:
    assert [word for word in words if word.lower() in said] == []


@pytest.mark.parametrize("page", ["", "visit", "settings", "medicines", "present", "recovery"])
def test_page_source_tree_and_traffic_hold_nothing_private(record, address, new_page, page) -> None:
    share(record, QUESTIONS)
    tab = Watched(new_page())
    said = tab.go(f"{address}/{page}")
    assert tab.page.url == f"{address}/present"
    assert tab.page.title() == "Share"
    assert "will zoloft make me tired?" in said
    none_of((*PRIVATE, "Qqtyped", "my list", "over time"), said)
    assert tab.page.get_by_test_id("stSidebarNav").count() == 0


def test_hidden_names_are_nowhere(record, address, new_page) -> None:
    share(record, QUESTIONS, MEDICINES, hide_names=True)
    tab = Watched(new_page())
    said = tab.go(address)
    tab.page.get_by_role("button", name="Next").click()
    settle(tab.page)
    said += tab.everything()
    assert "will ssris make me tired?" in said
    assert "medicine a: 50 mg every morning" in said
    assert "1 line is left out" in said
    none_of((*PRIVATE, *NAMES, "sertralin"), said)


def test_the_test_would_see_a_private_word(record, address, new_page) -> None:
    share(record, "Side effects I noted")
    assert "qqeffect" in Watched(new_page()).go(address)


def opened_twice(page: Page, url: str) -> Page:
    """Open a page and load it again: both times the screen is shared."""
    tab = Watched(page)
    tab.go(url)
    page.reload()
    settle(page)
    none_of(PRIVATE, tab.everything())
    assert page.get_by_text("Sharing is on.").is_visible()
    return page


def test_it_stays_on_over_reload_new_tab_and_restart_until_it_is_ended(
    record, home, address, new_page
) -> None:
    share(record, QUESTIONS)
    opened_twice(new_page(), f"{address}/trends")
    with serving(home) as started_again:
        page = opened_twice(new_page(), started_again)
        page.get_by_role("button", name="End sharing").click()
        settle(page)
        assert record.person.sharing is not None
        page.get_by_role("button", name="Yes, end sharing").click()
        settle(page)
        assert record.person.sharing is None
        page.get_by_role("link", name="My list").click()
        settle(page)
        assert page.get_by_text("Zoloft").first.is_visible()


def test_by_keyboard_alone_from_the_choice_to_the_end(record, address, new_page) -> None:
    tab = Watched(new_page())
    tab.page.goto(address)
    settle(tab.page)
    tab.page.get_by_role("button", name="Robin Ashworth").click()
    settle(tab.page)
    tab.page.get_by_test_id("stSidebarNav").get_by_role("link", name="Share", exact=True).click()
    settle(tab.page)
    keys = tab.keys
    keys.tab_to("button", QUESTIONS)
    keys.act("Enter")
    while not keys.stop().is_a("button", MEDICINES, ""):
        keys.press("ArrowRight")
    keys.act("Enter")
    keys.press_button("Start sharing")
    heading = tab.page.get_by_role("heading", level=1)
    assert heading.inner_text() == QUESTIONS
    keys.press_button("Next")
    assert heading.inner_text() == MEDICINES
    assert keys.stop().is_a("button", "Next", ""), "the focus stays, to go on"
    keys.act("Enter")
    assert heading.inner_text() == QUESTIONS
    none_of(("qqnote", "qqother"), tab.page.content().lower())
    keys.press_button("End sharing", back=True)
    keys.act("Enter")
    assert record.person.sharing is not None, "pressing twice does not end it"
    keys.press_button("Yes, end sharing")
    assert record.person.sharing is None


@pytest.mark.parametrize("name", ["present", "help_now"])
def test_it_is_large_in_one_column_and_axe_finds_nothing(record, address, new_page, name) -> None:
    share(record, QUESTIONS, MEDICINES)
    page = new_page()
    for look in in_every_look(page, lambda: page.goto(f"{address}/{name}")):
        assert page.evaluate(SMALLEST) >= 20, look
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), look
        assert page.get_by_test_id("stColumn").count() == 0, look
        assert findings(page) == [], look


def test_help_is_one_tap_away_and_leads_back(record, address, new_page) -> None:
    share(record, QUESTIONS)
    tab = Watched(new_page(size="phone"))
    tab.go(address)
    tab.page.get_by_role("link", name="Help now").click()
    settle(tab.page)
    assert tab.page.get_by_text("If your life is at risk").is_visible()
    none_of((*PRIVATE, "qqtyped"), tab.everything())
    tab.page.get_by_role("link", name="Back").click()
    settle(tab.page)
    assert tab.page.url.endswith("/present")
