"""What is found, in words: for the terminal and for screens."""

from collections.abc import Mapping

from medself.interactions.about import About
from medself.interactions.check import Finding, Findings
from medself.interactions.identify import Known, Unknown
from medself.library.basics import Source
from medself.library.problems_table import Severity

NOTHING = (
    "Nothing in our table about these. That does not mean there is no problem. Ask a pharmacist."
)
KEEP_ON = "Do not stop or change a medicine on your own because of this. Ask first."
TITLES: Mapping[Severity, str] = {
    "avoid": "a known problem, not to be mixed",
    "serious": "a known problem, only with your team's knowledge",
    "caution": "good to know, and to mention",
}
GROUPS: Mapping[Severity, str] = {
    "avoid": "Not to be mixed",
    "serious": "Only with your team's knowledge",
    "caution": "Good to know, and to mention",
}
NOT_ALL = (
    "What is not named here can still be a problem: our table does not hold everything. "
    "Ask a pharmacist before you add anything."
)
WHOSE = {"us": "US advice.", "uk": "UK advice."}


def title(one: Finding) -> str:
    """Name the two and say how much it matters."""
    names = one.a if one.a == one.b else f"{one.a} and {one.b}"
    return f"{names[:1].upper()}{names[1:]}: {TITLES[one.severity]}"


def said(one: Finding) -> list[str]:
    """Say why, what to do, who is more at risk and whose advice it is; each a sentence or more."""
    risk = f"More likely with: {one.who_more_at_risk}." if one.who_more_at_risk else ""
    return [text for text in (one.why, one.action, risk, WHOSE.get(one.region, "")) if text]


def beside(one: About) -> tuple[str, str, str]:
    """Name what a medicine is a problem beside; say why and what to do; say where that was read."""
    names = ", ".join(one.others)
    sources = "; ".join(
        f"{source.publisher}: {source.title}, {source.section}, read on {source.read_on}"
        for source in one.finding.sources
    )
    return f"{names[:1].upper()}{names[1:]}.", " ".join(said(one.finding)), f"Source: {sources}."


def source_line(source: Source) -> str:
    """Name a source, where in it, and when it or a copy of it was read."""
    read = "read in a copy" if source.seen_at else "read"
    return (
        f"{source.publisher}: {source.title}, {source.section}. {source.url}"
        f" ({read} on {source.read_on})"
    )


def read_as(known: Known) -> str:
    """Say what a misspelt name was taken for."""
    return f"We read “{known.asked}” as {known.name}."


def not_known(unknown: Unknown) -> str:
    """Say that a name is not known, with what it may have meant."""
    if unknown.name:
        return f"Our table has nothing on {unknown.name} yet. Ask a pharmacist."
    meant = f" Did you mean {' or '.join(unknown.suggestions)}?" if unknown.suggestions else ""
    return f"We do not know “{unknown.asked}”.{meant} Ask a pharmacist about it."


def in_words(found: Findings) -> list[str]:
    """Say everything that was found, and what was not; one line each."""
    lines = [read_as(known) for known in found.known if known.misspelt]
    for one in found.findings:
        lines += [title(one), *(f"  {text}" for text in said(one))]
        lines += [f"  Source: {source_line(source)}" for source in one.sources]
    lines += [KEEP_ON] if found.findings else [NOTHING]
    return lines + [not_known(unknown) for unknown in found.unknown]
