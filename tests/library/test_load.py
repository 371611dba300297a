"""Reading the library: what a page may take from its classes, and what happens to a broken file."""

import os
import shutil

import pytest

from medself.errors import ContentError
from medself.library import load
from medself.library.groups import above, tags
from medself.library.lazy import Lazy

FRONT = """\
---
schema: 1
id: {id}
kind: class
title: {id}
short: A group.
inherits: {inherits}
serious:
  - {{id: fit, title: "A fit ({id})", action: emergency, signs: [shaking], source: nhs}}
missed_dose: {{plain: "Forgot ({id}). {{nhs}}", source: nhs}}
tags: [{id}]
questions:
{questions}
sources:
  - {{id: nhs, title: T, publisher: NHS, url: "https://www.nhs.uk/x", section: S, accessed: 2026-11-23}}
review: {{next_due: 2027-11-23}}
changes: [{{date: 2026-11-23, what: created}}]
---
<!-- section: long_term -->
From {id}. {{nhs}}
"""


def class_page(slug, *, inherits="[]", questions=1):
    lines = "\n".join(
        f'  - {{id: {slug}-{n}, when: any, text: "Q{n} of {slug}?"}}' for n in range(questions)
    )
    return FRONT.format(id=slug, inherits=inherits, questions=lines)


@pytest.fixture
def content(tmp_path):
    """Two groups, one above the other, and one medicine made from the real page of sertraline."""
    for folder in ("classes", "medications", "topics"):
        (tmp_path / folder).mkdir()
    (tmp_path / "classes/above.md").write_text(class_page("above", questions=8), encoding="utf-8")
    (tmp_path / "classes/near.md").write_text(
        class_page("near", inherits="[above]", questions=4), encoding="utf-8"
    )
    page = class_page("pill", inherits="[near, gone]").replace("kind: class", MEDICINE)
    page = page.replace("title: pill\nshort: A group.\n", "")
    (tmp_path / "medications/pill.md").write_text(page, encoding="utf-8")
    return tmp_path


MEDICINE = """\
kind: medication
names: {us: pill, uk: pill}
class: near
category: test
forms: [tablet]
availability: {us: rx, uk: rx}
uses: [{text: x, us: labelled, uk: licensed, source: nhs}]
food: {rule: any, plain: Any., source: nhs}"""


def test_pieces_with_the_same_id_come_from_the_nearest_page(content):
    pill = load(content).medication("pill")
    assert [each.title for each in pill.serious] == ["A fit (pill)"]
    assert pill.missed_dose.plain.startswith("Forgot (pill)")
    assert pill.tags == ["pill", "near", "above"]


def test_what_a_page_leaves_out_comes_from_the_nearest_group(content):
    path = content / "medications/pill.md"
    text = "\n".join(
        line for line in path.read_text().splitlines() if not line.startswith("missed_dose")
    )
    path.write_text(text, encoding="utf-8")
    assert load(content).medication("pill").missed_dose.plain.startswith("Forgot (near)")


def test_at_most_ten_questions_and_the_pages_own_first(content):
    asked = [each.id for each in load(content).medication("pill").questions]
    assert asked[:2] == ["pill-0", "near-0"]
    assert len(asked) == 10


def test_a_source_stays_true_on_the_page_that_takes_it(content):
    pill = load(content).medication("pill")
    assert {source.id for source in pill.sources} == {"pill/nhs", "near/nhs", "above/nhs"}
    assert pill.serious[0].source == "pill/nhs"
    assert pill.missed_dose.plain.endswith("{pill/nhs}")


def test_a_broken_page_is_left_out_and_says_why_when_asked_for(content):
    (content / "medications/pill.md").write_text("---\nid: [\n---\n", encoding="utf-8")
    library = load(content)
    assert list(library.classes) == ["above", "near"]
    with pytest.raises(ContentError, match=r"medications/pill.md cannot be read"):
        library.medication("pill")


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ("food: {rule: any", "food: {rule: whenever", "food.rule"),
        ("category: test", "category: test\nfoods: x", "foods"),
        ("id: pill", "id: other", "id is 'other'"),
        ("schema: 1", "schema: 2", "schema"),
        ("<!-- section: long_term -->", "<!-- section: long_term -->\n<!-- section: long_term -->", "twice"),
    ],
)  # fmt: skip
def test_a_page_of_the_wrong_shape_names_file_and_place(content, old, new, reason):
    path = content / "medications/pill.md"
    path.write_text(path.read_text().replace(old, new, 1), encoding="utf-8")
    with pytest.raises(ContentError, match=r"medications/pill\.md") as caught:
        load(content).medication("pill")
    assert reason in str(caught.value)


def test_bytes_that_are_no_text_are_a_broken_page(content):
    (content / "medications/pill.md").write_bytes(b"---\n\xff\xfe\n---\n")
    with pytest.raises(ContentError, match="cannot be read"):
        load(content).medication("pill")


def test_an_unknown_slug_is_a_plain_sentence(content):
    with pytest.raises(ContentError, match="no page about aspirin"):
        load(content).medication("aspirin")


def test_a_missing_folder_is_a_plain_sentence(tmp_path):
    with pytest.raises(ContentError, match="no library at"):
        load(tmp_path / "nowhere")


def test_a_changed_file_is_read_again_and_nothing_else_is(content):
    first = load(content)
    assert load(content) is first
    path = content / "classes/near.md"
    path.write_text(path.read_text().replace("A group.", "Changed."), encoding="utf-8")
    os.utime(path, ns=(1, 1))
    assert load(content).classes["near"].short == "Changed."


def test_a_new_and_a_removed_page_are_noticed(content):
    load(content)
    shutil.copy(content / "classes/near.md", content / "classes/next.md")
    assert "classes/next.md" in load(content).broken  # its id is not its name
    (content / "classes/next.md").unlink()
    assert load(content).broken == {}


def test_the_real_lists_are_read():
    library = load()
    assert library.symptoms["mood"].better == "high"
    assert library.side_effects["rash"].panel == "same_day"
    assert library.side_effects["sexual_desire"].private


def test_groups_and_tags_are_told_without_reading_the_whole_page():
    library = load()
    for slug, page in library.medications.items():
        assert above(library, slug) == [group.id for group in library.above(slug)]
        assert tags(library, slug) == page.tags


def test_whether_a_page_is_there_is_told_without_reading_it():
    def broken(slug):
        raise ContentError(f"{slug} cannot be read.")

    pages = Lazy(["sertraline"], broken)
    assert "sertraline" in pages
    assert "fluoxetine" not in pages
