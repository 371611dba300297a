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
    assert "1 medicines, 1 groups, 1 topics, 0 that cannot be read" in printed
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
