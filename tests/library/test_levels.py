"""How much of a page is read: the short, the standard and the detailed form."""

import re
import shutil
from pathlib import Path

import pytest

from medself.library import explain, load
from medself.library.explainer import SHORT

EXAMPLE = Path(__file__).parents[1] / "content/example"
MARK = re.compile(r"\[\d+\]")


@pytest.fixture(scope="module")
def library():
    return load(EXAMPLE)


def text(page):
    return "\n".join(each.text for each in page.sections)


def test_short_keeps_what_matters_most(library):
    names = [each.name for each in explain(library, "pilline", "us", "short").sections]
    assert names == list(SHORT)


def test_standard_has_every_part_and_no_fine_print(library):
    standard, detailed = (explain(library, "pilline", "us", n) for n in ("standard", "detailed"))
    assert [s.name for s in standard.sections] == [s.name for s in detailed.sections]
    assert MARK.search(text(detailed))
    assert not MARK.search(text(standard))
    assert "**Feeling sick.** More than 10 in 100 people. Often passes" in text(standard)
    assert "against 11 in 100 on a dummy pill" in text(detailed)
    assert "dummy" not in text(standard)


def test_every_level_names_the_same_sources_for_what_it_shows(library):
    standard, detailed = (explain(library, "pilline", "us", n) for n in ("standard", "detailed"))
    assert standard.sources == detailed.sources
    assert 0 < len(explain(library, "pilline", "us", "short").sources) <= len(detailed.sources)


def test_no_mark_leaves_a_gap_before_a_full_stop(library):
    assert not re.search(r"\s[.,;]|[ \t]{2,}", text(explain(library, "pilline", "us", "standard")))


def test_a_topic_in_short_is_how_each_part_begins(tmp_path):
    content = Path(shutil.copytree(EXAMPLE, tmp_path / "content"))
    topic = content / "topics/topic.md"
    front = topic.read_text("utf-8").split("---\n")[1]
    body = "Start.\n\n## One\n\nFirst. {nhs}\n\nSecond.\n\n## Two\n\nThese:\n\n- a\n- b\n\nLast.\n"
    topic.write_text(f"---\n{front}---\n{body}", "utf-8")
    page = explain(load(content), "topic", "us", "short")
    assert [each.text for each in page.sections] == ["Start.", "First.", "These:\n\n- a\n- b"]


def test_each_side_effect_can_be_told_from_the_text_before_the_list(library):
    (section,) = (
        s for s in explain(library, "pilline", "us").sections if s.name == "common_effects"
    )
    assert list(section.effects) == ["nausea", "headache", "rash"]
    assert section.effects["headache"].startswith("- **Headache.** More than 1 in 100 people.")
    assert section.text.endswith("\n".join(section.effects.values()))
    assert section.lead == ""
