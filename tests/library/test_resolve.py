"""What a typed or imported name means; a wrong medicine is worse than none."""

import pytest

from medself.library import load

LIBRARY = load()


@pytest.mark.parametrize(
    "asked",
    [
        "sertraline",
        "SERTRALINE",
        "Zoloft",
        "Lustral",
        "zolof",
        "setraline",
        "Sertraline 100MG",
        "Zoloft 50",
        "sertraline hydrochloride 50 mg tablets",
        "Sertraline 50 MG Oral Tablet [Zoloft]",
        "24 HR sertraline 100 MG Extended Release Oral Tablet [Zoloft]",
        "sertraline 20 mg/mL oral solution",
        "  sertraline,  50mg once a day ",
    ],
)
def test_every_way_to_write_sertraline(asked):
    assert LIBRARY.resolve(asked).slug == "sertraline"


@pytest.mark.parametrize(
    ("asked", "how", "name"),
    [
        ("Sertraline", "name", "sertraline"),
        ("zoloft", "brand", "Zoloft"),
        ("lithium citrate", "other_name", "lithium citrate"),
        ("zolof", "misspelling", "Zoloft"),
        ("Lithium 300 MG Oral Capsule", "name", "lithium"),
    ],
)
def test_it_says_how_the_name_matched(asked, how, name):
    found = LIBRARY.resolve(asked)
    assert (found.how, found.name) == (how, name)


@pytest.mark.parametrize(
    "asked",
    [
        "Lamisil",
        "Zocor",
        "Zyrtec",
        "cetirizine",
        "Metoprolol",
        "terbinafine",
    ],
)
def test_a_look_alike_is_known_as_another_medicine(asked):
    found = LIBRARY.resolve(asked)
    assert (found.slug, found.how) == (None, "no_page")


@pytest.mark.parametrize(
    "asked",
    [
        "Acetaminophen 325 MG / oxyCODONE Hydrochloride 5 MG Oral Tablet",
        "sertraline / alprazolam",
        "sertraline and lithium",
        "NuvaRing 0.12/0.015 MG per 24HR 21 Day Vaginal Ring",
        "100 mg",
        "",
        "   ",
        "a",
        "💊",
        "<b>x</b>",
        "x" * 10_000,
        "uuetiapime",
        "methylene",
    ],
)
def test_what_is_no_single_medicine_of_ours_stays_unknown(asked):
    found = LIBRARY.resolve(asked)
    assert (found.slug, found.how, found.name) == (None, "unknown", "")


@pytest.mark.parametrize("asked", ["clonzapine", "lamictil"])
def test_a_name_that_two_medicines_are_near_to_is_asked_about(asked):
    """clonzapine: clozapine or olanzapine? lamictil: Lamictal or Lamisil?"""
    found = LIBRARY.resolve(asked)
    assert found.slug is None
    assert found.suggestions


def test_an_unknown_name_brings_the_nearest_of_ours():
    assert "Zoloft" in LIBRARY.resolve("zolfit forte").suggestions


@pytest.mark.parametrize(
    ("asked", "own"),
    [
        ("desvenlafaxine", "desvenlafaxine"),
        ("dexmethylphenidate", "dexmethylphenidate"),
        ("eszopiclone", "eszopiclone"),
        ("buspirone", "buspirone"),
        ("olanzapine-samidorphan", "olanzapine-samidorphan"),
        ("olanzapine / samidorphan", "olanzapine-samidorphan"),
        ("samidorphan and olanzapine", "olanzapine-samidorphan"),
    ],
)
def test_a_look_alike_leads_to_its_own_page_or_to_none(asked, own):
    assert LIBRARY.resolve(asked).slug in (None, own)
