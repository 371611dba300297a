"""Gathers the facts from a journal and the library; the only place here that reads either."""

from collections.abc import Iterable
from datetime import date, timedelta

from medself.errors import ContentError
from medself.interactions import Findings, check
from medself.journal import Journal
from medself.library import Library
from medself.library.schema import Medication as Page
from medself.model import Medication, MedicationStatus, Person
from medself.questions.facts import Facts
from medself.questions.happened import event_problems
from medself.questions.wording import wording

DAYS = 365
EVENT_DAYS = 28
ELSEWHERE = "your local emergency number"


def gather(journal: Journal, library: Library, *, today: date, days: int = DAYS) -> Facts:
    """Gather what was recorded on the last `days` days up to today.

    A page that cannot be read counts as none, and so does the table of known problems.

    Raises:
        ContentError: content/questions.yaml is missing or broken.
    """
    start = today - timedelta(days=days - 1)
    tables = {
        f"{kind}s": journal.table(kind, start=start, end=today)
        for kind in ("dose", "check_in", "rating", "side_effect", "measurement")
    }
    person, medications = journal.person, journal.medications()
    pages = {m.id: page for m in medications if (page := _page(library, m)) is not None}
    taken = {m.id: m.slug or m.name for m in medications if m.status is MedicationStatus.TAKING}
    known = _known_problems(library, taken.values())
    events = journal.table("event", start=today - timedelta(days=EVENT_DAYS - 1), end=today)
    return Facts(
        today=today,
        start=start,
        day_start=person.day_start,
        region="uk" if person.region == "uk" else "us",
        emergency=_emergency(library, person),
        medications=tuple(medications),
        pages=pages,
        groups={
            medication: frozenset([page.id, *(above.id for above in library.above(page.id))])
            for medication, page in pages.items()
        },
        symptoms={s: library.symptoms[s] for s in person.symptoms if s in library.symptoms},
        effects=library.side_effects,
        visits=tuple(journal.visits()),
        tasks=tuple(journal.tasks()),
        matters=frozenset(person.matters),
        problems=known.findings,
        event_problems=event_problems(events, taken, library),
        meant_by=_meant_by(taken, known),
        words=wording(library),
        **tables,
    )


def _known_problems(library: Library, names: Iterable[str]) -> Findings:
    try:
        return check(names, library)
    except ContentError:
        return Findings((), (), ())


def _meant_by(taken: dict[str, str], found: Findings) -> dict[str, tuple[str, ...]]:
    ids: dict[str, tuple[str, ...]] = {}
    for known in {one.asked: one for one in found.known}.values():
        mine = tuple(id_ for id_, name in taken.items() if name == known.asked)
        ids[known.name] = ids.get(known.name, ()) + mine
    return ids


def _page(library: Library, medication: Medication) -> Page | None:
    try:
        return library.medication(medication.slug) if medication.slug else None
    except ContentError:
        return None


def _emergency(library: Library, person: Person) -> str:
    try:
        numbers = {each.country: each.emergency.number for each in library.crisis.countries}
    except ContentError:
        return ELSEWHERE
    # Without a country, the one the person's names of medicines are from.
    return numbers.get(person.country or person.region, ELSEWHERE)
