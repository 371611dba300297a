"""Record ids: UUID version 7 (RFC 9562 section 5.7), so that ids sort by the moment they were made."""

import secrets
import time
import uuid


def new_id() -> str:
    """Make a new id. It is made before the write, so that writing it twice is harmless."""
    milliseconds = time.time_ns() // 1_000_000
    value = (milliseconds & 0xFFFF_FFFF_FFFF) << 80 | secrets.randbits(80)
    value = value & ~(0xF000 << 64) | 0x7000 << 64
    value = value & ~(0xC000 << 48) | 0x8000 << 48
    return str(uuid.UUID(int=value))
