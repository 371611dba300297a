"""The library as a reader meets it, with and without a record of their own."""

import re

import pytest

from medself.errors import ContentError
from medself.library import Library, load
from medself.model import Question, QuestionOrigin, QuestionState


def texts(app):
    kinds = (app.title, app.header, app.subheader, app.markdown, app.caption, app.info, app.text)
    return [each.value for kind in kinds for each in kind]


def everything(app):
    return "\n".join(texts(app))


@pytest.fixture
def learn(open_app):
    return lambda **state: open_app("learn", **state)


def search(app, text):
    return app.text_input(key="learn_search").set_value(text).run()


def press(app, key):
    return app.button(key=key).click().run()


def test_it_opens_with_nobodys_record(learn):
    app = learn()
    assert not app.exception
    assert "Living with medicines" in everything(app)
    assert "In a crisis" in [button.label for button in app.button]


@pytest.mark.parametrize("typed", ["Zoloft", "zolof", "sertraline"])
def test_a_name_finds_its_page_and_opens_it(learn, typed):
    app = press(search(learn(), typed), "learn_hit_sertraline")
    assert "Sertraline" in [each.value for each in app.header]
    assert "At a glance" in [each.value for each in app.subheader]
    assert app.text_input(key="learn_search").value == ""


def test_what_somebody_takes_is_not_in_the_address(learn):
    app = press(search(learn(), "zoloft"), "learn_hit_sertraline")
    assert dict(app.query_params) == {}


def test_a_brand_is_told_beside_the_page(learn):
    assert "Also called Zoloft." in everything(search(learn(), "Zoloft"))


def test_a_word_found_in_data_names_the_part_of_the_page(learn):
    assert "See: Serious side effects" in everything(search(learn(), "zoloft rash"))


@pytest.mark.parametrize("typed", ["**qqqq** <b>zzzz</b> $5$ :qqqq:", "x" * 500, "💊"])
def test_what_was_typed_comes_back_letter_for_letter(learn, typed):
    app = search(learn(), typed)
    assert not app.exception
    shown = "".join(info.value for info in app.info)
    assert "Nothing found for" in shown
    assert "**qqqq**" not in shown
    assert "<b>" not in shown


@pytest.mark.parametrize("typed", ["suicide", "i want to end my life"])
def test_words_of_despair_open_the_way_to_help(learn, typed):
    app = search(learn(), typed)
    assert not app.exception
    assert "Please tell a person today." in everything(app)


def test_too_much_of_a_medicine_opens_the_numbers_to_call(learn):
    shown = everything(search(learn(region="uk"), "i took too much"))
    assert "call for help now, even if all seems well" in shown
    assert "NHS 111, about a medicine" in shown
    assert "Please tell a person today." not in shown


@pytest.mark.parametrize("typed", ["weight gain", "sleeping too much"])
def test_other_words_do_not(learn, typed):
    shown = everything(search(learn(), typed))
    assert "Please tell a person today." not in shown
    assert "call for help now" not in shown


def test_a_medicine_without_a_page_is_known_by_name(learn):
    assert "there is no page about it yet" in everything(search(learn(), "metoprolol"))


def by(learn, way, **opened):
    return learn(learn_by=way, **{f"learn_{key}": True for key in opened})


def test_a_group_is_closed_at_first_and_then_shows_its_medicines(learn):
    closed = by(learn, "Groups")
    assert "learn_in_ssri_sertraline" not in [button.key for button in closed.button]
    app = press(by(learn, "Groups", group_antidepressant=True), "learn_in_ssri_sertraline")
    assert "Sertraline" in [each.value for each in app.header]


def test_a_group_has_a_page_of_its_own(learn):
    app = press(by(learn, "Groups", group_antidepressant=True), "learn_in_ssri_ssri")
    assert "SSRIs" in [each.value for each in app.header]


def test_every_page_can_be_reached_without_searching(learn):
    heads = load().heads.values()
    opened = {f"group_{head.id}": True for head in heads if head.kind == "class"}
    buttons = [*by(learn, "Topics").button, *by(learn, "Groups", **opened).button]
    keys = " ".join(str(button.key) for button in buttons)
    assert [head.id for head in heads if not re.search(rf"_{head.id}(?: |$)", keys)] == []


def test_medicines_are_found_by_what_they_are_for(learn):
    app = by(learn, "What it is for", for_ocd=True)
    assert "It does not say what you have" in everything(app)
    assert "On the US label:" in everything(app)
    assert "Prescribers also use it for (this is called off-label):" in everything(app)
    assert "Sertraline" in [each.value for each in press(app, "learn_use_ocd_sertraline").header]


def test_a_search_for_what_somebody_has_offers_the_medicines_used_for_it(learn):
    closed = search(learn(), "adhd in adults")
    assert "Medicines used for: ADHD" in [each.label for each in closed.expander]
    assert "It does not say what you have" in everything(closed)
    opened = search(learn(learn_for_adhd=True), "adhd in adults")
    assert "Atomoxetine" in [
        each.value for each in press(opened, "learn_use_adhd_atomoxetine").header
    ]


@pytest.mark.parametrize("typed", ["prozac for ocd", "weight gain", "rash"])
def test_a_search_for_a_medicine_or_an_effect_does_not(learn, typed):
    found = search(learn(), typed)
    assert [each.label for each in found.expander if "Medicines used for" in each.label] == []
    assert "It does not say what you have" not in everything(found)


def test_a_search_that_names_two_things_shows_what_is_known_of_the_two(learn):
    shown = everything(search(learn(), "can i take ibuprofen with lithium"))
    assert "**Ibuprofen and lithium" in shown
    assert "Nothing in our table about these." in everything(
        search(learn(), "sertraline loratadine")
    )


