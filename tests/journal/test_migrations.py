"""Files of every past schema are read, brought up to date, and kept as they were."""

import shutil
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from medself.errors import CannotRestore, JournalTooNew
from medself.journal import open_journal, verify
from medself.journal.backup import preview_restore, restore
from medself.journal.migrations import STEPS, Tables, newest
from medself.model import DoseStatus, EndReason, Steps

FIXTURES = Path(__file__).with_name("fixtures")
COUNTS = {
    "person": {"person": 1, "medication": 6, "visit": 1, "question": 2},
    "2026-09": {"dose": 1},
    "2026-10": {
        "dose": 5,
        "check_in": 2,
        "side_effect": 1,
        "event": 1,
        "score": 2,
        "measurement": 1,
    },
}


SINCE_2 = COUNTS | {"person": COUNTS["person"] | {"task": 1}}


def counts_of(folder: Path) -> dict[str, dict[str, int]]:
    """What the journal in a copy of a fixture holds; things to do came with schema 2."""
    return COUNTS if "schema_1" in folder.parent.name else SINCE_2


def test_there_is_a_fixture_of_every_schema() -> None:
    names = [f"schema_{number}" for number in range(1, newest() + 1)]
    assert sorted(path.name for path in FIXTURES.iterdir()) == names


@pytest.fixture(params=[f"schema_{number}" for number in range(1, newest() + 1)])
def old(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A copy of a journal that an earlier schema wrote, with its backup."""
    return Path(shutil.copytree(FIXTURES / request.param, tmp_path / request.param / "old"))


def test_d6_everything_an_older_schema_wrote_is_read(old: Path) -> None:
    assert verify(old).counts == counts_of(old)
    assert verify(old).whole
    journal = open_journal(old)
    assert journal.person.name == "Robin Invented"
    sertraline = next(one for one in journal.medications() if one.name == "Sertraline")
    assert [regimen.end_reason for regimen in sertraline.regimens] == [EndReason.CHANGED, None]
    assert any(isinstance(one.regimens[0].plan, Steps) for one in journal.medications())
    skipped = [one for one in journal.records("dose") if one.status is DoseStatus.SKIPPED]
    assert [(one.day, one.agreed) for one in skipped] == [(date(2026, 10, 2), True)]
    assert journal.table("rating")["value"].tolist() == [4, 6]
    assert journal.table("check_in")["note"].tolist() == [
        "<b>Tired</b>, $5 ~ok~ 👩🏽‍⚕️ שלום",
        "Only a note",
    ]


def test_d6_the_backup_of_an_older_schema_is_put_back_whole(old: Path) -> None:
    journal = open_journal(old)
    before = [journal.records(kind) for kind in ("dose", "medication", "check_in", "score")]
    for record in journal.records("dose"):
        journal.remove(record.id)
    assert preview_restore(journal, old / "backup.zip").after == counts_of(old)
    restore(journal, old / "backup.zip")
    assert before == [journal.records(kind) for kind in ("dose", "medication", "check_in", "score")]


def _made_up_step(tables: Tables) -> Tables:
    """Pretend that the next schema counts amounts in micrograms and renames reasons."""
    doses = {
        key: {k: v for k, v in document.items() if k != "reason"}
        | ({"note": document["reason"]} if "reason" in document else {})
        | ({"amount": document["amount"] * 1000} if "amount" in document else {})
        for key, document in tables.get("dose", {}).items()
    }
    return tables | ({"dose": doses} if doses else {})


@pytest.fixture
def next_schema(monkeypatch: pytest.MonkeyPatch) -> Any:
    def begin() -> None:
        monkeypatch.setattr("medself.journal.migrations.STEPS", (*STEPS, _made_up_step))

    def end() -> None:
        monkeypatch.undo()

    return begin, end


def test_a_step_is_made_when_reading_and_kept_when_writing(old: Path, next_schema: Any) -> None:
    begin, end = next_schema
    october = old / "journal" / "2026-10.json"
    bytes_before = october.read_bytes()
    begin()
    journal = open_journal(old)
    assert journal.problems() == []
    assert journal.table("dose")["amount"].dropna().tolist() == [
        50_000.0,
        50_000.0,
        1000.0,
        50_000.0,
    ]
    assert october.read_bytes() == bytes_before  # reading writes nothing
    assert preview_restore(journal, old / "backup.zip").after == counts_of(old)

    skipped = journal.records("dose")[2]
    assert (skipped.reason, skipped.note) == ("", "upset stomach")
    journal.revise(skipped.id, note="better now")
    assert verify(old).counts == counts_of(old)
    assert journal.get(skipped.id).note == "better now"
    assert [path.read_bytes() for path in (old / "trash").iterdir()] == [bytes_before]
    journal.revise(skipped.id, note="once more")  # up to date now: nothing more to keep
    assert len(list((old / "trash").iterdir())) == 1
    assert journal.undo() == "Taken back: changing a dose of 2 October 2026."

    end()  # the older program again
    again = open_journal(old)
    assert [problem.too_new for problem in again.problems()] == [True]
    with pytest.raises(JournalTooNew, match="newer medself"):
        again.records("dose")
    assert len(again.table("dose")) == 1  # September was not written
    assert again.can_undo() is None


def test_d7_a_backup_of_a_newer_schema_is_refused(old: Path, next_schema: Any) -> None:
    begin, end = next_schema
    begin()
    journal = open_journal(old)
    journal.revise(journal.person.id, text_size=20)
    journal.undo()
    from medself.journal.backup import make_backup

    newer = make_backup(journal)
    end()
    older = open_journal(shutil.copytree(FIXTURES / old.parent.name, old.with_name("again")))
    with pytest.raises(CannotRestore, match="newer medself made this backup"):
        restore(older, newer.path)
