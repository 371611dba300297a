"""Rules about the person's life: a baby, driving, drinking, and what happened that our table names."""

from collections.abc import Iterator

from medself.days import day_in_words
from medself.model import Matter
from medself.questions.facts import Facts
from medself.questions.suggestion import Found
from medself.schedule.words import listed

MATTERS = {
    Matter.PREGNANT: "I am pregnant, or may be",
    Matter.BABY_PLANNED: "I hope to have a baby",
    Matter.BREASTFEEDS: "I breastfeed",
    Matter.DRIVES: "I drive or use machines",
    Matter.DRINKS: "I drink alcohol",
}
"""What can be ticked in the settings, in the person's words."""
PROGRAMME, SEDATING = "pregnancy_programme", "sedating"


def pregnancy_rules(facts: Facts) -> Iterator[Found]:
    """A baby is there or hoped for, and a medicine has rules of its own about pregnancy."""
    for matter in (Matter.PREGNANT, Matter.BABY_PLANNED):
        yield from _ticked(
            facts, matter, [id_ for id_ in facts.pages if _tagged(facts, id_, PROGRAMME)]
        )


def pregnancy(facts: Facts) -> Iterator[Found]:
    """A baby is there or hoped for, and the pages about what is taken say something about it."""
    for matter in (Matter.PREGNANT, Matter.BABY_PLANNED):
        yield from _ticked(
            facts,
            matter,
            [
                id_
                for id_, page in facts.pages.items()
                if page.pregnancy and not _tagged(facts, id_, PROGRAMME)
            ],
        )


def breastfeeding(facts: Facts) -> Iterator[Found]:
    """The person breastfeeds, and the pages say something about it."""
    said = [id_ for id_, page in facts.pages.items() if page.breastfeeding]
    yield from _ticked(facts, Matter.BREASTFEEDS, said)


def driving(facts: Facts) -> Iterator[Found]:
    """The person drives, and a medicine can make people sleepy; its page says something about driving."""
    said = [
        id_ for id_, page in facts.pages.items() if page.driving and _tagged(facts, id_, SEDATING)
    ]
    yield from _ticked(facts, Matter.DRIVES, said)


def alcohol(facts: Facts) -> Iterator[Found]:
    """The person drinks, and the pages say something about alcohol."""
    said = [id_ for id_, page in facts.pages.items() if page.alcohol]
    yield from _ticked(facts, Matter.DRINKS, said)


def event_problem(facts: Facts) -> Iterator[Found]:
    """Something written down as having happened names what our table has a known problem for.

    Only what the table calls serious or worse, and only the last 28 days.
    """
    for one in facts.event_problems:
        yield Found(
            subject=f"event {one.medicine} {one.thing}".casefold(),
            state=one.event,
            says={"medicine": one.medicine, "thing": one.thing, "day": day_in_words(one.day)},
            reasons=(("why", {"why": one.why}),),
            entries=(one.event,),
        )


def _ticked(facts: Facts, matter: Matter, about: list[str]) -> Iterator[Found]:
    """What to ask about a thing that was ticked, for those of the medicines taken now."""
    found = [medication for medication in facts.taking if medication.id in about]
    if matter in facts.matters and found:
        names = listed(list(dict.fromkeys(medication.name for medication in found)))
        yield Found(
            subject=matter.value,
            state=" ".join(sorted(facts.pages[medication.id].id for medication in found)),
            says={"ticked": MATTERS[matter], "medicines": names},
            reasons=(("page", {"medicines": names}),),
            entries=tuple(medication.id for medication in found),
            page=facts.pages[found[0].id].id,
        )


def _tagged(facts: Facts, medication: str, tag: str) -> bool:
    return tag in facts.pages[medication].tags
