"""Lists that are read item by item, and lists that are not written as ours are."""

import pytest

from medself.errors import ContentError
from medself.library.items import heads, items
from medself.library.problems_table import Pairing, Row

OURS = """rows:
  # Why these stand together.
  - id: one
    a: wine
    b: [beer, cider]
    severity: avoid
    why: "Both: of drink."
    action: Ask.
    source: s
  - id: two
    a: tea
    b: coffee
    severity: caution
    why: Much of it keeps you awake.
    action: Ask.
    source: [s, t]
"""
INDENTED = OURS.replace("\n  ", "\n      ")
WRAPPED = OURS.replace("Both: of drink.", "Both:\n      of drink.")
OTHER_ORDER = OURS.replace("  - id: two\n    a: tea\n", "  - a: tea\n    id: two\n")
FLOWING = "rows: [{id: one, a: wine, b: [beer, cider], severity: avoid, why: 'Both: of drink.', action: Ask., source: s}, {id: two, a: tea, b: coffee, severity: caution, why: Much of it keeps you awake., action: Ask., source: [s, t]}]\n"


@pytest.mark.parametrize("text", [OURS, INDENTED, WRAPPED, OTHER_ORDER, FLOWING])
def test_however_a_list_is_written_every_item_is_found(text):
    rows = items(text, Row, "drink.yaml")
    assert list(rows) == ["one", "two"]
    assert (rows["one"].why, rows["one"].b) == ("Both: of drink.", ["beer", "cider"])
    assert (rows["two"].why, rows["two"].source) == ("Much of it keeps you awake.", ["s", "t"])
    found = heads(text, Pairing, "drink.yaml")
    assert [(each.id, each.a, each.b, each.severity) for each in found] == [
        ("one", "wine", ["beer", "cider"], "avoid"),
        ("two", "tea", "coffee", "caution"),
    ]


@pytest.mark.parametrize("text", [OURS, FLOWING])
def test_an_id_that_stands_twice_is_an_error(text):
    with pytest.raises(ContentError, match=r"drink\.yaml has 'one' twice"):
        items(text.replace("two", "one"), Row, "drink.yaml")


def test_an_item_of_another_shape_is_an_error_that_names_the_file():
    rows = items(OURS.replace("action", "advice", 1), Row, "drink.yaml")
    assert rows["two"].action == "Ask."
    with pytest.raises(ContentError, match=r"drink\.yaml is not as it should be: .*action"):
        rows["one"]


def test_a_list_of_another_shape_is_told_at_once_however_long_it_is():
    """Each line is read one way only; else a long list with one odd line would take for ever."""
    odd = OURS + "".join(f"  - id: a-{n}-b-c\n    a: x-y\n" for n in range(2_000)) + "odd\n"
    with pytest.raises(ContentError):
        items(odd, Row, "drink.yaml")
