"""Times for showing, and ids that rise even when the clock goes back.

No decision rests on a time: clocks of laptops are wrong (see ``revisions``).
"""

import os
import threading
import time
from datetime import UTC, datetime

_guard = threading.Lock()
_last = 0

_RANDOM_BITS = 74
_RANDOM = (1 << _RANDOM_BITS) - 1


def now() -> str:
    """Return the present time as RFC 3339 in UTC with milliseconds and ``Z``."""
    return stamp(time.time_ns() // 1_000_000)


def stamp(unix_ms: int) -> str:
    """Write milliseconds since 1970 as RFC 3339.

    >>> stamp(0)
    '1970-01-01T00:00:00.000Z'
    """
    seconds, millis = divmod(unix_ms, 1000)
    return f"{datetime.fromtimestamp(seconds, UTC):%Y-%m-%dT%H:%M:%S}.{millis:03d}Z"


def new_id() -> str:
    """Return ``urn:uuid:`` with a UUIDv7 (RFC 9562, 5.7), above every earlier one.

    When the clock stands still or goes back, the last id is counted up by a random step
    (RFC 9562, 6.2, method 2), so ids stay unique and rising within one process.
    """
    global _last  # noqa: PLW0603 - one row of ids for the whole process
    fresh = ((time.time_ns() // 1_000_000) << _RANDOM_BITS) | _random(_RANDOM_BITS)
    with _guard:
        _last = fresh if fresh > _last else _last + 1 + _random(32)
        value = _last
    return _as_urn(value)


def _as_urn(value: int) -> str:
    """Spread 48 bits of time and 74 random bits around the version and variant."""
    millis, rest = value >> _RANDOM_BITS, value & _RANDOM
    high, low = rest >> 62, rest & ((1 << 62) - 1)
    number = (millis << 80) | (0x7 << 76) | (high << 64) | (0b10 << 62) | low
    digits = f"{number:032x}"
    parts = (digits[:8], digits[8:12], digits[12:16], digits[16:20], digits[20:])
    return "urn:uuid:" + "-".join(parts)


def _random(bits: int) -> int:
    """Return so many random bits of the system; ``secrets`` would load OpenSSL."""
    return int.from_bytes(os.urandom(bits // 8 + 1), "big") >> (8 - bits % 8)
