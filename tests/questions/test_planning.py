"""Questions about what lies ahead."""

import pytest
from told import ago, asked, at, dose, every_day, rated, taking, visit

from medself.model import Daily, Hold, HoldReason, Measurement, Slot, Supply, Task, TaskKind
from medself.model.regimen import Regimen


def level(days, what="Lithium level"):
    return Measurement(at=at(days), zone="UTC", what=what, value=0.7, unit="mmol/l")


def test_checks_that_are_due_are_asked_about(journal):
    assert "checks_due" not in asked(journal, taking("Lithium", 90))
    one = asked(journal, taking("Lithium", 91))["checks_due"]
    assert one.text == "Lithium: are any tests or checks due for me?"
    assert one.reasons == ("Lithium blood level: none recorded here since 21 August 2026.",)
    assert one.page == "lithium"


def test_a_result_recorded_stands_for_its_check(journal):
    lithium = taking("Lithium", 150)
    assert "checks_due" not in asked(journal, lithium, level(90))


def test_a_result_that_is_too_old_is_named_with_its_day(journal):
    one = asked(journal, taking("Lithium", 150), level(91))["checks_due"]
    assert one.reasons == ("Lithium blood level: last recorded on 21 August 2026.",)
    assert len(one.entries) == 1


def test_a_result_of_something_else_is_not_taken_for_it(journal):
    assert "checks_due" in asked(journal, taking("Lithium", 150), level(5, "Sodium level"))


def test_checks_of_another_region_are_not_asked_about(journal):
    journal.revise(journal.person.id, region="us")
    assert "checks_due" not in asked(journal, taking("Lithium", 200))


def test_a_medicine_that_is_not_taken_has_no_checks(journal):
    from medself.model import MedicationStatus

    stopped = taking("Lithium", 200, status=MedicationStatus.NOT_TAKING)
    only_on_a_list = taking("Lithium", 200, status=MedicationStatus.PRESCRIBED)
    assert asked(journal, stopped, only_on_a_list) == {}


def tablets(left, counted=2, **rest):
    regimen = Regimen(
        start=at(40), plan=Daily(slots=(Slot(at=at(0).time(), amount=1),)), unit="tablets"
    )
    supply = Supply(left=left, on=ago(counted), **rest)
    return taking("Sertraline", 40, regimens=(regimen,), supply=supply)


def test_supply_that_ends_before_the_visit_is_asked_about(journal):
    # Counted two days ago, visit in ten: eleven doses are due in between.
    assert "supply_ends" not in asked(journal, tablets(11), visit(-10))
    journal.revise(journal.medications()[0].id, supply=Supply(left=10, on=ago(2)))
    one = asked(journal)["supply_ends"]
    assert one.text == (
        "Sertraline runs out on about 29 November 2026. How do I get more before the visit on "
        "30 November 2026?"
    )
    assert one.reasons == ("10 left on 18 November 2026. The rest is worked out from the plan.",)


def test_without_a_visit_there_is_nothing_to_run_out_before(journal):
    assert asked(journal, tablets(1), visit(3)) == {}


@pytest.mark.parametrize(("refill", "asks"), [(-3, False), (-9, True), (1, True)])
def test_a_refill_planned_in_time_is_a_plan(journal, refill, asks):
    found = asked(journal, tablets(4, refill_on=ago(refill)), visit(-10))
    assert ("supply_ends" in found) is asks


def test_of_milligrams_nothing_follows(journal):
    supply = Supply(left=4, on=ago(2))
    assert "supply_ends" not in asked(journal, taking("Sertraline", supply=supply), visit(-10))


def test_doses_in_a_pause_are_not_used_up(journal):
    hold = Hold(start=at(2), end=at(-9), reason=HoldReason.HOSPITAL)
    paused = tablets(4)
    journal.add(paused)
    journal.revise(paused.id, holds=(hold,))
    assert "supply_ends" not in asked(journal, visit(-10))


def test_a_count_of_years_ago_says_nothing(journal):
    assert "supply_ends" not in asked(journal, tablets(4, counted=500), visit(-10))


def test_too_little_recorded_since_something_was_decided_is_asked_about(journal):
    decided = visit(40, decided="Try mornings for a month.")
    assert "too_little" not in asked(journal, decided)
    one = asked(journal, rated(3, mood=5))["too_little"]
    assert one.text == (
        "What should I write down until we meet again? I want us to see how the plan of "
        "11 October 2026 works out."
    )
    assert one.reasons == ("Days with a note of how I was since 11 October 2026: 1 of 40.",)


@pytest.mark.parametrize(
    ("since", "decided", "told"), [(13, "Try mornings.", 1), (40, " ", 1), (40, "Try.", 11)]
)
def test_too_soon_nothing_decided_or_enough_recorded_asks_nothing(journal, since, decided, told):
    days = (rated(n + 1, mood=5) for n in range(told))
    assert "too_little" not in asked(journal, visit(since, decided=decided), *days)


def test_doses_alone_do_not_tell_how_someone_was(journal):
    sertraline = taking("Sertraline", 60, plan=every_day())
    doses = [dose(sertraline, n) for n in range(1, 39)]
    found = asked(journal, sertraline, visit(40, decided="Wait."), rated(3, mood=5), *doses)
    assert "too_little" in found


# Things to do


def wanted(due, **rest):
    return Task(kind=TaskKind.TEST, text="Blood test", due=due, **rest)


def test_a_test_wanted_by_now_or_soon_is_asked_about(journal):
    task = wanted(ago(-14))
    one = asked(journal, task)["test_wanted"]
    assert one.text == "Blood test was wanted by 4 December 2026. How do I get it done?"
    assert one.entries == (task.id,)


@pytest.mark.parametrize(
    "task",
    [
        wanted(ago(-15)),
        wanted(None),
        wanted(ago(3), done_on=ago(4)),
        Task(kind=TaskKind.WATCH, text="Sleep", due=ago(1)),
    ],
)
def test_a_test_far_ahead_undated_or_done_is_not_asked_about(journal, task):
    assert "test_wanted" not in asked(journal, task)


def test_a_test_noted_as_done_stands_for_its_check(journal):
    done = Task(kind=TaskKind.TEST, text="Lithium blood level", done_on=ago(10))
    assert "checks_due" not in asked(journal, taking("Lithium", 150), done)


def test_a_change_or_a_thing_to_do_agreed_at_the_last_visit_counts_as_agreed(journal):
    last = visit(30)
    told = [rated(day, mood=5) for day in (20, 10)]
    assert "too_little" not in asked(journal, last, *told)
    task = Task(kind=TaskKind.WATCH, text="Sleep", visit=last.id)
    assert "too_little" in asked(journal, task)


# Supply counted in other things than the plan


def supplied(left, **rest):
    return taking("Sertraline", supply=Supply(left=left, on=ago(1), **rest))


def test_supply_in_tablets_is_set_against_a_plan_in_mg(journal):
    one = asked(journal, supplied(10, unit="tablets", each=50), visit(-20))["supply_ends"]
    assert one.text.startswith("Sertraline runs out on about 30 November 2026.")


def test_supply_in_tablets_of_unknown_strength_says_nothing_about_a_plan_in_mg(journal):
    assert "supply_ends" not in asked(journal, supplied(10, unit="tablets"), visit(-20))
    assert "supply_ends" not in asked(journal, supplied(10), visit(-20))


def test_supply_counted_in_the_unit_of_the_plan_is_set_against_it(journal):
    assert "supply_ends" in asked(journal, supplied(500, unit="mg"), visit(-20))
