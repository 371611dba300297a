"""Codes of pages: no word in them, one for each, and back again."""

import re

import pytest

from medself.library import explain, load
from medself.library.links import code_of, page_of, part_of


def test_every_page_has_a_code_of_its_own_that_leads_back():
    library = load()
    codes = {code_of(slug): slug for slug in library.heads}
    assert len(codes) == len(library.heads)
    assert all(page_of(library, code) == slug for code, slug in codes.items())


def test_every_part_of_a_page_has_a_code_of_its_own():
    library = load()
    for slug in library.heads:
        names = [section.name for section in explain(library, slug).sections]
        codes = [code_of(slug, name) for name in names]
        assert len(set(codes)) == len(names), slug
        assert all(page_of(library, code) == slug for code in codes)
        assert [part_of(code, slug) for code in codes] == names
        assert part_of(code_of(slug), slug) == ""


def test_a_code_holds_no_word():
    for slug in load().heads:
        assert re.fullmatch(r"[0-9a-f]{8}-[0-9a-f]{6}", code_of(slug, "stopping"))


@pytest.mark.parametrize("code", ["", "sertraline", "00000000", "../x", "zz", "x" * 10_000, "é"])
def test_what_is_no_code_leads_nowhere(code):
    assert page_of(load(), code) is None
