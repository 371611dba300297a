"""Explainers, groups, topics and lists: read, checked, joined up, searched, names resolved."""

from medself.library.library import Library, load
from medself.library.names import Resolution

__all__ = ["Library", "Resolution", "load"]
