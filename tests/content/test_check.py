"""`python -m medself.library`, as an author uses it."""

import shutil
from pathlib import Path

import pytest

from medself.library import __main__ as check
from medself.library import load

EXAMPLE = Path(__file__).parent / "example"


@pytest.fixture
def content(tmp_path, monkeypatch):
    folder = Path(shutil.copytree(EXAMPLE, tmp_path / "content"))
    monkeypatch.setattr(check, "load", lambda: load(folder))
    monkeypatch.setattr(check, "today", lambda: check.date(2026, 11, 23))
    return folder


def test_a_sound_library_is_counted_and_graded(content, capsys):
    assert check.main([]) == 0
    printed = capsys.readouterr().out
    for line in (
        "| medicines | 1 |",
        "| groups | 1 |",
        "| topics | 1 |",
        "| sources (page and section) | 5 |",
    ):
        assert line in printed
    assert "Missing" not in printed
    assert "medications/pilline.md" in printed
    assert printed.endswith("0 problems\n")


def test_a_problem_is_printed_with_its_file_and_section(content, capsys):
    path = content / "topics/topic.md"
    path.write_text(path.read_text(encoding="utf-8").replace("One thing", "A safe thing"), "utf-8")
    assert check.main([]) == 1
    assert "topics/topic.md [A heading]: 'safe' is not a word of ours" in capsys.readouterr().out


def test_named_files_alone_are_judged(content, capsys):
    (content / "topics/topic.md").write_text("nothing", encoding="utf-8")
    assert check.main(["content/medications/pilline.md"]) == 0
    assert check.main(["content/topics/topic.md"]) == 1
    assert "does not begin with front matter" in capsys.readouterr().out


@pytest.mark.parametrize(
    "file", ["crisis.yaml", "publishers.yaml", "conditions.yaml", "interactions/one.yaml"]
)
def test_a_broken_list_is_named_in_a_sentence(content, capsys, file):
    (content / file).parent.mkdir(exist_ok=True)
    (content / file).write_text("a: [", encoding="utf-8")
    assert check.main([]) == 1
    assert f"{Path(file).name} cannot be read" in capsys.readouterr().out


def test_the_counts_are_written_between_their_marks_and_nowhere_else(content):
    readme = content / "README.md"
    readme.write_text("Before.\n<!-- counts -->\nstale\n<!-- end of counts -->\nAfter.\n", "utf-8")
    assert check.main([]) == 0
    assert "stale" in readme.read_text("utf-8")
    assert check.main(["--write"]) == 0
    text = readme.read_text("utf-8")
    assert "stale" not in text
    assert "| medicines | 1 |" in text
    assert text.startswith("Before.\n<!-- counts -->\n|")
    assert text.endswith("|\n<!-- end of counts -->\nAfter.\n")


def test_what_the_catalogue_wants_and_no_page_tells_is_listed(content, capsys):
    rows = (
        "pilline, class: group, sold: true",
        "noline, class: nogroup, sold: true",
        "oldine, class: oldine, sold: false",
    )
    (content / "catalogue.yaml").write_text(
        "".join(f"- {{slug: {row}}}\n" for row in rows), "utf-8"
    )
    assert check.main([]) == 1
    printed = capsys.readouterr().out
    assert "Missing pages: noline, oldine\nMissing groups: nogroup, oldine\n" in printed
    assert "| … of them sold in the US or UK | 1 |" in printed


def test_a_use_that_no_condition_takes_is_listed(content, capsys):
    words = "- {id: low-mood, label: Low mood, words: [low mood]}\n"
    (content / "conditions.yaml").write_text(words, "utf-8")
    assert check.main([]) == 0
    assert "Uses in no condition: pilline (worry), pilline (sleep)" in capsys.readouterr().out
