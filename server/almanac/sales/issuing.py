"""Gift cards issued, told of, stopped, freed and voided. What is on a card stands in the ledger and nowhere else."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction

from almanac.catalog.actions.saving import open_business
from almanac.kit import ids
from almanac.kit.actor import SYSTEM, Actor
from almanac.kit.errors import InvalidInput, NotAllowed, NotFound
from almanac.kit.text import many_lines, one_line
from almanac.ledger import actions as ledger
from almanac.ledger.actions import credit, debit
from almanac.ledger.locks import lock_available
from almanac.ledger.models import Role
from almanac.outbox.actions import emit
from almanac.outbox.idempotency import Once
from almanac.sales.errors import GiftCardOver
from almanac.sales.events import (
    GiftCardDue,
    GiftCardEvent,
    GiftCardFreed,
    GiftCardIssued,
    GiftCardStopped,
    GiftCardVoided,
)
from almanac.sales.gift_cards import GiftWish, give_code, recipient_digest
from almanac.sales.models import GiftCard, OrderLine
from almanac.sales.permissions import can_see_gift_cards

TELL_FROM_HOUR = 8  # on the clock of the business: nobody is written to at night
AT_ONCE = 100
MOST_AMOUNT = 1_000_000  # ten thousand pounds, given by hand
NAME_LENGTH, TEXT_LENGTH = 100, 500


def settle_card(line: OrderLine, *, now: datetime) -> None:
    """Issue the card of a line that is paid in full; under the order's lock. Doing it twice changes nothing.

    Emits GiftCardIssued, and GiftCardDue where it is to be told of at once.
    """
    card = GiftCard.objects.select_for_update(of=("self",)).select_related("business").get(line=line)
    if card.issued_at is not None or line.paid_amount < line.total_amount:
        return
    give_code(card)
    card.issued_at = now
    _save(card)
    line.delivered_at = now
    line.revision += 1
    line.save(update_fields=["delivered_at", "revision"])
    _tell(GiftCardIssued, card, card.amount, actor=SYSTEM, now=now)
    _deliver(card, now=now)


def deliver_due(*, now: datetime) -> int:
    """Tell those whose day has come that they were given a card; how many."""
    waiting = GiftCard.objects.filter(issued_at__isnull=False, delivered_at=None, voided_at=None)
    due = waiting.filter(deliver_on__lte=(now + timedelta(days=1)).date()).order_by("deliver_on", "pk")
    told = 0
    for card_id in due.values_list("pk", flat=True)[:AT_ONCE]:
        with transaction.atomic():
            rows = GiftCard.objects.select_for_update(of=("self",)).select_related("business")
            told += _deliver(rows.get(pk=card_id), now=now)
    return told


def _deliver(card: GiftCard, *, now: datetime) -> bool:
    local = now.astimezone(ZoneInfo(card.business.zone))
    waits = card.deliver_on and (local.date(), local.hour) < (card.deliver_on, TELL_FROM_HOUR)
    if card.delivered_at is not None or card.voided_at is not None or waits:
        return False
    card.delivered_at = now
    _save(card)
    _tell(GiftCardDue, card, card.amount, actor=SYSTEM, now=now)
    return True


def give_by_hand(
    *, actor: Actor, amount: int, wish: GiftWish, language: str, reason: str, now: datetime, key: str = ""
) -> tuple[GiftCard, str]:
    """Give somebody a card that nobody paid for, with a reason for the record: the card, and its code, which is told this once.
    `key` makes what is sent twice one card, and tells the code of it again, while it has one.

    Raises NotAllowed, InvalidInput, IdempotencyMismatch, IdempotencyInProgress.
    """
    if not can_see_gift_cards(actor):
        raise NotAllowed
    checked = checked_wish(wish)
    faults: dict[str, list[str]] = {}
    if not 1 <= amount <= MOST_AMOUNT:
        faults["amount"] = ["Choose an amount between 0.01 and 10,000."]
    if not one_line(reason):
        faults["reason"] = ["Please say why."]
    if faults:
        raise InvalidInput(fields=faults)
    once = Once(f"gift_card:{actor.user_id}", key, now)
    with transaction.atomic():
        if done := once.before(amount, wish, reason):
            card = GiftCard.objects.get(pk=done[0])
            return card, card.code
        business = open_business(wish.business_id)
        card = GiftCard(
            id=ids.new_id(),
            created_at=now,
            business=business,
            currency=business.currency,
            amount=amount,
            recipient_name=checked.recipient_name,
            recipient_email=checked.recipient_email,
            recipient_digest=recipient_digest(checked.recipient_email),
            sender_name=checked.sender_name,
            message=checked.message,
            language=language,
            issued_at=now,
            delivered_at=None if checked.recipient_email else now,
            reason=one_line(reason)[:TEXT_LENGTH],
            given_by_id=actor.user_id,
        )
        code = give_code(card)
        card.save(force_insert=True)
        ledger.post(
            key=f"gift_card:{card.pk}:given",
            kind="goodwill",
            currency=card.currency,
            legs=[debit(Role.GOODWILL, amount, _seller(card)), credit(Role.GIFT_CARD, amount, card.holder)],
            happened_at=now,
            now=now,
            subject=card.holder,
        )
        _tell(GiftCardIssued, card, amount, actor=actor, now=now)
        _deliver(card, now=now)
        once.done([card.pk])
    return card, code


def void(*, actor: Actor, card_id: UUID, reason: str, now: datetime) -> int:
    """End a card for good, with a reason: what is left of it is given to nobody. Tells how much that was.

    Raises NotAllowed, NotFound, GiftCardOver, InvalidInput (no reason).
    """
    if not can_see_gift_cards(actor):
        raise NotAllowed
    if not one_line(reason):
        raise InvalidInput(fields={"reason": ["Please say why."]})
    with transaction.atomic():
        rows = GiftCard.objects.select_for_update(of=("self",)).select_related("business")
        card = rows.filter(pk=card_id).first()
        if card is None:
            raise NotFound
        if not card.is_good:
            raise GiftCardOver
        left = lock_available(Role.GIFT_CARD, card.holder, card.currency)
        if left:
            ledger.post(
                key=f"gift_card:{card.pk}:void",
                kind="void",
                currency=card.currency,
                legs=[debit(Role.GIFT_CARD, left, card.holder), credit(Role.GOODWILL, left, _seller(card))],
                happened_at=now,
                now=now,
                subject=card.holder,
            )
        card.voided_at, card.code = now, ""
        card.reason = one_line(reason)[:TEXT_LENGTH]
        _save(card)
        _tell(GiftCardVoided, card, left, actor=actor, now=now)
    return left


def stop(*, line_id: UUID, amount: int, actor: Actor, now: datetime) -> int:
    """Let nobody spend the card of a line while `amount` of what was paid for it goes back: 0. Where that much is not on it any
    more, or it is stopped already, nothing is done, and the answer is below nothing by what is missing.

    Nobody spends one that the team ended: of it goes back what came onto it since. In the caller's transaction, which goes on
    holding what is on the card.
    """
    card = GiftCard.objects.select_for_update(of=("self",)).filter(line=line_id).first()
    if card is None or card.issued_at is None:
        return 0
    is_there = card.is_good or _is_voided(card)
    available = lock_available(Role.GIFT_CARD, card.holder, card.currency) if is_there else 0
    if available < amount:
        return available - amount
    if _is_voided(card):
        return 0
    card.stopped_at = now
    _save(card)
    _tell(GiftCardStopped, card, amount, actor=actor, now=now)
    return 0


def refund_ended(*, line_id: UUID, now: datetime) -> None:
    """No refund of what was paid for a card is on its way any more: with all of it back the card is over, else it can be spent
    again, unless the team ended it: then what did not go back stays on it, owed to its buyer alone. In the caller's
    transaction."""
    card = GiftCard.objects.select_for_update(of=("self",)).select_related("line").filter(line=line_id).first()
    if card is None or card.line is None or card.issued_at is None or _is_voided(card):
        return
    is_over = OrderLine.objects.values_list("paid_amount", flat=True).get(pk=line_id) == 0
    if is_over and card.voided_at is None:
        card.stopped_at, card.voided_at = None, now
        _save(card)
        _tell(GiftCardVoided, card, 0, actor=SYSTEM, now=now)
    elif not is_over and (card.stopped_at or card.voided_at):
        card.stopped_at = card.voided_at = None
        _save(card)
        _tell(GiftCardFreed, card, card.amount, actor=SYSTEM, now=now)


def checked_wish(wish: GiftWish) -> GiftWish:
    """What a card says, made clean. Raises InvalidInput with every field that cannot be used."""
    faults: dict[str, list[str]] = {}
    clean = GiftWish(
        business_id=wish.business_id,
        recipient_name=one_line(wish.recipient_name),
        recipient_email=one_line(wish.recipient_email),
        sender_name=one_line(wish.sender_name),
        message=many_lines(wish.message),
        deliver_on=wish.deliver_on,
    )
    for name, longest in (("recipient_name", NAME_LENGTH), ("sender_name", NAME_LENGTH), ("message", TEXT_LENGTH)):
        if len(getattr(clean, name)) > longest:
            faults[name] = [f"At most {longest} characters, please."]
    if clean.recipient_email:
        try:
            validate_email(clean.recipient_email)
        except ValidationError:
            faults["recipient_email"] = ["Please check this e-mail address. It should look like name@example.com."]
    if faults:
        raise InvalidInput(fields=faults)
    return clean


def _is_voided(card: GiftCard) -> bool:
    """Whether the team ended it, for good: one that is over since its price went back keeps its code, as that may fail."""
    return card.voided_at is not None and not card.code


def _seller(card: GiftCard) -> str:
    return f"business:{card.business_id}"


def _save(card: GiftCard) -> None:
    card.revision += 1
    card.save()


def _tell(event: type[GiftCardEvent], card: GiftCard, amount: int, *, actor: Actor, now: datetime) -> None:
    emit(event(card.pk, card.business_id, amount, card.currency), actor=actor, at=now)
