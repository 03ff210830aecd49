"""Doors to what a customer keeps of themselves: details, addresses, preferences."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest
from ninja import Router, Status

from almanac.customers.actions import addresses, own
from almanac.customers.queries import own as queries
from almanac.customers.schemas.inputs import CustomerAddressIn, MyDetailsIn, MyPreferencesIn
from almanac.customers.schemas.records import CustomerAddressOut, MyDetailsOut, MyPreferencesOut
from almanac.kit import clock
from almanac.kit.actor import Actor
from almanac.kit.errors import Conflict, NotAllowed, NotFound, SignInNeeded, responses
from almanac.kit.requests import seen_revision, signed_in
from almanac.places.errors import PostcodeLookupDown, PostcodeMalformed, PostcodeUnknown

router = Router(tags=["customers"])
OWN = (SignInNeeded, NotAllowed)
POSTCODES = (PostcodeMalformed, PostcodeUnknown, PostcodeLookupDown)


@router.get("/my/details", response={200: MyDetailsOut, **responses(*OWN)}, operation_id="my_details")
def details(request: HttpRequest) -> MyDetailsOut:
    """One's own name, e-mail and phone."""
    return MyDetailsOut.of(queries.account(signed_in(request)))


@router.put("/my/details", response={200: MyDetailsOut, **responses(*OWN, Conflict)}, operation_id="change_my_details")
def change_details(request: HttpRequest, payload: MyDetailsIn) -> MyDetailsOut:
    """Another name or phone; If-Match as ever."""
    user = own.change_details(
        actor=signed_in(request),
        name=payload.name,
        phone=payload.phone,
        seen=seen_revision(request),
        now=clock.now(),
    )
    return MyDetailsOut.of(user)


@router.get("/my/addresses", response={200: list[CustomerAddressOut], **responses(*OWN)}, operation_id="my_addresses")
def my_addresses(request: HttpRequest) -> list[CustomerAddressOut]:
    """One's saved addresses, the usual one first."""
    return _addresses(signed_in(request))


@router.post(
    "/my/addresses",
    response={201: list[CustomerAddressOut], **responses(*OWN, *POSTCODES)},
    operation_id="add_my_address",
)
def add_address(request: HttpRequest, payload: CustomerAddressIn) -> Status[list[CustomerAddressOut]]:
    """One more address."""
    actor = signed_in(request)
    addresses.add_address(actor=actor, customer_id=None, typed=payload.typed(), now=clock.now())
    return Status(201, _addresses(actor))


@router.put(
    "/my/addresses/{address_id}",
    response={200: list[CustomerAddressOut], **responses(*OWN, NotFound, Conflict, *POSTCODES)},
    operation_id="change_my_address",
)
def change_address(request: HttpRequest, address_id: UUID, payload: CustomerAddressIn) -> list[CustomerAddressOut]:
    """Another address in its place; visits booked at the old one stay there. If-Match as ever."""
    actor = signed_in(request)
    addresses.change_address(
        actor=actor,
        customer_id=None,
        address_id=address_id,
        typed=payload.typed(),
        seen=seen_revision(request),
        now=clock.now(),
    )
    return _addresses(actor)


@router.delete(
    "/my/addresses/{address_id}",
    response={200: list[CustomerAddressOut], **responses(*OWN, NotFound)},
    operation_id="archive_my_address",
)
def archive_address(request: HttpRequest, address_id: UUID) -> list[CustomerAddressOut]:
    """Offer an address no more; visits booked there stay."""
    actor = signed_in(request)
    addresses.archive_address(actor=actor, customer_id=None, address_id=address_id, now=clock.now())
    return _addresses(actor)


@router.post(
    "/my/addresses/{address_id}/usual",
    response={200: list[CustomerAddressOut], **responses(*OWN, NotFound)},
    operation_id="make_my_address_usual",
)
def usual(request: HttpRequest, address_id: UUID) -> list[CustomerAddressOut]:
    """The address that is offered first."""
    actor = signed_in(request)
    addresses.make_usual(actor=actor, customer_id=None, address_id=address_id, now=clock.now())
    return _addresses(actor)


@router.get("/my/preferences", response={200: MyPreferencesOut, **responses(*OWN)}, operation_id="my_preferences")
def preferences(request: HttpRequest) -> MyPreferencesOut:
    """Language, time zone, and whether news may come."""
    return _preferences(signed_in(request))


@router.put("/my/preferences", response={200: MyPreferencesOut, **responses(*OWN)}, operation_id="set_my_preferences")
def set_preferences(request: HttpRequest, payload: MyPreferencesIn) -> MyPreferencesOut:
    """Other preferences; taking news back keeps the record of having agreed."""
    actor = signed_in(request)
    own.set_preferences(actor=actor, language=payload.language, zone=payload.zone, news=payload.news, now=clock.now())
    return _preferences(actor)


def _addresses(actor: Actor) -> list[CustomerAddressOut]:
    return CustomerAddressOut.all_of(queries.addresses(actor), own=True)


def _preferences(actor: Actor) -> MyPreferencesOut:
    found = queries.preferences(actor)
    return MyPreferencesOut(language=found.language, zone=found.zone, news=found.news)
