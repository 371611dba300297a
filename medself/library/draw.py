"""The data of a page as sentences and lists: one small function a section.

Each takes the page with what it inherits and gives Markdown blocks, references in place. Words that
differ by country come for one region.
"""

from collections.abc import Callable, Mapping

from medself.library.basics import Region
from medself.library.draw_effects import DAYS_A_MONTH, effects, serious, weeks
from medself.library.drawing import Drawing, ended, statement
from medself.library.references import References
from medself.library.schema import Medication, Page

COUNTRIES: Mapping[Region, str] = {"us": "US", "uk": "UK"}
OFFICIAL: Mapping[Region, str] = {"us": "On the US label:", "uk": "Licensed in the UK for:"}
NO_BOX = "We looked for a boxed warning on the US label and found none."
NOT_IN_US = "It is not sold as a medicine in the US, so there is no US label to look at here."
OFF_LABEL = "Prescribers also use it for (this is called off-label):"


def warnings(d: Drawing) -> list[str]:
    """Draw the boxed warnings; those of the other country where the reader's has none.

    Nothing is drawn when nobody looked; a look-up that found none says so.
    """
    boxes = d.page.boxed_warnings
    if boxes == [] and d.region == "us":
        return [NOT_IN_US if _unlabelled(d.page) else NO_BOX]
    here = [box for box in boxes or [] if d.here(box.region)]
    return [
        d.refs.cite(
            f"**{box.title}{'' if d.here(box.region) else _abroad(box.region)}.** {box.plain}",
            box.source,
        )
        for box in here or boxes or []
    ]


def _unlabelled(page: Page) -> bool:
    return isinstance(page, Medication) and page.availability.us in ("not_marketed", "supplement")


def uses(d: Drawing) -> list[str]:
    """Draw what the medicine is for: officially and else in the region, or where it is used."""
    if not isinstance(d.page, Medication):
        return []
    other: Region = "uk" if d.region == "us" else "us"
    return _uses(d, d.page, d.region) or _uses(d, d.page, other)


def _uses(d: Drawing, page: Medication, region: Region) -> list[str]:
    status = {use.text: use.us if region == "us" else use.uk for use in page.uses}
    official = [use for use in page.uses if status[use.text] in ("labelled", "licensed")]
    off_label = [use for use in page.uses if status[use.text] == "off_label"]
    return [
        f"{title}\n\n" + "\n".join(d.refs.cite(f"- {use.text}", use.source) for use in found)
        for title, found in ((OFFICIAL[region], official), (OFF_LABEL, off_label))
        if found
    ]


def _abroad(region: Region) -> str:
    return f" (a {COUNTRIES[region]} warning)"


def ages(d: Drawing) -> list[str]:
    """Draw what is different for children and for older people."""
    if not (found := d.page.ages):
        return []
    both = (("Children and teenagers", found.children), ("Older people", found.older))
    return [d.refs.cite(f"**{who}.** {text}", found.source) for who, text in both if text]


def food(d: Drawing) -> list[str]:
    """Draw how it goes with food."""
    return statement(d, d.page.food) if isinstance(d.page, Medication) else []


def missed(d: Drawing) -> list[str]:
    """Draw what to do after a forgotten dose, and when to ask before taking it again."""
    if not (rule := d.page.missed_dose):
        return []
    days = rule.restart_after_days
    ask = (
        f" **Without it for {'a day' if days == 1 else f'{days} days'} or more?** Ask your prescriber or pharmacist"
        " before you take it again."
    )
    return [d.refs.cite(rule.plain + (ask if days else ""), rule.source)]


def too_much(d: Drawing) -> list[str]:
    """Draw what to do after too much."""
    return statement(d, d.page.too_much)


def mixing(d: Drawing) -> list[str]:
    """Draw alcohol and driving."""
    driving = d.page.driving
    blocks = statement(d, d.page.alcohol, "**Alcohol.** ")
    if driving:
        there = driving.us if d.region == "us" else driving.uk
        text = f"**Driving.** {driving.plain} {there or ''}".rstrip()
        blocks.append(d.refs.cite(text, driving.source))
    return blocks


def checks(d: Drawing) -> list[str]:
    """Draw the tests and checks of the region."""
    found = [check for check in d.page.checks if d.here(check.region)]
    lines = [d.refs.cite(f"- **{c.test}:** {ended(c.when)}", c.source) for c in found]
    return ["\n".join(lines)] if lines else []


def pregnancy(d: Drawing) -> list[str]:
    """Draw pregnancy and breastfeeding."""
    return statement(d, d.page.pregnancy, "**Pregnancy.** ") + statement(
        d, d.page.breastfeeding, "**Breastfeeding.** "
    )


def asked(page: Page, refs: References) -> list[str]:
    """Draw the questions to take to a visit."""
    lines = [refs.cite(f"- {question.text}") for question in page.questions]
    return ["\n".join(lines)] if lines else []


def said(page: Page, refs: References) -> list[str]:
    """Draw what people say and what is known."""
    return [refs.cite(f'**"{myth.myth}"**\n\n{myth.fact}', myth.source) for myth in page.myths]


def injection(d: Drawing) -> list[str]:
    """Draw the long-acting injections of the region."""
    if not isinstance(d.page, Medication):
        return []
    lines = [
        d.refs.cite(
            f"- **{each.product}**, {_how_often(each.every_days)}."
            f" If it is late: {ended(each.late)}",
            each.source,
        )
        for each in d.page.long_acting
        if d.region in each.regions
    ]
    return ["\n".join(lines)] if lines else []


def _how_often(days: int) -> str:
    if days == 7:
        return "once a week"
    if days < 56:
        return f"about every {round(days / 7)} weeks"
    return f"about every {round(days / DAYS_A_MONTH)} months"


DRAWN: Mapping[str, Callable[[Drawing], list[str]]] = {
    "important_warnings": warnings,
    "what_it_is_for": uses,
    "before_you_take": ages,
    "how_to_take": food,
    "week_by_week": weeks,
    "common_effects": effects,
    "serious_effects": serious,
    "missed_dose": missed,
    "too_much": too_much,
    "food_drink_drugs": mixing,
    "tests_and_checks": checks,
    "pregnancy_and_feeding": pregnancy,
    "questions_to_ask": lambda d: asked(d.page, d.refs),
    "myths_and_facts": lambda d: said(d.page, d.refs),
    "injection": injection,
}
