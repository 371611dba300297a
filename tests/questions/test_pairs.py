"""Known problems between what is on the list become questions; what is only good to know does not."""

import sys

from told import asked, taking

from medself.errors import ContentError
from medself.model import MedicationStatus


def test_a_pair_not_to_be_mixed_asks_whom_to_call_today(journal):
    nardil, sertraline = taking("Nardil", slug=None), taking("Sertraline")
    one = asked(journal, nardil, sertraline)["pair_to_avoid"]
    assert one.text == (
        "Phenelzine and sertraline are both on my list. Our table says not to mix them."
        " Who should I call about that today?"
    )
    assert one.reasons == (
        "Together they can raise serotonin far too high. People have died from it.",
    )
    assert one.entries == (nardil.id, sertraline.id)
    assert one.urgency == 1


def test_a_serious_pair_is_asked_about_at_the_visit(journal):
    found = asked(journal, taking("Lithium"), taking("Advil", slug=None))
    one = found["known_problem"]
    assert one.text == (
        "Ibuprofen and lithium: our table names a known problem. Do you know that I take both?"
    )
    assert one.urgency == 2
    assert "pair_to_avoid" not in found


def test_what_is_only_good_to_know_is_no_question(journal):
    found = asked(journal, taking("Sertraline"), taking("Advil", slug=None))
    assert not {"pair_to_avoid", "known_problem"} & set(found)


def test_a_medicine_of_the_past_is_not_asked_about(journal):
    past = taking("Advil", slug=None, status=MedicationStatus.NOT_TAKING)
    assert "known_problem" not in asked(journal, taking("Lithium"), past)


def test_two_entries_of_one_medicine_are_both_behind_it(journal):
    both = taking("Lithium"), taking("Priadel", slug=None)
    one = asked(journal, *both, taking("Advil", slug=None))["known_problem"]
    assert {medication.id for medication in both} < set(one.entries)


def test_a_table_that_cannot_be_read_leaves_the_other_questions(journal, monkeypatch):
    def broken(*_):
        raise ContentError("interactions is broken")

    monkeypatch.setattr(sys.modules["medself.questions.gather"], "check", broken)
    found = asked(journal, taking("Lithium", 91), taking("Advil", slug=None))
    assert "known_problem" not in found
    assert "checks_due" in found
