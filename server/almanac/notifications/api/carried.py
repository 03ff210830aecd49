"""Doors of what companies carry: what they say became of texts and letters, and the short links within texts."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

from django.conf import settings
from django.core.exceptions import RequestDataTooBig, SuspiciousOperation
from django.http import HttpRequest, HttpResponse
from ninja import Router

from almanac.kit import clock
from almanac.kit.client_address import client_address
from almanac.kit.errors import NotFound, TooManyRequests, responses
from almanac.kit.ratelimit import Limit, check, spend
from almanac.notifications import registry
from almanac.notifications.actions import sending
from almanac.notifications.models import Delivery
from almanac.notifications.providers.base import Report
from almanac.notifications.queries import own
from almanac.notifications.schemas.own import ShortLinkIn, ShortLinkOut

router = Router(tags=["messages"])
OPENED = Limit("short links", count=30, seconds=60)
REFUSED = Limit("refused mail reports", count=60, seconds=600)
MOST_BODY = 1_000_000  # of many reports in one message


@router.post(
    "/text-messages/{delivery_id}/report", response={200: None, **responses(NotFound)}, operation_id="text_report"
)
def text_report(request: HttpRequest, delivery_id: UUID) -> HttpResponse:
    """What the company that carries texts says became of one, as a form that it signed."""
    provider = registry.sms_provider()
    if request.content_type != "application/x-www-form-urlencoded":
        raise NotFound
    try:
        form = {name: str(value) for name, value in request.POST.items()}
    except SuspiciousOperation:  # too large, or too many fields
        raise NotFound from None
    found = provider and provider.read_report(
        url=settings.PUBLIC_URL + request.get_full_path(),
        form=form,
        signature=request.headers.get("X-Twilio-Signature", ""),
    )
    if not found:
        raise NotFound
    sending.report(replace(found, reference=str(delivery_id)), channel=Delivery.Channel.SMS, now=clock.now())
    return HttpResponse(status=200)


@router.post(
    "/mail-reports/{provider}", response={200: None, **responses(NotFound, TooManyRequests)}, operation_id="mail_report"
)
def mail_report(request: HttpRequest, provider: str) -> HttpResponse:
    """What a company that carries e-mail says became of letters, signed by it. What is not known here is taken as well: it may
    be of another program that uses the same account."""
    address, now = client_address(request), clock.now()
    check(REFUSED, address, now=now)
    found = _mail_reports(request, provider)
    if found is None:
        spend(REFUSED, address, now=now)
        raise NotFound
    for each in found:
        sending.report(each, channel=Delivery.Channel.EMAIL, now=now)
    return HttpResponse(status=200)


@router.post(
    "/short-links", response={200: ShortLinkOut, **responses(NotFound, TooManyRequests)}, operation_id="read_short_link"
)
def read_short_link(request: HttpRequest, payload: ShortLinkIn) -> ShortLinkOut:
    """Where the short link of a text leads: a page of ours."""
    spend(OPENED, client_address(request), now=clock.now())
    link = own.long_link(payload.word)
    if link is None:
        raise NotFound
    return ShortLinkOut(link=link)


def _mail_reports(request: HttpRequest, provider: str) -> list[Report] | None:
    company = registry.reporting_provider(provider)
    try:
        body = request.body
    except RequestDataTooBig:
        return None
    if company is None or len(body) > MOST_BODY:
        return None
    headers = {name.lower(): value for name, value in request.headers.items()}
    return company.read_reports(body=body, headers=headers, now=clock.now())
