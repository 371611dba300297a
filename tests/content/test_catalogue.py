"""The catalogue is the list it was made from, and every rule of the table can be met."""

import csv
import re
from itertools import product
from pathlib import Path

import pytest

from medself.interactions.check import Rules
from medself.library import load
from medself.library.catalogue import catalogue
from medself.library.problems_table import table, things

LIST = Path(__file__).parents[3] / "shared/catalogue.csv"
OTHER_NAMES = {"lavender oil (Silexan)": "lavender-oil"}
PRESCRIBED_OR_BOUGHT = re.compile(r"(?:Rx|OTC)\b")


@pytest.mark.acceptance
@pytest.mark.skipif(not LIST.exists(), reason="the list of medicines is not beside the project")
def test_it_has_every_row_of_the_list_it_was_made_from():
    def slug(generic):
        name = OTHER_NAMES.get(generic, generic).lower().replace("'", "")
        return re.sub(r"[^a-z0-9]+", "-", name).strip("-")

    with LIST.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    wanted = [
        (
            slug(row["generic"]),
            row["class_slug"],
            any(PRESCRIBED_OR_BOUGHT.match(row[status]) for status in ("us_status", "uk_status")),
        )
        for row in rows
    ]
    assert [(row.slug, row.class_, row.sold) for row in catalogue(load())] == wanted


def test_every_page_about_a_medicine_is_in_it():
    known = {row.slug for row in catalogue(load())}
    assert sorted(set(load().medications) - known) == []


def unreachable(library):
    """Rows that answer no pair at all: nothing fits one side, or closer rows answer every pair."""
    rules = Rules(library)
    ids = [*library.medications, *(thing.id for thing in things(library).things)]
    sides = {id_: rules._sides(id_) for id_ in ids}
    found = []
    for row in table(library).rows:
        left = [id_ for id_ in ids if row.id in sides[id_][0]]
        right = [id_ for id_ in ids if row.id in sides[id_][1]]
        pairs = ((a, b) for a, b in product(left, right) if a != b)
        if not any(rules.between(a, b) == row for a, b in pairs):
            found.append(row.id)
    return found


def test_every_rule_answers_at_least_one_pair():
    assert unreachable(load()) == []


def test_a_rule_that_answers_nothing_is_seen(tmp_path):
    (tmp_path / "interactions").mkdir()
    (tmp_path / "medications").mkdir()
    (tmp_path / "things.yaml").write_text(
        "groups: {g: G}\nthings: [{id: a, label: A, of: [g]}, {id: b, label: B}]\n", "utf-8"
    )
    row = "  - {id: %s, a: %s, b: b, severity: caution, why: W., action: A., source: s}\n"
    rows = "rows:\n" + row % ("near", "a") + row % ("far", "g") + row % ("none", "zzz")
    (tmp_path / "interactions/t.yaml").write_text(rows, "utf-8")
    assert unreachable(load(tmp_path)) == ["far", "none"]
