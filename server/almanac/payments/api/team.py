"""Doors to the list of payments, to our accounts at companies, and to the messages they send."""

from __future__ import annotations

from collections.abc import Mapping
from uuid import UUID

from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from ninja import Query, Router

from almanac.kit import clock
from almanac.kit.client_address import client_address
from almanac.kit.errors import (
    InvalidInput,
    NotAllowed,
    NotFound,
    ProofNeeded,
    SignInNeeded,
    TooManyRequests,
    responses,
)
from almanac.kit.exports import DOCUMENTED, csv_answer
from almanac.kit.pagination import Page, take_page
from almanac.kit.requests import language_of, proven, signed_in
from almanac.payments import checklist, queries, registry, seen
from almanac.payments.actions import accounts, arriving, notices
from almanac.payments.errors import CompanyNotReached, CompanySilent, KeysRefused, NoSuchNotice
from almanac.payments.links import webhook_url
from almanac.payments.models import ProviderAccount
from almanac.payments.providers.online import ProviderDown
from almanac.payments.schemas.accounts import AccountIn, AccountOut, ChecklistOut, CompaniesIn, account_out
from almanac.payments.schemas.exports import payment_columns
from almanac.payments.schemas.payments import NoticeOut, NoticeSeenOut, NoticesWanted, TeamPaymentOut
from almanac.payments.schemas.seen import CountOut, PaymentSeenOut, PaymentsWanted

router = Router(tags=["payments"])
ADMINS_ONLY = (SignInNeeded, NotAllowed)


@router.get(
    "/payments", response={200: Page[TeamPaymentOut], **responses(SignInNeeded, InvalidInput)}, operation_id="payments"
)
def payments(
    request: HttpRequest, wanted: Query[PaymentsWanted], sort: str = "", cursor: str = "", limit: int = 50
) -> Page[TeamPaymentOut]:
    """Payments the asker may see, the newest first; `sort` is made or amount, with - in front the other way."""
    actor = signed_in(request)
    rows = seen.payments(actor, wanted.wanted())
    found, following = take_page(rows, by=seen.PAYMENTS.key(sort), cursor=cursor, limit=limit)
    return Page(items=[TeamPaymentOut.seen(row, to_team=actor.is_team) for row in found], next_cursor=following)


@router.get(
    "/payments.csv",
    response=responses(SignInNeeded, InvalidInput),
    operation_id="payments_csv",
    openapi_extra=DOCUMENTED,
)
def payments_csv(
    request: HttpRequest, wanted: Query[PaymentsWanted], sort: str = "", language: str = ""
) -> StreamingHttpResponse:
    """The same list as a file for spreadsheets (text/csv), all of it, with titles in the reader's `language`."""
    actor, language = signed_in(request), language_of(request, asked=language)
    rows, columns = seen.payments(actor, wanted.wanted()), payment_columns(language, to_team=actor.is_team)
    return csv_answer(rows, columns, by=seen.PAYMENTS.key(sort), language=language, name="payments")


@router.get("/refunds-to-give", response={200: CountOut, **responses(SignInNeeded)}, operation_id="refunds_to_give")
def refunds_to_give(request: HttpRequest) -> CountOut:
    """How many refunds wait for somebody of the team to give them by hand, of payments the asker may see. Customers have none."""
    actor = signed_in(request)
    return CountOut(count=seen.refunds_to_give(actor).count() if actor.is_team else 0)


@router.get(
    "/payments/{payment_id}",
    response={200: PaymentSeenOut, **responses(SignInNeeded, NotAllowed, NotFound)},
    operation_id="payment",
)
def payment(request: HttpRequest, payment_id: UUID) -> PaymentSeenOut:
    """A payment with all that happened to it: tries, money in and back, disputes, reviews, the company's messages, the books."""
    return PaymentSeenOut.of(seen.timeline(signed_in(request), payment_id))


@router.get(
    "/payment-accounts", response={200: list[AccountOut], **responses(*ADMINS_ONLY)}, operation_id="payment_accounts"
)
def payment_accounts(request: HttpRequest) -> list[AccountOut]:
    """Every company in both modes, set up or not."""
    rows = {(row.provider, row.mode): row for row in queries.accounts(signed_in(request))}
    kept = queries.kept_counts()
    return [
        _told(rows.get((kind.name, mode)), kind.name, mode, kept)
        for kind in registry.kinds()
        for mode in ProviderAccount.Mode.values
    ]


