"""The catalogue is the list it was made from, and knows every page."""

import csv
import re
from pathlib import Path

import pytest

from medself.library import load
from medself.library.catalogue import catalogue

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
