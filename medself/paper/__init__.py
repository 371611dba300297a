"""Pages of the library on paper: one page, or a pack of them for a family. No record comes near it."""

from medself.paper.pack import pack

__all__ = ["pack"]
