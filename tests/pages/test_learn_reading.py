"""Reading a page of the library: how much of it, its words, my own record beside it, a link, on paper."""

import re
from datetime import datetime, time, timedelta

import pytest
from screen import NOW, daily, fine, labels, screen

from medself.library.links import code_of
from medself.model import QuestionOrigin, Severity, SideEffect
from medself.model.records import CheckIn
from medself.ui import links, state

MARK = re.compile(r"\[\d+\]")


@pytest.fixture
def learn(open_app):
    return lambda **kept: fine(open_app("learn", **kept))


def titles(app):
    return [each.value for each in app.subheader]


def press(app, key):
    return fine(app.button(key=key).click().run())


# How much of a page


def test_standard_is_first_with_every_part_and_no_numbers_of_sources(learn):
    app = learn(page_id="sertraline")
    assert app.segmented_control(key="learn_level").value == "standard"
    assert "How it works" in titles(app)
    assert not MARK.search(screen(app))
    assert "Where this comes from" in titles(app)


def test_short_is_what_matters_most(learn):
    shown = titles(learn(page_id="sertraline", learn_level="short"))
    assert shown == [
        "At a glance", "Important warnings", "Serious side effects", "If you forget one",
        "If you take too much", "Stopping", "Where this comes from", "Take it along",
    ]  # fmt: skip


def test_everything_has_rates_with_the_dummy_pill_numbers_and_the_pages_history(learn):
    app = learn(page_id="sertraline", learn_level="detailed")
    said = screen(app)
    assert "About 21 in 100 people, against 11 in 100 on a dummy pill." in said
    assert MARK.search(said)
    assert "23 November 2026: " in said


def test_the_choice_stays_for_the_next_page(learn):
    app = learn(page_id="sertraline")
    app = app.segmented_control(key="learn_level").set_value("short").run()
    app = press(app, "learn_back")
    app.session_state[state.PAGE_ID] = "lithium"
    assert "How it works" not in titles(fine(app.run()))


def test_the_list_of_parts_leads_to_each_of_them_by_a_name_that_says_nothing(learn):
    app = learn(page_id="sertraline")
    (contents,) = [each for each in app.expander if each.label == "On this page"]
    targets = re.findall(r"\(#([^)]*)\)", contents.markdown[0].value)
    headings = {each.proto.anchor: each.value for each in app.subheader if each.proto.anchor}
    assert targets == list(headings)
    assert all(re.fullmatch(r"part-1-\d+", target) for target in targets)
    assert headings["part-1-1"] == "At a glance"


def test_no_two_pages_read_one_after_the_other_have_a_part_of_the_same_name(learn):
    """Else the next page would open in its middle: the browser goes where the address points."""
    app = learn(page_id="sertraline")
    first = {each.proto.anchor for each in app.subheader} - {""}
    app.session_state[state.PAGE_ID] = "lithium"
    second = {each.proto.anchor for each in fine(app.run()).subheader} - {""}
    app = press(app, "learn_back")
    app.session_state[state.PAGE_ID] = "lithium"
    third = {each.proto.anchor for each in fine(app.run()).subheader} - {""}
    assert first
    assert not first & second
    assert not second & third


def test_a_page_due_to_be_looked_at_again_says_so(learn, clock_at):
    clock_at(datetime(2029, 1, 1, 9))
    assert "was to be looked at again by" in screen(learn(page_id="sertraline"))


# Words


def test_hard_words_are_explained_in_the_part_that_uses_them(learn):
    app = learn(page_id="sertraline")
    words = {each.proto.popover.label: each.markdown[0].value for each in app.get("popover")}
    assert words["serotonin syndrome"].startswith("**serotonin syndrome**: ")


def test_a_common_word_is_explained_once_a_page_and_a_hard_one_in_each_part(learn):
    app = learn(page_id="sertraline")
    shown = [each.proto.popover.label for each in app.get("popover")]
    assert shown.count("dose") == 1
    assert shown.count("withdrawal") > 1


# My own record


@pytest.fixture
def sick(journal, at_nine):
    """Sertraline for ten days; feeling sick on two of them, and once before; checked in on three."""
    day = [NOW.date() - timedelta(days=n) for n in range(30)]

    def at(n: int) -> datetime:
        return datetime.combine(day[n], time(8))

    felt = [
        SideEffect(at=at(n), zone="UTC", effect="nausea", severity=Severity.LITTLE)
        for n in (2, 4, 20)
    ]
    checked = [CheckIn(at=at(n), zone="UTC", ratings={"mood": 5}) for n in (1, 2, 3)]
    journal.add_all([daily("Sertraline", "08:00", slug="sertraline"), *felt, *checked])
    return journal


def test_what_i_noted_stands_beside_the_effect_with_days_and_period(learn, sick):
    said = screen(learn(page_id="sertraline"))
    line = "You noted this on 2 of 4 days recorded, 10 November 2026 to 20 November 2026."
    assert said.count("You noted this") == 1
    assert line in said
    assert said.index("Feeling sick.") < said.index(line) < said.index("Trouble sleeping.")


def test_of_a_medicine_not_taken_the_last_90_days_count(learn, sick):
    said = screen(learn(page_id="venlafaxine"))
    assert "You noted this on 3 of 5 days recorded, 23 August 2026 to 20 November 2026." in said


