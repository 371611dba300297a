"""Finding a page by a name, a misspelt name, or what it says."""

import shutil
from pathlib import Path

import pytest
import yaml

from medself.library import load
from medself.library.texts import TITLES

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
        ("gabapentine", "gabapentin"),
        # In the words people use, the page that answers comes before those that mention it.
        ("suicidal thoughts", "in-a-crisis"),
        ("i took too much", "in-a-crisis"),
        ("missed pill", "taking-medicines-every-day"),
        ("how to come off", "changing-stopping-running-out"),
        ("quit smoking", "cannabis-alcohol-and-smoking"),
        ("sex problems", "sexual-side-effects"),
        ("pregnant", "pregnancy-and-planning"),
        ("hearing voices", "psychosis-and-antipsychotics"),
        ("it isn't working", "when-it-does-not-seem-to-work"),
        ("my son", "family-and-friends"),
        ("emotional blunting", "side-effect-or-illness"),
        ("vegan", "culture-beliefs-and-medicines"),
    ],
)
def test_the_first_hit_is_the_page_that_is_meant(text, page):
    assert first(text) == page


def test_a_name_that_was_meant_is_told():
    assert LIBRARY.find("zolof")[0].name == "Zoloft"


@pytest.mark.parametrize(
    ("text", "page", "section"),
    [
        ("the lamictal rash", "lamotrigine", "serious_effects"),
        ("can't sleep on prozac", "fluoxetine", "common_effects"),
        ("pregnant on valproate", "valproate", "important_warnings"),
        ("breastfeeding olanzapine", "olanzapine", "pregnancy_and_feeding"),
        ("what if i miss a dose of lithium", "lithium", "missed_dose"),
        # The heading is enough where the text is the group's.
        ("stopping lorazepam", "lorazepam", "stopping"),
        ("driving on zopiclone", "zopiclone", "food_drink_drugs"),
        # In words that stand on no page.
        ("sertraline cold turkey", "sertraline", "stopping"),
        ("forgot my lithium", "lithium", "missed_dose"),
        ("throwing up on venlafaxine", "venlafaxine", "common_effects"),
        ("lithium overdose", "lithium", "too_much"),
        ("coming off venlafaxine", "venlafaxine", "stopping"),
        ("xanax withdrawal", "alprazolam", "stopping"),
    ],
)
def test_the_other_words_lead_to_the_part_that_is_about_them(text, page, section):
    hit = LIBRARY.find(text)[0]
    assert (hit.id, hit.section) == (page, section)


@pytest.mark.parametrize("text", ["taking medicines every day", "in a crisis", "ssris"])
def test_a_page_looked_for_by_its_title_begins_at_its_beginning(text):
    assert LIBRARY.find(text)[0].section == ""


def test_a_sentence_that_can_be_read_is_shown_with_the_hit():
    hit = next(hit for hit in LIBRARY.find("weight gain") if hit.id == "olanzapine")
    assert "weight" in hit.excerpt.lower()


def test_an_everyday_word_is_no_misspelt_medicine(tmp_path):
    """Calmex is a brand of the example."""
    shutil.copytree(EXAMPLE, tmp_path / "content")
    assert load(tmp_path / "content").find("calmey")[0].name == "Calmex"
    words = tmp_path / "content/everyday_words.yaml"
    words.write_text("- {says: [calmey], means: [stomach]}\n", "utf-8")
    hits = {hit.id: hit for hit in load(tmp_path / "content").find("calmey")}
    assert hits["pilline"].section == "at_a_glance"
    assert {hit.name for hit in hits.values()} == {""}


def test_every_everyday_word_leads_to_pages_parts_and_words_there_are():
    entries = yaml.safe_load((LIBRARY.root / "everyday_words.yaml").read_text("utf-8"))
    said = [word for each in entries for word in each["says"]]
    assert len(said) == len(set(said))
    assert [word for word in said if not LIBRARY.find(word)] == []
    assert {each["page"] for each in entries if "page" in each} <= set(LIBRARY.heads)
    assert {each["part"] for each in entries if "part" in each} <= set(TITLES)


def test_marks_of_parts_and_sources_are_no_words():
    """Every medicine's page has a part marked "at_a_glance"; one page says "at a glance"."""
    assert [hit.id for hit in LIBRARY.find("glance")] == ["taking-medicines-every-day"]


def test_a_word_with_another_first_letter_is_no_misspelling():
    """Of "began", which pages say."""
    assert LIBRARY.find("begam")
    assert LIBRARY.find("hegan") == []


def test_an_excerpt_shows_no_marks():
    for hit in LIBRARY.find("blood test sleep weight"):
        assert not set("{}*#") & set(hit.excerpt)


def test_a_side_effect_is_found_by_the_words_people_use():
    assert "common_effects" in [hit.section for hit in LIBRARY.find("insomnia")]
    assert LIBRARY.find("insomnia sertraline")[0].section == "common_effects"


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
