"""Daylio diaries: backup and CSV, the person's own words, several entries a day, nothing dropped."""

import base64
import io
import json
import zipfile
from datetime import datetime
from pathlib import Path

import pytest

from medself.errors import CannotImport
from medself.exchange import read

FIXTURES = Path(__file__).parent / "fixtures"


def backup(content: bytes) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("backup.daylio", base64.b64encode(content))
    return packed.getvalue()


@pytest.fixture
def diary():
    return read("d.daylio", backup((FIXTURES / "diary.json").read_bytes()), zone="Asia/Kathmandu")


@pytest.fixture
def scales():
    data = (FIXTURES / "diary_scales.csv").read_bytes()
    return read("d.csv", data, zone="Europe/London", moods={"sad": 4, "average": 3})


def test_months_count_from_0_and_levels_from_1_best_to_5_worst(diary):
    assert [(one.at, one.ratings) for one in diary.records] == [
        (datetime(2026, 1, 31, 22, 5), {"mood": 5}),
        (datetime(2026, 1, 31, 22, 5), {"mood": 1}),
        (datetime(2025, 12, 1, 0, 30), {"mood": 9}),
    ]
    assert {one.zone for one in diary.records} == {"Asia/Kathmandu"}
    assert {one.source for one in diary.records} == {"import:daylio"}


def test_notes_keep_title_lines_and_activities(diary):
    assert [one.note for one in diary.records] == [
        "Title\none\ntwo\nthree\nwork; late, walk",
        "",
        "half \ufffd",
    ]


def test_the_word_and_level_of_the_file_are_kept(diary):
    assert json.loads(diary.records[0].raw) == {
        "mood": "so-so",
        "level": 3,
        "id": "3",
        "activities": ["work; late", "walk"],
    }


def test_two_entries_of_one_minute_are_two(diary):
    assert len({one.id for one in diary.records}) == 3


def test_d7_every_entry_is_kept_or_refused_with_a_reason(diary):
    assert [(one.where, one.reason) for one in diary.refused] == [
        ("entry 4", "Its day, its time or its mood cannot be read."),
        ("entry 5", "The time has the year 1. Please check the date."),
        ("entry 6", "The time has the year 9999. Please check the date."),
        ("entry 7", "Its day, its time or its mood cannot be read."),
        ("entry 8", "We do not know yet how good or bad “mood 9” is."),
        ("entry 9", "Its day, its time or its mood cannot be read."),
    ]


def test_the_levels_of_a_backup_are_offered_and_can_be_changed():
    data = backup((FIXTURES / "diary.json").read_bytes())
    assert read("d", data).mood_words == {"rad": 1, "awful": 5, "so-so": 3, "mood 9": None}
    changed = read("d", data, moods={"so-so": 4, "mood 9": 2})
    assert changed.records[0].ratings == {"mood": 3}
    assert len(changed.records) == 4
    assert changed.mood_words == {"rad": 1, "awful": 5, "so-so": 4, "mood 9": 2}


def test_a_csv_in_eight_columns_with_scales_is_read(scales):
    assert [(one.at, one.ratings, one.sleep_hours) for one in scales.records] == [
        (datetime(2026, 3, 5, 22, 0), {"mood": 3, "sleep_quality": 8}, 7 + 20 / 60),
        (datetime(2026, 3, 5, 0, 5), {"mood": 9}, None),
        (datetime(2026, 3, 4, 14, 58), {"mood": 5}, None),
    ]
    assert [one.note for one in scales.records] == [
        "first\nsecond\nwalk, work; late",
        "=1+1",
        'A title\ntwo\nlines, "quoted"',
    ]
    assert json.loads(scales.records[2].raw)["scales"] == "Steps: 4/10 points"


def test_lines_that_cannot_be_read_name_their_place(scales):
    assert [(one.where, one.reason) for one in scales.refused] == [
        ("line 6", "“25:00” is not a time we can read."),
        ("line 7", "“03/02/2026” is not a date we can read."),
        ("line 8", "“0:30 pm” is not a time we can read."),
        ("line 9", "It does not have as many columns as the first line."),
    ]


def test_words_without_a_level_are_asked_for_and_wait():
    reading = read("d.csv", (FIXTURES / "diary_scales.csv").read_bytes())
    assert reading.mood_words == {"sad": None, "Rad": 1, "average": None}
    assert [one.ratings for one in reading.records] == [{"mood": 9}]
    assert reading.refused[0].reason == "We do not know yet how good or bad “sad” is."


def test_a_csv_of_seven_columns_without_a_title_is_read():
    data = b"full_date,date,weekday,time,mood,activities,note\n2026-03-05,5 March,Thursday,9:05 am,meh,,Hi\n"
    (one,) = read("d.csv", data).records
    assert (one.at, one.ratings, one.note) == (datetime(2026, 3, 5, 9, 5), {"mood": 5}, "Hi")


def test_the_backup_and_the_csv_of_one_diary_have_the_same_ids(diary):
    data = (
        b"full_date,date,weekday,time,mood,activities,note_title,note\n"
        b"2026-01-31,31 January,Saturday,22:05,so-so,,Title,one\n"
        b"2026-01-31,31 January,Saturday,10:05 pm,awful,,,\n"
        b"2025-12-01,1 December,Monday,00:30,rad,,,\n"
    )
    reading = read("d.csv", data, moods={"so-so": 3})
    assert [one.id for one in reading.records] == [one.id for one in diary.records]


@pytest.mark.parametrize(
    "hour", [("12:00 am", 0), ("12:00 PM", 12), ("1.30 p.m.", 13), ("0:00", 0)]
)
def test_clock_times(hour):
    written, expected = hour
    data = f"full_date,time,mood\n2026-03-05,{written},meh\n".encode()
    assert read("d.csv", data).records[0].at.hour == expected


def test_a_quote_that_is_never_closed_does_not_swallow_the_diary():
    data = b'full_date,time,mood,note\n2026-03-05,9:00,meh,"oh\n2026-03-04,9:00,meh,\n'
    with pytest.raises(CannotImport, match="damaged near line"):
        read("d.csv", data)


def test_an_empty_diary_says_so():
    assert read("d.csv", b"full_date,time,mood\n").notes == ("The diary in this file is empty.",)
    assert read("d", backup(b'{"dayEntries": []}')).notes == ("The diary in this file is empty.",)


def test_a_diary_that_is_no_list_is_refused():
    with pytest.raises(CannotImport, match="damaged"):
        read("d", backup(b'{"dayEntries": {"a": 1}}'))


def test_levels_outside_1_to_5_are_refused():
    with pytest.raises(CannotImport, match="1 \\(best\\) to 5 \\(worst\\)"):
        read("d.csv", b"full_date,time,mood\n", moods={"sad": 6})


def test_an_unknown_zone_is_refused():
    with pytest.raises(CannotImport, match="time zone"):
        read("d.csv", b"full_date,time,mood\n", zone="Mars/Base")


def test_a_sleep_of_99_hours_is_refused_with_its_line():
    data = b"full_date,time,mood,scales\n2026-03-05,9:00,meh,Sleep Time: 99:00\n"
    (one,) = read("d.csv", data).refused
    assert one.where == "line 2"