def test_nothing_of_the_record_is_shown_while_a_screen_is_shared(learn, sick):
    app = learn(page_id="sertraline", presenting=True)
    assert "You noted this" not in screen(app)
    assert "Ask about this" not in labels(app)
    assert not app.checkbox


def test_nothing_of_a_record_without_one(learn):
    app = learn(page_id="sertraline")
    assert "You noted this" not in screen(app)
    assert "Ask about this" not in labels(app)


def test_a_side_effect_i_noted_becomes_a_question_and_undo_takes_it_back(learn, sick):
    app = press(learn(page_id="sertraline"), "learn_ask_sertraline/effect-nausea")
    (question,) = sick.questions()
    assert question.text == "Feeling sick, with sertraline: what can we do?"
    assert (question.origin, question.ref) == (
        QuestionOrigin.EXPLAINER,
        "sertraline/effect-nausea",
    )
    assert f"On your list: {question.text}" in screen(app)
    app = press(app, "frame_undo")
    assert sick.questions() == []
    assert "On your list" not in screen(app)


@pytest.mark.parametrize(
    ("page", "key", "text"),
    [
        ("sertraline", "part-stopping", "How would we stop sertraline, if it came to that?"),
        ("ssri", "part-stopping", "How would we stop SSRIs, if it came to that?"),
        ("taking-medicines-every-day", "part-part-1", "I read about this: "),
    ],
)
def test_a_part_becomes_a_question(learn, journal, page, key, text):
    press(learn(page_id=page), f"learn_ask_{page}/{key}")
    (question,) = journal.questions()
    assert question.text.startswith(text)
    assert question.ref == f"{page}/{key}"


# A link


@pytest.fixture
def address(monkeypatch):
    """What stands behind the question mark of the address."""
    held: dict[str, str] = {}
    monkeypatch.setattr(links.st, "query_params", held)
    return held


def test_reading_never_makes_a_link(learn):
    app = learn(page_id="sertraline")
    assert not app.code
    assert dict(app.query_params) == {}


def test_a_link_is_made_when_it_is_asked_for_and_holds_no_word(learn):
    app = learn(page_id="sertraline")
    app = fine(app.selectbox(key="learn_link_sertraline").set_value("stopping").run())
    (code,) = app.code
    assert code.value.endswith(f"/learn?p={code_of('sertraline', 'stopping')}")
    assert not re.search(r"sertra|stop|ssri", code.value)


def test_a_link_opens_its_page_at_its_part_and_goes_from_the_address(learn, address):
    address["p"] = code_of("sertraline", "stopping")
    app = learn()
    assert "Sertraline" in [each.value for each in app.header]
    assert titles(app)[0] == "Stopping"
    assert address == {}


def test_a_link_to_a_whole_page_begins_at_the_beginning(learn, address):
    address["p"] = code_of("sertraline")
    assert titles(learn())[0] == "At a glance"


@pytest.mark.parametrize("code", ["", "sertraline", "0" * 8, "<b>x</b>"])
def test_an_address_that_is_no_link_of_ours_opens_the_library(learn, address, code):
    address["p"] = code
    assert "Living with medicines" in screen(learn())
    assert address == {}


# Side by side


def compared(learn, *slugs, **kept):
    app = learn(compared="ssri", **kept)
    return fine(app.multiselect(key="learn_compared_ssri").set_value(list(slugs)).run())


def test_medicines_stand_side_by_side_with_sources_and_no_winner(learn):
    app = compared(learn, "sertraline", "fluoxetine")
    assert titles(app) == [
        "How it works", "When it starts to work", "Common side effects", "Stopping", "Tests and checks",
        "Where this comes from",
    ]  # fmt: skip
    said = screen(app)
    assert "This does not say which is better" in said
    assert "The same for all of these." in said
    cells = [c.markdown[0].value for c in app.columns]
    assert cells[0].startswith("**Sertraline**")
    assert cells[1].startswith("**Fluoxetine**")
    assert all(MARK.search(cell) for cell in cells)


def test_at_most_three_and_the_reader_chooses(learn):
    app = learn(compared="ssri")
    assert app.multiselect(key="learn_compared_ssri").value == []
    assert app.multiselect(key="learn_compared_ssri").proto.max_selections == 3
    assert "Choose two or three." in screen(app)


def test_the_comparison_follows_the_region(learn):
    us, uk = (
        screen(compared(learn, "sertraline", "escitalopram", region=region))
        for region in ("us", "uk")
    )
    assert us != uk


def test_a_group_leads_to_its_comparison_and_back(learn):
    app = learn(learn_by="Groups", learn_group_antidepressant=True)
    app = press(app, "learn_compare_ssri")
    assert "Side by side: SSRIs" in [each.value for each in app.header]
    assert "Look round by" in [each.label for each in press(app, "learn_back").segmented_control]


# On paper


def test_without_a_choice_there_is_no_pack_and_with_one_there_is(learn):
    app = learn()
    assert "learn_pack_pdf" not in str(app.get("download_button"))
    app = fine(app.multiselect(key="learn_pack").set_value(["sertraline", "in-a-crisis"]).run())
    (button,) = app.get("download_button")
    assert button.proto.label == "The pack to print (PDF)"
