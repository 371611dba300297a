"""Finding a page by a name, a misspelt name, or what it says."""

import shutil
from pathlib import Path

import pytest

from medself.library import load

LIBRARY = load()
EXAMPLE = Path(__file__).parents[1] / "content/example"


def first(text):
    hits = LIBRARY.find(text)
    return hits[0].id if hits else None


@pytest.mark.parametrize(
    ("text", "page"),
    [
        ("sertraline", "sertraline"),
        ("zolof", "sertraline"),
        ("zol", "sertraline"),
        ("Seroquel XR", "quetiapine"),
        ("lamictal rash", "lamotrigine"),
        ("can't sleep prozac", "fluoxetine"),
        ("can’t sleep prozac", "fluoxetine"),
        ("what if i miss a dose of lithium", "lithium"),
        ("sertaline and alcohol", "sertraline"),
        ("ssri", "ssri"),
        ("in a crisis", "in-a-crisis"),
        ("stopping", "changing-stopping-running-out"),
        ("families", "family-and-friends"),
        ("culture", "culture-beliefs-and-medicines"),
        ("antidepressants", "antidepressant"),
        ("every day", "taking-medicines-every-day"),
    ],
)
def test_the_first_hit_is_the_page_that_is_meant(text, page):
    assert first(text) == page


def test_a_name_that_was_meant_is_told():
    assert LIBRARY.find("zolof")[0].name == "Zoloft"


def test_the_other_words_lead_to_the_place_on_the_page():
    hit = LIBRARY.find("lamictal rash")[0]
    assert hit.section
    assert "rash" in hit.excerpt.lower()


def test_an_excerpt_shows_no_marks():
    for hit in LIBRARY.find("blood test sleep weight"):
        assert not set("{}*#") & set(hit.excerpt)


def test_a_side_effect_is_found_by_the_words_people_use():
    assert "sertraline" in [hit.id for hit in LIBRARY.find("insomnia")]


def test_a_misspelt_word_of_the_text_is_found():
    assert LIBRARY.find("diarhea")


@pytest.mark.parametrize("text", ["", " ", "a", "the", "💊", "<>", "qqqqqqq", "x" * 10_000])
def test_nothing_is_found_for_nothing(text):
    assert LIBRARY.find(text) == []


def test_a_pasted_page_is_searched_by_its_beginning():
    assert LIBRARY.find("sertraline " + "and more words " * 5_000)[0].id == "sertraline"


def test_a_word_the_pages_use_is_no_misspelt_medicine():
    assert all(not hit.name for hit in LIBRARY.find("weight anxiety sleep"))


def test_a_word_of_the_pages_near_a_brand_is_not_taken_for_it(tmp_path):
    """Calmex is a brand of the example; "calmer" is one letter away and stands on its page."""
    shutil.copytree(EXAMPLE, tmp_path / "content")
    assert load(tmp_path / "content").find("calmer")[0].name == "Calmex"
    page = tmp_path / "content/medications/pilline.md"
    text = page.read_text(encoding="utf-8")
    page.write_text(
        text.replace("It does not mix", "You may feel calmer. It does not mix"), "utf-8"
    )
    assert load(tmp_path / "content").find("calmer")[0].name == ""
