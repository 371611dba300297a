"""Files of the wrong kind, empty, locked, damaged or too large: each gets a sentence that helps."""

import base64
import io
import json
import zipfile
import zlib

import pytest

from medself.errors import CannotImport
from medself.exchange import read, sniff


def zip_of(**members: bytes) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return packed.getvalue()


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "is empty \\(0 bytes\\)"),
        (b"   \n", "is not a file we know"),
        (b"\0" * 100, "is not a file we know"),
        (b"%PDF-1.7", "is a PDF"),
        (b"\x89PNG\r\n", "is a picture"),
        (b"\xff\xd8\xff\xe0", "is a picture"),
        (b"age-encryption.org/v1\n", "is locked"),
        (b"SQLite format 3\0", "is a database"),
        (b"BEGIN:VCALENDAR", "is a calendar"),
        (b"<?xml version='1.0'?><ClinicalDocument/>", "web page or XML"),
        (b"<!doctype html>", "web page or XML"),
        (b"Date,Meditate\n2026-01-01,YES\n", "is not a file we know"),
        (b'{"medicines": {}}', "is JSON, but not"),
        (b"[1, 2]", "is JSON, but not"),
        (b"{}", "is JSON, but not"),
        (b"[]", "is JSON, but not"),
        (b'{"resourceType": "Bundle", "entry": [', "damaged or cut short at line 1"),
        (b'{"a": 1}\n{"a": ', "damaged or cut short"),
        ("full_date,mood\né".encode("cp1252"), "not written in UTF-8 \\(the first odd sign is byte 16"),
        (b"[" * 200_000, "nested deeper"),
        (b'{"resourceType":"Bundle","entry":' + b'[{"a":' * 50_000, "nested deeper"),
        (b"PK\x03\x04 nothing", "damaged or cut short"),
    ],
)  # fmt: skip
def test_wrong_files_get_a_sentence(data, sentence):
    with pytest.raises(CannotImport, match=f"“a file.bin” .*{sentence}"):
        read("a file.bin", data)


@pytest.mark.parametrize(
    ("member", "sentence"),
    [
        ("xl/workbook.xml", "is an Excel file"),
        ("word/document.xml", "is a Word file"),
        ("apple_health_export/export.xml", "is an Apple Health export"),
        ("person.json", "is a backup"),
        ("read me.txt", "is a copy for a spreadsheet"),
        ("holiday.jpg", "without anything we can read"),
    ],
)
def test_wrong_zips_get_a_sentence(member, sentence):
    with pytest.raises(CannotImport, match=sentence):
        read("a.zip", zip_of(**{member: b"x"}))


def test_a_zip_bomb_is_refused_before_it_is_unpacked():
    bomb = zip_of(**{"backup.daylio": b"A" * 50_000_000})
    assert len(bomb) < 100_000
    with pytest.raises(CannotImport, match="unpacks to far more"):
        read("d.daylio", bomb)


def test_a_zip_that_lies_about_its_size_is_refused():
    data = bytearray(zip_of(**{"backup.daylio": base64.b64encode(b'{"dayEntries": []}' * 50)}))
    size = (len(base64.b64encode(b'{"dayEntries": []}' * 50))).to_bytes(4, "little")
    lied = bytes(data).replace(size, (10).to_bytes(4, "little"))
    with pytest.raises(CannotImport, match="damaged"):
        read("d.daylio", lied)


def test_a_locked_zip_is_refused():
    data = bytearray(zip_of(**{"backup.daylio": b"x"}))
    data[data.index(b"PK\x01\x02") + 8] |= 1
    with pytest.raises(CannotImport, match="locked with a password"):
        read("d.daylio", bytes(data))


@pytest.mark.parametrize(
    "content", [b"!!!", base64.b64encode(b"[]"), base64.b64encode(b"\xff\xfe")]
)
def test_a_backup_with_something_else_inside_is_refused(content):
    with pytest.raises(CannotImport):
        read("d.daylio", zip_of(**{"backup.daylio": content}))


def test_a_truncated_backup_is_refused():
    whole = zip_of(**{"backup.daylio": base64.b64encode(json.dumps({"dayEntries": []}).encode())})
    for end in (10, len(whole) // 2, len(whole) - 1):
        with pytest.raises(CannotImport):
            read("d.daylio", whole[:end])


def test_more_than_the_limit_is_refused(monkeypatch):
    monkeypatch.setattr(sniff, "LARGEST", 1024 * 1024)
    with pytest.raises(CannotImport, match="larger than 1 MB"):
        read("x.json", b" " * (1024 * 1024 + 1))


def test_the_name_of_a_file_is_one_short_line():
    with pytest.raises(CannotImport, match=r"^“a b{55}…” is empty"):
        read("a\n" + "b" * 500, b"")


def test_the_kind_is_told_by_the_content_not_the_name():
    assert read("x.pdf", b"full_date,time,mood\n").format == "daylio-csv"
    assert read("x.daylio", b'{"resourceType": "Basic"}').format == "fhir"


def test_zlib_damage_inside_a_zip_is_a_sentence():
    whole = bytearray(zip_of(**{"backup.daylio": base64.b64encode(bytes(range(256)) * 20)}))
    middle = len(whole) // 3
    whole[middle : middle + 40] = bytes(40)
    assert zlib.crc32(bytes(whole))
    with pytest.raises(CannotImport):
        read("d.daylio", bytes(whole))
