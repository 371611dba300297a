"""Everything the table holds about one medicine, and what a search that names two things finds."""

import pytest

from medself.interactions import about, asked_together, check
from medself.library import load

LIBRARY = load()


def beside(slug):
    return {name: one.finding for one in about(slug, LIBRARY) for name in one.others}


def test_it_names_what_is_a_problem_beside_it_and_how_much_that_matters():
    found = beside("lithium")
    assert found["ibuprofen"].severity == "serious"
    assert found["caffeine"].severity == "caution"
    assert "paracetamol (acetaminophen)" not in found
    assert "lithium" not in found


@pytest.mark.parametrize("slug", ["sertraline", "clozapine", "phenelzine", "melatonin"])
def test_it_says_of_each_what_asking_about_the_two_says(slug):
    for name, finding in beside(slug).items():
        if name in LIBRARY.heads:
            (asked,) = check([slug, name], LIBRARY).findings
            assert (asked.row, asked.severity) == (finding.row, finding.severity)


def test_the_worst_comes_first_and_nothing_is_named_twice():
    found = about("phenelzine", LIBRARY)
    order = ["avoid", "serious", "caution"]
    assert [one.finding.severity for one in found] == sorted(
        (one.finding.severity for one in found), key=order.index
    )
    names = [name for one in found for name in one.others]
    assert len(names) == len(set(names))


def pairs(text):
    found = asked_together(text, LIBRARY)
    return None if found is None else [(one.a, one.b) for one in found.findings]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("lithium and ibuprofen", [("ibuprofen", "lithium")]),
        ("can i take ibuprofen with lithium?", [("ibuprofen", "lithium")]),
        ("xanax, wine", [("alcohol", "alprazolam")]),
        ("quit smoking on clozapine", [("clozapine", "stopping smoking")]),
        ("lithium heat wave", [("lithium", "low salt or fluid")]),
        # Two names and no more: nothing found is an answer.
        ("sertraline loratadine", []),
        ("sertraline and loratadine", []),
        # One thing, one thing twice, or words that may be meant otherwise.
        ("lithium", None),
        ("zoloft sertraline", None),
        ("the lamictal rash", None),
        ("weight gain olanzapine metformin", None),
        ("missed pill lamictal", None),
        ("sertraline and qqqq", None),
        ("", None),
    ],
)
def test_a_search_that_names_two_things_is_a_question_about_the_two(text, found):
    assert pairs(text) == found


def test_a_pasted_list_is_looked_at_by_its_beginning():
    found = asked_together(", ".join([*LIBRARY.medications][:80]), LIBRARY)
    assert found is not None
    assert len(found.known) == 6
