"""What visitors find somebody by, as the API says it."""

from __future__ import annotations

from typing import Annotated, Self
from uuid import UUID

from ninja import Schema
from pydantic import Field

from almanac.kit.localized import text_in
from almanac.people.models import Expertise, StaffMember


class ExpertiseOut(Schema):
    """Something people know well, in one language."""

    slug: str
    name: str

    @classmethod
    def of(cls, expertise: Expertise, language: str) -> Self:
        return cls(slug=expertise.slug, name=text_in(expertise.name, language))


class ShowcaseOut(Schema):
    """Languages as ISO 639 codes, the preferred one first; `revision` goes back in If-Match."""

    staff_id: UUID
    languages: list[str]
    expertise: list[str]
    is_featured: bool
    revision: int

    @classmethod
    def of(cls, staff: StaffMember) -> Self:
        return cls(
            staff_id=staff.pk,
            languages=staff.languages,
            expertise=list(staff.expertise.values_list("slug", flat=True)),
            is_featured=staff.is_featured,
            revision=staff.revision,
        )


class ShowcaseIn(Schema):
    """The whole of it; `is_featured` may be left out."""

    languages: Annotated[list[Annotated[str, Field(max_length=3)]], Field(max_length=20)]
    expertise: Annotated[list[Annotated[str, Field(max_length=50)]], Field(max_length=20)]
    is_featured: bool | None = None
