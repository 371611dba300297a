"""The same work without a browser, for people who like a terminal and for other programs.

A command imports what it needs when it runs, so that the light ones start at once.
"""

from medself.cli import bring_in, check, coverage, demo, keep, questions, score, summary, take_out
from medself.cli.base import main

__all__ = [
    "bring_in",
    "check",
    "coverage",
    "demo",
    "keep",
    "main",
    "questions",
    "score",
    "summary",
    "take_out",
]
