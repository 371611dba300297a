"""Whatever is written is read back the same, and any row of writes ends as a plain dictionary would."""

import tempfile
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import orjson
from any_record import DAILY, LISTS, PEOPLE, RECORDS, mended
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, consumes, invariant, rule
from recorded import dose

from medself.errors import NothingToUndo
from medself.journal import create_person, open_journal
from medself.journal.documents import from_document, kind_of, to_document
from medself.model import Person, Record

QUICK = settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))


@QUICK
@given(RECORDS | PEOPLE)
def test_any_record_comes_back_from_its_document_the_same(record: Record) -> None:
    document = orjson.loads(orjson.dumps(to_document(record)))
    assert from_document(kind_of(record), record.id, document) == mended(record)


@settings(QUICK, max_examples=25)
@given(st.lists(RECORDS, max_size=8, unique_by=lambda record: record.id))
def test_any_records_come_back_from_a_journal_the_same(records: list[Record]) -> None:
    with tempfile.TemporaryDirectory() as home:
        folder = create_person(home, Person(name="Ann"))
        open_journal(folder).add_all(records)
        again = open_journal(folder)
        for record in records:
            kept = again.get(record.id)
            filled = {"recorded_at": kept.recorded_at} | (
                {"day": kept.day} if hasattr(kept, "day") else {}
            )
            assert kept == replace(mended(record), **filled)
            assert record.recorded_at in (None, kept.recorded_at)
            assert getattr(record, "day", None) in (None, getattr(kept, "day", None))
        for kind in (*LISTS, *DAILY):
            assert set(again.table(kind)["id"]) == {r.id for r in records if kind_of(r) == kind}


class Writes(RuleBasedStateMachine):
    """A journal beside a dictionary: any row of writes and undos leaves the same in both."""

    ids = Bundle("ids")

    def __init__(self) -> None:
        super().__init__()
        self.home = tempfile.TemporaryDirectory()
        self.folder = create_person(self.home.name, Person(name="Ann"))
        self.journal = open_journal(self.folder)
        self.model: dict[str, Any] = {}
        self.before: list[dict[str, Any]] = []

    def teardown(self) -> None:
        self.home.cleanup()

    def wrote(self, **model: Any) -> None:
        self.before.append(self.model)
        self.model = model

    @rule(target=ids, record=st.one_of(*DAILY.values()), again=st.booleans())
    def add(self, record: Any, again: bool) -> str:
        record = replace(mended(record), recorded_at=datetime.now(UTC), day=record.at.date())
        for _ in range(1 + again):
            assert self.journal.add(record) == record.id
        self.wrote(**self.model | {record.id: record})
        return record.id

    @rule(days=st.lists(st.dates(date(2026, 1, 1), date(2026, 4, 1)), min_size=2, max_size=5))
    def add_all(self, days: list[date]) -> None:
        new = [
            replace(dose(day.isoformat()), day=day, recorded_at=datetime.now(UTC)) for day in days
        ]
        assert self.journal.add_all(new) == [record.id for record in new]
        self.wrote(**self.model | {record.id: record for record in new})

    @rule(
        target=ids,
        found=consumes(ids),
        at=st.datetimes(datetime(2026, 1, 1), datetime(2026, 12, 31)),
        move=st.booleans(),
    )
    def revise(self, found: str, at: datetime, move: bool) -> str:
        if found in self.model:
            at = at.replace(hour=12)
            changes: dict[str, Any] = {"note": "changed"} | ({"at": at} if move else {})
            new = replace(self.model[found], **changes)
            new = replace(new, day=at.date()) if move else new
            different = new != self.model[found]
            self.journal.revise(found, **changes)
            if different:
                self.wrote(**self.model | {found: new})
        return found

    @rule(found=consumes(ids))
    def remove(self, found: str) -> None:
        if found in self.model:
            self.journal.remove(found)
            self.wrote(**{k: v for k, v in self.model.items() if k != found})

    @rule()
    def undo(self) -> None:
        try:
            self.journal.undo()
        except NothingToUndo:
            assert not self.before
        else:
            self.model = self.before.pop()

    @rule()
    def open_again(self) -> None:
        self.journal = open_journal(self.folder)

    @invariant()
    def the_same(self) -> None:
        found = {record.id: record for kind in DAILY for record in self.journal.records(kind)}
        assert found == self.model
        assert sum(len(self.journal.table(kind)) for kind in DAILY) == len(self.model)
        assert Path(self.folder, "person.json").exists()


TestWrites = Writes.TestCase
TestWrites.settings = settings(QUICK, max_examples=25, stateful_step_count=25)
