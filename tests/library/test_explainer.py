"""A page drawn for reading: order, inheritance, references, regions."""

import re
import shutil
from datetime import date
from pathlib import Path

import pytest

from medself.errors import ContentError
from medself.library import explain, load
from medself.library.basics import Source
from medself.library.draw_effects import period
from medself.library.pieces import Span
from medself.library.references import References

DAY = date(2026, 11, 23)
EXAMPLE = Path(__file__).parents[1] / "content/example"


@pytest.fixture(scope="module")
def library():
    return load(EXAMPLE)


@pytest.fixture(scope="module")
def us(library):
    return explain(library, "pilline", "us")


@pytest.fixture(scope="module")
def uk(library):
    return explain(library, "pilline", "uk")


def section(page, name):
    return next((each.text for each in page.sections if each.name == name), "")


def test_the_sections_stand_in_the_agreed_order(us):
    readme = (Path(__file__).parents[2] / "content/README.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| (.+?) \|", readme, re.MULTILINE)
    agreed = [name for row in rows for name in re.findall(r"`(\w+)`", row)]
    names = [each.name for each in us.sections]
    assert names == [name for name in agreed if name in names]
    assert len(names) == 19


def test_what_the_page_leaves_out_is_marked_as_the_groups(us):
    assert section(us, "long_term").startswith("*About all calming pills:*\n\nMany stay on it.")


def test_for_safety_the_groups_text_stands_before_the_medicines_own(us):
    text = section(us, "stopping")
    assert text.index("Go down in steps.") < text.index("True of the whole group.")
    assert text.index("True of the whole group.") < text.index("True of this one alone.")


def test_numbers_of_references_are_small_and_stand_for_the_right_source(us):
    shown = {int(n) for each in us.sections for n in re.findall(r"\[(\d+)\]", each.text)}
    assert shown == set(range(1, len(us.sources) + 1))
    number = re.search(r"Nobody knows\. \[(\d+)\]", section(us, "how_it_works"))[1]
    assert us.sources[int(number) - 1].title == "Another"


def test_no_source_mark_is_left(us, uk):
    assert "{" not in "".join(each.text for page in (us, uk) for each in page.sections)


def test_two_sources_are_two_numbers_in_order(us):
    assert section(us, "at_a_glance").endswith("Ask for help if your mood drops. [1] [2]")


def test_names_brands_and_other_facts_follow_the_region(us, uk):
    assert (us.title, uk.title) == ("Pilline", "Pillin")
    assert "Brand names: Calmex" in us.facts
    assert "Brand names in the UK: Restova" in us.facts
    assert "Called pillin in the UK" in us.facts
    assert "Called pilline in the US" in uk.facts
    assert "Say it: PIL-een" in us.facts


def test_checks_and_warnings_follow_the_region(us, uk):
    assert "Weight" in section(us, "tests_and_checks")
    assert "Blood test" not in section(us, "tests_and_checks")
    assert "Blood test" in section(uk, "tests_and_checks")
    assert section(us, "important_warnings").startswith("**A warning.** Watch your mood.")
    assert "Ask twice." not in section(us, "important_warnings")
    assert section(uk, "important_warnings").startswith("**A UK warning.** Ask twice.")


def test_what_it_is_for_tells_official_uses_from_others(us, uk):
    text = section(us, "what_it_is_for")
    official, other = text.split("off-label")
    assert ("low mood" in official, "worry" in other, "sleep" in text) == (True, True, False)
    assert "Licensed in the UK for:\n\n- low mood" in section(uk, "what_it_is_for")
    assert "sleep" in section(uk, "what_it_is_for").split("off-label")[1]


def test_an_effect_shows_its_rate_beside_the_dummy_pills_and_the_nearest_page_wins(us):
    text = section(us, "common_effects")
    assert (
        "**Feeling sick.** About 25 in 100 people, against 11 in 100 on a dummy pill. "
        "Often passes within days. Eat a little."
    ) in text
    assert "Small meals." not in text
    assert text.index("Feeling sick") < text.index("Headache") < text.index("Skin rash")


def test_of_equally_common_effects_the_more_frequent_stands_first(tmp_path):
    copy_with(tmp_path, "id: rash, band: rare", "id: rash, band: very_common, rate_pct: 40")
    page = explain(load(tmp_path / "content"), "pilline")
    text = section(page, "common_effects")
    assert text.index("Skin rash") < text.index("Feeling sick")


