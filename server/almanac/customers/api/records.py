"""Doors to customers' records: found, read, written in."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, StreamingHttpResponse
from ninja import Router, Status

from almanac.customers.actions import addresses, notes
from almanac.customers.actions import records as actions
from almanac.customers.errors import PutAway
from almanac.customers.queries import records as queries
from almanac.customers.schemas.inputs import ContactIn, CustomerAddressIn, CustomersWanted, NoteIn, TagsIn
from almanac.customers.schemas.records import CustomerOut, CustomerRowOut, TagsOut
from almanac.customers.schemas.records_file import customer_columns
from almanac.kit import clock
from almanac.kit.actor import Actor
from almanac.kit.errors import Conflict, NotAllowed, NotFound, SignInNeeded, responses
from almanac.kit.exports import DOCUMENTED, csv_answer
from almanac.kit.pagination import Page, take_page
from almanac.kit.requests import language_of, seen_revision, signed_in
from almanac.places.errors import PostcodeLookupDown, PostcodeMalformed, PostcodeUnknown

router = Router(tags=["customers"])
READING = (SignInNeeded, NotFound)
WRITING = (*READING, NotAllowed, PutAway)
POSTCODES = (PostcodeMalformed, PostcodeUnknown, PostcodeLookupDown)


@router.post(
    "/customers/search", response={200: Page[CustomerRowOut], **responses(SignInNeeded)}, operation_id="customers"
)
def search(request: HttpRequest, payload: CustomersWanted) -> Page[CustomerRowOut]:
    """Customers the asker may see, by name; the text finds names, e-mails, phones, postcodes and order numbers by their
    beginning. Changes nothing."""
    return _page(signed_in(request), payload)


@router.get("/customers", response={200: Page[CustomerRowOut], **responses(SignInNeeded)}, operation_id="customer_list")
def listed(
    request: HttpRequest, *, tag: str = "", archived: bool = False, sort: str = "", cursor: str = "", limit: int = 50
) -> Page[CustomerRowOut]:
    """Customers the asker may see, for a page to begin with. What somebody types goes into the body of a search."""
    wanted = CustomersWanted(tag=tag[:80], archived=archived, sort=sort[:20], cursor=cursor[:800], limit=limit)
    return _page(signed_in(request), wanted)


@router.get(
    "/customers.csv",
    response=responses(SignInNeeded, NotAllowed),
    operation_id="customers_csv",
    openapi_extra=DOCUMENTED,
)
def listed_csv(
    request: HttpRequest, *, tag: str = "", archived: bool = False, sort: str = "", language: str = ""
) -> StreamingHttpResponse:
    """The same list as a file for spreadsheets (text/csv), all of it, with titles in the reader's `language`."""
    actor, language = signed_in(request), language_of(request, asked=language)
    rows = queries.customers_to_export(actor, tag=tag[:80], archived=archived, now=clock.now())
    by = queries.sorting_for(actor).key(sort[:20])
    return csv_answer(rows, customer_columns(), by=by, language=language, name="customers")


@router.get(
    "/customer-tags", response={200: TagsOut, **responses(SignInNeeded, NotAllowed)}, operation_id="customer_tags"
)
def tags(request: HttpRequest) -> TagsOut:
    """The tags that customers in sight have."""
    return TagsOut(tags=queries.tags_in_use(signed_in(request)))


@router.post(
    "/customers", response={201: CustomerOut, **responses(SignInNeeded, NotAllowed)}, operation_id="add_customer"
)
def add(request: HttpRequest, payload: ContactIn) -> Status[CustomerOut]:
    """A new customer. `alike` of the answer names others with the same e-mail or phone."""
    actor = signed_in(request)
    row = actions.add_customer(actor=actor, contact=payload.contact(), now=clock.now())
    return Status(201, whole(request, row.pk))


@router.get("/customers/{customer_id}", response={200: CustomerOut, **responses(*READING)}, operation_id="customer")
def one(request: HttpRequest, customer_id: UUID) -> CustomerOut:
    """A whole record; for staff the name and the visits of theirs that lie ahead."""
    return whole(request, customer_id)


@router.put(
    "/customers/{customer_id}",
    response={200: CustomerOut, **responses(*WRITING, Conflict)},
    operation_id="change_customer",
)
def change(request: HttpRequest, customer_id: UUID, payload: ContactIn) -> CustomerOut:
    """Other details; If-Match as ever. The e-mail of somebody who signs in is theirs to change."""
    actions.change_customer(
        actor=signed_in(request),
        customer_id=customer_id,
        contact=payload.contact(),
        seen=seen_revision(request),
        now=clock.now(),
    )
    return whole(request, customer_id)


@router.post(
    "/customers/{customer_id}/archive",
    response={200: CustomerOut, **responses(*WRITING)},
    operation_id="archive_customer",
)
def archive(request: HttpRequest, customer_id: UUID) -> CustomerOut:
    """Put a customer away; orders and visits stay."""
    actions.archive_customer(actor=signed_in(request), customer_id=customer_id, now=clock.now())
    return whole(request, customer_id)


