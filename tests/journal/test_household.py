"""Several people on one computer: each in a folder of their own, removed without a trace."""

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from recorded import check_in, dose

from medself.errors import InvalidRecord, JournalUnreadable, NotSaved
from medself.journal import (
    Journal,
    create_journal,
    create_person,
    default_home,
    open_journal,
    people,
    remove_person,
    verify,
)
from medself.journal.backup import make_backup
from medself.model import Person

ANN = Person(name="ann")


def test_people_are_listed_by_name_and_invented_ones_are_marked(home: Path) -> None:
    assert people(home) == []
    for person in (Person(name="Zoe"), ANN, Person(name="Bea", invented=True)):
        create_person(home, person)
    assert [(one.name, one.invented, one.problem) for one in people(home)] == [
        ("ann", False, None),
        ("Bea", True, None),
        ("Zoe", False, None),
    ]


def test_making_the_same_person_twice_keeps_the_first(home: Path) -> None:
    folder = create_person(home, ANN)
    open_journal(folder).add(dose())
    assert create_person(home, replace(ANN, name="Other")) == folder
    assert open_journal(folder).person.name == "ann"
    assert len(open_journal(folder).table("dose")) == 1


def test_nothing_crosses_from_one_person_to_another(home: Path) -> None:
    ann, bob = (open_journal(create_person(home, Person(name=name))) for name in ("Ann", "Bob"))
    record = dose(note="of Ann")
    ann.add(record)
    bob.add(check_in(note="of Bob"))
    assert bob.table("dose").empty
    assert ann.table("check_in").empty
    assert b"of Ann" not in b"".join(
        path.read_bytes() for path in bob.folder.rglob("*") if path.is_file()
    )
    bob.undo()
    assert ann.get(record.id).note == "of Ann"


def test_an_id_that_cannot_name_a_folder_is_refused(home: Path) -> None:
    for name in ("", "..", "../x", "a/b", ".hidden", "x" * 65, "a\0"):
        with pytest.raises(InvalidRecord, match="whose it is"):
            create_person(home, replace(ANN, id=name))
    assert people(home) == []


def test_the_home_is_a_setting_or_the_usual_place(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MEDSELF_HOME", str(Path("some") / "where"))
    assert default_home() == Path("some") / "where"
    monkeypatch.delenv("MEDSELF_HOME")
    assert default_home().name == "medself"
    assert default_home().is_absolute()


def test_opening_makes_nothing(tmp_path: Path) -> None:
    with pytest.raises(JournalUnreadable, match="not here any more"):
        open_journal(tmp_path / "nobody")
    (tmp_path / "empty").mkdir()
    with pytest.raises(JournalUnreadable, match="not here any more"):
        open_journal(tmp_path / "empty")
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["empty"]
    assert verify(tmp_path / "empty").problems == {
        "person": "There is no person.json in this folder."
    }
    with pytest.raises(JournalUnreadable, match="not locked with a passphrase"):
        open_journal(create_journal(tmp_path / "robin", ANN), passphrase="secret")


def test_a_removed_person_leaves_nothing(home: Path, journal: Journal) -> None:
    create_person(home, Person(name="Bob"))
    journal.add_all([dose("2026-10-03"), check_in()])
    make_backup(journal)
    (journal.folder / "journal" / "2026-10.json").write_bytes(b"damaged")
    (journal.folder / "trash").mkdir()
    (journal.folder / "trash" / "old.json").write_bytes(b"old")

    remove_person(journal.folder)

    assert not journal.folder.exists()
    assert [one.name for one in people(home)] == ["Bob"]
    assert len(list((home / "people").iterdir())) == 1


def test_a_page_that_is_still_open_cannot_bring_a_removed_person_back(
    home: Path, journal: Journal
) -> None:
    record = journal.add(dose())
    remove_person(journal.folder)
    for attempt in (
        lambda: journal.add(dose()),
        lambda: journal.remove(record),
        lambda: journal.undo(),
        lambda: journal.medications(),
        lambda: remove_person(journal.folder),
    ):
        with pytest.raises(JournalUnreadable, match="not here any more"):
            attempt()
    assert journal.table("dose").empty
    assert people(home) == []
    assert list((home / "people").iterdir()) == []


def test_a_removal_that_was_cut_short_can_be_finished(
    home: Path, journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    journal.add_all([dose("2026-10-03"), check_in()])

    def refuse(path: Path) -> None:
        raise PermissionError(13, "in use")

    monkeypatch.setattr("shutil.rmtree", refuse)
    with pytest.raises(NotSaved):
        remove_person(journal.folder)
    monkeypatch.undo()
    (found,) = people(home)
    assert found.name == "Ann"  # still listed, so that it can be removed again
    remove_person(found.path)
    assert people(home) == []


def test_a_folder_whose_making_was_cut_short_is_swept_later(home: Path) -> None:
    old, young = home / "people" / ".new-old", home / "people" / ".new-young"
    for folder in (old, young):
        folder.mkdir(parents=True)
    os.utime(old, (0, 0))
    assert people(home) == []
    create_person(home, ANN)
    assert not old.exists()
    assert young.exists()


def test_p2_no_module_keeps_health_data(home: Path) -> None:
    """Everything read hangs on the journal that read it: in a fresh program no module refers to it."""
    script = """
import gc, sys
from medself.journal import open_journal
journal = open_journal(sys.argv[1])
for kind in ("dose", "medication"):
    journal.table(kind), journal.records(kind)
journal.get(journal.records("dose")[0].id)
del journal
gc.collect()
secret = "a very private note"
found = [one for one in gc.get_objects() if isinstance(one, (dict, list, tuple))
         and any(type(x) is str and x == secret
                 for x in (one.values() if isinstance(one, dict) else one))]
holders = [one for one in found if one is not globals() and "secret" not in one
           and secret not in getattr(one, "co_consts", ())]
print(len([one for one in holders if not (isinstance(one, tuple) and None in one)]))
"""
    journal = open_journal(create_person(home, ANN))
    journal.add(dose(note="a very private note"))
    out = subprocess.run(
        [sys.executable, "-c", script, str(journal.folder)],
        capture_output=True,
        text=True,
        check=True,
        env=os.environ | {"PYTHONPATH": str(Path.cwd())},
    )
    assert out.stdout.strip() == "0"