def test_one_page_read_in_two_places_has_two_numbers_and_in_one_place_one():
    def source(name, part):
        return Source(id=name, title="T", publisher="P", url="u", section=part, accessed=DAY)

    refs = References([source("a/x", "Uses"), source("b/y", "Uses"), source("c/z", "Doses")])
    assert refs.cite("One.", ["a/x", "b/y"]) == "One. [1]"
    assert refs.cite("Two.", ["c/z"]) == "Two. [2]"
    assert [each.id for each in refs.met] == ["a/x", "c/z"]


def test_serious_effects_stand_under_how_fast_to_act(us):
    assert section(us, "serious_effects").startswith(
        "**Get emergency help now**\n\n- **A fit:** shaking all over."
    )


def test_a_gap_after_which_to_ask_is_said(us):
    assert "Without it for 5 days or more?** Ask your prescriber" in section(us, "missed_dose")


def test_driving_adds_what_the_country_asks(us, uk):
    assert "The law asks you to be fit." not in section(us, "food_drink_drugs")
    assert "Wait and see first. The law asks you to be fit." in section(uk, "food_drink_drugs")


def test_week_by_week_says_what_to_track_in_plain_words(us):
    assert (
        "**Days 1 to 7.** A dry mouth. *Keep an eye on: feeling sick, mood.* "
        "**Call if** you feel on edge."
    ) in section(us, "week_by_week")


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (1, 3, "Days 1 to 3"),
        (1, 1, "Day 1"),
        (8, 14, "Week 2"),
        (8, 28, "Weeks 2 to 4"),
        (29, 84, "Weeks 5 to 12"),
        (85, 182, "Months 3 to 6"),
        (183, 365, "Months 7 to 12"),
    ],
)
def test_a_span_is_named_in_days_then_weeks_then_months(first, last, words):
    assert period(Span(from_day=first, to_day=last, expect="x")) == words


def test_a_use_in_one_country_only_is_still_told_in_the_other(library, tmp_path):
    path = copy_with(tmp_path, "us: labelled, uk", "us: not_used, uk")
    text = path.read_text(encoding="utf-8").replace("us: off_label", "us: not_used")
    path.write_text(text, encoding="utf-8")
    page = explain(load(tmp_path / "content"), "pilline", "us")
    assert "Licensed in the UK for:" in section(page, "what_it_is_for")


def test_a_warning_of_the_other_country_is_shown_when_here_is_none(tmp_path):
    copy_with(tmp_path, "region: uk, source: nhs}\nonset", "region: us, source: nhs}\nonset")
    page = explain(load(tmp_path / "content"), "pilline", "uk")
    assert "**A warning (a US warning).** Watch your mood." in section(page, "important_warnings")


def test_a_look_up_that_found_no_boxed_warning_says_so(tmp_path):
    path = copy_with(tmp_path, "boxed_warnings:\n", "boxed_warnings: []\n")
    lines = path.read_text(encoding="utf-8").splitlines()
    path.write_text("\n".join(line for line in lines if "id: box" not in line), encoding="utf-8")
    library = load(tmp_path / "content")
    assert "found none" in section(explain(library, "pilline", "us"), "important_warnings")
    assert section(explain(library, "pilline", "uk"), "important_warnings") == ""


def copy_with(tmp_path, old, new):
    shutil.copytree(EXAMPLE, tmp_path / "content")
    path = tmp_path / "content/medications/pilline.md"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return path


def test_a_group_and_a_topic_can_be_read_too(library):
    group, topic = explain(library, "group"), explain(library, "topic")
    assert (group.kind, group.title, group.summary) == (
        "class",
        "Calming pills",
        "Made up for tests.",
    )
    assert [each.title for each in topic.sections] == ["", "A heading"]
    assert topic.sections[1].text.startswith("Some people, 2 in 100, like lists. [1]")


def test_a_page_that_is_not_there_is_a_plain_sentence(library):
    with pytest.raises(ContentError, match="no page about aspirin"):
        explain(library, "aspirin")


@pytest.mark.parametrize("region", ["us", "uk"])
def test_every_page_of_the_library_can_be_drawn(region):
    real = load()
    for slug in real.heads:
        page = explain(real, slug, region)
        text = "\n".join(each.text for each in page.sections)
        assert "{" not in text
        numbers = {int(n) for n in re.findall(r"\[(\d+)\]", text)}
        assert numbers == set(range(1, len(page.sources) + 1))
