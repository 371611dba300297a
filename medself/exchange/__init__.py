"""Bring in what other programs wrote, and take everything out again."""

from collections.abc import Callable, Mapping
from zoneinfo import available_timezones

from medself.errors import CannotImport
from medself.exchange.rows import Reading, Refused
from medself.exchange.sniff import recognise

__all__ = ["Reading", "Refused", "read"]


def _unknown(_: str) -> None:
    return None


def read(
    name: str,
    data: bytes,
    *,
    zone: str = "UTC",
    moods: Mapping[str, int] | None = None,
    resolve: Callable[[str], str | None] = _unknown,
) -> Reading:
    """Read a file that another program or medself wrote. Writes nothing.

    Args:
        name: the file's name, for sentences; its kind is told by its content.
        data: all its bytes.
        zone: the time zone (IANA) the person lives in.
        moods: levels (1 best to 5 worst) for the person's own mood words.
        resolve: gives the explainer's slug for a medicine's name, or nothing.

    Raises:
        CannotImport: with a sentence, when the file as a whole cannot be read.
    """
    from medself.exchange import daylio_csv, daylio_in, fhir_in, json_copy

    if zone not in available_timezones():
        raise CannotImport(f"We do not know the time zone “{zone[:60]}”. Example: Europe/London.")
    found = recognise(name, data)
    if found.kind == "fhir":
        return fhir_in.read(found.content, zone=zone, resolve=resolve)
    if found.kind == "daylio":
        return daylio_in.read_backup(found.content, zone=zone, moods=moods or {})
    if found.kind == "daylio-csv":
        return daylio_csv.read_csv(found.content, zone=zone, moods=moods or {})
    return json_copy.read(found.content)
