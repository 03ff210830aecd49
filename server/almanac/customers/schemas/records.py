"""Customers' records as the API tells them to the team and to themselves."""

from __future__ import annotations

from datetime import datetime
from typing import Self
from uuid import UUID

from ninja import Schema

from almanac.customers.models import Entry, Merge, Note
from almanac.customers.permissions import can_edit
from almanac.customers.queries import records as queries
from almanac.customers.queries.fields import filled_in, told_to_staff
from almanac.customers.queries.merging import MergePreview
from almanac.customers.schemas.fields import FilledOut
from almanac.kit.actor import Actor, Role
from almanac.kit.localized import text_in
from almanac.people.models import Consent, Customer, User
from almanac.places.models import Address
from almanac.sales.models import Order
from almanac.scheduling.models import Appointment
from almanac.scheduling.schemas.appointments import Named


class CustomerRowOut(Schema):
    """A customer in a list. Staff see whom they visit or did lately, without e-mail and phone; their own visits count."""

    id: UUID
    name: str
    email: str
    phone: str
    town: str
    postcode: str
    tags: list[str]
    has_account: bool
    next_visit_at: datetime | None
    last_visit_at: datetime | None
    recorded_at: datetime
    archived_at: datetime | None

    @classmethod
    def of(cls, row: Customer, actor: Actor) -> Self:
        """As this actor may see it; the row comes with its parts."""
        whole = can_edit(actor)
        usual = queries.usual(row.current) if whole else None  # type: ignore[attr-defined]
        return cls(
            id=row.pk,
            name=row.name,
            email=row.email if whole else "",
            phone=row.phone if whole else "",
            town=usual.city if usual else "",
            postcode=usual.postcode if usual else "",
            tags=[tag.name for tag in row.tags.all()] if whole else [],
            has_account=row.user_id is not None if whole else False,
            next_visit_at=row.next_visit_at,  # type: ignore[attr-defined]
            last_visit_at=row.last_visit_at,  # type: ignore[attr-defined]
            recorded_at=row.created_at,
            archived_at=row.archived_at,
        )


class CustomerAddressOut(Schema):
    """An address. How to get in is told to the customer alone here, and to who goes there with the visit."""

    id: UUID
    line1: str
    line2: str
    town: str
    postcode: str
    is_usual: bool
    has_access_notes: bool
    access_notes: str | None
    revision: int

    @classmethod
    def of(cls, row: Address, *, usual: Address | None, own: bool) -> Self:
        return cls(
            id=row.pk,
            line1=row.line1,
            line2=row.line2,
            town=row.city,
            postcode=row.postcode,
            is_usual=row == usual,
            has_access_notes=bool(row.access_notes),
            access_notes=row.access_notes if own else None,
            revision=row.revision,
        )

    @classmethod
    def all_of(cls, rows: list[Address], *, own: bool) -> list[Self]:
        """All of one customer's: one of them is the usual one."""
        usual = queries.usual(rows)
        return [cls.of(row, usual=usual, own=own) for row in rows]


class NoteOut(Schema):
    id: UUID
    text: str
    written_at: datetime
    written_by: str

    @classmethod
    def of(cls, row: Note) -> Self:
        by = row.written_by.get_full_name() if row.written_by else ""
        return cls(id=row.pk, text=row.text, written_at=row.created_at, written_by=by)


class ConsentOut(Schema):
    kind: Consent.Kind
    text_version: str
    given_at: datetime
    withdrawn_at: datetime | None

    @classmethod
    def of(cls, row: Consent) -> Self:
        return cls(
            kind=Consent.Kind(row.kind),
            text_version=row.text_version,
            given_at=row.given_at,
            withdrawn_at=row.withdrawn_at,
        )


class CustomerOrderOut(Schema):
    number: str
    business_name: str
    placed_at: datetime
    state: str

    @classmethod
    def of(cls, row: Order) -> Self:
        return cls(number=row.number, business_name=row.business.name, placed_at=row.placed_at, state=row.state)


class CustomerVisitOut(Schema):
    id: UUID
    service: str
    staff_name: str
    starts_at: datetime
    ends_at: datetime
    zone: str
    state: Appointment.State
    address: str | None

    @classmethod
    def of(cls, row: Appointment, language: str) -> Self:
        return cls(
            id=row.pk,
            service=text_in(row.service.name, language),
            staff_name=row.staff_member.name,
            starts_at=row.starts_at,
            ends_at=row.ends_at,
            zone=row.zone,
            state=Appointment.State(row.state),
            address=str(row.address) if row.address else None,
        )


