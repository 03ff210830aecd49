"""Reads of what people know well."""

from __future__ import annotations

from django.db.models import QuerySet

from almanac.people.models import Expertise


def expertise_of(business_slug: str) -> QuerySet[Expertise]:
    """What people of a business may be found by, in its order."""
    return Expertise.objects.filter(business__slug=business_slug, business__archived_at=None, archived_at=None)
