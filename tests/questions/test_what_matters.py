"""Questions about a baby, driving, drinking, and what happened that our table names."""

import pytest
from told import asked, at, taking

from medself.model import LifeEvent, Matter


def told_of(journal, *matters):
    journal.revise(journal.person.id, matters=matters)


def happened(days, text):
    return LifeEvent(at=at(days), zone="UTC", text=text)


def test_nothing_is_asked_about_what_nobody_ticked(journal):
    found = asked(journal, taking("Valproate"), taking("Lorazepam"))
    assert not {"pregnancy_rules", "pregnancy", "breastfeeding", "driving", "alcohol"} & set(found)


def test_a_medicine_with_rules_about_pregnancy_is_asked_about_first(journal):
    told_of(journal, Matter.BABY_PLANNED)
    found = asked(journal, taking("Valproate"), taking("Sertraline"))
    one = found["pregnancy_rules"]
    assert one.urgency == 1
    assert one.text == (
        "I hope to have a baby. There are special rules about pregnancy for Valproate. Who should I "
        "talk to about that, and how soon?"
    )
    assert found["pregnancy"].text == "I hope to have a baby. What does that mean for Sertraline?"
    assert found["pregnancy"].reasons == ("See what the page says about pregnancy: Sertraline.",)


@pytest.mark.parametrize(
    ("matter", "rule", "begins"),
    [
        (Matter.PREGNANT, "pregnancy", "I am pregnant, or may be. What does that mean for"),
        (Matter.BREASTFEEDS, "breastfeeding", "I breastfeed. What does that mean for"),
        (Matter.DRIVES, "driving", "I drive or use machines. What should I know about that with"),
        (Matter.DRINKS, "alcohol", "I drink alcohol. What should I know about that with"),
    ],
)
def test_each_is_asked_once_for_all_medicines_it_matters_to(journal, matter, rule, begins):
    told_of(journal, matter)
    one = asked(journal, taking("Lorazepam"), taking("Quetiapine"))[rule]
    assert one.text == f"{begins} Lorazepam and Quetiapine?"
    assert len(one.entries) == 2


def test_driving_is_asked_about_where_a_medicine_makes_sleepy(journal):
    told_of(journal, Matter.DRIVES)
    assert "driving" not in asked(journal, taking("Bupropion"))


def test_a_medicine_without_a_page_is_not_asked_about(journal):
    told_of(journal, Matter.DRINKS)
    assert "alcohol" not in asked(journal, taking("Otherine", slug=None))


def test_what_happened_is_looked_up_in_the_table(journal):
    event = happened(20, "I have stopped smoking!")
    one = asked(journal, taking("Clozapine"), event)["event_problem"]
    assert one.text == (
        "Stopping smoking (written down on 31 October 2026) and clozapine: our table names a known "
        "problem. Who should I tell?"
    )
    assert one.entries == (event.id,)


@pytest.mark.parametrize(
    ("days", "text"),
    [
        (28, "Stopped smoking"),  # too long ago
        (2, "I have not stopped smoking"),
        (2, "Moved house"),
        (2, "Had coffee with a friend"),  # good to know, not serious
    ],
)
def test_what_is_old_denied_or_slight_is_not_asked_about(journal, days, text):
    assert "event_problem" not in asked(journal, taking("Clozapine"), happened(days, text))


def test_a_painkiller_bought_for_a_bad_back_is_asked_about_with_lithium(journal):
    event = happened(3, "Ibuprofen for my back, two days")
    one = asked(journal, taking("Lithium"), event)["event_problem"]
    assert "ibuprofen" in one.text.lower()
    assert "lithium" in one.text
