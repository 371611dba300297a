"""Medicines beside each other, and what they are for: to find and to read, never to rank."""

import shutil
from pathlib import Path

import pytest

from medself.errors import ContentError
from medself.library import load
from medself.library.compare import NOTHING, compare
from medself.library.conditions import OTHER, conditions, ids_of, unplaced, used_for
from medself.library.groups import families, members

EXAMPLE = Path(__file__).parents[1] / "content/example"


@pytest.fixture
def library(tmp_path):
    """The example with a second medicine in its group."""
    content = Path(shutil.copytree(EXAMPLE, tmp_path / "content"))
    text = (content / "medications/pilline.md").read_text("utf-8")
    twin = text.replace("id: pilline", "id: twinine").replace("pilline", "twinine")
    twin = (
        twin.replace("pillin,", "twinin,").replace("Calmex", "Twinex").replace("Restova", "Twino")
    )
    twin = twin.replace("onset: {plain: It takes weeks.", "onset: {plain: It takes days.")
    twin = twin.replace("  - {id: rash, band: rare, source: label}\n", "")
    (content / "medications/twinine.md").write_text(twin, "utf-8")
    return load(content)


def row(comparison, title):
    return next(row for row in comparison.rows if row.title == title)


def test_the_parts_stand_in_one_order_with_a_cell_for_each_medicine(library):
    both = compare(library, ["twinine", "pilline"], "uk")
    assert both.titles == ("Twinin", "Pillin")
    assert [row.title for row in both.rows] == [
        "How it works", "When it starts to work", "Common side effects", "Stopping", "Tests and checks",
    ]  # fmt: skip
    assert {len(row.cells) for row in both.rows} == {2}
    assert row(both, "When it starts to work").cells == (
        "It takes days. [2]",
        "It takes weeks. [2]",
    )


def test_every_cell_that_says_something_names_its_source(library):
    both = compare(library, ["pilline", "twinine"])
    for each in both.rows:
        for cell in each.cells:
            assert "[" in cell, each.title


def test_what_is_the_same_for_all_is_known_to_be(library):
    both = compare(library, ["pilline", "twinine"])
    assert row(both, "How it works").same
    assert not row(both, "When it starts to work").same


def test_side_effects_stand_by_how_often_without_the_rates_of_trials(library):
    cell = row(compare(library, ["pilline"]), "Common side effects").cells[0]
    assert cell.startswith("**More than 10 in 100 people.** Feeling sick.")
    assert "25" not in cell
    assert "dummy" not in cell


def test_checks_are_those_of_the_region(library):
    us, uk = (
        row(compare(library, ["pilline"], r), "Tests and checks").cells[0] for r in ("us", "uk")
    )
    assert ("Weight" in us, "Blood test" in us) == (True, False)
    assert ("Weight" in uk, "Blood test" in uk) == (False, True)


def test_where_a_page_is_silent_it_says_so(library):
    path = library.root / "classes/group.md"
    text = path.read_text("utf-8").replace("stopping: {taper", "# stopping: {taper")
    path.write_text(text, "utf-8")
    assert row(compare(load(library.root), ["pilline"]), "Stopping").cells == (NOTHING,)


def test_only_medicines_can_be_compared(library):
    with pytest.raises(ContentError):
        compare(library, ["group"])


def test_a_group_has_the_medicines_of_the_groups_below_it():
    library = load()
    assert "sertraline" in members(library, "ssri")
    assert "venlafaxine" not in members(library, "ssri")
    assert {"sertraline", "venlafaxine"} <= set(members(library, "antidepressant"))
    assert members(library, "antidepressant") == sorted(members(library, "antidepressant"))


def test_groups_stand_under_the_last_they_take_from(library):
    real = families(load())
    assert "ssri" in [head.id for head in real["antidepressant"]]
    assert real["benzodiazepine"] == []
    shown = [*real, *(head.id for below in real.values() for head in below)]
    assert sorted(shown) == sorted(load().classes)
    assert members(load(), "antidepressant", below=False) == []


def test_groups_that_name_each_other_in_a_ring_end(library):
    text = (library.root / "classes/group.md").read_text("utf-8")
    for one, other in (("group", "ring"), ("ring", "group")):
        page = text.replace("id: group\n", f"id: {one}\ninherits: [{other}]\n")
        (library.root / f"classes/{one}.md").write_text(page, "utf-8")
    assert members(load(library.root), "ring") == ["pilline", "twinine"]
    assert families(load(library.root))


@pytest.mark.parametrize(
    ("use", "ids"),
    [
        ("Low mood that stays (depression), in adults and from age 8", ("low-mood",)),
        ("Depression in bipolar disorder, with fluoxetine", ("bipolar",)),
        ("mania in bipolar disorder", ("bipolar",)),
        ("Worry, or thoughts and acts you cannot stop (OCD)", ("worry", "ocd")),
        ("narcolepsy, which is falling asleep without warning", ("sleep",)),
        ("Very low mood before periods (PMDD)", ("low-mood", "periods-birth")),
        ("fits, and calm before an operation, by injection or in hospital", ("fits", "body")),
        ("something nobody thought of", (OTHER,)),
    ],
)
def test_a_use_is_found_under_everyday_words(use, ids):
    assert ids_of(load(), use) == ids


def test_official_uses_stand_apart_and_follow_the_region():
    library = load()
    us, uk = (used_for(library, "periods-birth", region) for region in ("us", "uk"))
    assert "sertraline" in us.official
    assert "sertraline" in uk.off_label
    for condition in conditions(library):
        used = used_for(library, condition, "us")
        assert not set(used.official) & set(used.off_label), condition


def test_every_medicine_that_people_are_given_is_found_by_what_it_is_for():
    library = load()
    found = {
        slug
        for id_ in conditions(library)
        for region in ("us", "uk")
        for used in [used_for(library, id_, region)]
        for slug in (*used.official, *used.off_label)
    }
    given = {slug for slug, page in library.medications.items() if page.availability.anywhere}
    assert given - found == set()


def test_the_last_condition_takes_what_is_left(library):
    assert [*conditions(load())][-1] == OTHER
    assert conditions(library) == {}
    assert {slug for slug, _ in unplaced(library)} == {"pilline", "twinine"}
