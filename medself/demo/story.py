"""The invented person: what they take and took, appointments, questions, and what happened to them."""

from datetime import UTC, datetime, time
from typing import Any

from medself.demo.telling import ZONE, Telling
from medself.model import (
    AsNeeded,
    Daily,
    EndReason,
    Hold,
    HoldReason,
    LifeEvent,
    Medication,
    MedicationStatus,
    Person,
    Question,
    QuestionState,
    Record,
    Regimen,
    Score,
    Slot,
    Step,
    Steps,
    Supply,
    Visit,
)

MORNING, NIGHT = time(8), time(22)
DOCTOR = "Dr Vale (invented)"
EVENTS = {133: "Moved house", 47: "New job", 27: "Flu", 250: "Holiday", 320: "Exams"}
EARLIER = ("A cold", "Holiday", "Exams", "Visitors for a week", "A hard week at work")
PHQ9 = {340: 14, 300: 15, 260: 15, 220: 16, 160: 17, 105: 16, 79: 13, 64: 12, 36: 10, 8: 9}


def person(telling: Telling) -> Person:
    """The invented person; nobody can take the name for a real one."""
    return Person(
        id=telling.new_id(),
        name="Sam (invented)",
        region="uk",
        country="uk",
        symptoms=("mood", "worry", "sleep_quality"),
        invented=True,
        recorded_at=_moment(telling, telling.days),
    )


def story(telling: Telling) -> tuple[list[Medication], list[Record]]:
    """The medicines, and everything else that is told once."""
    return _medications(telling), [
        *_visits(telling),
        *_questions(telling),
        *_events(telling),
        *_scores(telling),
    ]


def _moment(telling: Telling, ago: int) -> datetime:
    return datetime.combine(telling.day(ago), time(18), UTC)


def _regimen(
    telling: Telling, plan: Any, begin: int, end: int | None = None, **rest: Any
) -> Regimen:
    return Regimen(
        id=telling.new_id(),
        plan=plan,
        unit="mg",
        start=telling.at(begin, time(3)),
        end=None if end is None else telling.at(end, time(3)),
        **rest,
    )


def _daily(amount: float, clock: time) -> Daily:
    return Daily(slots=(Slot(at=clock, amount=amount),))


def _medications(telling: Telling) -> list[Medication]:
    return [_sertraline(telling), _quetiapine(telling), _lamotrigine(telling), _lorazepam(telling)]


def _medication(
    telling: Telling, name: str, why: str, *regimens: Regimen, **rest: Any
) -> Medication:
    return Medication(
        id=telling.new_id(),
        name=name,
        slug=name.lower(),
        why=why,
        form="tablet",
        regimens=regimens,
        prescriber=DOCTOR,
        recorded_at=_moment(telling, 200),
        **rest,
    )


def _sertraline(telling: Telling) -> Medication:
    changed = {"end_reason": EndReason.CHANGED, "end_note": "mood still low"}
    out_of_supply = Hold(
        id=telling.new_id(),
        start=telling.at(230, time(3)),
        end=telling.at(227, time(3)),
        reason=HoldReason.NO_SUPPLY,
    )
    return _medication(
        telling,
        "Sertraline",
        "Depression and worry",
        _regimen(telling, _daily(50, MORNING), telling.days, 105, **changed),
        _regimen(telling, _daily(100, MORNING), 105),
        holds=(out_of_supply,),
        supply=Supply(left=14, on=telling.day(5), refill_on=telling.day(-6)),
    )


def _quetiapine(telling: Telling) -> Medication:
    stopped = {"end_reason": EndReason.STOPPED, "end_note": "too sleepy in the day"}
    regimen = _regimen(telling, _daily(25, NIGHT), 155, 79, **stopped)
    not_now = MedicationStatus.NOT_TAKING
    return _medication(telling, "Quetiapine", "Sleep", regimen, status=not_now)


def _lamotrigine(telling: Telling) -> Medication:
    steps = tuple(
        Step(days=days, slots=(Slot(at=MORNING, amount=amount),))
        for days, amount in ((14, 25), (14, 50), (None, 100))
    )
    regimen = _regimen(telling, Steps(first=telling.day(64), steps=steps), 64)
    return _medication(telling, "Lamotrigine", "To keep my mood steady", regimen)


def _lorazepam(telling: Telling) -> Medication:
    plan = AsNeeded(amount=1, most_per_24h=2, least_gap_hours=6)
    return _medication(telling, "Lorazepam", "Panic", _regimen(telling, plan, 200))


def _visits(telling: Telling) -> list[Record]:
    decided = {
        155: "Try quetiapine at night for sleep.",
        105: "Sertraline goes up. Note side effects.",
        64: "Build up lamotrigine as written. Any rash: call at once.",
        -6: "",
    }
    return [
        Visit(
            id=telling.new_id(),
            at=telling.at(ago, time(10, 30)),
            zone=ZONE,
            with_whom=DOCTOR,
            place="Elm Street clinic (invented)",
            decided=words,
            recorded_at=_moment(telling, max(ago, 20)),
        )
        for ago, words in decided.items()
    ]


def _questions(telling: Telling) -> list[Record]:
    asked = {"state": QuestionState.ASKED, "answer": "Give it six weeks at this dose."}
    told: list[tuple[str, int, dict[str, Any]]] = [
        ("How long until the higher dose shows?", 106, asked),
        ("Could the vivid dreams come from lamotrigine?", 30, {"starred": True}),
        ("How often is too often for lorazepam?", 12, {"starred": True}),
        ("Would taking it at another time help with the headaches?", 4, {}),
    ]
    return [
        Question(id=telling.new_id(), text=text, recorded_at=_moment(telling, ago), **rest)
        for text, ago, rest in told
    ]


def _events(telling: Telling) -> list[Record]:
    earlier = {ago: telling.chance.choice(EARLIER) for ago in range(400, telling.days, 60)}
    return [
        LifeEvent(**telling.entry(telling.at(ago)), text=text)
        for ago, text in (EVENTS | earlier).items()
    ]


def _scores(telling: Telling) -> list[Record]:
    earlier = {ago: telling.chance.randint(8, 18) for ago in range(380, telling.days, 40)}
    return [
        Score(**telling.entry(telling.at(ago)), instrument="phq-9", total=float(total))
        for ago, total in (PHQ9 | earlier).items()
    ]
