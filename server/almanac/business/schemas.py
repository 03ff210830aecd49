"""What the API says about businesses."""

from __future__ import annotations

from typing import Annotated, Any, Self
from uuid import UUID

from ninja import Schema
from pydantic import Field

from almanac.business.actions.brand import BrandWish
from almanac.business.described import SettingField, SettingKind, fields_of
from almanac.business.models import Business, Location
from almanac.business.queries import StoredGroup
from almanac.business.setting_parts import Unit
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
    logo_url: str
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
            logo_url=business.logo_url,
            phone=business.phone,
            email=business.email,
            visits_at_customer=business.visits_at_customer,
        )


Words = Annotated[
    dict[Annotated[str, Field(max_length=12)], Annotated[str, Field(max_length=5_000)]], Field(max_length=12)
]
Line = Annotated[str, Field(max_length=500)]


class BrandIn(Schema):
    """All of a brand, texts in every language. `accent` is a colour such as #1D6B57, `logo_url` a picture sent before."""

    name: Line
    tagline: Words = Field(default_factory=dict)
    staff_word: Words = Field(default_factory=dict)
    accent: Line
    logo_url: Line = ""
    phone: Line = ""
    email: Line = ""
    languages: Annotated[list[Annotated[str, Field(max_length=12)]], Field(max_length=20)]

    def wish(self) -> BrandWish:
        return BrandWish(**self.dict())


class BrandOut(Schema):
    """A brand as its editors see it; `revision` goes back in If-Match. Currency, zone and prefix never change."""

    slug: str
    name: str
    tagline: dict[str, str]
    staff_word: dict[str, str]
    accent: str
    logo_url: str
    phone: str
    email: str
    languages: list[str]
    currency: str
    zone: str
    order_prefix: str
    visits_at_customer: bool
    revision: int

    @classmethod
    def of(cls, business: Business) -> Self:
        return cls(**{name: getattr(business, name) for name in cls.model_fields})


class SettingFieldOut(Schema):
    """One setting as a form shows it. `minimum` and `maximum` bound a number or each of several, `most` is how many there
    may be; `optional`: null means no limit; `parts` are the numbers of a row."""

    name: str
    kind: SettingKind
    unit: Unit | None
    default: Any
    minimum: int | None
    maximum: int | None
    most: int | None
    optional: bool
    lines: bool
    choices: list[str]
    parts: list[SettingFieldOut]

    @classmethod
    def of(cls, field: SettingField) -> Self:
        plain = {name: getattr(field, name) for name in cls.model_fields if name != "parts"}
        return cls(**plain, parts=[cls.of(part) for part in field.parts])


class SettingsGroupOut(Schema):
    """One group of settings with what its form needs; `revision` goes back in If-Match."""

    group: str
    values: dict[str, Any]
    revision: int
    fields: list[SettingFieldOut]

    @classmethod
    def of(cls, stored: StoredGroup) -> Self:
        kind = type(stored.values)
        return cls(
            group=kind.group,
            values=stored.values.model_dump(mode="json"),
            revision=stored.revision,
            fields=[SettingFieldOut.of(field) for field in fields_of(kind)],
        )


class WidgetOut(Schema):
    """Where a business lets its booking journey be shown: `https://example.com`."""

    sites: list[str]


class SettingsOut(Schema):
    """One group of settings; `revision` goes back in If-Match."""

    group: str
    values: dict[str, Any]
    revision: int


class SettingsIn(Schema):
    values: dict[str, Any]


class PlaceOut(Schema):
    """A place of a business, for services that happen there."""

    id: UUID
    name: str
    address_line: str
    postcode: str
    zone: str
    phone: str

    @classmethod
    def of(cls, place: Location) -> Self:
        return cls(
            id=place.pk,
            name=place.name,
            address_line=place.address_line,
            postcode=place.postcode,
            zone=place.zone,
            phone=place.phone,
        )
