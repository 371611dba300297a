"""Which suggestions are shown, in which order; what putting aside does; and what may never be said."""

import re
from dataclasses import replace
from string import Formatter

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from told import (
    asked,
    at,
    dose,
    every_day,
    facts,
    felt,
    rated,
    regimen,
    taking,
    used,
    visit,
    when_needed,
)

from medself.library import load
from medself.model import Measurement, Question, QuestionState, Supply
from medself.questions import cannot_wait, suggest, to_show
from medself.questions.suggest import RULES
from medself.questions.wording import wording
from medself.readability import grade

BANNED = re.compile(
    r"\b(stop(ping)? taking|increase|reduce|lower your|raise your|start|begin|switch|quit|double|"
    r"you have|you are|diagnos\w+|safe|because of|caused? by|due to|should take|must|mg)\b",
    re.IGNORECASE,
)


def everything():
    """A record in which nearly every rule finds something."""
    lithium = taking("Lithium", 150)
    lamotrigine = taking("Lamotrigine", 40)
    lorazepam = when_needed("Lorazepam", 100, most_per_24h=1)
    tablets = replace(regimen(40, every_day(1)), unit="tablet")
    olanzapine = taking(
        "Olanzapine", 40, regimens=(tablets,), supply=Supply(left=3, on=at(1).date())
    )
    missed = [dose(lithium, n, "missed" if at(n).weekday() == 5 else "taken") for n in range(1, 56)]
    return [
        *(lithium, lamotrigine, lorazepam, olanzapine, taking("Sertraline", 60), *missed),
        *(dose(lamotrigine, n, "missed" if n in (9, 10, 11) else "taken") for n in range(1, 30)),
        *(dose(olanzapine, n, "skipped", reason="So sleepy") for n in (4, 8, 12)),
        *(used(lorazepam, n) for n in (1, 1, 2, 5, 9, 14, 20, 26)),
        *(rated(n, mood=3 if n < 14 else 6 + n % 2) for n in range(100)),
        *(felt(n, "nausea") for n in (50, 40, 30, 20, 10, 5)),
        *(felt(n, "shaking", 2, stops_me=n == 2) for n in (4, 3, 2)),
        visit(-10),
        Measurement(at=at(120), zone="UTC", what="Weight", value=70, unit="kg"),
    ]


def test_an_empty_or_small_record_suggests_nothing(journal):
    assert asked(journal) == {}
    assert asked(journal, taking("Sertraline", 3), rated(1, mood=2), felt(1, "nausea")) == {}


def test_at_most_five_one_of_a_rule_one_about_a_thing(journal):
    found = suggest(facts(journal, *everything()))
    shown = to_show(found, [])
    assert len(found) > len(shown) == 5
    every = to_show(found, [], most=99)
    assert len({one.rule for one in every}) == len({one.subject for one in every}) == len(every)
    assert len({one.rule for one in found}) >= 9


def test_urgent_ones_come_first_then_what_stops_the_person(journal):
    shown = to_show(suggest(facts(journal, *everything())), [], most=20)
    order = [(one.urgency, not one.stops_me) for one in shown]
    assert order == sorted(order)
    assert next(one.rule for one in shown if one.urgency == 2) == "effect_stops_me"
    assert shown[0].rule == "long_gap"


def test_what_stops_the_person_comes_first_wherever_its_words_stand(told):
    words = told.words.model_copy(update={"rules": told.words.rules[::-1]})
    found = suggest(replace(told, words=words))
    assert next(one.rule for one in found if one.urgency == 2) == "effect_stops_me"


def test_two_side_effects_are_two_findings_and_one_question_at_a_time(journal):
    notes = [felt(n, e) for e in ("nausea", "headache") for n in (10, 9)]
    found = suggest(facts(journal, taking("Sertraline", 12), *notes, felt(8, "nausea")))
    assert [one.subject for one in found] == ["effect nausea", "effect headache"]
    assert [one.subject for one in to_show(found, [])] == ["effect nausea"]
    picked = found[0].as_question()
    assert [one.subject for one in to_show(found, [picked])] == ["effect headache"]


def test_a_sign_that_cannot_wait_is_no_question(journal):
    records = (taking("Lamotrigine", 12), felt(3, "rash"), felt(4, "rash"))
    assert [one.rule for one in suggest(facts(journal, *records))] == ["effect_after_change"]
    assert suggest(facts(journal, felt(1, "rash"))) == []


@pytest.fixture
def nausea(journal):
    """The question about feeling sick; a second call adds records first."""

    def again(*records):
        return suggest(facts(journal, *records))

    (one,) = again(taking("Sertraline", 12), felt(10, "nausea"), felt(9, "nausea"))
    return one, again


