"""Everything the table holds about one medicine, with what it is a problem beside."""

from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache

from medself.interactions.check import SEVERITIES, Finding, Rules, rules_of
from medself.library import Library
from medself.library.problems_table import Row


@dataclass(frozen=True)
class About:
    """One known problem of a medicine. `others` are the names of what it is a problem beside, by the alphabet."""

    finding: Finding
    others: tuple[str, ...]


@lru_cache(maxsize=50)
def about(slug: str, library: Library) -> tuple[About, ...]:
    """Return the known problems of a medicine beside everything else we know, the worst first.

    Each pair is answered by one row, as in `check`; pairs that the same row answers stand together.

    Raises:
        ContentError: the table, or a page it needs, is missing or broken.
    """
    rules = rules_of(library)
    rows: dict[str, Row] = {}
    others: defaultdict[str, list[str]] = defaultdict(list)
    for other in rules.identities.every:
        row = rules.between(slug, other) if other != slug else None
        if row:
            rows[row.id] = row
            others[row.id].append(other)
    found = [
        About(rules.finding(row, slug, others[id_][0]), _names(rules, others[id_]))
        for id_, row in rows.items()
    ]
    found.sort(key=lambda one: (SEVERITIES.index(one.finding.severity), one.others))
    return tuple(found)


def _names(rules: Rules, ids: list[str]) -> tuple[str, ...]:
    return tuple(sorted((rules.identities.called(id_) for id_ in ids), key=str.casefold))
