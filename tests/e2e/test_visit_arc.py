"""The whole appointment: prepared, on paper, on a shared screen, decided, and the next one prepared from it."""

import io
from collections.abc import Callable
from pathlib import Path

import pytest
from clock import today
from keys import Keys
from playwright.sync_api import Page, expect
from pypdf import PdfReader
from test_accessible import findings

from medself import demo
from medself.journal import open_journal
from medself.model import QuestionState, TaskKind
from scripts.chromium import settle

QUESTION = "Could I take it later in the day?"


@pytest.fixture
def invented(home: Path, address: str):
    """The invented person, with an appointment that can be said to be now."""
    folder = demo.make(home, today=today())
    return address, open_journal(folder)


def main(page: Page):
    return page.get_by_test_id("stMain")


def step(page: Page, name: str) -> None:
    main(page).get_by_role("radio", name=name, exact=True).click()
    settle(page)


def press(page: Page, name: str) -> None:
    main(page).get_by_role("button", name=name, exact=True).first.click()
    settle(page)


def pick(page: Page, label: str, option: str) -> None:
    box = main(page).get_by_role("combobox", name=label)
    box.click()
    box.press_sequentially(option)
    page.keyboard.press("Enter")
    settle(page)


def write(page: Page, label: str, text: str) -> None:
    field = main(page).get_by_role("textbox", name=label).first
    field.fill(text)
    field.press("Enter")
    settle(page)


def the_page(page: Page) -> str:
    """The text of the page to print, which is one sheet."""
    with page.expect_download() as waiting:
        main(page).get_by_role("button", name="Page to print (PDF)").click()
    document = PdfReader(io.BytesIO(Path(waiting.value.path()).read_bytes()))
    assert len(document.pages) == 1
    return " ".join(document.pages[0].extract_text().split())


def goes_to(page: Page, address: str, path: str) -> None:
    page.goto(f"{address}/{path}")
    settle(page)


@pytest.mark.parametrize("size", ["desktop", "phone"])
def test_from_getting_ready_to_what_was_decided_and_the_next_one(
    size: str, invented, new_page: Callable[..., Page]
) -> None:
    address, journal = invented
    page = new_page(size=size)

    goes_to(page, address, "visit")
    write(page, "My own question", QUESTION)
    press(page, "Add question")
    step(page, "My page")
    assert QUESTION in the_page(page)

    goes_to(page, address, "present")
    main(page).get_by_role("button", name="My questions", exact=True).click()
    settle(page)
    press(page, "Start sharing")
    expect(main(page).get_by_text(QUESTION)).to_be_visible()
    expect(page.get_by_role("link", name="My data")).to_have_count(0)
    press(page, "End sharing")
    press(page, "Yes, end sharing")

    goes_to(page, address, "visit")
    step(page, "At the visit")
    press(page, "I am at another one now")
    (question,) = [one for one in journal.questions() if one.text == QUESTION]
    card = main(page).locator("[data-testid=stVerticalBlock]", has_text=QUESTION).last
    answer = card.get_by_role("textbox", name="What was said")
    answer.fill("Yes, with breakfast")
    page.wait_for_timeout(1200)  # the pause after which what is typed is kept
    settle(page)
    page.reload()
    settle(page)
    step(page, "At the visit")
    card = main(page).locator("[data-testid=stVerticalBlock]", has_text=QUESTION).last
    expect(card.get_by_role("textbox", name="What was said")).to_have_value("Yes, with breakfast")
    card.get_by_role("button", name="Asked").click()
    settle(page)
    kept = journal.get(question.id)
    assert (kept.state, kept.answer) == (QuestionState.ASKED, "Yes, with breakfast")

    pick(page, "Write down what was decided", "A test or check")
    pick(page, "Which test or check?", "Blood count")
    press(page, "Save it")
    assert [(task.kind, task.text) for task in journal.tasks()] == [(TaskKind.TEST, "Blood count")]
    expect(main(page).get_by_text("Test or check: Blood count")).to_have_count(2)
    write(page, "The plan, as I understand it", "Later in the day, and a blood test.")
    press(page, "Save what I typed")
    now = next(each for each in journal.visits() if each.in_my_words)
    assert now.in_my_words == "Later in the day, and a blood test."
    assert journal.tasks()[0].visit == now.id
    assert findings(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= page.viewport_size["width"]

    step(page, "My page")
    text = the_page(page)
    assert QUESTION not in text, "what was asked is no question for the next time"
    goes_to(page, address, "")
    expect(main(page).get_by_text("Test or check: Blood count")).to_be_visible()


def test_at_the_visit_by_keyboard_alone(invented, new_page: Callable[..., Page]) -> None:
    address, journal = invented
    page = new_page()
    goes_to(page, address, "visit")
    keys = Keys(page)
    keys.choose("At the visit", group="Which step?")
    keys.press_button("I am at another one now")
    keys.write("textbox", "What was said", "Give it six weeks")
    keys.press_button("Asked")
    (asked,) = [one for one in journal.questions() if one.answer == "Give it six weeks"]
    assert asked.state is QuestionState.ASKED
    keys.pick("Write down what was decided", "Something else", "Something else to do")
    keys.write("textbox", "What?", "Walk to work")
    keys.press_button("Save it")
    assert [task.text for task in journal.tasks()] == ["Walk to work"]
    keys.write("textbox", "The plan, as I understand it", "Same dose, more walking")
    keys.press_button("Save what I typed")
    assert [each.in_my_words for each in journal.visits() if each.in_my_words] == [
        "Same dose, more walking"
    ]
