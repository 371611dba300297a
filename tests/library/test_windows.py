"""Which days to look at after a change: the table itself, and how a medicine finds its row."""

import math
import shutil

import pytest

from medself.analysis.windows import AFTER
from medself.errors import ContentError
from medself.library import load
from medself.library.windows import onset_windows, windows_for


@pytest.fixture(scope="module")
def library():
    return load()


@pytest.mark.parametrize(
    ("slug", "row"),
    [
        ("sertraline", "antidepressant"),
        ("venlafaxine", "antidepressant"),
        ("mirtazapine", "mirtazapine"),
        ("quetiapine", "antipsychotic"),
        ("clozapine", "clozapine"),
        ("lithium", "lithium"),
        ("lamotrigine", "lamotrigine"),
        ("valproate", "valproate"),
        ("methylphenidate", "same_day"),
        ("lorazepam", "same_day"),
        ("zopiclone", "same_day"),
        ("buspirone", "buspirone"),
        ("atomoxetine", "atomoxetine"),
        ("something-else", "other"),
        ("", "other"),
    ],
)
def test_a_medicine_has_its_own_days_or_those_of_its_nearest_group(library, slug, row):
    assert windows_for(library, slug).id == row


def test_stopping_has_days_of_its_own_and_the_first_four_weeks_are_marked(library):
    looks = windows_for(library, "sertraline", coming_off=True).looks
    assert [(look.from_day, look.to_day, look.coming_off) for look in looks] == [
        (1, 28, True),
        (29, 84, False),
    ]


def test_antidepressants_are_looked_at_in_weeks_3_to_6_and_6_to_12(library):
    windows = windows_for(library, "sertraline")
    assert windows.before_days == 14
    assert [(look.skip_days, look.after_days) for look in windows.looks] == [(14, 28), (35, 49)]


def test_every_look_is_long_enough_to_be_filled(library):
    for windows in onset_windows(library).values():
        for look in windows.looks:
            needed = max(AFTER.days, math.ceil(look.after_days * AFTER.days / AFTER.of))
            assert look.after_days >= max(needed, 7 * (AFTER.weeks - 1) + 1), windows.id


def test_no_medicine_is_in_two_rows(library):
    names = [name for windows in onset_windows(library).values() for name in windows.for_]
    assert len(names) == len(set(names))


def test_every_name_is_known_and_every_source_is_one_of_a_page(library):
    known = {source.id for page in library.written.values() for source in page.front.sources}
    for windows in onset_windows(library).values():
        assert set(windows.for_) <= {*library.heads, *library.other_names}, windows.id
        assert windows.source == "our own rule" or set(windows.source) <= known, windows.id


def test_the_table_says_that_nobody_with_clinical_training_has_read_it(library):
    text = (library.root / "onset_windows.yaml").read_text(encoding="utf-8")
    assert "\nstatus: draft\n" in text


def test_a_broken_table_is_told_in_plain_words(library, tmp_path):
    shutil.copytree(library.root, tmp_path / "content")
    path = tmp_path / "content" / "onset_windows.yaml"
    path.write_text(path.read_text().replace("before_days: 14", "before_days: 3", 1))
    with pytest.raises(ContentError, match=r"onset_windows\.yaml is not as it should be"):
        windows_for(load(tmp_path / "content"), "sertraline")
