"""Known problems between names: found once, by the closest row, and never called fine."""

import re
from itertools import permutations

import pytest

from medself.interactions import NOTHING, check, in_words
from medself.library import load
from medself.library.problems_table import table, things

LIBRARY = load()


def severity(*names: str) -> str | None:
    found = check(names, LIBRARY)
    assert found.unknown == ()
    return found.findings[0].severity if found.findings else None


NOT_BEFORE_ASKING = ("avoid", "serious")

MUST_BE_FOUND = [
    ("sertraline", "phenelzine", "avoid"),
    ("Lexapro", "Nardil", "avoid"),
    ("fluoxetine", "tranylcypromine", "avoid"),
    ("venlafaxine", "moclobemide", "avoid"),
    ("mirtazapine", "moclobemide", "avoid"),
    ("ecstasy", "moclobemide", "avoid"),
    ("Concerta XL", "moclobemide", "avoid"),
    ("chloral hydrate", "lorazepam", "serious"),
    ("mirtazapine", "selegiline", "avoid"),
    ("bupropion", "phenelzine", "avoid"),
    ("Ritalin", "Parnate", "avoid"),
    ("phenelzine", "Sudafed", "avoid"),
    ("phenelzine", "Robitussin DM", "avoid"),
    ("phenelzine", "pethidine", "avoid"),
    ("phenelzine", "sumatriptan", "avoid"),
    ("phenelzine", "amitriptyline", "avoid"),
    ("phenelzine", "aged cheese", "avoid"),
    ("phenelzine", "cheese", "avoid"),
    ("tranylcypromine", "phenelzine", "avoid"),
    ("sertraline", "linezolid", "avoid"),
    ("sertraline", "pimozide", "avoid"),
    ("fluoxetine", "thioridazine", "avoid"),
    ("sertraline", "tramadol", "serious"),
    ("sertraline", "St John's wort", "serious"),
    ("sertraline", "fluoxetine", "serious"),
    ("sertraline", "warfarin", "serious"),
    ("sertraline", "ibuprofen", "caution"),
    ("sertraline", "sumatriptan", "caution"),
    ("lithium", "Advil", "serious"),
    ("lithium", "hydrochlorothiazide", "serious"),
    ("lithium", "lisinopril", "serious"),
    ("lithium", "losartan", "serious"),
    ("lithium", "dehydration", "serious"),
    ("lithium", "coffee", "caution"),
    ("clozapine", "ciprofloxacin", "serious"),
    ("clozapine", "fluvoxamine", "serious"),
    ("clozapine", "carbamazepine", "avoid"),
    ("clozapine", "quitting smoking", "serious"),
    ("clozapine", "codeine", "serious"),
    ("clozapine", "Ativan", "serious"),
    ("olanzapine", "stop smoking", "caution"),
    ("quetiapine", "grapefruit juice", "serious"),
    ("quetiapine", "clarithromycin", "avoid"),
    ("quetiapine", "methadone", "serious"),
    ("lamotrigine", "valproate", "serious"),
    ("lamotrigine", "the pill", "serious"),
    ("valproate", "meropenem", "avoid"),
    ("lorazepam", "oxycodone", "serious"),
    ("lorazepam", "wine", "avoid"),
    ("zopiclone", "vodka", "avoid"),
    ("bupropion", "beer", "serious"),
    ("bupropion", "tramadol", "serious"),
    ("tamoxifen", "fluoxetine", "serious"),
    ("tizanidine", "ciprofloxacin", "avoid"),
    ("nefazodone", "Zocor", "avoid"),
    ("nefazodone", "Lipitor", "serious"),
    ("midazolam", "itraconazole", "avoid"),
    ("duloxetine", "venlafaxine", "serious"),
    ("ramelteon", "fluvoxamine", "avoid"),
    ("St Johns wort", "birth control pill", "avoid"),
    ("aripiprazole", "carbamazepine", "serious"),
    ("paracetamol", "co-codamol", "serious"),
    ("methylphenidate", "sertraline", "caution"),
]


@pytest.mark.parametrize(("a", "b", "expected"), MUST_BE_FOUND)
def test_a_known_problem_is_found_whichever_way_round(a, b, expected):
    assert severity(a, b) == severity(b, a) == expected


