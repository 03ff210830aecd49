"""What a company sent to our bank: off its balance, into the bank, and back where it did not arrive."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from almanac.kit.actor import SYSTEM
from almanac.ledger import actions as ledger
from almanac.ledger import queries as books
from almanac.ledger.actions import Leg
from almanac.ledger.apart import set_apart
from almanac.ledger.models import Role
from almanac.outbox.actions import emit
from almanac.payments.events import PayoutBooked, PayoutFailed
from almanac.payments.keys import payout_key
from almanac.payments.models import ProviderAccount
from almanac.payments.modes import is_test
from almanac.payments.providers.online import PayoutStanding


def book(*, account: ProviderAccount, standing: PayoutStanding, now: datetime) -> None:
    """Write what is true of a payout: it is gone from the company's balance from the moment it is made, and one that failed comes
    back. Below nothing the company took it from our bank. Doing it again changes nothing. Emits PayoutBooked or PayoutFailed."""
    key, provider = payout_key(account, standing.reference), account.provider
    fact = (account.pk, provider, standing.reference, standing.amount, standing.currency)
    with transaction.atomic():
        if is_test(account):
            set_apart([f"account:{account.pk}"])
        ProviderAccount.objects.select_for_update(of=("self",)).get(pk=account.pk)
        entry, opposite = books.entry(key), f"{key}:failed"
        if standing.has_failed:
            if entry is not None and books.entry(opposite) is None:
                ledger.reverse(entry=entry, key=opposite, happened_at=now, now=now)
                emit(PayoutFailed(*fact), actor=SYSTEM, at=now)
        elif entry is None and standing.amount:
            ledger.post(
                key=key,
                kind="payout",
                currency=standing.currency,
                legs=[Leg(Role.BANK, standing.amount), Leg(Role.CLEARING, -standing.amount, provider)],
                happened_at=standing.happened_at,
                now=now,
                subject=f"account:{account.pk}",
            )
            emit(PayoutBooked(*fact), actor=SYSTEM, at=now)
