"""Payments as the team and their customers see them: the list, and all that happened to one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db.models import OuterRef, Prefetch, QuerySet, Subquery

from almanac.kit.actor import Actor
from almanac.kit.errors import NotAllowed, NotFound
from almanac.kit.periods import within
from almanac.kit.sorting import Sorting
from almanac.ledger import queries as ledger
from almanac.ledger.models import Entry
from almanac.payments.keys import is_of
from almanac.payments.models import Payment, ProviderNotice, Refund
from almanac.payments.permissions import can_see_accounts, payments_visible_to
from almanac.payments.shares import TO_GIVE
from almanac.payments.step_tables import PaymentStep, StepKind

PAYMENTS = Sorting({"made": "created_at", "amount": "amount"}, standard="-made")
UTC = ZoneInfo("UTC")


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which payments; what is empty narrows nothing. `number` is the beginning of an order's, `to_give` those of which something
    is to be given back by somebody's hand, days those on which they were begun
    on the clock of `zone`."""

    states: Sequence[str] = ()
    method: str = ""
    business: str = ""
    number: str = ""
    to_give: bool = False
    first_on: date | None = None
    last_on: date | None = None
    zone: ZoneInfo = UTC


@dataclass(frozen=True, slots=True)
class Seen:
    """A payment with its steps and, for administrators, what the company told of it and how it stands in the books."""

    payment: Payment
    steps: Sequence[PaymentStep]
    was_held: bool
    notices: Sequence[ProviderNotice] | None
    entries: Sequence[Entry] | None


def payments(actor: Actor, wanted: Wanted | None = None) -> QuerySet[Payment]:
    """Payments the actor may see, with order, refunds and account, and when a bank first warned of fraud (`warned_at`): a
    constant number of SQL queries. Raises InvalidInput for days the wrong way round."""
    wanted = wanted or Wanted()
    found = Payment.objects.filter(payments_visible_to(actor))
    found = found.filter(within("created_at", wanted.first_on, wanted.last_on, wanted.zone))
    if wanted.states:
        found = found.filter(state__in=wanted.states)
    if wanted.method:
        found = found.filter(method=wanted.method)
    if wanted.business:
        found = found.filter(order__business__slug=wanted.business)
    if wanted.number:
        found = found.filter(order__number__startswith=wanted.number.strip().upper())
    if wanted.to_give:
        found = found.filter(pk__in=refunds_to_give(actor).values("payment"))
    warned = PaymentStep.objects.filter(payment=OuterRef("pk"), kind=StepKind.WARNED).order_by("happened_at", "pk")
    found = found.annotate(warned_at=Subquery(warned.values("happened_at")[:1]))
    return found.select_related(
        "order__customer", "order__business", "account", "taken_by", "tip__staff_member"
    ).prefetch_related(
        Prefetch("refunds", Refund.objects.select_related("asked_by").order_by("created_at")), "disputes"
    )


def refunds_to_give(actor: Actor) -> QuerySet[Refund]:
    """Money that waits for somebody of the team to give it by hand, of payments the actor may see."""
    return Refund.objects.filter(TO_GIVE, payment__in=Payment.objects.filter(payments_visible_to(actor)))


def payment_seen(actor: Actor, payment_id: UUID) -> Payment:
    """One payment. Raises NotFound, also for those of others."""
    found = payments(actor).filter(pk=payment_id).first()
    if found is None:
        raise NotFound
    return found


def timeline(actor: Actor, payment_id: UUID) -> Seen:
    """All that happened to a payment, the oldest first, for the team: a constant number of SQL queries. Raises NotAllowed,
    NotFound, also for those of others."""
    if not actor.is_team:
        raise NotAllowed
    payment = payment_seen(actor, payment_id)
    notices: list[ProviderNotice] | None = None
    entries: list[Entry] | None = None
    if can_see_accounts(actor):
        notices = list(payment.notices.select_related("account").order_by("created_at", "pk"))
        about = ledger.entries_about(f"order:{payment.order_id}")
        entries = [entry for entry in about if is_of(entry.key, payment)]
    return Seen(
        payment=payment,
        steps=list(payment.steps.select_related("actor")),
        was_held=payment.reviews.exists(),
        notices=notices,
        entries=entries,
    )
