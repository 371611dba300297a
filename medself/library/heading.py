"""What stands at the head of a page: its name in a region, its line, and a medicine's short facts."""

from collections.abc import Iterator, Sequence

from medself.library.basics import Region
from medself.library.schema import AnyFront, DrugClass, Medication, Topic

SOLD = {
    "otc": "Sold without a prescription",
    "supplement": "Sold as a food supplement, not as a medicine,",
    "discontinued": "No longer sold",
    "not_marketed": "Not sold",
}


def title(front: AnyFront, region: Region) -> str:
    """Return what a page is called in a region, with a capital."""
    if not isinstance(front, Medication):
        return front.title
    name = front.names.us if region == "us" else front.names.uk
    return name[:1].upper() + name[1:]


def summary(front: AnyFront, above: Sequence[DrugClass]) -> str:
    """Return the line under the title: of a medicine, what its nearest group is."""
    if isinstance(front, Topic):
        return front.summary
    if isinstance(front, DrugClass):
        return front.short
    return f"{above[0].title}. {above[0].short}" if above else ""


def facts(front: Medication, region: Region) -> Iterator[str]:
    """Yield the short lines under a medicine's name."""
    names, brands = front.names, front.brands
    here, there = (brands.us, brands.uk) if region == "us" else (brands.uk, brands.us)
    country, other = ("US", "UK") if region == "us" else ("UK", "US")
    if names.say:
        yield f"Say it: {names.say}"
    if names.us != names.uk:
        yield f"Called {names.uk if region == 'us' else names.us} in the {other}"
    if names.also:
        yield f"Also called: {', '.join(names.also)}"
    if here:
        yield f"Brand names: {', '.join(here)}"
    if abroad := [brand for brand in there if brand not in here]:
        yield f"Brand names in the {other}: {', '.join(abroad)}"
    yield f"Comes as: {', '.join(front.forms)}"
    if sold := SOLD.get(front.availability.us if region == "us" else front.availability.uk):
        yield f"{sold} in the {country}"
    if schedule := front.controlled.us if region == "us" else front.controlled.uk:
        yield f"A controlled medicine in the {country}: {schedule}"
