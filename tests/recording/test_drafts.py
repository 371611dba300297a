"""A half-filled check-in is offered again, and nothing wrong with it ever stops a page."""

import pytest

from medself.recording import drafts
from medself.recording.drafts import NAME, Draft, drop, keep, read

HALF = Draft(ratings={"mood": 0, "worry": 7}, sleep_hours=6.5, note="a `note` 😀\nשלום")


def test_what_was_typed_comes_back(tmp_path):
    keep(tmp_path, HALF)
    assert read(tmp_path) == HALF
    assert (tmp_path / NAME).stat().st_mode & 0o777 == 0o600


def test_nothing_typed_leaves_nothing_behind(tmp_path):
    assert read(tmp_path) is None
    keep(tmp_path, HALF)
    keep(tmp_path, Draft())
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b'{"ratings": {"mood"',
        b"[1, 2]",
        b"null",
        b'{"ratings": [1], "sleep_hours": null, "note": ""}',
        b'{"ratings": {"mood": "very"}, "sleep_hours": null, "note": ""}',
        b'{"ratings": {"mood": 11}, "sleep_hours": null, "note": ""}',
        b'{"ratings": {}, "sleep_hours": "long", "note": ""}',
        b'{"ratings": {}, "sleep_hours": 25, "note": ""}',
        b'{"ratings": {}, "sleep_hours": 1}',
    ],
)
def test_a_damaged_draft_is_no_draft(tmp_path, content):
    (tmp_path / NAME).write_bytes(content)
    assert read(tmp_path) is None


def test_a_draft_that_cannot_be_kept_is_no_error(tmp_path):
    keep(tmp_path / "gone", HALF)
    keep(tmp_path, Draft(note="half a character: \ud800"))
    assert read(tmp_path) is None


def test_a_draft_that_cannot_be_removed_is_no_error(tmp_path):
    (tmp_path / NAME).mkdir()
    drop(tmp_path)
    assert read(tmp_path) is None


def test_the_draft_is_not_a_file_of_the_journal(journal):
    before = journal.revision
    keep(journal.folder, HALF)
    assert journal.problems() == []
    assert journal.revision == before
    assert drafts.read(journal.folder) == HALF
