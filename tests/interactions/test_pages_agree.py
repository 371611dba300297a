"""What a page says must not be mixed, the table answers with "avoid"."""

import re

import pytest

from medself.interactions import things_in
from medself.interactions.check import rules_of
from medself.library import Library, load
from medself.library.read import SOURCE_MARK

RULED_OUT = re.compile(r"must not be (?:mixed|taken)|^\*\*(?:Must not|Never)", re.I)
HEADING = re.compile(
    r"^\*\*(?:Must not be mixed|Never with|Medicines that must not)[^*]*\*\*", re.I
)
BEFORE = re.compile(r"\b(?:They|These|The two) must not\b")

ON_PURPOSE = {
    # "Antihistamines" there are those that make sleepy; the table has both kinds.
    ("isocarboxazid", "non_drowsy_antihistamine"),
    # One malaria medicine (piperaquine) is named; the table knows the kind.
    ("levomepromazine", "antimalarial"),
    # Large amounts are ruled out, not the mix.
    ("perphenazine", "non_drowsy_antihistamine"),
    ("perphenazine", "barbiturate"),
    ("perphenazine", "alcohol"),
    ("perphenazine", "opioid_any"),
    # Several HIV medicines, not all; those of one name in the table have rows of their own.
    ("triazolam", "hiv_medicine"),
    # The same paragraph goes on with what needs a word with a pharmacist.
    ("carbamazepine", "st-johns-wort"),
}
"""Pairs of a page and something named in such a line that the table does not rule out."""


@pytest.fixture(scope="module")
def library() -> Library:
    return load()


def ruled_out(paragraph: str) -> str:
    """Return the part of a paragraph that names what must not be mixed; nothing when there is none."""
    text = SOURCE_MARK.sub("", paragraph).removeprefix("- ")
    if HEADING.match(text):
        return text
    sentences = re.split(r"(?<=\.)\s+", text)
    found = [one for one in sentences if RULED_OUT.search(one)]
    return " ".join([*sentences[:1], *found] if BEFORE.search(text) else found)


def named(library: Library) -> set[tuple[str, str]]:
    """Return every pair of a medicine and what its page says must not be mixed with it."""
    return {
        (slug, thing)
        for slug in library.medications
        for line in library.written[slug].prose.get("food_drink_drugs", "").split("\n")
        for thing in things_in(ruled_out(line), library)
        if thing != slug
    }


def test_what_a_page_rules_out_the_table_rules_out(library):
    pairs, rules = named(library), rules_of(library)
    assert len(pairs) > 100
    answers = {pair: rules.between(*sorted(pair)) for pair in pairs}
    milder = {pair for pair, row in answers.items() if row is None or row.severity != "avoid"}
    assert milder == ON_PURPOSE
