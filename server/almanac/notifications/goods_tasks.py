"""Worker doors of the letters about what was bought without a time."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, time
from uuid import UUID
from zoneinfo import ZoneInfo

from almanac.business.models import Business
from almanac.catalog.models import Service
from almanac.kit.clock import epoch
from almanac.kit.localized import text_in
from almanac.kit.pages import site
from almanac.notifications.actions.keeping import keep_letter
from almanac.notifications.goods_letters import (
    Bought,
    CardSold,
    Given,
    PassTold,
    compose_card_sold,
    compose_gift_card,
    compose_package,
    compose_package_ending,
    compose_product_ready,
)
from almanac.notifications.letter_page import Letter
from almanac.notifications.models import Delivery
from almanac.notifications.queries import telling
from almanac.notifications.texts import texts_in
from almanac.outbox.registry import Job
from almanac.sales.events import (
    GiftCardDue,
    GiftCardEvent,
    GiftCardIssued,
    PassEnding,
    PassEvent,
    PassIssued,
    ProductDelivered,
)
from almanac.sales.links import gift_card_token, order_token, pass_token
from almanac.sales.models import DOWNLOADS_ALLOWED, Entitlement, GiftCard, Order
from almanac.sales.pass_steps import standing_of


@dataclass(frozen=True, slots=True)
class Holder:
    """Whom a letter about something bought goes to, in which language, for which business, and by which order if by any."""

    id: UUID
    address: str
    language: str
    business: Business
    order: Order | None


def tell_of_product(job: Job) -> None:
    """Write to the buyer that what they paid for is ready: one letter for all that became so at once."""
    first = Entitlement.objects.select_related("line__order__customer", "line__order__business").get(
        pk=job.event(ProductDelivered).entitlement_id
    )
    order = first.line.order
    together = Entitlement.objects.filter(line__order=order, given_at=first.given_at)
    rows = together.select_related("line", "product__mentor").order_by("line__position")
    said = order.download_consent_at if order.booked_by_id else None
    letter = compose_product_ready(
        Bought(
            number=order.number,
            customer_name=order.customer.name,
            products=[(row.line.name, row.product.mentor.name) for row in rows],
            downloads=DOWNLOADS_ALLOWED,
            agreed_on=texts_in(order.language).date(said, order.business.zone) if said else "",
        ),
        sender=telling.sender_of(order.business, order.language),
        language=order.language,
        link=f"{site(order.language)}/track/#{order_token(order, now=job.now)}",
    )
    to = Holder(order.customer_id, order.customer.email, order.language, order.business, order)
    _keep(job, letter, to, key=f"goods:{order.pk}:{epoch(first.given_at)}", template="product_ready")


def tell_of_card(job: Job) -> None:
    """Write to whom a gift card is for, or where nobody is named to who bought it, with its code."""
    card = _card(job.event(GiftCardDue))
    order = card.line.order if card.line else None
    buyer = order.customer if order else None
    address = card.recipient_email or (buyer.email if buyer else "")
    letter = compose_gift_card(
        Given(card.amount, card.currency, card.code, card.sender_name, card.message),
        sender=telling.sender_of(card.business, card.language),
        language=card.language,
        link=f"{site(card.language)}/gift-card/#{gift_card_token(card.pk, now=job.now)}",
    )
    to = Holder(buyer.pk if buyer else card.pk, address, card.language, card.business, order)
    for_another = bool(card.recipient_email)
    _keep(job, letter, to, key=f"gift_card:{card.pk}", template="gift_card", to_mailbox_alone=for_another)


def tell_buyer_of_card(job: Job) -> None:
    """Write to who bought a card for somebody else that it is paid, and when it is sent."""
    card = _card(job.event(GiftCardIssued))
    if card.line is None or not card.recipient_email:
        return
    order = card.line.order
    later = card.deliver_on is not None and card.delivered_at is None
    day = datetime.combine(card.deliver_on, time(12), ZoneInfo(card.business.zone)) if card.deliver_on else None
    letter = compose_card_sold(
        CardSold(
            number=order.number,
            amount=card.amount,
            currency=card.currency,
            recipient_email=card.recipient_email,
            day=texts_in(order.language).date(day, card.business.zone) if day and later else "",
        ),
        sender=telling.sender_of(order.business, order.language),
        language=order.language,
        link=f"{site(order.language)}/track/#{order_token(order, now=job.now)}",
    )
    to = Holder(order.customer_id, order.customer.email, order.language, order.business, order)
    _keep(job, letter, to, key=f"gift_card_sold:{card.pk}", template="gift_card_sold")


def tell_of_pass(job: Job) -> None:
    """Write to whoever bought a package, or was given one, that its visits can be used, with its code."""
    _tell_of_pass(job, job.event(PassIssued), compose_package, template="package")


def tell_of_pass_ending(job: Job) -> None:
    """Write to the holder of a package that its last day is near and visits are left."""
    _tell_of_pass(job, job.event(PassEnding), compose_package_ending, template="package_ending")


def _tell_of_pass(job: Job, event: PassEvent, compose: Callable[..., Letter], *, template: str) -> None:
    standing = standing_of(event.pass_id)
    held = standing.held
    order = held.line.order if held.line else None
    customer = order.customer if order else held.customer
    if customer is None or not held.is_good:
        return
    day = datetime.combine(held.valid_until, time(12), ZoneInfo(held.business.zone)) if held.valid_until else None
    names = Service.objects.filter(pk__in=held.service_ids).order_by("position", "slug").values_list("name", flat=True)
    letter = compose(
        PassTold(
            name=held.name,
            code=held.code,
            customer_name=customer.name,
            visits=held.visits,
            left=standing.left,
            day=texts_in(held.language).date(day, held.business.zone) if day else "",
            services=[text_in(name, held.language) for name in names],
        ),
        sender=telling.sender_of(held.business, held.language),
        language=held.language,
        link=f"{site(held.language)}/package/#{pass_token(held.pk, now=job.now)}",
    )
    to = Holder(customer.pk, customer.email, held.language, held.business, order)
    _keep(job, letter, to, key=f"{template}:{held.pk}:{held.valid_until}", template=template)


def _card(event: GiftCardEvent) -> GiftCard:
    return GiftCard.objects.select_related("business", "line__order__customer", "line__order__business").get(
        pk=event.gift_card_id
    )


def _keep(job: Job, letter: Letter, to: Holder, *, key: str, template: str, to_mailbox_alone: bool = False) -> None:
    unsent = Delivery(
        recipient=Delivery.Recipient.CUSTOMER,
        recipient_id=to.id,
        address=to.address,
        language=to.language,
        key=key,
        event_id=job.fact.id if job.fact else None,
        business=to.business,
        order=to.order,
        template=template,
    )
    keep_letter(letter, unsent, to_mailbox_alone=to_mailbox_alone, now=job.now)
