"""What the API says about staff members to those who look after them, and to themselves."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal, Self
from uuid import UUID

from django.conf import settings
from ninja import Schema
from pydantic import AfterValidator, Field, StringConstraints

from almanac.kit.actor import Actor
from almanac.kit.exports import Column
from almanac.kit.localized import LocalizedText, text_in
from almanac.kit.text import many_lines, one_line
from almanac.kit.titles import BUSINESS, EMAIL, NAME, STATE
from almanac.kit.zones import known_zone
from almanac.people.actions.staff import StaffWish
from almanac.people.models import StaffMember
from almanac.people.permissions import can_edit_staff, can_feature_staff, can_keep_staff

LONGEST_TITLE, LONGEST_BIOGRAPHY = 120, 4000


def _title(text: dict[str, str]) -> dict[str, str]:
    return _localized({code: one_line(words) for code, words in text.items()}, LONGEST_TITLE)


def _biography(text: dict[str, str]) -> dict[str, str]:
    return _localized({code: many_lines(words) for code, words in text.items()}, LONGEST_BIOGRAPHY)


def _localized(text: dict[str, str], longest: int) -> dict[str, str]:
    if unknown := text.keys() - dict(settings.LANGUAGES).keys():
        raise ValueError(f"We do not speak {', '.join(sorted(unknown))} yet.")
    if any(len(words) > longest for words in text.values()):
        raise ValueError(f"At most {longest} characters in each language, please.")
    return {code: words for code, words in text.items() if words}


Name = Annotated[str, AfterValidator(one_line), StringConstraints(min_length=1, max_length=200)]
Title = Annotated[dict[str, str], AfterValidator(_title)]
Biography = Annotated[dict[str, str], AfterValidator(_biography)]


class StaffWanted(Schema):
    """Which records: part of a name, a business (its slug), active or archived."""

    text: Annotated[str, Field(max_length=100)] = ""
    business: Annotated[str, Field(max_length=50)] = ""
    state: Literal["active", "archived", "all"] = "active"


class StaffAddIn(Schema):
    business: Annotated[str, Field(max_length=50)]
    name: Name


class StaffAddedOut(Schema):
    """Whoever was added; the record is a question of its own, for a manager's scope is read anew with each request."""

    id: UUID
    slug: str


class StaffIn(Schema):
    """The whole record as it is to be; `is_featured` may be left out."""

    name: Name
    title: Title
    biography: Biography
    zone: Annotated[str, AfterValidator(known_zone)]
    location_id: UUID | None
    is_bookable: bool
    languages: Annotated[list[Annotated[str, Field(max_length=3)]], Field(max_length=20)]
    expertise: Annotated[list[Annotated[str, Field(max_length=50)]], Field(max_length=20)]
    is_featured: bool | None = None

    def wish(self) -> StaffWish:
        return StaffWish(**self.model_dump())


class BiographyIn(Schema):
    biography: Biography


class StaffCan(Schema):
    """What the reader may do with this record."""

    keep: bool  # change all of it, archive it
    tell: bool  # photo and biography
    feature: bool


class StaffAccountOut(Schema):
    """The account somebody signs in with."""

    user_id: UUID
    email: str
    is_active: bool


class StaffRecordOut(Schema):
    """A whole record; `revision` goes back in If-Match."""

    id: UUID
    slug: str
    name: str
    title: LocalizedText
    biography: LocalizedText
    photo_url: str
    business: str
    business_name: str
    zone: str
    location_id: UUID | None
    location: str
    is_bookable: bool
    is_featured: bool
    languages: list[str]
    expertise: list[str]
    archived_at: datetime | None
    account: StaffAccountOut | None
    can: StaffCan
    revision: int

    @classmethod
    def of(cls, staff: StaffMember, actor: Actor) -> Self:
        user = staff.user
        return cls(
            id=staff.pk,
            slug=staff.slug,
            name=staff.name,
            title=staff.title,
            biography=staff.biography,
            photo_url=staff.photo_url,
            business=staff.business.slug,
            business_name=staff.business.name,
            zone=staff.zone,
            location_id=staff.location_id,
            location=staff.location.name if staff.location else "",
            is_bookable=staff.is_bookable,
            is_featured=staff.is_featured,
            languages=staff.languages,
            expertise=sorted(known.slug for known in staff.expertise.all()),
            archived_at=staff.archived_at,
            account=StaffAccountOut(user_id=user.pk, email=user.email, is_active=user.is_active) if user else None,
            can=StaffCan(
                keep=can_keep_staff(actor, staff.pk),
                tell=can_edit_staff(actor, staff.pk),
                feature=can_feature_staff(actor),
            ),
            revision=staff.revision,
        )


TITLE = {"en": "Title", "uk": "Посада", "es": "Puesto", "fr": "Fonction", "de": "Tätigkeit"}
PLACE = {"en": "Based at", "uk": "Місце", "es": "Lugar", "fr": "Lieu", "de": "Standort"}
LANGUAGES = {"en": "Languages", "uk": "Мови", "es": "Idiomas", "fr": "Langues", "de": "Sprachen"}
STATES: dict[str, LocalizedText] = {
    "archived": {"en": "Archived", "uk": "В архіві", "es": "Archivado", "fr": "Archivé", "de": "Archiviert"},
    "bookable": {
        "en": "Can be booked",
        "uk": "Можна забронювати",
        "es": "Se puede reservar",
        "fr": "Réservable",
        "de": "Buchbar",
    },
    "hidden": {
        "en": "Cannot be booked",
        "uk": "Не можна забронювати",
        "es": "No se puede reservar",
        "fr": "Non réservable",
        "de": "Nicht buchbar",
    },
}


def state_of(staff: StaffMember) -> str:
    if staff.archived_at:
        return "archived"
    return "bookable" if staff.is_bookable else "hidden"


def staff_columns(language: str) -> list[Column[StaffMember]]:
    """The list as a file."""
    return [
        Column(NAME, lambda staff: staff.name),
        Column(TITLE, lambda staff: text_in(staff.title, language)),
        Column(BUSINESS, lambda staff: staff.business.name),
        Column(PLACE, lambda staff: staff.location.name if staff.location else ""),
        Column(EMAIL, lambda staff: staff.user.email if staff.user else ""),
        Column(LANGUAGES, lambda staff: ", ".join(staff.languages)),
        Column(STATE, lambda staff: text_in(STATES[state_of(staff)], language)),
    ]
