"""What to do about a forgotten dose, medicine by medicine, in the words of its page and only those."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from medself.errors import ContentError
from medself.library import Library
from medself.library.basics import Region
from medself.library.explainer import Explainer, explain
from medself.model import AsNeeded, Daily, Medication, MedicationStatus, Steps
from medself.schedule import is_injection
from medself.visit import words
from medself.visit.along import sheet
from medself.visit.along.citing import Citing
from medself.visit.paper import short

DRAFT = "A draft: nobody with clinical training has read the page this is from."
ASK = "If you are not sure, ask your pharmacist or prescriber. Never take two doses to catch up unless they say so."


@dataclass(frozen=True)
class Forgotten:
    """One medicine: its name on the list, and what its page says, in Markdown with its sources.

    `text` is empty where nothing is said for the way this person takes it.
    """

    name: str
    page: Explainer | None
    text: str

    @property
    def draft(self) -> bool:
        """Whether no clinician has read the page."""
        return self.page is not None and self.page.review.status == "draft"


def forgotten(
    medications: Iterable[Medication], library: Library, region: Region, *, today: date
) -> tuple[Forgotten, ...]:
    """Find what the pages say, for everything taken now that has doses due.

    What a page says of forgotten doses is about taking it every day: for an injection, its own part on
    late injections stands instead, and for other plans nothing.
    """
    found = []
    for medication in medications:
        plans = _now(medication, today)
        if medication.status is not MedicationStatus.TAKING or plans == "as_needed":
            continue
        page = _page(medication, library, region)
        section = {"daily": "missed_dose", "injection": "injection"}.get(plans, "")
        text = next((one.text for one in page.sections if one.name == section), "") if page else ""
        found.append(Forgotten(medication.name, page, text))
    return tuple(found)


def _now(medication: Medication, today: date) -> str:
    now = [
        regimen
        for regimen in medication.regimens
        if regimen.start.date() <= today and (regimen.end is None or regimen.end.date() > today)
    ]
    if any(is_injection(medication, regimen) for regimen in now):
        return "injection"
    if now and all(isinstance(regimen.plan, AsNeeded) for regimen in now):
        return "as_needed"
    due = [regimen for regimen in now if not isinstance(regimen.plan, AsNeeded)]
    daily = due and all(isinstance(regimen.plan, Daily | Steps) for regimen in due)
    return "daily" if daily else "other"


def _page(medication: Medication, library: Library, region: Region) -> Explainer | None:
    try:
        return explain(library, medication.slug, region) if medication.slug else None
    except ContentError:
        return None


def pdf(found: tuple[Forgotten, ...], *, person: str, made_on: date, paper: sheet.Paper) -> bytes:
    """Set one framed card a medicine, those the pages say nothing about by name, and the sources."""
    citing = Citing()
    blocks = [sheet.heading(f"{short(person, 50)}: if I forget one"), sheet.words(ASK)]
    blocks += [sheet.boxed(_card(one, one.page, citing)) for one in found if one.page and one.text]
    if unsaid := [short(one.name, 80) for one in found if not one.text]:
        blocks += [
            sheet.heading("Nothing to go by here: ask about these", 2),
            sheet.bullets(unsaid),
        ]
    if citing.lines:
        blocks.append(sheet.heading("Where this was read", 2))
        blocks += [sheet.words(line, small=True) for line in citing.lines]
    return sheet.pdf(blocks, made_on=made_on, footer=f"Made on {words.day(made_on)}.", paper=paper)


def _card(one: Forgotten, page: Explainer, citing: Citing) -> list[sheet.Block]:
    same = one.name.strip().lower() == page.title.lower()
    title = short(one.name, 80) + ("" if same else f" ({page.title})")
    blocks = [sheet.heading(title, 2), *sheet.markdown(citing.text(page, one.text))]
    return [*blocks, sheet.words(DRAFT, small=True)] if one.draft else blocks
