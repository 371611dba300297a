"""Whatever the bytes: a reading or a sentence, never anything else, and every entry accounted for."""

import base64
import copy
import io
import json
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from medself.errors import MedselfError
from medself.exchange import Reading, read
from medself.exchange.fhir_dosage import told

FIXTURES = Path(__file__).parent / "fixtures"
FILES = {path.name: path.read_bytes() for path in sorted(FIXTURES.iterdir())}
TREES = {name: json.loads(data) for name, data in FILES.items() if name.endswith(".json")}

odd_text = st.text(st.characters(codec=None), max_size=20) | st.sampled_from(
    [
        "\ud800",
        "\u202e",
        "<b>",
        "=1+1",
        "x" * 6000,
        "0001-01-01",
        "9999-12-31T23:59:59Z",
        "2026-02-30",
    ]
)
odd_values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | odd_text
    | st.sampled_from([1e308, 10**400, -1, 0.5]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["value", "text", "coding", "id", "repeat"]), inner)
    ),
    max_leaves=4,
)


def reads_or_refuses(data: bytes) -> Reading | None:
    try:
        reading = read("a file", data)
    except MedselfError:
        return None
    for record in reading.records:
        if hasattr(record, "name"):
            said = told(record.raw)
            said.plan(said.times, said.amount)
    return reading


@pytest.fixture(scope="module", autouse=True)
def whole_files_are_read():
    assert all(reads_or_refuses(data) for data in FILES.values())


@given(st.binary(max_size=300))
def test_any_bytes(data):
    reads_or_refuses(data)


@given(name=st.sampled_from(sorted(FILES)), data=st.data())
@settings(max_examples=200, deadline=None)
def test_files_with_bytes_changed_left_out_or_cut_off(name, data):
    whole = bytearray(FILES[name])
    start = data.draw(st.integers(0, len(whole) - 1))
    end = data.draw(st.integers(start, min(len(whole), start + 40)))
    whole[start:end] = data.draw(st.binary(max_size=10))
    if data.draw(st.booleans()):
        del whole[data.draw(st.integers(0, len(whole))) :]
    reads_or_refuses(bytes(whole))


@given(name=st.sampled_from(sorted(TREES)), data=st.data())
@settings(max_examples=300, deadline=None)
def test_json_with_any_value_changed(name, data):
    tree = copy.deepcopy(TREES[name])
    for _ in range(data.draw(st.integers(1, 3))):
        holder = tree
        while isinstance(holder, dict | list) and holder:
            keys = sorted(holder) if isinstance(holder, dict) else range(len(holder))
            key = data.draw(st.sampled_from(keys))
            if not isinstance(holder[key], dict | list) or data.draw(st.integers(0, 4)) == 0:
                holder[key] = data.draw(odd_values)
                break
            holder = holder[key]
    reads_or_refuses(json.dumps(tree).encode())


@given(entries=st.lists(odd_values, max_size=5))
@settings(deadline=None)
def test_d7_every_entry_of_a_backup_is_read_or_refused(entries):
    content = json.dumps({"dayEntries": [*TREES["diary.json"]["dayEntries"], *entries]})
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("backup.daylio", base64.b64encode(content.encode()))
    reading = reads_or_refuses(packed.getvalue())
    if reading:
        found = len(reading.records) + len(reading.refused)
        assert found == len(TREES["diary.json"]["dayEntries"]) + len(entries)


@given(st.binary(min_size=1, max_size=60), st.integers(0, 200))
@settings(deadline=None)
def test_zips_with_bytes_changed(change, at):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("backup.daylio", base64.b64encode(FILES["diary.json"]))
    whole = bytearray(packed.getvalue())
    whole[at : at + len(change)] = change
    reads_or_refuses(bytes(whole))
    end = bytearray(packed.getvalue())
    end[-at - len(change) - 1 : -at - 1] = change
    reads_or_refuses(bytes(end))
