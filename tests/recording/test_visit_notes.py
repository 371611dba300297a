"""What is typed at an appointment survives a reload until it is saved."""

import pytest

from medself.recording import visit_notes
from medself.recording.visit_notes import NAME, Notes

TYPED = Notes("v1", {"q1": "Give it six weeks"}, "Look again in May", "Half now")


def test_what_is_typed_is_kept_and_read_back(tmp_path):
    visit_notes.keep(tmp_path, TYPED)
    assert visit_notes.read(tmp_path, "v1") == TYPED
    assert (tmp_path / NAME).stat().st_mode & 0o777 == 0o600


def test_what_was_typed_at_one_appointment_is_not_offered_at_another(tmp_path):
    visit_notes.keep(tmp_path, TYPED)
    assert visit_notes.read(tmp_path, "v2") is None


def test_nothing_typed_leaves_no_file(tmp_path):
    visit_notes.keep(tmp_path, TYPED)
    visit_notes.keep(tmp_path, Notes("v1", {"q1": ""}))
    assert list(tmp_path.iterdir()) == []
    assert visit_notes.read(tmp_path, "v1") is None


def test_it_can_be_forgotten(tmp_path):
    visit_notes.keep(tmp_path, TYPED)
    visit_notes.drop(tmp_path)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        '{"visit": "v1"}',
        '{"visit": "v1", "answers": [], "decided": "", "in_my_words": ""}',
    ],
)
def test_a_damaged_file_counts_as_nothing_typed(tmp_path, text):
    (tmp_path / NAME).write_text(text)
    assert visit_notes.read(tmp_path, "v1") is None
