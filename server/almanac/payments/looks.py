"""What companies are asked about next, and when: each row at its own time, who waits longest first, so that nothing starves
(docs/algorithms/payments.md, lost and late)."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.db.models.functions import Coalesce

from almanac.payments import registry
from almanac.payments.models import Dispute, KeptMethod, Payment, PaymentState, ProviderAccount, Refund

AT_ONCE = 50
SOONEST = timedelta(minutes=1)
A_PAGE = timedelta(minutes=10)  # at the latest for what keeps somebody's time
LATEST = timedelta(hours=6)  # at the latest for all the others
PART = 10
FEES_COME = timedelta(days=21)
EVENTS_COME = timedelta(days=400)  # a bank may take back what came long ago


def next_look(since: datetime, now: datetime, *, latest: timedelta = LATEST) -> datetime:
    """The longer something waits, the rarer it is asked about: after a tenth of the time since it began, a minute at least and
    `latest` at most."""
    return now + min(max((now - since) / PART, SOONEST), latest)


def overdue(now: datetime) -> QuerySet[Payment]:
    """Payments whose page should have closed, whose bank has not answered, or whose page was never seen open, and that are to be
    asked about by now: who waits longest for it first."""
    waits = Q(state=PaymentState.PENDING) | Q(state=PaymentState.OPEN, pay_by__lte=now)
    found = Payment.objects.filter(waits).filter(_looked_at_by(now)).select_related("account", "order")
    return found.order_by(Coalesce("look_at", "pay_by", "created_at"), "pk")


def without_fee(now: datetime) -> QuerySet[Payment]:
    """Payments captured in the last weeks of which the company has not said what it kept, and that are to be asked about by
    now: who waits longest for it first."""
    captured = Payment.objects.filter(state=PaymentState.CAPTURED, fee_amount=None, captured_at__gt=now - FEES_COME)
    silent = [kind.name for kind in registry.kinds() if not kind.tells_fees]
    found = captured.filter(_looked_at_by(now)).exclude(account=None).exclude(account__provider__in=silent)
    found = found.select_related("account")
    return found.order_by(Coalesce("look_at", "captured_at"), "pk")


def refunds_without_end(now: datetime) -> QuerySet[Refund]:
    """Refunds that nobody has said the end of and that are to be asked about by now, who waits longest for it first. Those that
    wait for somebody's hand are none of them."""
    waits = Refund.objects.filter(state__in=(Refund.State.ASKED, Refund.State.PENDING)).filter(_looked_at_by(now))
    waits = waits.exclude(payment__account=None, payment__gift_card=None)
    return waits.order_by(Coalesce("look_at", "created_at"), "pk")


def disputes_without_end(now: datetime) -> QuerySet[Dispute]:
    """Disputes that are not decided and that are to be asked about by now, who waits longest for it first."""
    waits = Dispute.objects.filter(stage__in=(Dispute.Stage.NEEDS_RESPONSE, Dispute.Stage.UNDER_REVIEW))
    waits = waits.filter(_looked_at_by(now)).exclude(payment__account=None).select_related("payment__account")
    return waits.order_by(Coalesce("look_at", "opened_at"), "pk")


def to_forget(now: datetime) -> QuerySet[KeptMethod]:
    """What was removed and whose company is to be told of it by now, who waits longest for it first."""
    removed = KeptMethod.objects.filter(removed_at__isnull=False, forgotten_at=None).filter(_looked_at_by(now))
    return removed.select_related("account").order_by(Coalesce("look_at", "removed_at"), "pk")


def accounts_to_read(now: datetime) -> list[ProviderAccount]:
    """Accounts whose company's own list is read: those that are on, and those by which something was paid lately."""
    lately = Payment.objects.filter(account=OuterRef("pk"), created_at__gt=now - EVENTS_COME)
    found = ProviderAccount.objects.filter(Q(is_on=True) | Exists(lately)).order_by(
        F("read_until").asc(nulls_first=True)
    )
    return [row for row in found if row.provider in {kind.name for kind in registry.kinds()}]


def _looked_at_by(now: datetime) -> Q:
    return Q(look_at=None) | Q(look_at__lte=now)
