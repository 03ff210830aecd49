"""Doors to the fields of customers' records: defined for a business, filled in by the team and by customers themselves."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest
from ninja import File, Router
from ninja.files import UploadedFile

from almanac.customers.actions.field_answers import save_field_answers, send_field_file
from almanac.customers.actions.fields import define_fields
from almanac.customers.api.records import whole
from almanac.customers.errors import AnswersRefused, PutAway
from almanac.customers.queries.fields import field_set, own_fields
from almanac.customers.queries.own import own_customer
from almanac.customers.schemas.fields import FieldAnswersIn, FieldSetIn, FieldSetOut, FilledOut
from almanac.customers.schemas.records import CustomerOut
from almanac.files.errors import FilesFull, FileTooLarge, FileUnreadable
from almanac.files.pictures import MOST_BYTES
from almanac.kit import clock
from almanac.kit.client_address import client_address
from almanac.kit.errors import Conflict, NotAllowed, NotFound, SignInNeeded, responses
from almanac.kit.ratelimit import Limit, spend
from almanac.kit.requests import language_of, seen_revision, signed_in

router = Router(tags=["customers"])
SENDING = Limit("file", count=30, seconds=600)  # together with the files of baskets: drawing a picture anew costs much
OWN = (SignInNeeded, NotAllowed, NotFound)
WRITING = (*OWN, PutAway)
SENT = (FileTooLarge, FileUnreadable, FilesFull)


@router.get(
    "/businesses/{slug}/customer-fields", response={200: FieldSetOut, **responses(*OWN)}, operation_id="customer_fields"
)
def defined(request: HttpRequest, slug: str) -> FieldSetOut:
    """The fields that the customer records of a business have. Administrators only."""
    return FieldSetOut.of(*field_set(signed_in(request), slug))


@router.put(
    "/businesses/{slug}/customer-fields",
    response={200: FieldSetOut, **responses(*OWN, Conflict)},
    operation_id="define_customer_fields",
)
def define(request: HttpRequest, slug: str, payload: FieldSetIn) -> FieldSetOut:
    """Other fields, or another order of them; If-Match as ever. One that is left out is archived, with its answers."""
    actor = signed_in(request)
    define_fields(actor=actor, slug=slug, wanted=payload.fields, seen=seen_revision(request), now=clock.now())
    return FieldSetOut.of(*field_set(actor, slug))


@router.patch(
    "/customers/{customer_id}/fields/{slug}",
    response={200: CustomerOut, **responses(*WRITING, Conflict, AnswersRefused)},
    operation_id="save_customer_fields",
)
def save(request: HttpRequest, customer_id: UUID, slug: str, payload: FieldAnswersIn) -> CustomerOut:
    """Fill in fields of a business in a customer's record; If-Match with the revision of these fields."""
    save_field_answers(
        actor=signed_in(request),
        customer_id=customer_id,
        slug=slug,
        answers=payload.answers,
        seen=seen_revision(request),
        now=clock.now(),
    )
    return whole(request, customer_id)


@router.post(
    "/customers/{customer_id}/fields/{slug}/{field_id}",
    response={200: CustomerOut, **responses(*WRITING, *SENT)},
    operation_id="send_customer_file",
)
def send(request: HttpRequest, customer_id: UUID, slug: str, field_id: UUID, file: File[UploadedFile]) -> CustomerOut:
    """Fill a field in with a file: a picture (JPEG, PNG, WebP) or a PDF, told by its content, of 15 MB at most."""
    _send(request, customer_id, slug, field_id, file)
    return whole(request, customer_id)


@router.get(
    "/my/fields", response={200: list[FilledOut], **responses(SignInNeeded, NotAllowed)}, operation_id="my_fields"
)
def mine(request: HttpRequest) -> list[FilledOut]:
    """What the businesses one ordered of ask their customers, with what one filled in."""
    actor, language, now = signed_in(request), language_of(request), clock.now()
    return [FilledOut.of(filled, actor, language, now) for filled in own_fields(own_customer(actor))]


@router.patch(
    "/my/fields/{slug}",
    response={200: list[FilledOut], **responses(*OWN, Conflict, AnswersRefused)},
    operation_id="save_my_fields",
)
def save_mine(request: HttpRequest, slug: str, payload: FieldAnswersIn) -> list[FilledOut]:
    """Fill in what a business asks of oneself; If-Match with the revision of these fields."""
    save_field_answers(
        actor=signed_in(request),
        customer_id=None,
        slug=slug,
        answers=payload.answers,
        seen=seen_revision(request),
        now=clock.now(),
    )
    return mine(request)


@router.post(
    "/my/fields/{slug}/{field_id}",
    response={200: list[FilledOut], **responses(*OWN, *SENT)},
    operation_id="send_my_file",
)
def send_mine(request: HttpRequest, slug: str, field_id: UUID, file: File[UploadedFile]) -> list[FilledOut]:
    """Fill a field of one's own in with a file."""
    _send(request, None, slug, field_id, file)
    return mine(request)


def _send(request: HttpRequest, customer_id: UUID | None, slug: str, field_id: UUID, file: UploadedFile) -> None:
    actor, now = signed_in(request), clock.now()
    spend(SENDING, client_address(request), now=now)
    if (file.size or 0) > MOST_BYTES:  # before it is read
        raise FileTooLarge(most_bytes=MOST_BYTES)
    send_field_file(
        actor=actor,
        customer_id=customer_id,
        slug=slug,
        field_id=field_id,
        content=file.read(),
        name=file.name or "",
        now=now,
    )
