"""How bytes are locked before they reach the disk: the one place encryption will be put in."""

from typing import Protocol


class Seal(Protocol):
    """Turns readable bytes into what is stored, and back."""

    def close(self, data: bytes) -> bytes:
        """Return the bytes to store."""
        ...

    def open(self, data: bytes) -> bytes:
        """Return the readable bytes; raises `ValueError` for bytes this seal did not make."""
        ...


class PlainSeal:
    """No encryption: what is stored is what can be read."""

    def close(self, data: bytes) -> bytes:
        """Return `data` as it is."""
        return data

    def open(self, data: bytes) -> bytes:
        """Return `data` as it is."""
        return data