def test_put_aside_until_it_changes_comes_back_when_it_does(nausea):
    one, again = nausea
    aside = [one.until_it_changes()]
    assert aside[0].state is QuestionState.DROPPED
    assert to_show(again(), aside) == []
    assert to_show(again(felt(8, "nausea")), aside) == []
    (worse,) = to_show(again(felt(7, "nausea", 3)), aside)
    assert worse.topic == one.topic


def test_put_aside_for_good_does_not_come_back(nausea):
    one, again = nausea
    aside = [one.for_good()]
    assert to_show(again(felt(7, "nausea", 3)), aside) == []


def test_while_it_is_on_the_list_it_is_not_suggested_again(nausea):
    one, again = nausea
    picked = one.as_question()
    worse = again(felt(7, "nausea", 3))
    assert to_show(worse, [picked]) == []
    assert len(to_show(worse, [replace(picked, state=QuestionState.ASKED)])) == 1


def test_an_own_question_with_the_same_mark_puts_nothing_aside(nausea):
    one, again = nausea
    assert len(to_show(again(), [Question(text="Mine", ref=one.key)])) == 1


def test_a_picked_question_says_its_reasons(nausea):
    one, _ = nausea
    assert one.as_question().text == (
        "Feeling sick since Sertraline started on 8 November 2026. Is this likely to pass? "
        "Noted on 2 of 2 recorded days since 10 November 2026. At worst: a little. "
        "The page about Sertraline says this often goes with time."
    )


TABLES = ("doses", "check_ins", "ratings", "side_effects", "measurements")


@pytest.fixture
def told(journal):
    return facts(journal, *everything(), felt(0, "confusion"), felt(1, "vomiting", 2))


def test_the_order_of_records_never_matters(told):
    expected = suggest(told), cannot_wait(told)
    lists = {"medications": told.medications[::-1], "visits": told.visits[::-1]}

    @settings(max_examples=8, deadline=None)
    @given(seed=st.integers(0, 2**32 - 1))
    def mixed(seed):
        tables = {
            name: getattr(told, name).sample(frac=1, random_state=seed).reset_index(drop=True)
            for name in TABLES
        }
        other = replace(told, **tables, **lists)
        assert (suggest(other), cannot_wait(other)) == expected

    mixed()


def test_a_rule_changes_none_of_the_facts(told):
    before = {name: getattr(told, name).copy() for name in TABLES}
    suggest(told)
    cannot_wait(told)
    for name, table in before.items():
        pd.testing.assert_frame_equal(getattr(told, name), table)


def asked_for():
    """What each rule says: the question with all of its reasons."""
    return [" ".join([rule.ask, *rule.reasons.values()]) for rule in wording(load()).rules]


def said_on_cards():
    now = wording(load()).now
    of_cards = (now.say, now.alone_here, now.gap, now.noted, now.listed, now.alone)
    return [*now.title.values(), *now.call.values(), *of_cards]


EXAMPLES = {
    "medicine": "sertraline",
    "medicines": "sertraline",
    "effect": "Dry mouth",
    "symptom": "Mood",
    "signs": "Skin rash",
    "test": "Weight",
    "reason": "forgot",
    "when": "on Mondays",
    "side": "lower",
    "changed": "sertraline started on 3 May 2026",
    "length": "6 weeks",
    "limit": "3 days",
    "emergency": "999",
    "worst": "a lot",
}
DATES = {"start", "end", "last", "first", "since", "day", "on", "visit", "empty", "due"}


def example(sentence):
    names = {name for _, name, _, _ in Formatter().parse(sentence) if name}
    fills = {name: EXAMPLES.get(name, "3 May 2026" if name in DATES else "4") for name in names}
    return sentence.format(**fills)


@pytest.mark.parametrize("text", [*asked_for(), *said_on_cards()])
def test_words_are_plain_and_give_no_advice(text):
    assert grade(example(text), names=["sertraline"]) <= 6
    assert not BANNED.search(example(text))


def test_what_is_asked_of_a_whole_record_gives_no_advice_either(told):
    said = [
        *(text for one in suggest(told) for text in (one.text, *one.reasons)),
        *(text for card in cannot_wait(told) for text in (card.title, card.call, *card.reasons)),
    ]
    assert [text for text in said if BANNED.search(text)] == []
    assert all(re.search(r"\d", " ".join(one.reasons)) for one in suggest(told))


def test_the_ban_sees_what_it_forbids():
    for advice in ("Stop taking it.", "Increase it.", "you have low mood", "Start it", "50 mg"):
        assert BANNED.search(advice)


def test_every_rule_has_its_words_and_every_word_its_rule():
    words = wording(load())
    assert sorted(rule.rule for rule in words.rules) == sorted(rule.__name__ for rule in RULES)


def test_two_medicines_of_one_name_are_two_things(journal):
    found = suggest(facts(journal, taking("Lithium", 200), taking("Lithium", 200)))
    assert [one.rule for one in found] == ["checks_due", "checks_due"]
    assert len({one.topic for one in found}) == 2
