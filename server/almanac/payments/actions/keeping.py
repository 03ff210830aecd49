"""What customers keep at companies for later: written down when they paid with it or left it on a page, preferred, removed.

Who changes it holds the customer's lock, which comes before an order's. Card numbers never come here; the references are the
company's names, of no use without our keys.
"""

from __future__ import annotations

import hashlib
from contextlib import suppress
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import F

from almanac.kit.actor import SYSTEM, Actor
from almanac.kit.errors import NotFound
from almanac.outbox.actions import emit
from almanac.payments.accounts import company
from almanac.payments.events import MethodKept, MethodPreferred, MethodRemoved
from almanac.payments.models import (
    UNDECIDED,
    ChargeState,
    DueCharge,
    KeptMethod,
    Payment,
    PaymentState,
    ProviderAccount,
)
from almanac.payments.permissions import can_keep
from almanac.payments.providers.online import PaymentStanding, ProviderRefused, Stage
from almanac.people.actions.customers import give_consent
from almanac.people.models import Consent, Customer

TEXT_VERSION = "keep-card-2026-11"
ARRIVED = (Stage.CAPTURED, Stage.PENDING)


def agree_to_keep(*, actor: Actor, customer_id: UUID, now: datetime) -> None:
    """The customer agreed that what they pay with is kept for later; once is enough."""
    kind = Consent.Kind.KEEP_CARD.value
    given = Consent.objects.filter(customer_id=customer_id, kind=kind, text_version=TEXT_VERSION, withdrawn_at=None)
    if not given.exists():
        give_consent(actor=actor, customer_id=customer_id, kind=kind, text_version=TEXT_VERSION, now=now)


def keep_what_was_paid_with(customer_id: UUID, payment: Payment, standing: PaymentStanding, *, now: datetime) -> None:
    """Keep what a payment was made with, where its customer agreed to it and the company says what it is."""
    if payment.keep_card and payment.account is not None and standing.stage in ARRIVED and standing.method_reference:
        keep(
            customer_id=customer_id,
            account=payment.account,
            method=payment.method,
            label=standing.paid_with,
            customer_reference=standing.customer_reference,
            method_reference=standing.method_reference,
            now=now,
        )


def keep(
    *,
    customer_id: UUID,
    account: ProviderAccount,
    method: str,
    label: str,
    customer_reference: str,
    method_reference: str,
    now: datetime,
) -> KeptMethod:
    """Write down what a customer keeps; the newest is preferred, and charges that did not work are tried with it at once, as if
    somebody had pressed. The same again changes nothing, also when it was removed since. Emits MethodKept."""
    digest = hashlib.sha256(f"{account.pk}:{method_reference}".encode()).hexdigest()
    with transaction.atomic():
        Customer.objects.select_for_update(of=("self",)).get(pk=customer_id)
        known = KeptMethod.objects.filter(digest=digest).first()
        if known is not None:
            return known
        KeptMethod.objects.filter(customer_id=customer_id, is_preferred=True).update(is_preferred=False)
        row = KeptMethod.objects.create(
            customer_id=customer_id,
            account=account,
            method=method,
            label=label[:60],
            customer_reference=customer_reference,
            method_reference=method_reference,
            digest=digest,
            is_preferred=True,
            kept_at=now,
        )
        failed = DueCharge.objects.filter(order__customer_id=customer_id, state=ChargeState.FAILED, next_try_at__gt=now)
        failed.filter(pressed=False).update(pressed=True, clock_at=F("next_try_at"))
        failed.update(next_try_at=now)
        emit(MethodKept(kept_id=row.pk, customer_id=customer_id, method=method), actor=SYSTEM, at=now)
    return row


def prefer(*, actor: Actor, kept_id: UUID, now: datetime) -> KeptMethod:
    """Charge by this one from now on. Emits MethodPreferred. Raises NotFound."""
    with transaction.atomic():
        row = _locked(actor, kept_id)
        KeptMethod.objects.filter(customer_id=row.customer_id, is_preferred=True).update(is_preferred=False)
        row.is_preferred = True
        row.revision += 1
        row.save(update_fields=["is_preferred", "revision"])
        emit(MethodPreferred(kept_id=row.pk, customer_id=row.customer_id, method=row.method), actor=actor, at=now)
    return row


def remove(*, actor: Actor, kept_id: UUID, now: datetime) -> None:
    """Keep it no more; the company is told by the clock's task. The one kept last is preferred then. Emits MethodRemoved.

    Raises NotFound.
    """
    with transaction.atomic():
        row = _locked(actor, kept_id)
        _put_away(row, actor=actor, now=now)
        following = KeptMethod.objects.filter(customer_id=row.customer_id, removed_at=None).order_by(
            "-is_preferred", "-kept_at"
        )
        first = following.first()
        if first is not None and not first.is_preferred:
            first.is_preferred = True
            first.save(update_fields=["is_preferred"])


def remove_all(*, actor: Actor, customer_id: UUID, now: datetime) -> None:
    """Nothing is kept for a customer any more, as where their orders go to an account that did not prove to be theirs. What is to
    be charged later is then asked for by a link. Runs in the caller's transaction."""
    for row in KeptMethod.objects.filter(customer_id=customer_id, removed_at=None):
        _put_away(row, actor=actor, now=now)


def forget(row: KeptMethod, *, now: datetime) -> bool:
    """Tell the company to forget what was removed, and forget its names of it. False while money is under way on it, which
    would be stopped. Raises ProviderDown."""
    open_tries = Payment.objects.filter(order__customer_id=row.customer_id, account=row.account_id, state__in=UNDECIDED)
    if open_tries.exclude(state=PaymentState.OPEN, kept=None).exists():
        return False
    with suppress(ProviderRefused):  # it is not there any more, or never was
        company(row.account).forget_kept(row.customer_reference, row.method_reference)
    KeptMethod.objects.filter(pk=row.pk).update(forgotten_at=now, method_reference="", label="")
    return True


def _put_away(row: KeptMethod, *, actor: Actor, now: datetime) -> None:
    row.removed_at, row.is_preferred = now, False
    row.revision += 1
    row.save(update_fields=["removed_at", "is_preferred", "revision"])
    emit(MethodRemoved(kept_id=row.pk, customer_id=row.customer_id, method=row.method), actor=actor, at=now)


def _locked(actor: Actor, kept_id: UUID) -> KeptMethod:
    found = KeptMethod.objects.filter(pk=kept_id, removed_at=None).first()
    if found is None or not can_keep(actor, found.customer_id):
        raise NotFound
    Customer.objects.select_for_update(of=("self",)).get(pk=found.customer_id)
    row = KeptMethod.objects.select_for_update(of=("self",)).filter(pk=kept_id, removed_at=None).first()
    if row is None:
        raise NotFound
    return row
