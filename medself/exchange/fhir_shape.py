"""Reach into FHIR JSON that may be of any age and any quality: what is not there is empty, never an error."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from medself.errors import InvalidRecord

Json = Mapping[str, Any]

# Beyond any number a clinic writes; 1e308 and whole numbers of a thousand digits are damage.
_HUGE = 1e9
_DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")


def dicts(value: object) -> list[Json]:
    """Return the objects of a list; an object alone is a list of one, anything else is empty."""
    items = value if isinstance(value, list) else [value]
    return [item for item in items if isinstance(item, dict)]


def first(value: object) -> Json:
    """Return the first object of a list, or the object itself, or an empty one."""
    return next(iter(dicts(value)), {})


def text(value: object) -> str:
    """Return a string without space around it; anything else is empty."""
    return value.strip() if isinstance(value, str) else ""


def said(concept: object) -> str:
    """Return a CodeableConcept in words: its text, else the first display of its codes."""
    holder = first(concept)
    displays = (text(code.get("display")) for code in dicts(holder.get("coding")))
    return text(holder.get("text")) or next(filter(None, displays), "")


def codes(concept: object) -> list[dict[str, str]]:
    """Return the codes of a CodeableConcept as they stand, to be passed through."""
    kept = ("system", "code", "display")
    return [
        {key: text(code.get(key)) for key in kept if text(code.get(key))}
        for code in dicts(first(concept).get("coding"))
    ]


def day_of(value: object) -> str:
    """Return the date as written: YYYY, YYYY-MM or YYYY-MM-DD without its time; empty when there is none."""
    match = _DATE.match(text(value))
    return match[0] if match else ""


def moment(value: object, zone: str) -> datetime:
    """Return a FHIR dateTime as the time on the person's clock.

    A time in UTC is moved to `zone` (servers write UTC); with another offset the clock of the clinic
    stands as it is; a date alone becomes noon.

    Raises:
        InvalidRecord: there is no full date, or it cannot be read.
    """
    written = text(value)
    try:
        read = datetime.fromisoformat(written)
        if read.tzinfo is not None and not read.utcoffset():
            read = read.astimezone(ZoneInfo(zone))
    except (ValueError, OverflowError) as error:
        what = f"“{written[:40]}” is not a full date." if written else "It has no date."
        raise InvalidRecord(what) from error
    if len(written) <= len("2026-11-02"):
        read = read.replace(hour=12)
    return read.replace(tzinfo=None, microsecond=0)


def number(holder: Json) -> float | None:
    """Return the number of a `value[x]`: quantity, integer, decimal or digits in a string."""
    quantity = first(holder.get("valueQuantity")).get("value")
    for value in (quantity, holder.get("valueInteger"), holder.get("valueDecimal")):
        if isinstance(value, int | float) and not isinstance(value, bool) and abs(value) < _HUGE:
            return value
    written = text(holder.get("valueString"))
    return float(written) if re.fullmatch(r"\d{1,6}(\.\d{1,6})?", written) else None


@dataclass
class Contents:
    """The resources of a file, and where a reference leads."""

    resources: list[tuple[str, Json]] = field(default_factory=list)
    kinds: Counter[str] = field(default_factory=Counter)
    _known: dict[str, Json] = field(default_factory=dict)

    def find(self, reference: str, within: Json) -> Json:
        """Follow a reference: `#contained`, a full address or `Kind/id`; empty when it leads nowhere."""
        if reference.startswith("#"):
            inside = dicts(within.get("contained"))
            return next((item for item in inside if item.get("id") == reference[1:]), {})
        versionless = reference.partition("/_history/")[0]
        tail = "/".join(versionless.split("/")[-2:])
        return self._known.get(versionless) or self._known.get(tail, {})

    def add(self, where: str, resource: Json, address: str) -> None:
        """Take a resource in under its address and its `Kind/id`."""
        kind = text(resource.get("resourceType")) or "nothing named"
        self.kinds[kind] += 1
        self.resources.append((where, resource))
        for name in filter(None, (address, f"{kind}/{resource.get('id')}")):
            self._known.setdefault(name, resource)


def unpack(content: object) -> Contents:
    """Take the resources out of a Bundle of any type, a list, NDJSON or a single resource."""
    contents = Contents()
    for where, resource, address in _walk(content):
        contents.add(where, resource, address)
    return contents


def _walk(content: object) -> Iterator[tuple[str, Json, str]]:
    waiting: list[tuple[object, str]] = [(content, "")]
    number_found = 0
    while waiting:
        item, address = waiting.pop()
        if isinstance(item, list):
            waiting.extend((part, "") for part in reversed(item))
        elif isinstance(item, dict) and item.get("resourceType") == "Bundle":
            entries = dicts(item.get("entry"))
            waiting.extend((e.get("resource"), text(e.get("fullUrl"))) for e in reversed(entries))
        elif isinstance(item, dict):
            number_found += 1
            kind = text(item.get("resourceType")) or "entry"
            yield f"{kind} {text(item.get('id')) or number_found}", item, address
