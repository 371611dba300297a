"""The copy of everything: out, in and out again without a difference."""

import json
from datetime import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from medself.errors import CannotImport
from medself.exchange import json_copy, read
from medself.exchange.rows import commit, plan
from medself.journal import create_person, open_journal
from medself.journal.migrations import newest
from medself.model import LifeEvent, Person
from tests.exchange.conftest import ODD


def brought_in(home, data):
    reading = read("copy.json", data)
    fresh = open_journal(create_person(home, reading.person))
    commit(fresh, plan(reading, fresh))
    return fresh


def test_d6_export_import_export_is_identical(full_journal, tmp_path):
    data = json_copy.write(full_journal)
    fresh = brought_in(tmp_path / "another computer", data)
    assert json_copy.write(fresh) == data
    for kind in ("person", *json_copy.RECORD_KINDS):
        assert fresh.records(kind) == full_journal.records(kind)
        assert fresh.records(kind), kind


def test_p6_the_copy_says_that_it_is_not_encrypted(journal):
    assert "NOT encrypted" in json.loads(json_copy.write(journal))["medself"]


def test_the_same_record_gives_the_same_bytes(full_journal):
    assert json_copy.write(full_journal) == json_copy.write(full_journal)


def test_bringing_a_copy_into_the_record_it_came_from_adds_nothing(full_journal):
    planned = plan(read("copy.json", json_copy.write(full_journal)), full_journal)
    assert (len(planned.add), planned.already_there, planned.warnings) == (0, 10, ())


@given(text=st.text(max_size=40))
@settings(max_examples=25, deadline=None)
def test_d6_any_text_comes_back(tmp_path_factory, text):
    home = tmp_path_factory.mktemp("home")
    first = open_journal(create_person(home, Person(name="A")))
    first.add(LifeEvent(at=datetime(2026, 1, 1), zone="UTC", text=f"x{text}"))
    data = json_copy.write(first)
    assert json_copy.write(brought_in(home / "b", data)) == data


def changed(journal, **changes):
    return json.dumps(json.loads(json_copy.write(journal)) | changes).encode()


def test_d7_a_newer_copy_is_refused_in_plain_words(journal):
    with pytest.raises(CannotImport, match="newer medself"):
        read("copy.json", changed(journal, schema=newest() + 1))


@pytest.mark.parametrize("schema", [None, 0, "1", True])
def test_a_copy_without_its_layout_is_refused(journal, schema):
    with pytest.raises(CannotImport, match="how it is laid out"):
        read("copy.json", changed(journal, schema=schema))


@pytest.mark.parametrize("records", [None, [], {"person": []}, {"dose": {}}, {"person": {"x": {}}}])
def test_a_copy_without_its_records_or_person_is_refused(journal, records):
    with pytest.raises(CannotImport):
        read("copy.json", changed(journal, records=records))


def test_records_that_are_damaged_are_refused_one_by_one(full_journal):
    copied = json.loads(json_copy.write(full_journal))
    (event,) = copied["records"]["event"].values()
    copied["records"]["event"] = {"good": event, "bad": event | {"at": "x"}, "worse": None}
    copied["records"]["horoscope"] = {}
    reading = read("copy.json", json.dumps(copied).encode())
    assert len(reading.records) == 10
    assert [one.where for one in reading.refused] == ["event bad", "event worse", "horoscope"]


def test_odd_text_is_in_the_copy_as_typed(full_journal):
    (event,) = json.loads(json_copy.write(full_journal))["records"]["event"].values()
    assert event["text"] == ODD