MUST_NOT_BE_FOUND = [
    ("sertraline", "paracetamol"),
    ("sertraline", "Zyrtec"),
    ("lithium", "quetiapine"),
    ("lithium", "paracetamol"),
    ("lithium", "lamotrigine"),
    ("valproate", "olanzapine"),
    ("valproate", "quetiapine"),
    ("lorazepam", "lithium"),
    ("lorazepam", "hydrochlorothiazide"),
    ("lamotrigine", "mini pill"),
    ("lamotrigine", "ibuprofen"),
    ("aripiprazole", "smoking"),
    ("aripiprazole", "sertraline"),
    ("clozapine", "vaping"),
    ("zopiclone", "the pill"),
    ("sertraline", "melatonin"),
    ("quetiapine", "omeprazole"),
    ("sertraline", "the pill"),
    ("lorazepam", "ibuprofen"),
]


@pytest.mark.parametrize(("a", "b"), MUST_NOT_BE_FOUND)
def test_what_the_table_does_not_hold_is_no_alarm_and_is_not_called_fine(a, b):
    assert severity(a, b) is None
    said = "\n".join(in_words(check([a, b], LIBRARY)))
    assert NOTHING in said
    assert not re.search(r"\b(safe|fine|no problems?|ok)\b", said.replace(NOTHING, ""), re.I)


def test_nothing_found_sends_to_a_pharmacist_in_these_words():
    assert NOTHING == (
        "Nothing in our table about these. That does not mean there is no problem. Ask a pharmacist."
    )


def test_the_order_of_names_changes_nothing():
    names = ["lithium", "Advil", "sertraline", "wine"]
    answers = {check(order, LIBRARY).findings for order in permutations(names)}
    assert len(answers) == 1


def test_each_pair_is_found_once_and_the_worst_comes_first():
    names = ["sertraline", "phenelzine", "tramadol", "Nurofen", "red wine", "lithium"]
    findings = check(names, LIBRARY).findings
    pairs = [(one.a, one.b) for one in findings]
    assert len(pairs) == len(set(pairs))
    order = [("avoid", "serious", "caution").index(one.severity) for one in findings]
    assert order == sorted(order)
    assert {"avoid", "serious", "caution"} == {one.severity for one in findings}


def test_the_closest_row_speaks():
    (one,) = check(["fluoxetine", "phenelzine"], LIBRARY).findings
    assert one.row == "maoi-fluoxetine"
    assert dict(one.gap_days) == {"fluoxetine": 35, "maoi": 14}
    assert "5 weeks after fluoxetine" in one.action


def test_rows_of_a_class_and_of_a_tag_fit_their_members():
    assert check(["tryptophan", "Nardil"], LIBRARY).findings[0].row == "maoi-serotonin"
    assert check(["olanzapine", "beer"], LIBRARY).findings[0].row == "antipsychotic-alcohol"
    assert check(["night nurse", "Nardil"], LIBRARY).findings[0].row == "maoi-cough"
    assert check(["zopiclone", "NyQuil"], LIBRARY).findings[0].row == "sedative-antihistamine"


def test_every_finding_names_its_sources():
    names = ["sertraline", "lithium", "Advil", "Nardil", "wine", "tramadol"]
    assert all(one.sources for one in check(names, LIBRARY).findings)


def test_unknown_names_are_said_to_be_unknown_with_what_they_may_mean():
    found = check(["sertraline", "blorp", "latanoprost", "quetia"], LIBRARY)
    assert [unknown.asked for unknown in found.unknown] == ["blorp", "latanoprost"]
    said = "\n".join(in_words(found))
    assert "We do not know “blorp”." in said
    assert "Our table has nothing on latanoprost yet. Ask a pharmacist." in said
    (unknown,) = check(["sertrazine cream"], LIBRARY).unknown
    assert "sertraline" in unknown.suggestions


@pytest.mark.parametrize(
    ("asked", "meant"),
    [
        ("zolof", "sertraline"),
        ("alcohl", "alcohol"),
        ("ibuprofin", "ibuprofen"),
        ("st johns wart", "St John's wort"),
    ],
)
def test_a_misspelt_name_says_what_it_was_read_as(asked, meant):
    found = check([asked], LIBRARY)
    assert [(one.name, one.misspelt) for one in found.known] == [(meant, True)]
    assert f"We read “{asked}” as {meant}." in in_words(found)


