"""Questionnaires: exact words, nothing chosen beforehand, help before any total, nothing made up."""

from datetime import date, datetime

import pytest
from screen import button, fine, labels, screen, widget

from medself.instruments import clinic_totals, instruments
from medself.journal import open_journal
from medself.model import Score
from medself.recording.help_words import THANKS

pytestmark = pytest.mark.usefixtures("at_nine")

CHOICE = "questionnaires_choice"


def scores(journal):
    return open_journal(journal.folder).records("score")


@pytest.fixture
def fill(open_app, journal):
    """Open a questionnaire and give answers by question number."""

    def start(name: str, answers: dict[int | str, int] | None = None):
        app = fine(open_app("questionnaires"))
        widget(app, CHOICE).set_value(name)
        return give(fine(app.run()), name, answers or {})

    return start


def give(app, name: str, answers: dict[int | str, int | None]):
    for part, answer in answers.items():
        widget(app, f"questionnaires_{name}_{part}").set_value(answer)
        app = fine(app.run())
    return app


def save(app):
    return fine(button(app, "Save questionnaire").click().run())


def all_of(name: str, answer: int) -> dict[int | str, int]:
    return dict.fromkeys(range(1, len(instruments()[name].items) + 1), answer)


def words(node) -> str:
    """What one drawn thing says: its text, or the label of a widget."""
    return str(getattr(node, "label", "") or getattr(node, "value", "") or "")


def place(app, text: str) -> int:
    """Where on the page a text stands, counted in drawn things from the top."""
    return next(index for index, node in enumerate(app.main) if text in words(node))


@pytest.mark.parametrize("name", instruments())
def test_q2_every_question_and_answer_is_drawn_word_for_word(fill, journal, name) -> None:
    if name == "phq-8":
        journal.revise(journal.person.id, phq_8=True)
    app = fill(name, {"gate": 1} if name == "pc-ptsd-5" else None)
    one = instruments()[name]
    drawn = {node.key: node for node in app.main if node.type == "button_group"}
    for number, (item, options) in enumerate(zip(one.items, one.options, strict=True), 1):
        node = drawn[f"questionnaires_{name}_{number}"]
        assert node.proto.label == f"{number}: {item}"
        assert [option.content for option in node.proto.options] == list(options)
    said = screen(app)
    for text in (one.stem, one.gate, one.notice, one.licence):
        assert text in said.replace("\u2068", "")
    assert ("unscored" in "".join(drawn)) == (one.unscored is not None)


@pytest.mark.parametrize("name", [name for name in instruments() if name != "phq-8"])
def test_nothing_is_chosen_beforehand(fill, name) -> None:
    app = fill(name)
    chosen = [node.value for node in app.main if node.type == "button_group"]
    assert chosen
    assert not any(chosen)


def test_no_questionnaire_is_chosen_beforehand(open_app, journal) -> None:
    app = fine(open_app("questionnaires"))
    assert widget(app, CHOICE).value is None
    assert "Save questionnaire" not in labels(app)


@pytest.mark.parametrize("answer", [1, 2, 3])
def test_q3_item_nine_above_zero_opens_help_at_once_and_before_any_save(
    fill, journal, answer
) -> None:
    app = fill("phq-9", {9: answer})
    said = screen(app)
    assert THANKS in said
    assert "In danger now? Call 999 (United Kingdom)." in said
    assert "Samaritans: call 116 123" in said
    assert "Shout: text 85258" in said
    assert "your total" not in said
    assert scores(journal) == []


def test_q3_help_stands_in_the_form_right_below_the_answer(fill) -> None:
    app = fill("phq-9", {9: 1})
    seen = [words(node) for node in app.main if words(node)]
    item = next(n for n, text in enumerate(seen) if text.startswith("9: Thoughts"))
    assert seen[item + 1] == THANKS
    assert seen.index("Save questionnaire") > item


def test_q3_help_stands_above_the_total_after_saving(fill, journal) -> None:
    app = save(fill("phq-9", all_of("phq-9", 0) | {9: 1}))
    assert scores(journal)[0].total == 1
    assert place(app, THANKS) < place(app, "your total is 1 of 27")


def test_q3_help_is_shown_also_when_there_is_no_total(fill) -> None:
    app = save(fill("phq-9", {9: 2}))
    assert place(app, THANKS) < place(app, "so there is no total")


def test_zero_on_item_nine_is_shown_as_nothing_at_all(fill) -> None:
    for app in (fill("phq-9", {9: 0}), save(fill("phq-9", all_of("phq-9", 0)))):
        said = screen(app)
        assert "Thank you for telling us" not in said
        assert "risk" not in said.lower()
        assert "safe" not in said.lower()


def test_taking_the_answer_back_closes_help(fill) -> None:
    app = give(fill("phq-9", {9: 1}), "phq-9", {9: None})
    assert THANKS not in screen(app)


def test_help_follows_the_country_of_the_person(fill, journal) -> None:
    journal.revise(journal.person.id, country="", region="us")
    said = screen(fill("phq-9", {9: 1}))
    assert "In danger now? Call 911 (United States)." in said
    assert "988" in said


