"""Twelve invented people, each a story that a clinician would recognise, told as they would write it."""

from collections.abc import Callable
from datetime import time

from diary import ALWAYS, MORNING, NIGHT, Diary, ago, back, daily, steps

from medself.model import AsNeeded, EveryNDays, MedicationStatus, Slot

NOON, AFTERNOON = 12, 17


def new_ssri(diary: Diary) -> None:
    """Starts sertraline ten weeks ago. Feels sick from the third day and on most days of two weeks; then it
    fades, and in the fourth week it is noted as gone. Mood and worry are better from the fourth week on.
    One dose is missed. One headache, once.
    """
    sertraline = diary.takes("Sertraline", (70, daily(50)))
    diary.doses(sertraline, 70, missed={61})
    diary.rates(back(90, 46), mood=3, worry=7, sleep_quality=5)
    diary.rates(back(45), mood=6, worry=4, sleep_quality=6)
    diary.feels("nausea", (68, 67, 66, 64, 63, 60, 58, 55), 2)
    diary.feels("nausea", (47,), 0)
    diary.feels("headache", (66,))


def lamotrigine_build_up(diary: Diary) -> None:
    """Builds lamotrigine up in steps: two weeks of 25 mg, two of 50 mg, then 100 mg. Away from home, four
    days in a row go by without it, and are ticked as missed; then it goes on where it was.
    """
    plan = steps(45, (14, 25), (14, 50), (None, 100), clocks=[NIGHT])
    lamotrigine = diary.takes("Lamotrigine", (45, plan))
    diary.doses(lamotrigine, 45, missed=back(11, 8), unknown={30})
    diary.rates(back(60), often=0.9, mood=5, worry=5, sleep_quality=6)


def clozapine_without_cigarettes(diary: Diary) -> None:
    """Has taken clozapine for years, and stops smoking three weeks ago; that is written down as something
    that happened. Since then sleepy in the day, so that the days are hard, and low on energy. The pillow
    has been wet all along.
    """
    diary.follows = ("energy", "voices")
    clozapine = diary.takes("Clozapine", (ALWAYS, daily(150, MORNING, NIGHT)))
    diary.doses(clozapine, 40)
    diary.rates(back(120, 20), energy=6, voices=2)
    diary.rates(back(19), energy=3, voices=2)
    diary.feels("drooling", back(120, 1, 7))
    diary.feels("sleepiness", back(18, 1, 3), 2, stops_me=True)
    diary.measures(100, "Waist size", 98, "cm")
    diary.lives(20, "Stopped smoking")


def stimulant_wearing_off(diary: Diary) -> None:
    """Starts methylphenidate in the morning seven weeks ago and checks in three times a day. Focus is good
    at noon only; from late afternoon it is as poor as before breakfast, with a short temper.
    """
    diary.follows = ("focus", "irritability")
    methylphenidate = diary.takes("Methylphenidate", (50, daily(18)))
    diary.doses(methylphenidate, 50)
    diary.rates(back(70, 51), focus=3, irritability=4)
    diary.rates(back(50), hour=7, focus=3, irritability=4)
    diary.rates(back(50), hour=NOON, focus=8, irritability=3)
    diary.rates(back(50), hour=AFTERNOON, focus=3, irritability=7)
    diary.feels("irritable", back(48, 2, 4), 2)


def benzodiazepine_taper(diary: Diary) -> None:
    """Comes off lorazepam in steps of two weeks as the prescriber wrote them: 1 mg twice a day for years,
    then 0.75, 0.5, and 0.25 since last week. More worry with each step, and broken nights since the last
    but one. Pain was followed once and got much worse, but is not followed any more.
    """
    diary.follows = ("worry", "sleep_quality")
    twice = (MORNING, NIGHT)
    taper = steps(35, (14, 0.75), (14, 0.5), (14, 0.25), clocks=twice)
    lorazepam = diary.takes("Lorazepam", (ALWAYS, daily(1, *twice)), (35, taper))
    diary.doses(lorazepam, 90)
    diary.rates(back(100, 36), worry=3, sleep_quality=6, pain=2)
    diary.rates(back(35, 22), worry=4, sleep_quality=6, pain=2)
    diary.rates(back(21), worry=6, sleep_quality=4, pain=8)
    diary.feels("insomnia", back(19, 1, 2), 2)


def injection_late(diary: Diary) -> None:
    """Has an aripiprazole injection every four weeks. The one due five days ago is not recorded: the person
    was away and has not rung the clinic.
    """
    plan = EveryNDays(n=28, first=ago(173), slots=(Slot(at=time(10), amount=400),))
    aripiprazole = diary.takes("Aripiprazole", (173, plan))
    diary.doses(aripiprazole, 173, 6)
    diary.rates(back(60), often=0.6, mood=6, worry=4, sleep_quality=6)


