"""Doors to tips: given after a visit, given back by hand, and read by whom they were for."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest
from ninja import Router

from almanac.kit import clock, ratelimit
from almanac.kit.client_address import client_address
from almanac.kit.errors import NotAllowed, NotFound, SignInNeeded, responses
from almanac.kit.pages import site
from almanac.kit.pagination import Page, take_page
from almanac.kit.requests import actor_of, language_of, signed_in
from almanac.payments import queries
from almanac.payments.actions import pages, tips
from almanac.payments.actions.tips import TipWish
from almanac.payments.api.orders import PAGES
from almanac.payments.errors import CompanySilent, NoTips, PaymentRefused, TooMuchBack
from almanac.payments.schemas.payments import PageOut, refund_out
from almanac.payments.schemas.tips import OwnTipOut, TipBackIn, TipIn
from almanac.sales.queries import order_numbered
from almanac.sales.schemas import RefundOut

router = Router(tags=["payments"])


@router.post(
    "/orders/{number}/tips",
    response={200: PageOut, **responses(NotFound, NotAllowed, NoTips, CompanySilent, PaymentRefused)},
    operation_id="give_tip",
)
def give(request: HttpRequest, number: str, payload: TipIn) -> PageOut:
    """Open the company's page for a tip after a visit. For the order's customer and its link's holder."""
    actor, language, now = actor_of(request), language_of(request), clock.now()
    ratelimit.spend(PAGES, client_address(request), now=now)
    order = order_numbered(actor, number, whole=False)
    wish = TipWish(payload.staff_id, payload.amount)
    payment = tips.write_down(actor=actor, order=order, method=payload.method, wish=wish, now=now)
    here = f"{site(language)}/pay/?payment={{payment}}"
    ways = pages.Ways(done=here, back=f"{here}&back=1")
    payment = pages.open_for(payment, order, ways, language=language, now=now)
    return PageOut.of(payment, language)


@router.post(
    "/tips/{tip_id}/refund",
    response={200: RefundOut, **responses(SignInNeeded, NotFound, NotAllowed, TooMuchBack)},
    operation_id="refund_tip",
)
def refund(request: HttpRequest, tip_id: UUID, payload: TipBackIn) -> RefundOut:
    """Give a tip back whole, the way it was paid, with a reason for the record."""
    row = tips.give_back(actor=signed_in(request), tip_id=tip_id, note=payload.note, now=clock.now())
    return refund_out(row, row.payment, to_team=True)


@router.get("/my/tips", response={200: Page[OwnTipOut], **responses(SignInNeeded, NotAllowed)}, operation_id="my_tips")
def own(request: HttpRequest, sort: str = "", cursor: str = "", limit: int = 50) -> Page[OwnTipOut]:
    """Tips that the asking staff member was given, the newest first; `sort` is given, with - in front the other way."""
    rows = queries.tips_of(signed_in(request))
    found, following = take_page(rows, by=queries.TIPS.key(sort), cursor=cursor, limit=limit)
    return Page(items=[OwnTipOut.of(row) for row in found], next_cursor=following)
