"""Putting right what cannot be read: what is said, a copy put back, a part begun afresh; nothing lost."""

from datetime import datetime

import pytest

from medself.journal.backup import make_backup
from medself.model import LifeEvent

OCTOBER = datetime(2026, 10, 5, 12)


@pytest.fixture
def damaged(journal):
    """A record with a backup whose October is then cut short."""
    journal.add(LifeEvent(at=OCTOBER, zone="Europe/London", text="Exams"))
    make_backup(journal)
    month = journal.folder / "journal" / "2026-10.json"
    month.write_bytes(b'{"event": {')
    return journal


def button(app, label: str):
    return next(one for one in app.button if one.label.startswith(label))


def test_when_all_is_well_it_says_so(journal, open_app):
    app = open_app("recovery")
    assert [one.value for one in app.success] == [
        "Everything can be read. There is nothing to put right."
    ]


def test_a_copy_is_put_back_and_the_damaged_file_is_kept(damaged, open_app):
    app = open_app("recovery")
    assert [one.value for one in app.header] == ["October 2026"]
    button(app, "Put back the copy of").click().run()
    assert not app.exception
    assert list(damaged.table("event")["text"]) == ["Exams"]
    assert [path.read_bytes() for path in (damaged.folder / "trash").iterdir()] == [b'{"event": {']


def test_a_part_is_begun_afresh_only_after_a_tick(damaged, open_app):
    app = open_app("recovery")
    assert not any(one.label == "Begin afresh" for one in app.button)
    app.checkbox[0].check().run()
    button(app, "Begin afresh").click().run()
    assert not app.exception
    assert list(damaged.problems()) == []
    assert damaged.table("event").empty
    assert len(list((damaged.folder / "trash").iterdir())) == 1


def test_without_a_copy_it_says_that_there_is_none(journal, open_app):
    journal.add(LifeEvent(at=OCTOBER, zone="Europe/London", text="Exams"))
    for backup in (journal.folder / "backups").glob("*.zip"):
        backup.unlink()
    (journal.folder / "journal" / "2026-10.json").write_bytes(b"")
    app = open_app("recovery")
    assert any("No copy of it was found" in one.value for one in app.markdown)


def test_d4_a_record_whose_own_file_is_damaged_is_offered_here(damaged, open_app):
    (damaged.folder / "person.json").write_bytes(b"\x00\x00")
    app = open_app("recovery")
    assert not app.exception
    next(one for one in app.button if "_person_" in str(one.key)).click().run()
    assert damaged.person.name == "Robin"
