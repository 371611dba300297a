"""What goes on the page: parts left off are nowhere, private things only where they were ticked."""

import json
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from paper import bare, by_pypdf
from rich import END, START, at, entry, fill

from medself.library import load
from medself.model import Severity, SideEffect, Task, TaskKind
from medself.visit import Choice, as_json, build, pdf, text, words
from medself.visit.build import Days
from medself.visit.choice import PARTS, left_off
from medself.visit.included import held_back, in_one_line

LIBRARY = load(Path(__file__).resolve().parents[2] / "content")
SIGNS = {
    "questions": "How long?",
    "changes": "5 mg every morning",
    "medicines": "Dr Lind",
    "doses": "26 taken, 0 skipped, 4 missed",
    "symptoms": "middle rating 4 of 10",
    "compared": "Mood, ",
    "side_effects": "Feeling sick",
    "scores": "PHQ-9 total: 9",
    "tests": "Lithium level 0.7 mmol/L",
}


@pytest.fixture
def robin(journal):
    journal.revise(journal.person.id, symptoms=("mood",))
    fill(journal)
    return journal


def page(journal, **fields):
    fields = {"start": START, "end": END, "today": END} | fields
    return build(journal, LIBRARY, **fields)


def everywhere(found) -> str:
    said = text(found) + json.dumps(as_json(found)) + by_pypdf(pdf(found))
    return bare(said + (_chart(found) if found.life else ""))


def _chart(found) -> str:
    from medself.visit.chart import picture

    svg, sentence = picture(found.life)
    return svg.decode() + sentence


@pytest.mark.parametrize("part", SIGNS)
def test_a_part_that_is_left_off_is_nowhere_on_the_page(robin, part):
    sign = "Mood: rated on 1" if part == "compared" else SIGNS[part]
    sign = words.BEFORE_AFTER if part == "compared" else sign
    assert bare(sign) in everywhere(page(robin))
    without = page(robin, choice=Choice(without=frozenset((part, "changes", "life"))))
    if part in ("changes", "medicines"):
        without = page(robin, choice=Choice(without=frozenset(("changes", "medicines"))))
    assert bare(sign) not in everywhere(without)


def test_a_part_that_is_left_off_is_not_in_the_chart_either(robin):
    assert page(robin, choice=Choice(without=frozenset(["life"]))).life is None
    whole = _chart(page(robin))
    for part, sign in (("medicines", "Buspirone"), ("side_effects", "sick"), ("symptoms", "Mood")):
        assert sign in whole
        assert sign not in _chart(page(robin, choice=Choice(without=frozenset([part]))))


def test_a_day_with_only_what_is_hidden_is_still_a_day_recorded(robin):
    before = page(robin, start=date(2026, 11, 1), end=date(2026, 11, 9))
    assert before.days_recorded == 0
    lonely = SideEffect(effect="sexual_desire", severity=Severity.LOT, **entry(3, month=11))
    robin.add(lonely)
    for choice in (Choice(), Choice(without=frozenset(["side_effects"]))):
        found = page(robin, start=date(2026, 11, 1), end=date(2026, 11, 9), choice=choice)
        assert (found.days_recorded, len(found.life.recorded)) == (1, 1)
        assert "interest in sex" not in everywhere(found)


@pytest.mark.parametrize(
    ("ticked", "secret"),
    [
        ({"notes": True}, "SECRET NOTE"),
        ({"own_words": True}, "SECRET EVENT"),
        ({"own_words": True}, "SECRET REASON"),
        ({"item_9": True}, "PHQ-9, question 9 (10 Oct): Several days"),
    ],
)
def test_private_things_are_off_until_they_are_ticked(robin, ticked, secret):
    assert bare(secret) not in everywhere(page(robin, show_private=True))
    shown = page(robin, choice=Choice(**ticked))
    assert bare(secret) in bare(text(shown))
    assert bare(secret) in bare(json.dumps(as_json(shown)))
    assert bare(secret) in bare(by_pypdf(pdf(shown)))


def test_reasons_come_with_how_often_and_only_where_doses_are_wanted(robin):
    said = text(page(robin, choice=Choice(own_words=True)))
    assert "- Sertraline, missed 4 times: SECRET REASON" in said
    without = Choice(own_words=True, without=frozenset(["doses"]))
    assert "SECRET REASON" not in text(page(robin, choice=without))


def test_the_longest_run_missed_stands_with_its_days(robin):
    said = " ".join(text(page(robin)).split())
    assert "Most missed in a row: 3 doses, 7 to 9 Oct 2026." in said


def test_tests_stand_with_their_result_as_done_or_still_to_do(robin):
    robin.add_all(
        [
            Task(kind=TaskKind.TEST, text="Heart trace", done_on=START),
            Task(kind=TaskKind.TEST, text="Blood count", due=END + timedelta(days=5)),
            Task(kind=TaskKind.TEST, text="Weight"),
            Task(kind=TaskKind.TEST, text="Long ago", done_on=START - timedelta(days=1)),
            Task(kind=TaskKind.WATCH, text="Sleep"),
        ]
    )
    lines = dict(words.sections(page(robin)))[words.TESTS][1:]
    year = END.year
    day, by = START, END + timedelta(days=5)
    assert lines == (
        f"{day.day} {day:%b}: Heart trace, done",
        f"To do: Blood count, by {by.day} {by:%b}" + ("" if by.year == year else f" {by.year}"),
        "To do: Weight",
    )


def test_strength_and_prescriber_stand_with_the_medicine(robin):
    said = " ".join(text(page(robin)).split())
    assert "Sertraline 50 mg tablets: 50 mg every morning at 08:00, since 1 Sep" in said
    assert "Buspirone: 5 mg every morning at 08:00, since 5 Oct (Worry; from Dr Lind)" in said


def test_the_line_counts_exactly_what_is_on_the_page(robin):
    choice = Choice(notes=True, own_words=True)
    found = page(robin, choice=choice)
    assert in_one_line(found, choice) == (
        "30 days, 3 check-ins, 1 question, 1 change, 2 medicines, 1 side effect, 1 questionnaire, "
        "1 test, 2 entries in your own words, 3 notes"
    )
    counts = (len(found.events) + len(found.reasons), len(found.notes), found.check_ins)
    assert counts == (2, 3, 3)


@pytest.mark.parametrize("part", PARTS)
def test_the_line_is_the_same_from_the_page_and_from_its_light_twin(robin, part):
    choice = Choice(without=frozenset([part]), item_9=True, own_words=True)
    whole = page(robin, choice=choice)
    light = page(robin, choice=replace(choice, only_counted=True))
    assert in_one_line(whole, choice) == in_one_line(light, choice)
    assert "1 answer about not wanting to live" in in_one_line(whole, choice)


def test_what_stays_private_is_counted_so_that_nobody_need_guess(robin):
    assert held_back(robin, LIBRARY, Days(START, END, END, None)) == (
        "3 notes, 1 answer about not wanting to live, 2 entries in your own words "
        "and 1 private side effect"
    )
    empty = Days(at(1, month=12).date(), at(2, month=12).date(), END, None)
    assert held_back(robin, LIBRARY, empty) == ""


def test_what_is_not_kept_is_left_off_in_the_order_of_the_page():
    assert left_off(["tests", "questions"]) == tuple(
        part for part in PARTS if part not in ("questions", "tests")
    )
