"""What the API says about staff members."""

from __future__ import annotations

from typing import Self
from uuid import UUID

from ninja import Schema

from almanac.kit.localized import text_in
from almanac.people.models import StaffMember


class StaffCard(Schema):
    """What everybody may see of somebody they can book, in one language."""

    id: UUID
    slug: str
    name: str
    title: str
    biography: str
    photo_url: str
    zone: str

    @classmethod
    def of(cls, staff: StaffMember, language: str) -> Self:
        return cls(
            id=staff.pk,
            slug=staff.slug,
            name=staff.name,
            title=text_in(staff.title, language),
            biography=text_in(staff.biography, language),
            photo_url=staff.photo_url,
            zone=staff.zone,
        )
