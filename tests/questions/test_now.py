"""What cannot wait: cards that say whom to call, on by one sign and off without it."""

import pytest
from told import at, cards, dose, every_day, felt, regimen, taking

from medself.library import load
from medself.model import EndReason, Hold, HoldReason, Medication
from medself.questions import cannot_wait, gather, not_told
from medself.questions.wording import wording


def ids(found):
    return [card.id for card in found]


@pytest.mark.parametrize(
    ("name", "signs", "card", "action"),
    [
        ("Lithium", ["diarrhoea", "shaking"], "lithium_signs", "emergency"),
        ("Lithium", ["falls"], "lithium_strong", "emergency"),
        ("Lithium", ["vomiting"], "lithium_fluid", "same_day"),
        ("Lamotrigine", ["rash"], "lamotrigine_rash", "same_day"),
        ("Lamotrigine", ["rash", "fever"], "lamotrigine_rash_ill", "emergency"),
        ("Clozapine", ["fever"], "clozapine_fever", "same_day"),
        ("Clozapine", ["constipation"], "clozapine_slow_bowel", "same_day"),
        ("Clozapine", ["constipation", "vomiting"], "clozapine_bowel", "emergency"),
        ("Clozapine", ["fast_heartbeat", "fever"], "clozapine_heart", "emergency"),
        ("Quetiapine", ["fever", "stiffness"], "stiff_and_hot", "emergency"),
    ],
)
def test_signs_of_a_medicine_open_a_card_and_those_of_nobody_do_not(
    journal, name, signs, card, action
):
    felt_now = [felt(1, sign, 2) for sign in signs]
    assert cards(journal, taking("Vitamin D", slug=None), *felt_now) == []
    (found,) = cards(journal, taking(name))
    assert (found.id, found.action) == (card, action)
    assert found.page == name.lower()
    assert "999" in found.call
    assert f"Say what you take: {name} and Vitamin D." in found.call
    assert f"The page about {name} names such signs." in found.reasons[1]


@pytest.mark.parametrize("sign", ["chest_pain", "breathless", "fainting", "confusion"])
def test_some_signs_cannot_wait_whatever_someone_takes(journal, sign):
    (found,) = cards(journal, felt(0, sign, 1))
    assert (found.id, found.action, found.page) == ("anyone", "emergency", "")
    assert "(a little, 20 November 2026)" in found.reasons[0]
    assert found.call == (
        "Call 999 now, or ask someone near you to call. Nobody is watching this app."
    )


def test_one_sign_fewer_is_no_card(journal):
    assert cards(journal, taking("Lithium"), felt(1, "shaking", 2)) == []
    assert cards(journal, taking("Quetiapine"), felt(1, "stiffness", 2)) == []


def test_a_sign_of_four_days_ago_or_one_that_is_gone_is_no_card(journal):
    assert cards(journal, felt(3, "chest_pain", 3)) == []
    assert ids(cards(journal, felt(2, "chest_pain", 3))) == ["anyone"]
    assert cards(journal, felt(1, "chest_pain", 0)) == []


def test_a_slight_shake_of_years_is_no_card_and_a_stronger_one_is(journal):
    known = [felt(days, sign, 1) for sign in ("shaking", "tiredness") for days in (20, 1)]
    assert cards(journal, taking("Lithium"), *known) == []
    stronger = [felt(0, sign, 2) for sign in ("shaking", "tiredness")]
    assert ids(cards(journal, *stronger)) == ["lithium_signs"]


def test_a_medicine_stopped_in_the_last_two_weeks_is_still_looked_at(journal):
    for days, expected in ((20, []), (10, ["lamotrigine_rash"])):
        ended = regimen(100, every_day(), days, end_reason=EndReason.STOPPED)
        medication = Medication(
            name="Lamotrigine", slug="lamotrigine", regimens=(ended,), status="not_taking"
        )
        assert ids(cards(journal, medication, felt(1, "rash", 1))) == expected


SEROTONIN = ("agitation", "sweating", "diarrhoea")


def serotonin(days, signs=SEROTONIN):
    return [felt(days, sign, 1) for sign in signs]


def test_several_signs_within_two_days_of_a_new_medicine_open_a_card(journal):
    (found,) = cards(journal, taking("Sertraline", 2), *serotonin(1))
    assert (found.id, found.action) == ("serotonin", "emergency")


def test_two_signs_are_too_few(journal):
    assert cards(journal, taking("Sertraline", 2), *serotonin(1, SEROTONIN[:2])) == []


