"""Every lint is shown a page that breaks its rule, so that none can pass by failing to look."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from medself.library import load
from medself.library.lint import catalogue, problems

EXAMPLE = Path(__file__).parent / "example"
TODAY = date(2026, 11, 23)
PILL, GROUP, TOPIC = "medications/pilline.md", "classes/group.md", "topics/topic.md"
PLAIN = "It does not mix with otherine."


@pytest.fixture
def content(tmp_path):
    return Path(shutil.copytree(EXAMPLE, tmp_path / "content"))


def change(content, file, old, new):
    path = content / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def found(content, today=TODAY):
    return [str(each) for each in problems(load(content), today)]


def test_the_example_has_no_problem(content):
    assert found(content) == []


def test_what_is_no_longer_sold_may_have_a_short_page(content):
    path = content / PILL
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("food: {rule", "# food: {rule"), "utf-8")
    assert any("[food]: nothing is said" in each for each in found(content))
    change(
        content,
        PILL,
        "availability: {us: rx, uk: rx}",
        "availability: {us: supplement, uk: discontinued}",
    )
    assert found(content) == []


@pytest.mark.parametrize(
    ("file", "old", "new", "problem"),
    [
        # claims
        (PILL, "source: label}\nfood", "source: lable}\nfood", "'lable' is named but not in the list"),
        (PILL, "{label}\n- It takes", "{lable}\n- It takes", "'lable' is named but not in the list"),
        (PILL, "Watch your mood.", '"Watch it. {lable}"', "'lable' is named but not in the list"),
        (GROUP, " {class-only}", "", "'class-only' is never used"),
        (PILL, "It takes 4 weeks. {label}", "It takes 4 weeks.", "a number without a source"),
        (TOPIC, "2 in 100, like lists. {nhs}", "2 in 100, like lists.", "a number without a source"),
        (PILL, "expect: A dry mouth., ", "expect: A dry mouth in 4., ", None),
        (PILL, "you feel on edge, source: nhs", "you feel on edge", None),
        (GROUP, "fact: No medicine is., source: nhs", "fact: 9 in 10 is not.", "a number without a source"),
        (PILL, f"{PLAIN} {{label}}", PLAIN, "no source"),
        (PILL, f"{PLAIN} {{label}}", "**Drink.** Ask before you drink. {label}", None),
        (PILL, "https://www.nhs.uk/pilline", "https://www.droracle.ai/x", "droracle.ai must not"),
        (PILL, "https://www.nhs.uk/pilline", "https://cheap-pills.su/x", "must not be used"),
        (PILL, "section: S, accessed: 2026-11-23}\nreview", 'section: S, accessed: 2026-11-23, seen_at: "https://joat.me/"}\nreview', "joat.me must not"),
        (PILL, "https://www.nhs.uk/pilline", "https://www.drugs.com/ppa/x.html", "drugs.com must not"),
        (PILL, "https://www.nhs.uk/pilline", "https://medicines.nhs.uk/x", None),
        (PILL, "https://www.nhs.uk/pilline", "https://www.goodpills.com/x", "www.goodpills.com is not in publishers.yaml"),
        (PILL, "https://www.nhs.uk/pilline", "https://fakenhs.uk/x", "fakenhs.uk is not in publishers.yaml"),
        (PILL, "section: S, accessed: 2026-11-23}\nreview", 'section: S, accessed: 2026-11-23, seen_at: "https://uat.mims.com/x"}\nreview', "read on texts of elsewhere, which do not count"),
        (PILL, "https://www.nhs.uk/pilline", "https://www.mind.org.uk/x", "nhs must not stand alone"),
        (TOPIC, "https://www.nhs.uk/t", "https://www.mind.org.uk/t", None),
        ("publishers.yaml", "ends: [nlm", "end: [nlm", "publishers.yaml: publishers.yaml is not as it should be"),
        (PILL, "publisher: NHS", "publisher: RxList (from the label)", "RxList is a digest; read the label"),
        (PILL, "publisher: NHS", "publisher: Lexi-Drugs", "Lexi-Drugs must not be used"),
        (PILL, "https://www.nhs.uk/pilline", "www.nhs.uk/pilline", "is no web address"),
        (PILL, "accessed: 2026-11-23}\nreview", "accessed: 2026-11-24}\nreview", "was read on 2026-11-24"),
        (PILL, "accessed: 2026-11-23}\nreview", "}\nreview", "accessed"),
        (PILL, "next_due: 2027-11-23", "next_due: 2026-11-23", "is not after"),
        (PILL, "status: draft", "status: clinician", "says who read it"),
        (PILL, "rate_pct: 25, placebo", "placebo", "placebo_pct without rate_pct"),
        (PILL, "rate_pct: 25, placebo", "rate_pct: 9, placebo", "very_common, and its rate is 9"),
        (PILL, "rate_pct: 25, placebo", "rate_pct: 10, placebo", None),
        (GROUP, "action: emergency, signs: [shaking all over]", "action: same_day, signs: [thoughts of dying]", "say when to call an ambulance"),
        (GROUP, "action: emergency, signs: [shaking all over]", 'action: same_day, signs: [thoughts of dying, "a plan: call a crisis line"]', None),
        # shape
        (PILL, "<!-- section: how_to_take -->\nTake it as you were told.\n", "", "[how_to_take]: this section is missing"),
        (GROUP, "<!-- section: long_term -->\nMany stay on it. {nhs}\n", "", "[long_term]: this section is missing, here"),
        (PILL, "onset: {plain: It takes weeks., source: label}\n", "", "[onset]: nothing is said"),
        (PILL, "tags: [serotonergic]\n", "", "[tags]: nothing is said"),
        (PILL, "- It takes 4 weeks. {label}\n", "", "write 5 bullets"),
        (PILL, '  - {id: q4, when: side_effect, text: "Will it pass?"}\n', "", "5 questions"),
        (PILL, "forms: [tablet]", "forms: [tablet]\nlong_acting: [{product: P, every_days: 28, regions: [us], late: Ask., source: label}]", "go together"),
        (PILL, "<!-- section: how_to_take -->", "<!-- section: how_to_eat -->", "no section has this name"),
        (PILL, "<!-- section: at_a_glance -->", "Hello.\n\n<!-- section: at_a_glance -->", "text before the first section"),
        (TOPIC, "## A heading", "A heading", "a topic is text with ## headings"),
        (PILL, "class: group", "class: nowhere", "there is no class 'nowhere'"),
        (PILL, "inherits: [group]", "inherits: [group, nowhere]", "there is no class 'nowhere'"),
        (PILL, "id: rash", "id: rush", "no side effect 'rush'"),
        (PILL, "track: [nausea, mood]", "track: [nausea, moods]", "'moods' cannot be tracked"),
        (PILL, "from_day: 1, to_day: 7", "from_day: 8, to_day: 7", "day 8 is after day 7"),
        (PILL, "tags: [serotonergic]", "tags: [serotonin]", "no tag 'serotonin'"),
        (PILL, "id: q2", "id: q1", "'q1' stands twice"),
        (PILL, PLAIN, "**Alcohol** adds to it.", "Alcohol is said in the field `alcohol`"),
        (PILL, PLAIN, "**Alcohol and opioids** add to it.", None),
        (PILL, "category: test", "category: test\ncategory: best", "the key 'category' stands twice"),
        (PILL, "say: PIL-een", "say: PIL-een, say: PIL", "the key 'say' stands twice"),
        (PILL, "schema: 1", "schema: 9", "schema"),
        # wording
        (PILL, PLAIN, "It is safe with otherine.", "'safe' is not a word of ours"),
        (PILL, "It takes weeks.", "It is a cure.", "'cure' is not a word of ours"),
        (PILL, PLAIN, "It suits non-compliant people.", "'non-compliant'"),
        (PILL, PLAIN, "It is for one who suffers from worry.", "'suffers from'"),
        (PILL, PLAIN, "Read the Medication Guide.", "'Medication Guide'"),
        (PILL, PLAIN, "There is no risk.", "'no risk'"),
        (TOPIC, "- One thing.", "- An addict.", "'addict'"),
        ("glossary_terms.yaml", "The leaflet", "The safe leaflet", "glossary_terms.yaml [label]: 'safe'"),
        ("crisis.yaml", "988 Lifeline", "$988 Lifeline", "crisis.yaml [us-988]: $ is rewritten"),
        ("side_effects.yaml", "label: Headache", "label: Head~ache", "side_effects.yaml [headache]"),
        (PILL, PLAIN, "People take 50 mg a day.", "an amount"),
        (PILL, PLAIN, "People take 2.5mg a day.", "an amount"),
        (PILL, PLAIN, "The most on the label is 40 mg.", None),
        (PILL, PLAIN, "You take two tablets at night.", "how many to take"),
        (PILL, PLAIN, "Never take two tablets to catch up.", None),
        (PILL, PLAIN, "| dose | when |\n|---|---|\n| 25 mg | day 1 |", "an amount"),
        (PILL, PLAIN, "| dose | when |\n|---|---|\n| up to 25 mg | day 1 |", "a table of doses"),
        (PILL, PLAIN, "| a | b | c | d | e |\n|---|---|---|---|---|\n| | | | | |", "a table of 5 columns"),
        (PILL, PLAIN, "Read it at www.nhs.uk today. {label}", "an address is rewritten"),
        (PILL, PLAIN, "Read [this](https://www.nhs.uk/x). {label}", "a link is rewritten"),
        (PILL, "https://www.nhs.uk/pilline", "https://www.nhs.uk/pill line", "is no web address"),
        (PILL, PLAIN, "It is ~ ten.", "~ is rewritten"),
        (PILL, PLAIN, "It costs $ a lot.", "$ is rewritten"),
        (PILL, PLAIN, "Low -> high.", "an arrow is rewritten"),
        (PILL, PLAIN, "A :smile: here.", ":word: is rewritten"),
        (PILL, PLAIN, "A :red[word] here.", ":red[...] is rewritten"),
        (PILL, PLAIN, "A <b>word</b> here.", "< is rewritten"),
        (PILL, "<!-- section: how_to_take -->", "<!-- section : how_to_take -->", "< is rewritten"),
        (PILL, PLAIN, "A ![picture](https://example.org/x.png).", "a picture is rewritten"),
        (PILL, PLAIN, "A `word` here.", "code is rewritten"),
        (PILL, "It takes weeks.", '"A {broken. mark"', "a brace"),
        (GROUP, "Small meals.", "About ~ small.", "~ is rewritten"),
        (PILL, "Take it as", "# Big\n\nTake it as", "no heading here"),
        (TOPIC, "## A heading", "## A heading\n\n# Big", "no heading here"),
        (PILL, PLAIN, " ".join(["word"] * 26) + ".", "a sentence of 26 words"),
        (PILL, PLAIN, " ".join(["word"] * 25) + ".", None),
        (PILL, PLAIN, "Pharmacological considerations necessitate deliberation. " * 8, "reading grade"),
    ],
)  # fmt: skip
def test_a_page_that_breaks_a_rule_is_reported(content, file, old, new, problem):
    change(content, file, old, new)
    lines = found(content)
    if problem is None:
        assert lines == []
    else:
        assert [line for line in lines if problem in line], lines


def test_a_page_made_hard_throughout_is_reported_as_a_page(content):
    change(content, PILL, PLAIN, "Considerable deliberation necessitates collaboration. " * 30)
    assert any(line.startswith(f"{PILL}: reading grade") for line in found(content))


def test_medicine_names_do_not_make_a_page_hard(content):
    change(content, PILL, PLAIN, "It mixes badly with otherine and Calmex and Restova. " * 20)
    assert found(content) == []


def test_a_brand_belongs_to_one_medicine(content):
    text = (content / PILL).read_text(encoding="utf-8").replace("id: pilline", "id: twin")
    (content / "medications/twin.md").write_text(text, encoding="utf-8")
    assert any("'Calmex' is also in medications/pilline.md" in line for line in found(content))


def test_a_paragraph_stands_on_one_page(content):
    long = "The same long thing is said here in so very many words that nobody could think it short or left to chance."
    change(content, PILL, PLAIN, long)
    change(content, GROUP, "Many stay on it.", long)
    assert any("also in medications/pilline.md" in line or "also in classes/group.md" in line for line in found(content))  # fmt: skip


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("publisher: NHS", "publisher: RxList"),
        ("https://www.nhs.uk/pilline", "https://www.goodpills.com/x"),
        ("https://www.nhs.uk/pilline", "https://www.mind.org.uk/x"),
    ],
)
def test_a_source_known_to_be_weak_may_stay_until_it_is_none_any_more(content, old, new):
    change(content, PILL, old, new)
    (content / "weak_sources.yaml").write_text("- pilline/nhs\n", "utf-8")
    assert found(content) == []
    change(content, PILL, new, old)
    (content / "weak_sources.yaml").write_text("- pilline/nhs\n- pilline/gone\n", "utf-8")
    assert [line.split(": ")[1][:16] for line in found(content)] == [
        "'pilline/gone' i",
        "'pilline/nhs' is",
    ]


CATALOGUE = """
- {slug: pilline, class: group, sold: true}
- {slug: noline, class: group, sold: true}
- {slug: oldine, class: nogroup, sold: false}
"""


def test_the_catalogue_says_what_is_missing_once_it_counts(content, monkeypatch):
    (content / "catalogue.yaml").write_text(CATALOGUE, "utf-8")
    monkeypatch.setattr(catalogue, "MISSING_IS_A_PROBLEM", False)
    assert found(content) == []
    monkeypatch.setattr(catalogue, "MISSING_IS_A_PROBLEM", True)
    assert found(content) == [
        "catalogue.yaml [nogroup]: no page tells about this group",
        "catalogue.yaml [noline]: is sold and has no page",
    ]


def test_a_group_of_one_medicine_of_the_same_name_is_its_own_page(content, monkeypatch):
    monkeypatch.setattr(catalogue, "MISSING_IS_A_PROBLEM", True)
    (content / "catalogue.yaml").write_text(
        "- {slug: pilline, class: pilline, sold: true}", "utf-8"
    )
    assert found(content) == []


def test_a_group_without_a_medicine_is_reported(content, monkeypatch):
    monkeypatch.setattr(catalogue, "MISSING_IS_A_PROBLEM", True)
    text = (content / GROUP).read_text("utf-8").replace("id: group", "id: empty")
    (content / "classes/empty.md").write_text(text, "utf-8")
    assert "classes/empty.md: no medicine is in this group" in found(content)


def test_the_catalogue_names_a_medicine_once_and_is_of_one_shape(content):
    rows = "- {slug: pilline, class: group, sold: true}\n" * 2
    (content / "catalogue.yaml").write_text(rows, "utf-8")
    assert found(content) == ["catalogue.yaml [pilline]: stands twice"]
    (content / "catalogue.yaml").write_text("- {slug: a, class: b, sold: perhaps}\n", "utf-8")
    (line,) = found(content)
    assert line.startswith("catalogue.yaml: catalogue.yaml is not as it should be")


def test_crisis_lines_are_checked_twice_a_year(content):
    assert found(content, date(2027, 4, 30)) == []
    assert any("us-988" in line for line in found(content, date(2027, 5, 1)))
    assert any("us-988" in line for line in found(content, date(2026, 10, 31)))


def test_a_crisis_line_has_a_listed_source(content):
    change(content, "crisis.yaml", "hours: day and night, source: us", "hours: any, source: gone")
    assert any("source 'gone' is not in the list" in line for line in found(content))


@pytest.mark.parametrize(
    ("file", "old"), [("crisis.yaml", "hours"), ("side_effects.yaml", "label"), ("symptoms.yaml", "low:")]
)  # fmt: skip
def test_a_broken_list_is_a_problem_not_a_crash(content, file, old):
    change(content, file, old, "other")
    assert [
        line for line in found(content) if line.startswith(f"{file}: {file} is not as it should")
    ]


def test_a_missing_crisis_file_is_a_problem(content):
    (content / "crisis.yaml").unlink()
    assert any(
        line.startswith("crisis.yaml: crisis.yaml cannot be read") for line in found(content)
    )