def test_nothing_goes_on_the_visit_page_until_it_is_chosen(fill, journal) -> None:
    app = fill("phq-9", {9: 1})
    box = widget(app, "help_panel_visit_answer")
    assert box.value is False
    assert journal.questions() == []
    app = fine(box.check().run())
    assert widget(app, "help_panel_visit_answer").value is True
    (question,) = open_journal(journal.folder).questions()
    assert question.text.startswith("I have had thoughts of being better off dead")
    assert question.text in screen(app)
    fine(widget(app, "help_panel_visit_answer").uncheck().run())
    assert open_journal(journal.folder).questions() == []


def test_q1_a_question_left_out_gives_no_total_and_is_named(fill, journal) -> None:
    app = save(fill("phq-9", {n: 0 for n in range(1, 10) if n not in (2, 5)}))
    (kept,) = scores(journal)
    assert kept.total is None
    assert kept.answers == (0, None, 0, 0, None, 0, 0, 0, 0)
    assert "PHQ-9: Questions 2 and 5 have no answer, so there is no total." in screen(app)
    assert "minimal" not in screen(app)


def test_the_result_says_total_range_direction_and_what_it_is_not(fill, journal) -> None:
    said = screen(save(fill("gad-7", all_of("gad-7", 1))))
    assert "GAD-7: your total is 7 of 21." in said
    assert "In the questionnaire's own ranges, 5 to 9 is called “mild”." in said
    assert "A lower total is better." in said
    assert "It is not a diagnosis." in said
    (kept,) = scores(journal)
    assert (kept.total, kept.source, kept.day) == (7, "app", date(2026, 11, 20))


def test_a_change_since_the_last_time_is_told(fill) -> None:
    app = save(fill("gad-7", all_of("gad-7", 0)))
    fine(button(app, "Fill in another").click().run())
    said = screen(save(fill("gad-7", all_of("gad-7", 1))))
    assert "On 20 November 2026 it was 0. It is 7 points higher now." in said
    assert "bigger than the questionnaire's usual wobble (6 points)" in said


def test_no_total_and_no_result_is_red(fill) -> None:
    app = save(fill("phq-9", all_of("phq-9", 3)))
    assert not app.error
    assert not app.warning
    assert not app.metric
    assert ":red" not in "".join(str(node.value) for node in app.markdown)


def test_well_being_has_its_scale_to_100_and_goes_up(fill) -> None:
    said = screen(save(fill("who-5", all_of("who-5", 3))))
    assert "your total is 15 of 25 (60 of 100)." in said
    assert "A higher total is better." in said


def test_a_gate_answered_no_ends_it_with_zero(fill, journal) -> None:
    app = fill("pc-ptsd-5", {"gate": 0})
    assert "nightmares" not in screen(app)
    app = save(app)
    assert scores(journal)[0].total == 0
    assert "your total is 0 of 5" in screen(app)


def test_who_never_drinks_is_asked_no_more(fill, journal) -> None:
    app = fill("audit-c", {2: 3, 1: 0})
    assert "six or more drinks" not in screen(app)
    save(app)
    assert (scores(journal)[0].total, scores(journal)[0].answers) == (0, (0, None, None))


@pytest.mark.parametrize(
    ("region", "said"), [("uk", "A unit is 8 g of alcohol"), ("us", "about 14 g of alcohol")]
)
def test_the_size_of_a_drink_is_that_of_the_country(fill, journal, region, said) -> None:
    journal.revise(journal.person.id, region=region)
    assert said in screen(fill("audit-c"))


def test_saving_nothing_says_so_and_saves_nothing(fill, journal) -> None:
    app = save(fill("who-5"))
    assert "Nothing is answered yet." in screen(app)
    assert scores(journal) == []


def test_saving_twice_saves_once(fill, journal) -> None:
    app = save(fill("who-5", all_of("who-5", 3)))
    fine(button(app, "Fill in another").click().run())
    assert len(scores(journal)) == 1


def test_undo_takes_the_questionnaire_back(fill, journal) -> None:
    app = save(fill("who-5", all_of("who-5", 3)))
    app = fine(button(app, "Undo").click().run())
    assert scores(journal) == []
    assert "your total" not in screen(app)
    assert widget(app, CHOICE).value == "who-5"


def test_answers_survive_a_look_at_another_page(fill) -> None:
    app = fill("phq-9", {1: 2, 9: 1})
    app = fine(app.switch_page("pages/settings.py").run())
    app = fine(app.switch_page("pages/questionnaires.py").run())
    assert widget(app, "questionnaires_phq-9_1").value == 2
    assert THANKS in screen(app)
    assert "did not save it" not in screen(app)


def test_a_reload_offers_what_was_begun(fill, journal) -> None:
    fill("phq-9", {1: 2, 9: 1})
    app = fill("phq-9")
    assert widget(app, "questionnaires_phq-9_1").value is None
    app = fine(button(app, "Bring it back").click().run())
    assert widget(app, "questionnaires_phq-9_1").value == 2
    assert THANKS in screen(app)
    save(app)
    assert scores(journal)[0].answers == (2, *(None,) * 7, 1)
    assert "Bring it back" not in labels(fill("phq-9"))


