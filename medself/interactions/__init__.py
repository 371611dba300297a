"""Known problems between things a person takes: names in, findings out, by the table in content/.

Pure given the library. It never says that two things go well together: only what the table holds.
"""

from medself.interactions.about import About, about
from medself.interactions.asked import asked_together
from medself.interactions.check import Finding, Findings, check
from medself.interactions.identify import Known, Unknown, things_in
from medself.interactions.words import NOTHING, in_words, source_line

__all__ = [
    "NOTHING",
    "About",
    "Finding",
    "Findings",
    "Known",
    "Unknown",
    "about",
    "asked_together",
    "check",
    "in_words",
    "source_line",
    "things_in",
]