def test_three_days_after_it_is_no_such_card(journal):
    assert cards(journal, taking("Sertraline", 4), *serotonin(1)) == []


@pytest.mark.parametrize(("before", "now", "opens"), [(50, 100, True), (100, 50, False)])
def test_a_raised_dose_counts_and_a_lowered_one_does_not(journal, before, now, opens):
    changed = Medication(
        name="Sertraline",
        slug="sertraline",
        regimens=(regimen(200, every_day(before), 2), regimen(2, every_day(now))),
    )
    assert bool(cards(journal, changed, *serotonin(1))) is opens


def test_a_medicine_without_that_tag_opens_none(journal):
    assert cards(journal, taking("Zopiclone", 2), *serotonin(1)) == []


def test_signs_that_were_there_before_the_change_do_not_count(journal):
    early = [felt(2, sign, 1, since=at(9).date()) for sign in SEROTONIN]
    assert cards(journal, taking("Sertraline", 2), *early) == []


def test_the_more_pressing_card_says_it_all(journal):
    found = cards(journal, taking("Lithium"), *[felt(1, s, 2) for s in ("confusion", "vomiting")])
    assert ids(found) == ["lithium_signs"]


def lamotrigine(*missed, days=range(20)):
    medication = taking("Lamotrigine", 40)
    return medication, *(dose(medication, n, "missed" if n in missed else "taken") for n in days)


def test_a_gap_that_goes_on_cannot_wait(journal):
    assert cards(journal, *lamotrigine(0, 1)) == []


def test_a_gap_of_three_days_that_goes_on_says_to_call_today(journal):
    (found,) = cards(journal, *lamotrigine(0, 1, 2))
    assert found.action == "same_day"
    (reason,) = found.reasons
    assert reason == (
        "Lamotrigine: no dose from 18 November 2026 to 20 November 2026. Missed, skipped or paused: "
        "3. Not recorded: 0. Its page says to ask after 3 days without it, before the next dose."
    )


def test_lithium_has_a_limit_of_its_own(journal):
    lithium = taking("Lithium")
    taken = [dose(lithium, n) for n in range(3, 30)]
    assert cards(journal, lithium, *taken, dose(lithium, 2, "missed")) == []
    (card,) = cards(journal, dose(lithium, 1, "missed"))
    assert card.page == "lithium"
    assert "ask after 2 days" in card.reasons[0]


def test_a_gap_that_nobody_recorded_or_of_weeks_ago_is_no_card(journal):
    assert cards(journal, *lamotrigine(days=range(5, 20))) == []


def test_a_gap_of_weeks_ago_with_nothing_since_is_a_question(journal):
    records = lamotrigine(10, 11, 12, days=range(10, 30))
    assert cards(journal, *records) == []


def test_a_pause_on_advice_is_no_gap(journal):
    hold = Hold(start=at(5), reason=HoldReason.ADVICE)
    medication = taking("Lamotrigine", 40, holds=(hold,))
    assert cards(journal, medication, *(dose(medication, n) for n in range(6, 20))) == []


def test_told_someone_puts_it_aside_until_there_is_another_sign(journal):
    (card,) = cards(journal, taking("Lamotrigine"), felt(1, "rash", 1))
    journal.add(card.told())
    now = cannot_wait(gather(journal, load(), today=at(0).date()))
    assert not_told(now, journal.questions()) == []
    worse = cards(journal, felt(0, "rash", 2))
    assert ids(not_told(worse, journal.questions())) == ["lamotrigine_rash"]


def test_every_sign_and_page_of_the_table_is_there():
    library = load()
    names = {*library.heads}
    tags = {tag for page in library.medications.values() for tag in page.tags}
    for one in wording(library).now.signs:
        assert set(one.signs) <= set(library.side_effects), one.id
        assert set(one.must) <= set(one.signs), one.id
        assert set(one.for_) <= names, one.id
        assert one.tag is None or one.tag in tags, one.id
        assert bool(one.action) != bool(one.for_ or one.tag), one.id
        assert bool(one.action) != bool(one.serious), one.id


def test_how_fast_to_act_is_what_the_page_says():
    library = load()
    for one in wording(library).now.signs:
        for slug, page in library.medications.items():
            names = {slug, *(above.id for above in library.above(slug))}
            if names & set(one.for_) or one.tag in page.tags:
                actions = {each.action for each in page.serious if each.id in one.serious}
                assert actions in ({"emergency"}, {"same_day"}), (one.id, slug)
