"""What callers send about customers; a search too is a body, so that no name stands in an address."""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

from ninja import Schema
from pydantic import AfterValidator, Field, StringConstraints

from almanac.customers.actions.addresses import Typed
from almanac.customers.actions.records import Contact
from almanac.people.schemas.me import spoken

Language = Annotated[str, AfterValidator(spoken)]
Short = Annotated[str, StringConstraints(strip_whitespace=True, max_length=200)]
Long = Annotated[str, StringConstraints(max_length=2_000)]
Zone = Annotated[str, StringConstraints(max_length=64)]


class CustomersWanted(Schema):
    """Which customers: found by one text (name, e-mail, phone, postcode, order number), with a tag, archived or not.
    `sort` is name or recorded, for staff name, next or last (visit), with - in front the other way."""

    text: Annotated[str, Field(max_length=200)] = ""
    tag: Annotated[str, Field(max_length=80)] = ""
    archived: bool = False
    sort: Annotated[str, Field(max_length=20)] = ""
    cursor: Annotated[str, Field(max_length=800)] = ""
    limit: int = 50


class ContactIn(Schema):
    """Who somebody is and how to reach them: a phone number or an e-mail address at least."""

    name: Short
    email: Annotated[str, StringConstraints(strip_whitespace=True, max_length=254)] = ""
    phone: Annotated[str, StringConstraints(strip_whitespace=True, max_length=40)] = ""
    language: Language = "en"
    zone: Zone = "Europe/London"

    def contact(self) -> Contact:
        return Contact(name=self.name, email=self.email, phone=self.phone, language=self.language, zone=self.zone)


class CustomerAddressIn(Schema):
    """An address. `access_notes` null leaves them as they are."""

    line1: Short
    line2: Annotated[str, StringConstraints(strip_whitespace=True, max_length=200)] = ""
    town: Annotated[str, StringConstraints(strip_whitespace=True, max_length=100)]
    postcode: Annotated[str, StringConstraints(max_length=40)]
    access_notes: Long | None = None

    def typed(self) -> Typed:
        return Typed(self.line1, self.line2, self.town, self.postcode, self.access_notes)


class NoteIn(Schema):
    text: Annotated[str, StringConstraints(max_length=4_000)]


class TagsIn(Schema):
    """All tags the customer has from now on."""

    tags: Annotated[list[Annotated[str, StringConstraints(max_length=80)]], Field(max_length=50)]


class MergePreviewIn(Schema):
    absorbed_id: UUID


class MergeIn(MergePreviewIn):
    """`account_may_see`: it is one person for sure, so the account that is kept may see the other's orders; an administrator's
    to say."""

    account_may_see: bool = False


class MyDetailsIn(Schema):
    name: Short
    phone: Annotated[str, StringConstraints(strip_whitespace=True, max_length=40)] = ""


class MyPreferencesIn(Schema):
    language: Language
    zone: Zone
    news: bool
