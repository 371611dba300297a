"""Questionnaires: totals, bands at their edges, gates, missing answers, flags; and their exact wording."""

import hashlib

import pytest

from medself.analysis.scores import band, bigger_than_wobble, score
from medself.errors import ContentError, InvalidRecord
from medself.instruments import FOLDER, find, instruments


def total(name: str, *answers: int | None, gate: bool | None = None):
    return score(find(name), answers, gate=gate)


# The wording is the questionnaire. A change of one letter must be a decision, not an accident.
WORDING = {
    "audit-c": "8fe27506f6277ef9",
    "gad-2": "7bfac769b64e7fcd",
    "gad-7": "5c0738723c738dcc",
    "pc-ptsd-5": "6220b3b4ff7659a8",
    "phq-2": "dc886ce2bc9d3e56",
    "phq-8": "b0bc0f75bbd45eba",
    "phq-9": "0b32a46b1011af01",
    "who-5": "572666b79852de0d",
}


def words_of(name: str) -> str:
    one = instruments()[name]
    return "\n".join([one.gate, one.stem, *one.items, *map(str, one.options), str(one.unscored)])


@pytest.mark.parametrize("name", WORDING)
def test_the_wording_is_exactly_as_published(name: str) -> None:
    assert hashlib.sha256(words_of(name).encode()).hexdigest()[:16] == WORDING[name]


def test_exactly_these_questionnaires_are_shipped() -> None:
    assert set(instruments()) == set(WORDING)


def test_gad7_says_not_at_all_and_never_not_at_all_sure() -> None:
    for options in find("gad-7").options:
        assert options[0] == "Not at all"


@pytest.mark.parametrize(
    ("name", "items", "highest"),
    [
        *[("phq-9", 9, 27), ("phq-8", 8, 24), ("phq-2", 2, 6), ("gad-7", 7, 21), ("gad-2", 2, 6)],
        *[("who-5", 5, 25), ("pc-ptsd-5", 5, 5), ("audit-c", 3, 12)],
    ],
)
def test_number_of_questions_and_highest_total(name: str, items: int, highest: int) -> None:
    one = find(name)
    assert (len(one.items), one.highest) == (items, highest)
    assert one.bands[0].low == 0
    assert one.bands[-1].high == highest
    assert one.licence
    assert one.notice


def test_bands_follow_each_other_without_a_hole() -> None:
    for one in instruments().values():
        for total_ in range(one.highest + 1):
            assert band(one, total_), (one.id, total_)
        assert band(one, one.highest + 1) is None


@pytest.mark.parametrize(
    ("value", "label"),
    [
        *[(4, "minimal"), (5, "mild"), (9, "mild"), (10, "moderate"), (14, "moderate")],
        *[(15, "moderately severe"), (19, "moderately severe"), (20, "severe"), (27, "severe")],
    ],
)
def test_phq9_bands_at_their_edges(value: int, label: str) -> None:
    assert band(find("phq-9"), value) == label


def test_phq9_is_the_sum() -> None:
    found = total("phq-9", 3, 2, 1, 0, 3, 2, 1, 0, 0)
    assert (found.total, found.band, found.flags, found.missing) == (12, "moderate", (), ())


def test_q1_a_missing_answer_gives_no_total_and_says_which() -> None:
    found = total("phq-9", 1, None, 0, 0, None, 0, 0, 0, 0)
    assert (found.total, found.band, found.missing) == (None, None, (2, 5))


def test_q3_item_nine_is_flagged_whatever_the_total() -> None:
    assert total("phq-9", 0, 0, 0, 0, 0, 0, 0, 0, 1).flags == ("item_9",)
    assert total("phq-9", None, 0, 0, 0, 0, 0, 0, 0, 1).flags == ("item_9",)
    assert total("phq-9", 3, 3, 3, 3, 3, 3, 3, 3, 0).flags == ()
    assert total("phq-9", 3, 3, 3, 3, 3, 3, 3, 3, None).flags == ()


def test_who5_boundary_of_12_and_13_and_its_percentage() -> None:
    low, above = total("who-5", 3, 3, 2, 2, 2), total("who-5", 3, 3, 3, 2, 2)
    assert (low.total, low.percent, low.band) == (12, 48, "low well-being")
    assert (above.total, above.percent) == (13, 52)
    assert above.band != low.band


def test_a_gate_answered_no_gives_nothing_more_to_ask_and_zero() -> None:
    nothing = (None,) * 5
    assert total("pc-ptsd-5", *nothing, gate=False).total == 0
    assert total("pc-ptsd-5", 1, 1, 0, 0, 1, gate=True).total == 3
    assert total("pc-ptsd-5", *nothing, gate=True).missing == (1, 2, 3, 4, 5)
    assert total("pc-ptsd-5", *nothing).total is None
    assert total("audit-c", 0, None, None).total == 0
    assert total("audit-c", 1, None, None).missing == (2, 3)
    assert total("audit-c", 4, 4, 4).total == 12


def test_a_change_is_bigger_than_the_wobble_only_from_the_published_size() -> None:
    phq = find("phq-9")
    assert bigger_than_wobble(phq, 17, 12) is False
    assert bigger_than_wobble(phq, 17, 11) is True
    assert bigger_than_wobble(phq, 9, 15) is True
    assert bigger_than_wobble(find("pc-ptsd-5"), 0, 5) is None


@pytest.mark.parametrize("answers", [(1,) * 8, (1,) * 10, (4,) + (0,) * 8, (-1,) + (0,) * 8])
def test_answers_a_questionnaire_does_not_have_are_refused(answers: tuple[int, ...]) -> None:
    with pytest.raises(InvalidRecord, match="PHQ-9"):
        total("phq-9", *answers)


@pytest.mark.parametrize("name", ["phq9", "PHQ-9", "phq_9", " Phq 9 "])
def test_a_questionnaire_is_found_by_any_spelling(name: str) -> None:
    assert find(name).id == "phq-9"


def test_an_unknown_questionnaire_is_not_guessed() -> None:
    assert find("phq-99") is None


def test_a_questionnaire_without_a_licence_cannot_be_shipped(tmp_path) -> None:
    text = (FOLDER / "phq-2.yaml").read_text(encoding="utf-8")
    kept = [line for line in text.splitlines() if not line.startswith("licence:")]
    (tmp_path / "phq-2.yaml").write_text("\n".join(kept), encoding="utf-8")
    with pytest.raises(ContentError, match=r"phq-2\.yaml"):
        instruments(tmp_path)
