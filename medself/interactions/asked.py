"""A search that names two things or more, such as "can I take ibuprofen with lithium"."""

import re

from medself.interactions.check import Findings, among, check
from medself.interactions.identify import Known, identities
from medself.library import Library

_BETWEEN = re.compile(r"[,;+&/]|\b(?:and|with|plus|or)\b", re.IGNORECASE)
MOST = 6
"""Names of a search that are looked at together."""


def asked_together(text: str, library: Library) -> Findings | None:
    """Return the known problems between the things a search names; None when it names fewer than two.

    In a list of nothing but names, nothing found is an answer too. In a sentence it is not: a word
    may have been meant otherwise, so that None is returned.

    Raises:
        ContentError: the table, or a page it needs, is missing or broken.
    """
    for names in (_BETWEEN.split(text), text.split()):
        listed = [name for name in names if name.strip()][: MOST + 1]
        if 1 < len(listed) <= MOST and all(_is_known(name, library) for name in listed):
            found = check(listed, library)
            return found if len({one.id for one in found.known}) > 1 else None
    known = identities(library)
    ids = [*(hit.id for hit in library.find(text) if hit.name), *known.in_text(text)]
    found = among(
        [Known(text, id_, known.called(id_)) for id_ in dict.fromkeys(ids)][:MOST], library
    )
    return found if found.findings else None


def _is_known(name: str, library: Library) -> bool:
    found = identities(library).find(name)
    return isinstance(found, Known) and not found.misspelt
