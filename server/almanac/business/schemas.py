"""What the API says about businesses."""

from __future__ import annotations

from typing import Any, Self
from uuid import UUID

from ninja import Schema

from almanac.business.models import Business
from almanac.kit.localized import text_in


class BusinessOut(Schema):
    """A business as visitors see it, in one language."""

    id: UUID
    slug: str
    name: str
    tagline: str
    staff_word: str
    currency: str
    zone: str
    languages: list[str]
    accent: str
    phone: str
    email: str
    visits_at_customer: bool

    @classmethod
    def of(cls, business: Business, language: str) -> Self:
        return cls(
            id=business.id,
            slug=business.slug,
            name=business.name,
            tagline=text_in(business.tagline, language),
            staff_word=text_in(business.staff_word, language),
            currency=business.currency,
            zone=business.zone,
            languages=business.languages,
            accent=business.accent,
            phone=business.phone,
            email=business.email,
            visits_at_customer=business.visits_at_customer,
        )


class SettingsOut(Schema):
    """One group of settings; `revision` goes back in If-Match."""

    group: str
    values: dict[str, Any]
    revision: int


class SettingsIn(Schema):
    values: dict[str, Any]
