"""Rate limits: a fixed window counted in the cache, so that it holds over several processes and machines."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.core.cache import cache
from django.db import transaction

from almanac.kit.clock import epoch
from almanac.kit.errors import TooManyRequests


@dataclass(frozen=True, slots=True)
class Limit:
    """At most `count` of `what` in each window of `seconds` per key."""

    what: str
    count: int
    seconds: int


def spend(limit: Limit, key: str, *, now: datetime) -> None:
    """Count one use of `limit` by `key` (hashed: it may be an address). Raises TooManyRequests over the limit."""
    if settings.RATE_LIMITS_LIFTED:
        return
    window, elapsed = divmod(epoch(now), limit.seconds)
    used = _count(_name(limit, key, window), limit.seconds)
    if used > limit.count:
        raise TooManyRequests(retry_after_seconds=limit.seconds - elapsed)


def check(limit: Limit, key: str, *, now: datetime) -> None:
    """Whether `spend` would still let `key` pass, without counting. Raises TooManyRequests where it would not."""
    if settings.RATE_LIMITS_LIFTED:
        return
    window, elapsed = divmod(epoch(now), limit.seconds)
    if cache.get(_name(limit, key, window), 0) >= limit.count:
        raise TooManyRequests(retry_after_seconds=limit.seconds - elapsed)


def _name(limit: Limit, key: str, window: int) -> str:
    digest = hashlib.blake2b(f"{settings.SECRET_KEY}{key}".encode(), digest_size=12).hexdigest()
    return f"rate:{limit.what.replace(' ', '_')}:{digest}:{window}"


def _count(name: str, seconds: int) -> int:
    """Add one and tell the sum. The database cache reads, then writes; its transaction makes that one step."""
    if not settings.CACHE_IN_DATABASE:
        return _add(name, seconds)
    with transaction.atomic(using="ephemeral"):
        return _add(name, seconds)


def _add(name: str, seconds: int) -> int:
    if cache.add(name, 1, timeout=seconds * 2):
        return 1
    used = int(cache.incr(name))
    cache.touch(name, timeout=seconds * 2)  # the database cache's `incr` forgets the time-out: five minutes then
    return used
