"""What kind of file this is, by what is in it; the name is only used in sentences."""

import codecs
import io
import json
import zipfile
import zlib
from dataclasses import dataclass
from typing import Any, Literal

from medself.errors import CannotImport

LARGEST = 200 * 1024 * 1024
LARGEST_RATIO = 200
DAYLIO_MEMBER = "backup.daylio"

Kind = Literal["fhir", "daylio", "daylio-csv", "medself"]


@dataclass(frozen=True)
class Sniffed:
    """A file of a known kind: its content parsed as JSON, or its text."""

    kind: Kind
    content: Any


# First bytes of files that people choose by mistake, and what to do instead.
_OTHERS = (
    (b"%PDF", "a PDF. We cannot read lists out of a PDF. Ask for a FHIR or JSON file."),
    (b"\x89PNG", "a picture. Please choose the exported file itself."),
    (b"\xff\xd8\xff", "a picture. Please choose the exported file itself."),
    (b"age-encryption.org", "locked with a passphrase. Please unlock it first."),
    (b"SQLite format 3", "a database. Please export it as JSON or CSV in the app it came from."),
    (b"BEGIN:VCALENDAR", "a calendar. It holds no list or diary that we can read."),
)
_ZIPS = (
    ("xl/", "an Excel file. Save it as CSV first."),
    ("word/", "a Word file. Please choose the exported file itself."),
    (
        "apple_health_export/",
        "an Apple Health export. Unpack it and choose the files in the folder clinical-records.",
    ),
    ("person.json", "a backup. Use “Put back a backup” for it."),
    ("read me.txt", "a copy for a spreadsheet. Only the JSON copy can be brought back in."),
)


def recognise(name: str, data: bytes) -> Sniffed:
    """Find out what a file is and parse it.

    Args:
        name: the file's name as the person knows it.
        data: all its bytes.

    Raises:
        CannotImport: with a sentence, when it is empty, too large, damaged or of a kind we cannot read.
    """
    if not data:
        raise _refusal(name, "is empty (0 bytes). Please export it again.")
    if len(data) > LARGEST:
        raise _refusal(name, f"is larger than {LARGEST // 1024**2} MB, the most we can read.")
    for start, what in _OTHERS:
        if data.startswith(start):
            raise _refusal(name, f"is {what}")
    if data.startswith(b"PK"):
        return Sniffed("daylio", _daylio_zip(name, data))
    return _sniff_text(name, _decode(name, data).strip())


def _sniff_text(name: str, text: str) -> Sniffed:
    if text[:1] in ("{", "["):
        return _sniff_json(name, parse_json(name, text))
    if text[:1] == "<":
        raise _refusal(
            name, "is a web page or XML file. Please look for a FHIR (JSON) export instead."
        )
    header = {cell.strip(' "').casefold() for cell in text.partition("\n")[0].split(",")}
    if {"full_date", "mood"} <= header:
        return Sniffed("daylio-csv", text)
    raise _refusal(name, "is not a file we know. We can read FHIR, Daylio and our own JSON copies.")


def _sniff_json(name: str, content: Any) -> Sniffed:
    first = content[0] if isinstance(content, list) and content else content
    if isinstance(first, dict):
        if "resourceType" in first:
            return Sniffed("fhir", content)
        if "dayEntries" in first:
            return Sniffed("daylio", first)
        if "medself" in first:
            return Sniffed("medself", first)
    raise _refusal(name, "is JSON, but not FHIR, Daylio or a copy of ours.")


def parse_json(name: str, text: str) -> Any:
    """Parse JSON, or NDJSON (one value a line) as a list.

    `NaN` and `Infinity` are read as missing, as they are no JSON. Broken half-characters are allowed
    here; the records replace them.

    Raises:
        CannotImport: it is cut short, damaged or nested deeper than any real file.
    """
    try:
        try:
            return json.loads(text, parse_constant=lambda _: None)
        except ValueError:
            lines = [line for line in text.splitlines() if line.strip()]
            if len(lines) < 2:
                raise
            return [json.loads(line, parse_constant=lambda _: None) for line in lines]
    except RecursionError as error:
        raise _refusal(name, "is nested deeper than any real file. We did not read it.") from error
    except ValueError as error:
        line = getattr(error, "lineno", 1)
        damaged = f"is damaged or cut short at line {line:,}. Please export it again."
        raise _refusal(name, damaged) from error


def _daylio_zip(name: str, data: bytes) -> Any:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = archive.namelist()
            if DAYLIO_MEMBER not in members:
                raise _other_zip(name, members)
            packed = _member(name, archive, DAYLIO_MEMBER)
        text = codecs.decode(packed, "base64").decode("utf-8")
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError) as error:
        raise _refusal(name, "is damaged or cut short. Please export it again.") from error
    content = parse_json(name, text)
    if not isinstance(content, dict) or "dayEntries" not in content:
        raise _refusal(name, "looks like a Daylio backup but holds no diary.")
    return content


def _member(name: str, archive: zipfile.ZipFile, member: str) -> bytes:
    info = archive.getinfo(member)
    if info.flag_bits & 0x1:
        raise _refusal(name, "is locked with a password. Please unlock it first.")
    too_tight = info.file_size > LARGEST_RATIO * max(info.compress_size, 1024)
    if info.file_size > LARGEST or too_tight:
        raise _refusal(name, "unpacks to far more than a diary can hold. We did not read it.")
    with archive.open(info) as file:
        # The sizes above are only what the file says about itself.
        packed = file.read(info.file_size + 1)
    if len(packed) > info.file_size:
        raise ValueError(member)
    return packed


def _other_zip(name: str, members: list[str]) -> CannotImport:
    for start, what in _ZIPS:
        if any(member.startswith(start) for member in members):
            return _refusal(name, f"is {what}")
    return _refusal(name, "is a zip file without anything we can read. Unpack it, choose one file.")


def _decode(name: str, data: bytes) -> str:
    utf16 = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    try:
        return data.decode("utf-16" if utf16 else "utf-8-sig")
    except UnicodeDecodeError as error:
        where = f"the first odd sign is byte {error.start + 1:,}"
        wrong = f"is not written in UTF-8 ({where}). Save it as “CSV UTF-8” or export it again."
        raise _refusal(name, wrong) from error


def _refusal(name: str, what: str) -> CannotImport:
    return CannotImport(f"“{short(name)}” {what}")


def short(name: str) -> str:
    """Return a file's name for a sentence: one line, at most 60 characters."""
    line = " ".join(name.encode("utf-8", "replace").decode().split())
    return line if len(line) <= 60 else line[:57] + "…"
