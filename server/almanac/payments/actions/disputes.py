"""Disputes: what a customer's bank takes back, booked as the company says it stands."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

import structlog
from django.db import transaction

from almanac.kit.actor import SYSTEM, Actor
from almanac.ledger import actions as ledger
from almanac.ledger import queries as books
from almanac.ledger.actions import Leg
from almanac.ledger.models import Entry, Role
from almanac.outbox.actions import emit
from almanac.payments import looks
from almanac.payments.accounts import company
from almanac.payments.actions import steps
from almanac.payments.errors import CompanySilent, NoAnswerTaken
from almanac.payments.events import DisputeAnswered, DisputeChanged
from almanac.payments.keys import company_of, dispute_exchange_key, dispute_key
from almanac.payments.models import Dispute, Payment
from almanac.payments.providers.online import DisputeStanding, Evidence, ProviderDown, ProviderRefused, Settled
from almanac.payments.queries import dispute_seen
from almanac.payments.step_tables import StepKind
from almanac.sales import actions as sales
from almanac.sales.entitlements import withhold
from almanac.sales.models import Entitlement, LineKind

Stage, Withheld = Dispute.Stage, Entitlement.Withheld
OVER = (Stage.WON, Stage.LOST)
log = structlog.get_logger(__name__)


def book(*, payment_id: UUID, standing: DisputeStanding, now: datetime) -> Dispute:
    """Write what is true of a dispute: the amount and the fee go when it opens, the amount comes back when it is won. An inquiry
    takes nothing; where the bank is not content it becomes a dispute.

    Doing it again changes nothing. Emits DisputeChanged.
    """
    with transaction.atomic():
        payment = Payment.objects.select_related("account", "order").get(pk=payment_id)
        order = sales.lock_order(payment.order_id)
        dispute = Dispute.objects.filter(payment=payment, reference=standing.reference).first()
        before = (dispute.stage, dispute.is_inquiry) if dispute else None
        if dispute is not None and dispute.stage in OVER and not (dispute.is_inquiry and not standing.is_inquiry):
            return dispute  # but an inquiry that was closed may still become a dispute
        if dispute is None:
            dispute = Dispute(
                payment=payment, reference=standing.reference, opened_at=standing.opened_at, amount=0, fee_amount=0
            )
        changes = (standing.amount - dispute.amount, standing.fee_amount - dispute.fee_amount)
        dispute.stage, dispute.reason = Stage(standing.stage), standing.reason[:60]
        dispute.amount, dispute.fee_amount = standing.amount, standing.fee_amount
        dispute.fee_currency = standing.settled.currency if standing.settled else ""
        dispute.at_stake_amount, dispute.is_inquiry = standing.at_stake or standing.amount, standing.is_inquiry
        dispute.respond_by = standing.respond_by
        dispute.closed_at = now if dispute.stage in OVER else None
        dispute.revision += 1
        dispute.save()
        _post(dispute, payment, *changes, now=now)
        if standing.settled:
            _post_exchange(dispute, payment, standing.settled, now=now)
        _withhold(payment, now=now)
        if before != (dispute.stage, dispute.is_inquiry):
            steps.of_dispute(dispute, at=dispute.opened_at if before is None else now)
            fact = DisputeChanged(
                dispute_id=dispute.pk, order_id=order.pk, business_id=order.business_id, stage=dispute.stage
            )
            emit(fact, actor=SYSTEM, at=now)
    return dispute


def mind(*, now: datetime) -> None:
    """Ask about the open disputes whose turn it is: a lost message must not cost their deadline."""
    for dispute in looks.disputes_without_end(now)[: looks.AT_ONCE]:
        Dispute.objects.filter(pk=dispute.pk).update(look_at=looks.next_look(dispute.opened_at, now))
        assert dispute.payment.account is not None
        try:
            standing = company(dispute.payment.account).look_up_dispute(dispute.reference)
        except (ProviderDown, ProviderRefused) as error:
            log.warning("a dispute was not told", dispute=str(dispute.pk), reason=str(error))
            continue
        book(payment_id=dispute.payment_id, standing=standing, now=now)


def answer(*, actor: Actor, dispute_id: UUID, evidence: Evidence, now: datetime) -> Dispute:
    """Send our evidence to the company, once and for good. Emits DisputeAnswered. Raises NotAllowed, NotFound, NoAnswerTaken,
    CompanySilent: ask again, with its key it is the same answer."""
    dispute = dispute_seen(actor, dispute_id)
    account = dispute.payment.account
    if dispute.stage != Stage.NEEDS_RESPONSE or account is None:
        raise NoAnswerTaken
    try:
        standing = company(account).answer_dispute(dispute.reference, evidence)
    except ProviderDown as error:
        raise CompanySilent from error
    except ProviderRefused as error:
        raise NoAnswerTaken from error
    with transaction.atomic():
        order = sales.lock_order(dispute.payment.order_id)
        first = Dispute.objects.filter(pk=dispute.pk, answered_at=None)
        if first.update(answer=evidence.text, answered_at=now, answered_by_id=actor.user_id):
            steps.write(dispute.payment, StepKind.DISPUTE_ANSWERED, at=now, actor=actor, about=dispute.pk)
            emit(DisputeAnswered(dispute.pk, order.pk, order.business_id), actor=actor, at=now)
    return book(payment_id=dispute.payment_id, standing=standing, now=now)


def _withhold(payment: Payment, *, now: datetime) -> None:
    """What was bought to be downloaded waits while its money is asked for, and is lost with it; an inquiry takes nothing."""
    bought = payment.shares.filter(line__kind=LineKind.PRODUCT).values_list("line", flat=True)
    states = dict.fromkeys(bought, "")
    against_us = Dispute.objects.filter(is_inquiry=False, payment__shares__line__in=states).exclude(stage=Stage.WON)
    for line_id, stage in against_us.values_list("payment__shares__line", "stage"):
        if stage == Stage.LOST or not states.get(line_id):
            states[line_id] = Withheld.LOST if stage == Stage.LOST else Withheld.DISPUTED
    if states:
        withhold(states=states, now=now)


def _post(dispute: Dispute, payment: Payment, taken: int, fee: int, *, now: datetime) -> None:
    """Book by how much more (or less) the company took and keeps than before; what was won comes back as a whole."""
    won = dispute.amount if dispute.stage == Stage.WON else 0
    for kind, role, change in (
        ("dispute", Role.DISPUTES, taken),
        ("dispute_fee", Role.FEES, fee),
        ("dispute_won", Role.DISPUTES, -won),
    ):
        if change:
            provider = company_of(payment)
            ledger.post(
                key=dispute_key(kind, dispute),
                kind=kind,
                currency=(kind == "dispute_fee" and dispute.fee_currency) or payment.currency,
                legs=[Leg(role, change, provider), Leg(Role.CLEARING, -change, provider)],
                happened_at=now if kind == "dispute_won" else dispute.opened_at,
                now=now,
                subject=f"order:{payment.order_id}",
            )


def _post_exchange(dispute: Dispute, payment: Payment, settled: Settled, *, now: datetime) -> None:
    """What it moved was moved in another currency: there what it came to, and in the one it was paid in nothing; each by how much
    more than is booked so far."""
    is_over = dispute.stage == Stage.WON
    provider, subject = company_of(payment), f"order:{payment.order_id}"
    for currency, wanted in (
        (payment.currency, 0 if is_over else dispute.amount),
        (settled.currency, settled.amount),
    ):
        key = dispute_exchange_key(dispute, currency)
        change = wanted - _cleared(books.entries_about(subject).filter(key__startswith=key))
        if change:
            ledger.post(
                key=f"{key}{dispute.revision}",
                kind="exchange",
                currency=currency,
                legs=[Leg(Role.CLEARING, change, provider), Leg(Role.EXCHANGE, -change, provider)],
                happened_at=now if is_over else dispute.opened_at,
                now=now,
                subject=subject,
            )


def _cleared(entries: Iterable[Entry]) -> int:
    """What entries added to what a company holds for us."""
    posted = [posting for entry in entries for posting in entry.postings.all()]
    return sum(posting.amount for posting in posted if posting.account.role == Role.CLEARING)