def lithium_and_a_new_tablet(diary: Diary) -> None:
    """Has taken lithium for years, with the last blood level three and a half months ago. Twelve days ago
    ramipril was added for the blood pressure. First dizzy on standing up; since yesterday a strong shake
    and loose stools.
    """
    lithium = diary.takes("Lithium", (ALWAYS, daily(800, NIGHT)))
    ramipril = diary.takes("Ramipril", (12, daily(2.5)), slug=None)
    for medicine, days in ((lithium, 60), (ramipril, 12)):
        diary.doses(medicine, days, 1)
    diary.rates(back(60, 1), mood=6, worry=4, sleep_quality=6)
    diary.measures(105, "Lithium blood level", 0.7, "mmol/L")
    for days in (100, 30):
        diary.measures(days, "Kidney, thyroid and calcium blood tests, and weight", 1, "done")
    diary.measures(30, "Weight", 82, "kg")
    diary.feels("shaking", back(60, 14, 6), 1)
    diary.feels("dizzy_standing", (9, 7, 5), 1)
    diary.feels("shaking", (1, 0), 3)
    diary.feels("diarrhoea", (1, 0), 2)


def nothing_going_on(diary: Diary) -> None:
    """Has taken sertraline for more than a year, feels well, and writes something down nearly every day. A
    dose is forgotten now and then, on no day in particular.
    """
    sertraline = diary.takes("Sertraline", (ALWAYS, daily(100)))
    forgotten = diary.chance.sample(back(ALWAYS), 12)
    diary.doses(sertraline, ALWAYS, missed=forgotten)
    diary.rates(back(ALWAYS), often=0.9, mood=7, worry=3, sleep_quality=7)


def hardly_anything(diary: Diary) -> None:
    """Was to try a higher dose of sertraline, as decided six weeks ago, and wrote something down on three
    days since, all bad ones. No dose is ticked. Sick, once.
    """
    diary.takes("Sertraline", (ALWAYS, daily(50)), (42, daily(100)))
    diary.meets(43, decided="Try the higher dose and see how mood is in six weeks")
    diary.meets(-4)
    diary.rates((40, 22, 9), mood=2, worry=8, sleep_quality=2)
    diary.feels("nausea", (22,), 1)


def all_at_once(diary: Diary) -> None:
    """Comes home from hospital seven weeks ago with a new list: venlafaxine stopped, mirtazapine and
    quetiapine new, zopiclone for bad nights. Sleepy ever since, and mood is much better. The mouth was
    dry now and then before, and is again.
    """
    venlafaxine = diary.takes(
        "Venlafaxine", (ALWAYS, daily(150)), end=49, status=MedicationStatus.NOT_TAKING
    )
    mirtazapine = diary.takes("Mirtazapine", (49, daily(30, NIGHT)))
    quetiapine = diary.takes("Quetiapine", (48, daily(100, NIGHT)))
    zopiclone = diary.takes("Zopiclone", (47, AsNeeded(amount=7.5, most_per_24h=1)))
    diary.doses(venlafaxine, 80, 50)
    diary.doses(mirtazapine, 49, 1)
    diary.doses(quetiapine, 48, 1)
    diary.uses(zopiclone, *((days, 23) for days in (46, 41, 30, 12)))
    diary.rates(back(80, 49), mood=2, worry=8, sleep_quality=3)
    diary.rates(back(48), mood=6, worry=4, sleep_quality=7)
    diary.feels("sleepiness", back(45, 1, 4), 2)
    diary.feels("dry_mouth", (78, 64, 46, 40))


def better_before_the_change(diary: Diary) -> None:
    """Had a bad patch that lifted in the week before escitalopram began, and has been well since."""
    escitalopram = diary.takes("Escitalopram", (42, daily(10)))
    diary.doses(escitalopram, 42)
    diary.rates(back(80, 50), mood=3, worry=7, sleep_quality=4)
    diary.rates(back(49), mood=7, worry=3, sleep_quality=7)


def as_needed_climbing(diary: Diary) -> None:
    """Has lorazepam for bad hours, at most two in 24 hours. It was three times in four weeks, then two or
    three a week, and in the last week three within one day.
    """
    plan = AsNeeded(amount=0.5, most_per_24h=2, least_gap_hours=4)
    lorazepam = diary.takes("Lorazepam", (200, plan))
    diary.uses(lorazepam, *((days, 18) for days in (80, 70, 52, 43, 34)))
    diary.uses(lorazepam, *((days, 18) for days in (26, 24, 21, 18, 16, 14, 11, 9, 7, 5)))
    diary.uses(lorazepam, (2, 9), (2, 15), (2, 20))
    diary.rates(back(90), often=0.7, mood=5, worry=5, sleep_quality=5)


PEOPLE: tuple[Callable[[Diary], None], ...] = (
    new_ssri,
    lamotrigine_build_up,
    clozapine_without_cigarettes,
    stimulant_wearing_off,
    benzodiazepine_taper,
    injection_late,
    lithium_and_a_new_tablet,
    nothing_going_on,
    hardly_anything,
    all_at_once,
    better_before_the_change,
    as_needed_climbing,
)
