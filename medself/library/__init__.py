"""Explainers, groups, topics and lists: read, checked, joined up, searched, names resolved."""

from medself.library.explainer import Explainer, Section, explain
from medself.library.library import Library, load
from medself.library.names import Resolution
from medself.library.search import Hit

__all__ = ["Explainer", "Hit", "Library", "Resolution", "Section", "explain", "load"]
