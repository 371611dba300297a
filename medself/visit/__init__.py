"""The visit page: one frozen Summary, and the same facts as PDF, plain text and JSON."""

from medself.visit.as_json import as_json
from medself.visit.pdf import pdf
from medself.visit.summary import Summary
from medself.visit.text import text

__all__ = ["Summary", "as_json", "pdf", "text"]