@router.post(
    "/customers/{customer_id}/restore",
    response={200: CustomerOut, **responses(*WRITING)},
    operation_id="restore_customer",
)
def restore(request: HttpRequest, customer_id: UUID) -> CustomerOut:
    """Bring an archived customer back; one who was merged comes back by undoing that."""
    actions.restore_customer(actor=signed_in(request), customer_id=customer_id, now=clock.now())
    return whole(request, customer_id)


@router.post(
    "/customers/{customer_id}/addresses",
    response={201: CustomerOut, **responses(*WRITING, *POSTCODES)},
    operation_id="add_customer_address",
)
def add_address(request: HttpRequest, customer_id: UUID, payload: CustomerAddressIn) -> Status[CustomerOut]:
    """One more address."""
    actor = signed_in(request)
    addresses.add_address(actor=actor, customer_id=customer_id, typed=payload.typed(), now=clock.now())
    return Status(201, whole(request, customer_id))


@router.put(
    "/customers/{customer_id}/addresses/{address_id}",
    response={200: CustomerOut, **responses(*WRITING, *POSTCODES, Conflict)},
    operation_id="change_customer_address",
)
def change_address(
    request: HttpRequest, customer_id: UUID, address_id: UUID, payload: CustomerAddressIn
) -> CustomerOut:
    """Another address in its place; visits booked at the old one stay there. If-Match as ever."""
    addresses.change_address(
        actor=signed_in(request),
        customer_id=customer_id,
        address_id=address_id,
        typed=payload.typed(),
        seen=seen_revision(request),
        now=clock.now(),
    )
    return whole(request, customer_id)


@router.delete(
    "/customers/{customer_id}/addresses/{address_id}",
    response={200: CustomerOut, **responses(*WRITING)},
    operation_id="archive_customer_address",
)
def archive_address(request: HttpRequest, customer_id: UUID, address_id: UUID) -> CustomerOut:
    """Offer an address no more."""
    actor = signed_in(request)
    addresses.archive_address(actor=actor, customer_id=customer_id, address_id=address_id, now=clock.now())
    return whole(request, customer_id)


@router.post(
    "/customers/{customer_id}/addresses/{address_id}/usual",
    response={200: CustomerOut, **responses(*WRITING)},
    operation_id="make_customer_address_usual",
)
def usual(request: HttpRequest, customer_id: UUID, address_id: UUID) -> CustomerOut:
    """The address that is offered first."""
    actor = signed_in(request)
    addresses.make_usual(actor=actor, customer_id=customer_id, address_id=address_id, now=clock.now())
    return whole(request, customer_id)


@router.post(
    "/customers/{customer_id}/notes", response={201: CustomerOut, **responses(*WRITING)}, operation_id="write_note"
)
def write_note(request: HttpRequest, customer_id: UUID, payload: NoteIn) -> Status[CustomerOut]:
    """Write something down, for the team alone."""
    notes.write_note(actor=signed_in(request), customer_id=customer_id, text=payload.text, now=clock.now())
    return Status(201, whole(request, customer_id))


@router.delete(
    "/customers/{customer_id}/notes/{note_id}",
    response={200: CustomerOut, **responses(*WRITING)},
    operation_id="remove_note",
)
def remove_note(request: HttpRequest, customer_id: UUID, note_id: UUID) -> CustomerOut:
    """Put a note away."""
    notes.remove_note(actor=signed_in(request), customer_id=customer_id, note_id=note_id, now=clock.now())
    return whole(request, customer_id)


@router.put(
    "/customers/{customer_id}/tags", response={200: CustomerOut, **responses(*WRITING)}, operation_id="set_tags"
)
def set_tags(request: HttpRequest, customer_id: UUID, payload: TagsIn) -> CustomerOut:
    """The tags a customer has from now on."""
    notes.set_tags(actor=signed_in(request), customer_id=customer_id, names=payload.tags, now=clock.now())
    return whole(request, customer_id)


def _page(actor: Actor, wanted: CustomersWanted) -> Page[CustomerRowOut]:
    rows = queries.customers(actor, text=wanted.text, tag=wanted.tag, archived=wanted.archived, now=clock.now())
    by = queries.sorting_for(actor).key(wanted.sort)
    found, following = take_page(rows, by=by, cursor=wanted.cursor, limit=wanted.limit)
    return Page(items=[CustomerRowOut.of(row, actor) for row in found], next_cursor=following)


def whole(request: HttpRequest, customer_id: UUID) -> CustomerOut:
    """The record as it stands, for whoever asks."""
    actor, now = signed_in(request), clock.now()
    return CustomerOut.whole(queries.customer(actor, customer_id, now=now), actor, language_of(request), now)