@router.get(
    "/payment-checklists",
    response={200: list[ChecklistOut], **responses(*ADMINS_ONLY)},
    operation_id="payment_checklists",
)
def payment_checklists(request: HttpRequest) -> list[ChecklistOut]:
    """What is done of going live with each company, in both modes."""
    return [ChecklistOut.of(found) for found in checklist.checklists(signed_in(request))]


@router.put(
    "/payment-accounts/{provider}/{mode}",
    response={200: AccountOut, **responses(*ADMINS_ONLY, ProofNeeded, NotFound, KeysRefused, CompanyNotReached)},
    operation_id="set_payment_account",
)
def set_payment_account(request: HttpRequest, provider: str, mode: str, payload: AccountIn) -> AccountOut:
    """Set our keys at a company, which is asked whether they are good, switch it on or off. Takes effect at once, on every
    machine."""
    row = accounts.set_account(
        actor=proven(request),
        provider=provider,
        mode=mode,
        keys=payload.keys,
        is_on=payload.is_on,
        takes_in_page=payload.takes_in_page,
        now=clock.now(),
    )
    return _told(row, provider, mode, queries.kept_counts())


@router.put(
    "/payment-methods/{method}/companies",
    response={200: list[str], **responses(*ADMINS_ONLY, ProofNeeded, NotFound, InvalidInput)},
    operation_id="order_payment_companies",
)
def order_payment_companies(request: HttpRequest, method: str, payload: CompaniesIn) -> list[str]:
    """Say which company takes new payments of a way to pay first; the others follow where one does not take the currency or is
    switched off. What was paid, kept or given back before stays with whoever took it. Takes effect at once."""
    return accounts.put_in_order(actor=proven(request), method=method, providers=payload.providers, now=clock.now())


@router.post(
    "/payment-webhooks/{provider}",
    response={200: None, **responses(NoSuchNotice, TooManyRequests)},
    operation_id="payment_webhook",
)
def payment_webhook(request: HttpRequest, provider: str) -> HttpResponse:
    """A company's message: written down as it came, read where its signature is right, and looked after by the worker."""
    try:
        body = request.body
    except RequestDataTooBig:
        raise NoSuchNotice from None
    arriving.receive(
        provider=provider,
        body=body,
        headers={name.lower(): value for name, value in request.headers.items()} | {":path": request.get_full_path()},
        address=client_address(request),
        now=clock.now(),
    )
    return HttpResponse(status=200)


@router.get(
    "/payment-notices", response={200: Page[NoticeOut], **responses(*ADMINS_ONLY)}, operation_id="payment_notices"
)
def payment_notices(
    request: HttpRequest, wanted: Query[NoticesWanted], sort: str = "", cursor: str = "", limit: int = 50
) -> Page[NoticeOut]:
    """Messages of companies, the newest first; `sort` is came, with - in front the other way."""
    rows = queries.notices(
        signed_in(request),
        provider=wanted.provider,
        about=wanted.about,
        text=wanted.text.strip(),
        open_only=wanted.unhandled,
    )
    found, following = take_page(rows, by=queries.NOTICES.key(sort), cursor=cursor, limit=limit)
    return Page(items=[NoticeOut.of(row) for row in found], next_cursor=following)


@router.get(
    "/payment-notices/{notice_id}",
    response={200: NoticeSeenOut, **responses(*ADMINS_ONLY, NotFound)},
    operation_id="payment_notice",
)
def payment_notice(request: HttpRequest, notice_id: UUID) -> NoticeSeenOut:
    """A message as it came, with its headers and its body."""
    return NoticeSeenOut.seen(queries.notice_seen(signed_in(request), notice_id))


@router.post(
    "/payment-notices/{notice_id}/replay",
    response={200: NoticeOut, **responses(*ADMINS_ONLY, NotFound, CompanySilent)},
    operation_id="replay_payment_notice",
)
def replay(request: HttpRequest, notice_id: UUID) -> NoticeOut:
    """Look after a message anew. It only says where to look, so doing it again changes nothing that was right."""
    try:
        return NoticeOut.of(notices.replay(actor=signed_in(request), notice_id=notice_id, now=clock.now()))
    except ProviderDown as error:
        raise CompanySilent from error


def _told(row: ProviderAccount | None, provider: str, mode: str, kept: Mapping[UUID, int]) -> AccountOut:
    count = kept.get(row.pk, 0) if row else 0
    address = "" if registry.kind_of(provider).is_told_where else webhook_url(provider)
    return account_out(row, provider, mode, webhook_url=address, kept_count=count)
