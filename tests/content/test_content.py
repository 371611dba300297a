"""The library itself: every page and list passes every lint (`python -m medself.library`)."""

import re
from datetime import datetime
from pathlib import Path

import pytest
import yaml

from medself.library import load
from medself.library.__main__ import COUNTS
from medself.library.counts import as_markdown, count
from medself.library.lint import problems

ROOT = Path(__file__).resolve().parents[2]
FILES = [
    path.relative_to(ROOT / "content").as_posix()
    for pattern in ("*.yaml", "*/*.md")
    for path in sorted((ROOT / "content").glob(pattern))
]
# Spelt in two halves, so that this file does not hold what it forbids.
NEVER = ("mor" + "isky", "mm" + "as-4", "mm" + "as-8")
WHERE = ("*.py", "*.md", "*.yaml", "*.toml")
MAY_SHIP = {"phq-9", "phq-8", "phq-2", "gad-7", "gad-2", "who-5", "pc-ptsd-5", "audit-c"}


@pytest.fixture(scope="module")
def all_problems():
    return problems(load(), datetime.now().date())


@pytest.mark.parametrize("file", FILES)
def test_nothing_is_wrong_with(file, all_problems):
    assert [str(each) for each in all_problems if each.file == file] == []


def test_no_problem_is_about_a_file_nobody_asked_about(all_problems):
    assert {each.file for each in all_problems} <= set(FILES)


def test_the_counts_in_the_readme_are_those_of_today():
    """`python -m medself.library --write` puts them right."""
    readme = (ROOT / "content/README.md").read_text(encoding="utf-8")
    assert COUNTS.search(readme)[0].strip() == as_markdown(count(load()))


def test_the_audit_names_sources_that_are_still_on_the_pages():
    """A source that has gone since is marked "was" there."""
    library, gone = load(), []
    audit = (ROOT / "docs/content-audit.md").read_text(encoding="utf-8")
    for part in audit.split("\n## ")[1:-1]:
        slug = part.split("\n")[0].strip()
        page = library.page(slug)
        listed = {source.id.split("/")[-1] for source in page.sources}
        for row in re.findall(r"^\| .* \|$", part, re.M)[1:]:
            named = row.split(" | ")[3]
            if re.fullmatch(r"[a-z0-9-]+(?:, [a-z0-9-]+)*", named):
                gone += [(slug, name) for name in named.split(", ") if name not in listed]
    assert gone == []


def test_every_list_of_the_library_can_be_read():
    library = load()
    assert library.symptoms
    assert library.side_effects
    assert library.glossary
    assert {"us", "uk", "elsewhere"} <= {each.country for each in library.crisis.countries}


def test_the_glossary_explains_each_word_once():
    terms = [term.lower() for term in load().glossary]
    assert len(terms) == len(set(terms))


@pytest.mark.parametrize("folder", ["content", "medself", "pages", "scripts"])
def test_questionnaires_that_may_never_be_shipped_are_not_even_named(folder):
    paths = [path for pattern in WHERE for path in (ROOT / folder).rglob(pattern)]
    assert [
        path
        for path in paths
        if any(name in path.read_text(encoding="utf-8").lower() for name in NEVER)
    ] == []


def test_only_questionnaires_that_may_be_shipped_are_shipped():
    for path in (ROOT / "content/questionnaires").glob("*.yaml"):
        front = yaml.safe_load(path.read_text(encoding="utf-8"))
        assert path.stem in MAY_SHIP, f"{path.name} is not on the list of what may be shipped"
        assert front.get("licence"), f"{path.name} does not state its licence"
