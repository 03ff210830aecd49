"""Doors to what customers keep for later, and to the charges of an order that come by themselves."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest
from ninja import Router, Status

from almanac.kit import clock, ratelimit
from almanac.kit.client_address import client_address
from almanac.kit.errors import NotAllowed, NotFound, SignInNeeded, responses
from almanac.kit.pages import site
from almanac.kit.requests import actor_of, language_of, signed_in
from almanac.payments import queries
from almanac.payments.actions import charges, keep_pages, keeping
from almanac.payments.errors import CompanySilent, NothingDue, PaymentRefused
from almanac.payments.permissions import may_retry
from almanac.payments.schemas.dues import charge_out
from almanac.payments.schemas.payments import KeepPageOut, KeptMethodOut
from almanac.sales.schemas import ChargeOut

router = Router(tags=["payments"])
PAGES = ratelimit.Limit("card pages", count=20, seconds=600)
RETRIES = ratelimit.Limit("charges tried again", count=10, seconds=600)
OF_ONE = ratelimit.Limit("one charge tried again", count=5, seconds=24 * 3600)  # banks count what they declined
OWN = (SignInNeeded, NotAllowed)


@router.get("/kept-methods", response={200: list[KeptMethodOut], **responses(*OWN)}, operation_id="kept_methods")
def kept_methods(request: HttpRequest) -> list[KeptMethodOut]:
    """What the asking customer keeps, the preferred one first."""
    actor = signed_in(request)
    if actor.customer_id is None:
        raise NotAllowed
    return [KeptMethodOut.of(row) for row in queries.kept_methods(actor.customer_id)]


@router.post(
    "/kept-methods/{kept_id}/prefer",
    response={200: KeptMethodOut, **responses(SignInNeeded, NotFound)},
    operation_id="prefer_kept_method",
)
def prefer(request: HttpRequest, kept_id: UUID) -> KeptMethodOut:
    """Charge by this one from now on."""
    return KeptMethodOut.of(keeping.prefer(actor=signed_in(request), kept_id=kept_id, now=clock.now()))


@router.delete(
    "/kept-methods/{kept_id}",
    response={204: None, **responses(SignInNeeded, NotFound)},
    operation_id="remove_kept_method",
)
def remove(request: HttpRequest, kept_id: UUID) -> Status[None]:
    """Keep it no more; its company is told to forget it."""
    keeping.remove(actor=signed_in(request), kept_id=kept_id, now=clock.now())
    return Status(204, None)


@router.post(
    "/kept-method-pages",
    response={200: KeepPageOut, **responses(*OWN, CompanySilent, PaymentRefused)},
    operation_id="open_keep_page",
)
def open_page(request: HttpRequest) -> KeepPageOut:
    """Open the company's page on which the asking customer leaves a card for later without paying: a yes to its being kept."""
    actor, language, now = signed_in(request), language_of(request), clock.now()
    ratelimit.spend(PAGES, client_address(request), now=now)
    here = f"{site(language)}/cus/cards/"
    page, url = keep_pages.open_page(actor=actor, language=language, done=f"{here}?page={{page}}", back=here, now=now)
    return KeepPageOut(page_id=page.pk, url=url)


@router.post(
    "/kept-method-pages/{page_id}/check",
    response={200: KeptMethodOut | None, **responses(*OWN, NotFound, CompanySilent)},
    operation_id="check_keep_page",
)
def check_page(request: HttpRequest, page_id: UUID) -> KeptMethodOut | None:
    """What was left on such a page, asked of the company itself; nothing where nothing was."""
    kept = keep_pages.check(actor=signed_in(request), page_id=page_id, now=clock.now())
    return KeptMethodOut.of(kept) if kept is not None else None


@router.post(
    "/charges/{charge_id}/retry",
    response={200: ChargeOut, **responses(NotFound, NotAllowed, NothingDue)},
    operation_id="retry_charge",
)
def retry(request: HttpRequest, charge_id: UUID) -> ChargeOut:
    """Try a charge now: for whoever of the team takes money for all of it before its time too, for its customer after a try that
    did not work."""
    now = clock.now()
    ratelimit.spend(RETRIES, client_address(request), now=now)
    actor = actor_of(request)
    # Only by those whose charge it is: nobody else uses up how often they may.
    ratelimit.spend(OF_ONE, str(charges.seen_to_retry(actor, charge_id).pk), now=now)
    charge = charges.retry_now(actor=actor, charge_id=charge_id, now=now)
    method = charge.payment.method if charge.payment else ""
    return charge_out(charge, queries.unpromised(charge.order), method, can_retry=may_retry(actor, charge))