class MergeOut(Schema):
    """A merge: who was kept, who went into them, and whether it was undone."""

    id: UUID
    kept: Named
    absorbed: Named
    merged_at: datetime
    undone_at: datetime | None

    @classmethod
    def of(cls, row: Merge) -> Self:
        return cls(
            id=row.pk,
            kept=Named(id=row.kept_id, name=row.kept.name),
            absorbed=Named(id=row.absorbed_id, name=row.absorbed.name),
            merged_at=row.merged_at,
            undone_at=row.undone_at,
        )


class EntryOut(Schema):
    """A line of the record's history; `fields` are the names of what was changed."""

    kind: Entry.Kind
    at: datetime
    by: str
    fields: list[str]
    merge: MergeOut | None

    @classmethod
    def of(cls, row: Entry) -> Self:
        return cls(
            kind=Entry.Kind(row.kind),
            at=row.at,
            by=row.by.get_full_name() if row.by else "",
            fields=row.fields,
            merge=MergeOut.of(row.merge) if row.merge else None,
        )


class CustomerOut(CustomerRowOut):
    """A whole record. For staff, who visit the person, it is the name, their own visits, what is filled in for them to know,
    and the phone number while a visit of theirs stands, as their letters have it."""

    language: str
    zone: str
    revision: int
    recorded_by: str
    addresses: list[CustomerAddressOut]
    notes: list[NoteOut]
    consents: list[ConsentOut]
    orders: list[CustomerOrderOut]
    visits: list[CustomerVisitOut]
    past_visits: list[CustomerVisitOut]
    fields: list[FilledOut]
    history: list[EntryOut]
    alike: list[Named]
    merged_into: Named | None
    can_edit: bool

    @classmethod
    def whole(cls, row: Customer, actor: Actor, language: str, now: datetime) -> Self:
        """Everything of it that this actor may see: a constant number of SQL queries."""
        may_edit = can_edit(actor)
        merged = queries.merged_into(row) if may_edit and row.archived_at else None
        addresses: list[Address] = row.current if may_edit else []  # type: ignore[attr-defined]
        shown = CustomerRowOut.of(row, actor).model_dump()
        if actor.role is Role.STAFF and queries.is_visited_soon(actor, row, now=now):
            shown["phone"] = row.phone
        return cls(
            **shown,
            language=row.language,
            zone=row.zone,
            revision=row.revision,
            recorded_by=row.recorded_by.get_full_name() if may_edit and row.recorded_by else "",
            addresses=CustomerAddressOut.all_of(addresses, own=False),
            notes=[NoteOut.of(note) for note in queries.notes_of(actor, row)],
            consents=[ConsentOut.of(consent) for consent in queries.consents_of(actor, row)],
            orders=[CustomerOrderOut.of(order) for order in queries.orders_of(actor, row)],
            visits=[CustomerVisitOut.of(visit, language) for visit in queries.visits_ahead(actor, row, now=now)],
            past_visits=[CustomerVisitOut.of(visit, language) for visit in queries.visits_past(actor, row, now=now)],
            fields=_fields(row, actor, language, now),
            history=[EntryOut.of(entry) for entry in queries.history_of(actor, row)],
            alike=[Named(id=other.pk, name=other.name) for other in queries.alike(actor, row)],
            merged_into=Named(id=merged.kept_id, name=merged.kept.name) if merged else None,
            can_edit=may_edit and row.archived_at is None,
        )


def _fields(row: Customer, actor: Actor, language: str, now: datetime) -> list[FilledOut]:
    if actor.role is Role.STAFF:
        found = [FilledOut.to_read(filled, actor, language, now) for filled in told_to_staff(actor, row.pk)]
        return [filled for filled in found if filled.told]
    return [FilledOut.of(filled, actor, language, now) for filled in filled_in(actor, row)]


class MergePreviewOut(Schema):
    """What merging would mean. With `both_have_accounts` or `account_stays` it is refused; `account_would_see` wants a
    word that it is the same person for sure, which `can_let_see` says whether the asker may give."""

    orders: int
    visits: int
    addresses: int
    notes: int
    both_have_accounts: bool
    account_stays: bool
    account_would_see: bool
    can_let_see: bool

    @classmethod
    def of(cls, found: MergePreview) -> Self:
        return cls(
            orders=found.orders,
            visits=found.visits,
            addresses=found.addresses,
            notes=found.notes,
            both_have_accounts=found.both_have_accounts,
            account_stays=found.account_stays,
            account_would_see=found.account_would_see,
            can_let_see=found.can_let_see,
        )


class TagsOut(Schema):
    tags: list[str]


class MyDetailsOut(Schema):
    """One's own details. The e-mail is changed where one proves the new one, under Security."""

    name: str
    email: str
    phone: str
    revision: int

    @classmethod
    def of(cls, user: User) -> Self:
        return cls(name=user.name, email=user.email, phone=user.phone, revision=user.revision)


class MyPreferencesOut(Schema):
    """The language of letters and pages, the clock sessions are told by, and whether news may come."""

    language: str
    zone: str
    news: bool
