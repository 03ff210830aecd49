"""A company that fails is left alone for a while, so that nobody waits for it at every letter they type."""

from __future__ import annotations

from django.core.cache import cache

from almanac.places.providers.base import REQUEST_REFUSED, ProviderDown

REST_SECONDS = 60
FAILURES = 3  # within a minute; one slow answer is no reason yet
AT_ONCE = frozenset({"key_refused", "over_quota"})  # asking again changes nothing
NEVER = frozenset({REQUEST_REFUSED})  # it answers: or three strange requests would take it from everybody


def is_resting(company: str) -> bool:
    """Whether it is not to be asked now."""
    return cache.get(_name(company, "rests")) is not None


def failed(company: str, down: ProviderDown) -> bool:
    """Remember a failure; tells whether the company rests from now on. Processes that fail at the same instant may count one
    too few: it then rests one failure later."""
    if down.why in NEVER:
        return False
    counter = _name(company, "failures")
    failures = int(cache.get(counter, 0)) + 1
    rests = down.why in AT_ONCE or failures >= FAILURES
    if rests:
        cache.delete(counter)
        cache.set(_name(company, "rests"), True, timeout=REST_SECONDS)
    else:
        cache.set(counter, failures, timeout=REST_SECONDS)
    return rests


def _name(company: str, what: str) -> str:
    return f"places:{company}:{what}"
