"""Messages of companies, looked after by the worker: they only say where to look. What never came is found in their own lists.
What a message of a test account names is found among what test accounts took, and never real money's (ADR 0042)."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import UUID

import structlog
from django.db.models import QuerySet

from almanac.kit.actor import Actor
from almanac.kit.errors import NotAllowed, NotFound
from almanac.payments import looks
from almanac.payments.accounts import company
from almanac.payments.actions import arriving, disputes, elsewhere, payouts, refunds, warnings
from almanac.payments.actions.settling import settle
from almanac.payments.models import Payment, ProviderAccount, ProviderNotice, Refund
from almanac.payments.permissions import can_see_accounts
from almanac.payments.providers.online import NoticeAbout, ProviderDown, ProviderRefused, RefundStanding

OVERLAP = timedelta(hours=1)  # what a company lists late
FIRST_LOOK = timedelta(days=3)
log = structlog.get_logger(__name__)


def handle(*, notice_id: UUID, now: datetime) -> ProviderNotice:
    """Look at what a message is about and write down what is true of it. Doing it again changes nothing. One that nobody signed
    stays as it is.

    Raises NotFound, and ProviderDown, after which it is to be tried again.
    """
    row = ProviderNotice.objects.select_related("account").filter(pk=notice_id).first()
    if row is None:
        raise NotFound
    if row.account is None:
        return row
    try:
        error = _look(row, now=now)
    except ProviderRefused as refused:
        error = f"refused: {refused.code}"
    row.error = error[:200]
    row.handled_at = row.handled_at if error else now
    row.save(update_fields=["error", "handled_at", "payment"])
    return row


def replay(*, actor: Actor, notice_id: UUID, now: datetime) -> ProviderNotice:
    """Handle a message anew, by hand; one that was refused is read anew before. Raises NotAllowed, NotFound, ProviderDown."""
    if not can_see_accounts(actor):
        raise NotAllowed
    arriving.read_again(notice_id=notice_id, now=now)
    if not ProviderNotice.objects.filter(pk=notice_id).exists():  # a repeat of one that came since
        raise NotFound
    return handle(notice_id=notice_id, now=now)


def catch_up(*, now: datetime) -> int:
    """Read each company's own list of what it told since the last look, and handle what never came: money, refunds made in its
    dashboard, disputes, payouts, refunds that a bank sent back later. How many there were. One without an answer is read next
    time."""
    found = 0
    for account in looks.accounts_to_read(now):
        since = account.read_until or now - FIRST_LOOK
        try:
            speaking = company(account)
            told = [(each.notice, each.body) for each in speaking.told_since(since - OVERLAP)]
        except (ProviderDown, ProviderRefused) as error:
            log.warning("a company's list was not read", provider=account.provider, reason=str(error))
            continue
        told = [each for each in told if each[0].about is not NoticeAbout.OTHER]
        found += arriving.found_in_list(account, told, now=now)
        ProviderAccount.objects.filter(pk=account.pk).update(read_until=now)
    return found


def _look(row: ProviderNotice, *, now: datetime) -> str:
    """Empty when all is written, else why not."""
    account, reference = row.account, row.reference
    assert account is not None
    if row.about == NoticeAbout.OTHER or not reference:
        return ""
    speaking = company(account)
    if row.about == NoticeAbout.PAYOUT:
        payouts.book(account=account, standing=speaking.look_up_payout(reference), now=now)
        return ""
    if row.about == NoticeAbout.REFUND:
        return _refund(row, account, speaking.look_up_refund(reference), now=now)
    if row.about == NoticeAbout.PAYMENT:
        standing = speaking.look_up(reference)
        row.payment = _payment(account, standing.payment_id, reference, standing.charge)
        if row.payment is not None:
            settle(payment_id=row.payment.pk, standing=standing, now=now)
    elif row.about == NoticeAbout.WARNING:
        warning = speaking.look_up_warning(reference)
        row.payment = _taken(account, warning.charge, now=now)
        if row.payment is not None:
            warnings.book(payment_id=row.payment.pk, standing=warning, now=now)
    else:
        dispute = speaking.look_up_dispute(reference)
        row.payment = _taken(account, dispute.charge, now=now)
        if row.payment is not None:
            disputes.book(payment_id=row.payment.pk, standing=dispute, now=now)
    return "" if row.payment is not None else "no payment of ours"


def _refund(row: ProviderNotice, account: ProviderAccount, standing: RefundStanding, *, now: datetime) -> str:
    """One of ours, or one that somebody made at the company itself."""
    of_account = Refund.objects.filter(payment__in=_payments(account))
    key = _uuid(standing.refund_id)
    refund = of_account.filter(reference=row.reference).first()
    refund = refund or (of_account.filter(pk=key).first() if key else None)
    if refund is not None:
        row.payment_id = refund.payment_id
        refunds.book(refund_id=refund.pk, standing=standing, now=now)
        return ""
    payment = _taken(account, standing.charge, now=now)
    if payment is None:
        return "no payment of ours"
    row.payment = payment
    elsewhere.found(payment_id=payment.pk, standing=standing, now=now)
    return ""


def _payments(account: ProviderAccount) -> QuerySet[Payment]:
    """What may be meant by a message to this account. Its keys may have been replaced since, by others of the same mode; what is
    paid in the other mode may have anybody's id written on it."""
    return Payment.objects.filter(account__provider=account.provider, account__mode=account.mode)


def _payment(account: ProviderAccount, payment_id: str, reference: str, charge: str) -> Payment | None:
    of_account = _payments(account)
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
    return _payments(account).filter(charge=charge).first() if charge else None


def _uuid(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None
