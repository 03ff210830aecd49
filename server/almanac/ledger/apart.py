"""Subjects whose movements are of test money, and the books without them or of them alone (docs/algorithms/ledger.md)."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import Q

from almanac.ledger.models import Apart


def set_apart(subjects: Iterable[str]) -> None:
    """All movements about these, also those to come, are of test money. Doing it twice changes nothing."""
    Apart.objects.bulk_create((Apart(subject=each) for each in subjects), ignore_conflicts=True)


def is_apart(subject: str) -> bool:
    """Whether they are. One SQL query."""
    return Apart.objects.filter(pk=subject).exists()


def entries_of(apart: bool | None, *, prefix: str = "") -> Q:
    """Narrows entries to those of test money (True), of real money (False), or not at all (None); `prefix` is the way to the
    entry, such as "entry__"."""
    if apart is None:
        return Q()
    found = Q(**{f"{prefix}subject__in": Apart.objects.values("subject")})
    return found if apart else ~found