def test_what_was_begun_can_be_thrown_away(fill) -> None:
    fill("phq-9", {1: 2})
    app = fine(button(fill("phq-9"), "Throw it away").click().run())
    assert "Bring it back" not in labels(app)
    assert "Bring it back" not in labels(fill("phq-9"))


def test_a_person_may_prefer_the_one_without_item_nine(fill, journal) -> None:
    app = fine(widget(fill("phq-9"), "questionnaires_phq_8").check().run())
    assert widget(app, CHOICE).value == "phq-8"
    assert "better off dead or of hurting" not in screen(app)
    assert open_journal(journal.folder).person.phq_8
    app = fine(widget(fill("phq-8"), "questionnaires_phq_8").uncheck().run())
    assert widget(app, CHOICE).value == "phq-9"


def test_history_is_a_table_with_its_sources(fill, journal, open_app) -> None:
    assert "Nothing filled in yet." in screen(fine(open_app("questionnaires")))
    app = save(fill("gad-7", all_of("gad-7", 1)))
    app = clinic_total(app, "gad-7", date(2026, 10, 1), 9)
    (table,) = opened(app, "gad-7").table
    assert table.value.values.tolist() == [
        ["20 Nov 2026", "7 of 21", "Filled in here"],
        ["1 Oct 2026", "9 of 21", "Typed in from a clinic"],
    ]


def opened(app, name: str):
    """The same app with the history of one questionnaire opened."""
    app.session_state[f"questionnaires_history_{name}"] = True
    return fine(app.run())


def clinic_total(app, which: str, day: date, total: float):
    widget(app, "questionnaires_clinic_which").set_value(which)
    app = fine(app.run())
    widget(app, "questionnaires_clinic_when").set_value(day)
    widget(app, "questionnaires_clinic_total").set_value(total)
    return fine(button(app, "Save total").click().run())


def test_one_can_be_looked_at_removed_and_put_back(fill, journal) -> None:
    app = save(fill("phq-9", {1: 3, 9: 1, "unscored": 2}))
    app = opened(app, "phq-9")
    (kept,) = scores(journal)
    widget(app, "questionnaires_history_phq-9_one").set_value(kept.id)
    said = screen(fine(app.run()))
    assert "1. Little interest or pleasure in doing things\nNearly every day" in said
    assert "How difficult it made things: Very difficult." in said
    app = fine(button(app, "Remove").click().run())
    assert scores(journal) == []
    fine(button(app, "Undo").click().run())
    assert scores(journal) == [kept]


def test_a_long_history_begins_with_the_newest(journal, open_app) -> None:
    journal.add_all(
        Score(at=datetime(2026, 10, day, 9), zone="UTC", instrument="isi", total=float(day))
        for day in range(1, 15)
    )
    app = fine(open_app("questionnaires"))
    app = opened(app, "isi")
    assert app.table[0].value["Day"].tolist()[0] == "14 Oct 2026"
    assert len(app.table[0].value) == 12
    app = fine(widget(app, "questionnaires_history_isi_all").check().run())
    assert len(app.table[0].value) == 14


def test_a_clinic_s_total_is_kept_without_questions(open_app, journal) -> None:
    app = clinic_total(fine(open_app("questionnaires")), "isi", date(2026, 11, 2), 14)
    (kept,) = scores(journal)
    assert (kept.instrument, kept.total, kept.answers) == ("isi", 14, ())
    assert kept.day == date(2026, 11, 2)
    assert "Total saved." in screen(app)


@pytest.mark.parametrize(
    ("which", "total", "said"),
    [
        ("isi", 29, "A total of ISI is from 0 to 28, not 29."),
        ("phq-9", 28, "A total of PHQ-9 is from 0 to 27, not 28."),
        ("isi", None, "Please give the day and the total."),
    ],
)
def test_a_total_that_cannot_be_is_refused(open_app, journal, which, total, said) -> None:
    app = clinic_total(fine(open_app("questionnaires")), which, date(2026, 11, 2), total)
    assert said in screen(app)
    assert scores(journal) == []


def test_a_hint_stands_where_two_ways_of_counting_exist(open_app, journal) -> None:
    app = fine(open_app("questionnaires"))
    app = fine(widget(app, "questionnaires_clinic_which").set_value("asrm").run())
    assert "Type in the total that starts at 0." in screen(app)


def test_no_protected_questionnaire_is_offered() -> None:
    """Its owner forbids the items, the scoring and the name."""
    names = [one.name.lower() for one in clinic_totals().values()]
    assert not [name for name in names if "mmas" in name or "morisky" in name]


def test_an_imported_one_we_do_not_know_is_shown_by_its_name(journal, open_app) -> None:
    journal.add(
        Score(
            at=datetime(2026, 11, 2, 9),
            zone="UTC",
            instrument="phq-a",
            total=9.0,
            source="import:fhir",
        )
    )
    app = fine(open_app("questionnaires"))
    assert "PHQ-A, 1 time" in screen(app)
    app = opened(app, "phq-a")
    assert app.table[0].value.values.tolist() == [["2 Nov 2026", "9", "Imported"]]
