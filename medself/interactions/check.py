"""The known problems between several names: each pair once, by the row that fits it most closely."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import combinations

from medself.interactions.identify import Identities, Known, Unknown, identities
from medself.library import Library
from medself.library.basics import Region, Source
from medself.library.problems_table import Row, Severity, Table, listed, source_of, table

SEVERITIES: tuple[Severity, ...] = ("avoid", "serious", "caution")
TWICE = "twice"


@dataclass(frozen=True, kw_only=True)
class Finding:
    """A known problem of a pair.

    `a` and `b` are what the two are called, in the order of the alphabet; `row` is the row's id, or
    "twice" for one medicine named twice, which has no sources: that is our own rule. `region` is whose
    advice it is; "any" where authorities agree. `gap_days` are days by what was taken first.
    """

    row: str
    a: str
    b: str
    severity: Severity
    why: str
    action: str
    who_more_at_risk: str = ""
    region: Region = "any"
    gap_days: tuple[tuple[str, int], ...] = ()
    sources: tuple[Source, ...] = ()


@dataclass(frozen=True)
class Findings:
    """What the table holds on several names: the worst first.

    `unknown` are names it has nothing on, `known` the others; both in the order asked.
    """

    findings: tuple[Finding, ...]
    unknown: tuple[Unknown, ...]
    known: tuple[Known, ...]


def check(names: Iterable[str], library: Library) -> Findings:
    """Return the known problems between the things named.

    Args:
        names: as people write them: generic, brand, lay word, US or UK, misspelt.
        library: whose table is used.

    Raises:
        ContentError: the table, or a page it needs, is missing or broken.
    """
    asked = [identities(library).find(name) for name in names if name.strip()]
    known = [each for each in asked if isinstance(each, Known)]
    return among(known, library, tuple(each for each in asked if isinstance(each, Unknown)))


def among(known: Sequence[Known], library: Library, unknown: tuple[Unknown, ...] = ()) -> Findings:
    """Return the known problems between things that are understood already. See `check`."""
    rules = rules_of(library)
    found = {pair: rules.between(*pair) for pair in combinations(sorted({k.id for k in known}), 2)}
    findings = [rules.finding(row, *pair) for pair, row in found.items() if row]
    findings += _twice([one for one in known if rules.identities.is_one_medicine(one.id)])
    findings.sort(key=lambda one: (SEVERITIES.index(one.severity), one.a, one.b))
    return Findings(tuple(findings), unknown, tuple(known))


class Rules:
    """The rows of a library, ready for looking up."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self.identities: Identities = identities(library)
        self._fits: dict[str, tuple[dict[str, int], dict[str, int]]] = {}

    @cached_property
    def _table(self) -> Table:
        return table(self._library)

    @cached_property
    def _naming(self) -> tuple[Mapping[str, list[str]], Mapping[str, list[str]]]:
        """The rows that name a kind on their `a` side and on their `b` side, by kind."""
        left: defaultdict[str, list[str]] = defaultdict(list)
        right: defaultdict[str, list[str]] = defaultdict(list)
        for row in self._table.pairings.values():
            for side, wanted in ((left, row.a), (right, row.b)):
                for kind in listed(wanted):
                    side[kind].append(row.id)
        return left, right

    def between(self, a: str, b: str) -> Row | None:
        """Return the row that fits two ids most closely; of two as close, the more severe one."""
        (a_left, a_right), (b_left, b_right) = self._sides(a), self._sides(b)
        away: dict[str, int] = {}
        for left, right in ((a_left, b_right), (b_left, a_right)):
            for row in left.keys() & right.keys():
                away[row] = min(away.get(row, 99), left[row] + right[row])
        pairings = self._table.pairings
        rows = sorted(away, key=lambda r: (away[r], SEVERITIES.index(pairings[r].severity), r))
        return self._table.rows[rows[0]] if rows else None

    def finding(self, row: Row, a: str, b: str) -> Finding:
        """Return what a row says of two ids."""
        names = (self.identities.called(a), self.identities.called(b))
        first, second = sorted(names, key=str.casefold)
        return Finding(
            row=row.id,
            a=first,
            b=second,
            severity=row.severity,
            why=row.why,
            action=row.action,
            who_more_at_risk=row.who_more_at_risk or "",
            region=row.region,
            gap_days=tuple(row.gap_days.items()),
            sources=tuple(source_of(self._library, ref) for ref in listed(row.source)),
        )

    def _sides(self, id_: str) -> tuple[dict[str, int], dict[str, int]]:
        """Return the rows that fit an id on their `a` side and on their `b` side, with how closely."""
        if id_ not in self._fits:
            left: dict[str, int] = {}
            right: dict[str, int] = {}
            for kind, away in self.identities.kinds(id_).items():
                for side, rows in zip((left, right), self._naming, strict=True):
                    for row in rows.get(kind, ()):
                        side[row] = min(side.get(row, away), away)
            self._fits[id_] = left, right
        return self._fits[id_]


@lru_cache(maxsize=2)
def rules_of(library: Library) -> Rules:
    """Return the rows of a library, ready for looking up."""
    return Rules(library)


def _twice(known: Sequence[Known]) -> list[Finding]:
    ids = [each.id for each in known]
    return [
        Finding(
            row=TWICE,
            a=name,
            b=name,
            severity="caution",
            why="The same medicine is named twice. Two names can stand for one medicine.",
            action="Ask your pharmacist if you are meant to take both.",
        )
        for id_, name in {each.id: each.name for each in known}.items()
        if ids.count(id_) > 1
    ]
