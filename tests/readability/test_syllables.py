"""Syllables of the words that published counters get wrong, and of everyday ones."""

import pytest

from medself.readability.syllables import count

MEDICINES = """
aripiprazole 5  amitriptyline 5  atomoxetine 5  bupropion 4  buprenorphine 4  buspirone 3
carbamazepine 5  citalopram 4  clomipramine 4  clonazepam 4  clozapine 3  diazepam 4
duloxetine 4  escitalopram 5  fluoxetine 4  gabapentin 4  haloperidol 5  hydroxyzine 4
ibuprofen 4  imipramine 4  lamotrigine 4  lithium 3  lorazepam 4  lurasidone 4
melatonin 4  methylphenidate 5  mirtazapine 4  moclobemide 4  modafinil 4  naltrexone 3
nortriptyline 4  olanzapine 4  oxcarbazepine 6  paracetamol 5  paroxetine 4  phenelzine 3
pregabalin 4  quetiapine 4  risperidone 4  sertraline 3  topiramate 4  trazodone 3
valproate 3  venlafaxine 4  zolpidem 3  zopiclone 3  zuclopenthixol 5
"""
MEDICAL = """
antidepressant 5  antipsychotic 5  anxiety 4  benzodiazepine 6  bipolar 3  diagnosis 4
diarrhoea 4  dopamine 3  dyskinesia 5  insomnia 4  nausea 3  noradrenaline 5
norepinephrine 5  pharmacist 3  prescriber 3  psychiatrist 4  psychosis 3  schizophrenia 5
seizures 2  serotonin 4  suicide 3  withdrawal 3
"""
EVERYDAY = """
a 1  area 3  being 2  careful 2  changes 2  create 2  creature 2  diet 2  doses 2  dying 2  fluid 2
handle 2  headache 2  hours 1  idea 3  liquid 2  million 2  movement 2  needed 2  opinion 3
passes 2  people 2  questions 2  quiet 2  react 2  rhythm 2  safely 2  serious 3  special 2
started 2  table 2  tables 2  the 1  times 1  tired 2  used 1  usual 3  vacuum 3  watches 2
"""


def pairs(text):
    words = text.split()
    return list(zip(words[::2], map(int, words[1::2]), strict=True))


@pytest.mark.parametrize(("word", "syllables"), pairs(MEDICINES + MEDICAL + EVERYDAY))
def test_a_word_has_the_syllables_it_is_said_with(word, syllables):
    assert count(word) == syllables


@pytest.mark.parametrize(
    ("word", "syllables"),
    [("Sertraline's", 3), ("can't", 1), ("follow-up", 3), ("don’t", 1), ("a.m", 2)],
)
def test_case_possessives_and_hyphens_do_not_matter(word, syllables):
    assert count(word) == syllables


def test_letters_that_are_spelt_out_count_one_by_one():
    assert [count(word) for word in ("OCD", "PTSD", "NHS", "UK", "WHO")] == [3, 4, 3, 2, 5]


@pytest.mark.parametrize("number", ["7", "25", "1,500", "0.5", "988", "1-800-222-1222"])
def test_a_number_is_seen_not_sounded_out(number):
    assert count(number) == 2