@pytest.mark.parametrize(
    ("asked", "meant"),
    [
        ("Seroquel XR", "quetiapine"),
        ("Lustral 50 mg", "sertraline"),
        ("wine", "alcohol"),
        ("quitting smoking", "stopping smoking"),
        ("Sudafed", "a decongestant"),
        ("acetaminophen", "paracetamol (acetaminophen)"),
        ("rifampin", "rifampicin (rifampin)"),
        ("water tablets", "a water tablet"),
        ("Zocor", "simvastatin"),
        ("Prograf", "tacrolimus"),
        ("EpiPen", "adrenaline (also in allergy pens)"),
    ],
)
def test_brands_and_lay_words_are_understood(asked, meant):
    assert [(one.name, one.misspelt) for one in check([asked], LIBRARY).known] == [(meant, False)]


@pytest.mark.parametrize("asked", ["water", "coke", "night", "bread", "morning", "cold", "salt"])
def test_a_common_word_is_no_medicine(asked):
    assert check([asked], LIBRARY).known == ()


def test_one_medicine_under_two_names_is_worth_a_word():
    (one,) = check(["Zoloft", "sertraline"], LIBRARY).findings
    assert (one.a, one.b, one.severity) == ("sertraline", "sertraline", "caution")
    assert "named twice" in one.why
    assert "Sertraline: good to know" in in_words(check(["Zoloft", "sertraline"], LIBRARY))[0]


def test_a_medicine_that_another_one_already_holds_is_worth_asking_about():
    """Every page on two medicines in one, with the page of each of the two."""
    pages = LIBRARY.medications
    pairs = [
        (whole, part)
        for whole in pages
        for part in pages
        if whole != part and f"-{part}-" in f"-{whole}-"
    ]
    assert ("memantine-donepezil", "memantine") in pairs
    mild = [pair for pair in pairs if severity(*pair) not in NOT_BEFORE_ASKING]
    assert mild == [
        # Tablets are part of the plan while the injection begins to work.
        ("aripiprazole-lauroxil", "aripiprazole"),
        # Naloxone is kept at home for an emergency.
        ("buprenorphine-naloxone", "naloxone"),
    ]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Fanapt", "Bysanti"),
        ("Ritalin", "Focalin"),
        ("Vyvanse", "dexamfetamine"),
        ("Provigil", "Nuvigil"),
        ("zopiclone", "Lunesta"),
        ("diazepam", "lorazepam"),
        ("zolpidem", "zopiclone"),
        ("Dayvigo", "Quviviq"),
        ("Abilify", "Aristada"),
    ],
)
def test_two_that_are_nearly_one_medicine_are_worth_a_word(a, b):
    assert severity(a, b) is not None


def test_two_of_a_kind_are_not_called_one_medicine():
    (found,) = check(["Xanax", "clonazepam"], LIBRARY).findings
    assert "named twice" not in found.why


def test_blank_names_are_passed_over():
    found = check(["", "  "], LIBRARY)
    assert (found.findings, found.unknown, found.known) == ((), (), ())


def test_advice_of_one_country_says_whose_it_is():
    said = in_words(check(["escitalopram", "haloperidol"], LIBRARY))
    assert "  UK advice." in said


AMOUNT = re.compile(
    r"\b(half|third|quarter|twice|double|less|more)\b[^.]*\b(enough|give|given|needed|take it)\b"
    r"|\b(use|need|take) less\b|\bbegin [^.]*\blow\b"
    r"|\blower (the|your) dose|\blower limit|\btop amount",
    re.IGNORECASE,
)


def test_no_card_says_how_much_to_take():
    """What a label does to the amount is for the prescriber; a card says only that it may change."""
    said = [f"{row.why} {row.action}" for row in table(LIBRARY).rows.values()]
    assert len(said) > 400
    assert [each for each in said if AMOUNT.search(each)] == []


def test_a_thing_is_found_by_its_own_name():
    """Names of two words are no ids, and have to be among the words."""
    own = {thing.id.replace("_", " "): thing.label for thing in things(LIBRARY).things}
    names = [name for name, label in own.items() if name == label]
    assert {"methylene blue", "sodium bicarbonate"} <= set(names)
    assert [name for name in names if check([name], LIBRARY).unknown] == []
