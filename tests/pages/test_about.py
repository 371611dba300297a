"""About: what medself is and is not, and how every number is worked out."""

import pytest
from screen import fine, screen

from medself import __version__
from medself.analysis.measures import MEASURES


@pytest.fixture
def said(open_app, home):
    return screen(fine(open_app("about")))


def test_it_says_what_it_is_not(said):
    assert "It is not a doctor, a nurse or a pharmacist, and nobody is watching it." in said
    assert "A medicine without a warning here is not free of problems." in said


def test_every_measure_of_the_register_is_printed_with_how_and_where_from(said):
    for measure in MEASURES.values():
        for words in (measure.name, measure.definition, measure.formula, measure.least_data):
            assert " ".join(words.split()) in said
        assert f"Source: {measure.source}" in said


def test_it_says_where_the_records_lie(said, home):
    assert str(home) in said


def test_it_names_its_version_and_whose_work_it_stands_on(said):
    assert f"medself {__version__}" in said
    for source in ("NLM is not responsible", "Open Government Licence v3.0", "DejaVu"):
        assert source in said
    assert "No clinician has checked the pages" in said