def test_a_table_that_cannot_be_read_does_not_stop_the_search(learn, monkeypatch):
    def broken(text, library):
        raise ContentError("broken")

    monkeypatch.setattr("medself.ui.known_problems.asked_together", broken)
    app = search(learn(), "lithium and ibuprofen")
    assert "Our table cannot be read just now." in everything(app)
    assert "learn_hit_lithium" in [button.key for button in app.button]


def test_a_medicines_page_lists_its_known_problems_when_asked(learn):
    closed = learn(page_id="lithium")
    assert "Known problems with other things, one by one" in [e.label for e in closed.expander]
    assert "**Not to be mixed**" not in everything(closed)
    shown = everything(learn(page_id="phenelzine", known_problems_of_phenelzine=True))
    assert "**Not to be mixed**" in shown
    assert re.search(r"- \*\*Aged or pickled food\\?\.\*\*", shown)
    assert "What is not named here can still be a problem" in shown


def test_what_it_is_for_follows_the_region(learn, journal):
    app = by(learn, "What it is for", for_ocd=True)
    assert "Licensed in the UK for:" in everything(app)


def test_medicines_are_found_by_their_first_letter(learn):
    app = by(learn, "A to Z")
    assert "Choose a letter." in everything(app)
    app = press(app.pills(key="learn_letter").set_value("S").run(), "learn_name_sertraline")
    assert "Sertraline" in [each.value for each in app.header]


def test_an_unsure_name_is_asked_about(learn):
    """Lamictal is a look-alike of Lamisil, which is for another illness."""
    app = search(learn(), "lamictil")
    assert "Did you mean one of these?" in everything(app)
    app = press(app, "learn_meant_lamotrigine")
    assert "Lamotrigine" in [each.value for each in app.header]


def test_a_draft_says_that_nobody_checked_it_and_names_its_sources(learn):
    app = learn(page_id="sertraline")
    assert "Draft: no clinician has checked this page yet." in everything(app)
    assert "Where this comes from" in everything(app)
    assert "Read on 23 November 2026." in everything(app)


def test_the_region_changes_names_and_checks(learn):
    app = learn(page_id="lorazepam")
    american = everything(app)
    british = everything(app.segmented_control(key="region").set_value("uk").run())
    assert american != british
    assert "controlled medicine in the US" in american
    assert "controlled medicine in the UK" in british


def test_the_region_is_the_persons_own_at_first(learn, journal):
    assert learn().segmented_control(key="region").value == "uk"


def test_a_search_leads_to_the_part_that_is_about_it_and_the_rest_follows(learn):
    app = press(search(learn(), "the lamictal rash"), "learn_hit_lamotrigine")
    shown = [each.value for each in app.subheader]
    assert shown[:2] == ["Serious side effects", "At a glance"]
    assert shown.count("Serious side effects") == 1
    assert "This is the part you came for." in everything(app)


def test_a_page_opened_by_its_name_begins_at_the_beginning(learn):
    app = press(search(learn(), "lamictal"), "learn_hit_lamotrigine")
    assert next(each.value for each in app.subheader) == "At a glance"
    assert "This is the part you came for." not in everything(app)


def test_the_way_back_leads_to_all_pages(learn):
    app = press(learn(page_id="sertraline"), "learn_back")
    assert "Living with medicines" in everything(app)


def test_without_a_record_questions_are_a_list_and_the_way_is_told(learn):
    app = learn(page_id="sertraline")
    assert not app.checkbox
    assert "With a record open, you can tick questions" in everything(app)


def test_a_ticked_question_is_on_the_list_and_can_be_taken_off_again(learn, journal):
    app = learn(page_id="sertraline")
    box = app.checkbox[0]
    app = box.check().run()
    (question,) = journal.questions()
    assert (question.origin, question.text) == (QuestionOrigin.EXPLAINER, box.label)
    assert question.ref.startswith("sertraline/")
    assert app.checkbox[0].value is True
    app = app.checkbox[0].uncheck().run()
    assert journal.questions() == []
    assert app.checkbox[0].value is False


def test_a_question_that_was_asked_stays_ticked_and_cannot_be_taken_off_here(learn, journal):
    first = load().medication("sertraline").questions[0]
    ref = f"sertraline/{first.id}"
    journal.add(Question(text=first.text, ref=ref, state=QuestionState.ASKED))
    box = learn(page_id="sertraline").checkbox[0]
    assert (box.value, box.disabled) == (True, True)


def test_a_page_that_was_checked_says_by_whom(learn, monkeypatch):
    read = Library.page

    def checked(library, slug):
        front = read(library, slug)
        review = front.review.model_copy(update={"status": "pharmacist", "by": "A. Person"})
        return front.model_copy(update={"review": review})

    monkeypatch.setattr(Library, "page", checked)
    app = learn(page_id="lithium")
    assert "Checked by A. Person" in next(each.value for each in app.success)


def test_undo_takes_the_tick_away(learn, journal):
    app = learn(page_id="sertraline").checkbox[0].check().run()
    app = press(app, "frame_undo")
    assert journal.questions() == []
    assert app.checkbox[0].value is False


def test_an_unknown_page_is_a_plain_sentence(learn):
    app = learn(page_id="no-such-page")
    assert not app.exception
    assert "no page about no-such-page" in app.error[0].value


@pytest.mark.parametrize("slug", ["lithium", "ssri", "in-a-crisis"])
def test_every_kind_of_page_opens(learn, slug):
    app = learn(page_id=slug)
    assert not app.exception
    assert "Where this comes from" in everything(app)
