"""Messages of companies: kept as they came, then looked after by the worker. They only say where to look."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import F

from almanac.kit.actor import Actor
from almanac.kit.errors import NotAllowed, NotFound
from almanac.outbox.actions import enqueue
from almanac.payments.accounts import company
from almanac.payments.actions import disputes, refunds, warnings
from almanac.payments.actions.settling import settle
from almanac.payments.errors import NoSuchNotice
from almanac.payments.models import Payment, ProviderAccount, ProviderNotice, Refund
from almanac.payments.permissions import can_see_accounts
from almanac.payments.providers.online import BadSignature, Notice, NoticeAbout, ProviderRefused

HANDLE = "payments.handle_notice"


def receive(*, provider: str, body: bytes, headers: Mapping[str, str], now: datetime) -> int:
    """Keep a company's message and ask the worker to look. How many are new: a repeat is counted, and handled no more.

    Whose of our accounts it is, its signature says. Raises NoSuchNotice.
    """
    for account in ProviderAccount.objects.filter(provider=provider):
        try:
            notices = company(account).read_notices(body, headers, now=now)
        except (BadSignature, ProviderRefused, ValueError, KeyError):
            continue
        with transaction.atomic():
            return sum(_keep(account, notice, body, now=now) for notice in notices)
    raise NoSuchNotice


def _keep(account: ProviderAccount, notice: Notice, body: bytes, *, now: datetime) -> bool:
    row, is_new = ProviderNotice.objects.get_or_create(
        account=account,
        event_id=notice.event_id,
        defaults={
            "kind": notice.kind[:80],
            "about": notice.about,
            "reference": notice.reference,
            "body": body.decode(errors="replace"),
            "created_at": now,
        },
    )
    if is_new:
        enqueue(HANDLE, args={"notice_id": str(row.pk)}, due_at=now, key=f"notice:{row.pk}")
    else:
        ProviderNotice.objects.filter(pk=row.pk).update(times=F("times") + 1)
    return is_new


def handle(*, notice_id: UUID, now: datetime) -> ProviderNotice:
    """Look at what a message is about and write down what is true of it. Doing it again changes nothing.

    Raises NotFound, and ProviderDown, after which it is to be tried again.
    """
    row = ProviderNotice.objects.select_related("account").filter(pk=notice_id).first()
    if row is None:
        raise NotFound
    try:
        error = _look(row, now=now)
    except ProviderRefused as refused:
        error = f"refused: {refused.code}"
    row.error = error[:200]
    row.handled_at = row.handled_at if error else now
    row.save(update_fields=["error", "handled_at", "payment"])
    return row


def replay(*, actor: Actor, notice_id: UUID, now: datetime) -> ProviderNotice:
    """Handle a message anew, by hand. Raises NotAllowed, NotFound, ProviderDown."""
    if not can_see_accounts(actor):
        raise NotAllowed
    return handle(notice_id=notice_id, now=now)


def _look(row: ProviderNotice, *, now: datetime) -> str:
    """Empty when all is written, else why not."""
    if row.about == NoticeAbout.OTHER or not row.reference:
        return ""
    speaking = company(row.account)
    if row.about == NoticeAbout.PAYMENT:
        standing = speaking.look_up(row.reference)
        payment = _payment(row.account, standing.payment_id, row.reference, standing.charge)
        if payment is None:
            return "no payment of ours"
        row.payment = payment
        settle(payment_id=payment.pk, standing=standing, now=now)
    elif row.about == NoticeAbout.REFUND:
        refund_standing = speaking.look_up_refund(row.reference)
        refund = Refund.objects.filter(payment__account__provider=row.account.provider, reference=row.reference).first()
        refund = refund or _by_id(refund_standing.refund_id)
        if refund is None:
            return "no refund of ours"
        row.payment_id = refund.payment_id
        refunds.book(refund_id=refund.pk, standing=refund_standing, now=now)
    elif row.about == NoticeAbout.WARNING:
        warning = speaking.look_up_warning(row.reference)
        payment = _taken(row.account, warning.charge, now=now)
        if payment is None:
            return "no payment of ours"
        row.payment = payment
        warnings.book(payment_id=payment.pk, standing=warning, now=now)
    else:
        dispute = speaking.look_up_dispute(row.reference)
        payment = _taken(row.account, dispute.charge, now=now)
        if payment is None:
            return "no payment of ours"
        row.payment = payment
        disputes.book(payment_id=payment.pk, standing=dispute, now=now)
    return ""


def _payment(account: ProviderAccount, payment_id: str, reference: str, charge: str) -> Payment | None:
    of_account = Payment.objects.filter(account__provider=account.provider)  # the page may have been another mode's
    key = _uuid(payment_id)
    found = of_account.filter(pk=key).first() if key else None
    found = found or of_account.filter(reference=reference).first()
    return found or _charged(account, charge)


def _taken(account: ProviderAccount, charge: str, *, now: datetime) -> Payment | None:
    """The payment that took this charge. The message about it may come before the one that tells of the charge itself, so the
    company is asked then. Raises ProviderDown."""
    found = _charged(account, charge)
    if found is not None or not charge:
        return found
    try:
        standing = company(account).look_up(charge)
    except ProviderRefused:
        return None
    payment = _payment(account, standing.payment_id, standing.reference, standing.charge)
    if payment is None:
        return None
    settle(payment_id=payment.pk, standing=standing, now=now)
    return _charged(account, charge)  # none where its money is not booked, as in another currency than was asked


def _charged(account: ProviderAccount, charge: str) -> Payment | None:
    return Payment.objects.filter(account__provider=account.provider, charge=charge).first() if charge else None


def _by_id(refund_id: str) -> Refund | None:
    key = _uuid(refund_id)
    return Refund.objects.filter(pk=key).first() if key else None


def _uuid(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None
