"""medself: understand your medicines, keep an honest record, get ready for an appointment."""

__version__ = "0.1.0"
