"""The visit page: one frozen Summary, and the same facts as PDF, plain text and JSON."""

from medself.visit.as_json import as_json
from medself.visit.build import build, next_visit, since_last_visit
from medself.visit.choice import Choice
from medself.visit.paper import PAPERS, Paper
from medself.visit.pdf import pdf
from medself.visit.summary import Summary
from medself.visit.text import text

__all__ = [
    "PAPERS",
    "Choice",
    "Paper",
    "Summary",
    "as_json",
    "build",
    "next_visit",
    "pdf",
    "since_last_visit",
    "text",
]
