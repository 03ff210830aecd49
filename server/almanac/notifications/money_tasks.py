"""Worker doors of the letters about money."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, time
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django.conf import settings

from almanac.business import queries as businesses
from almanac.business.models import Business
from almanac.business.policies import TransferPolicy
from almanac.invoices.links import letter_address
from almanac.invoices.models import Invoice
from almanac.kit.pages import site
from almanac.notifications.actions.keeping import keep_letter
from almanac.notifications.models import Delivery
from almanac.notifications.money_letters import BY_TRANSFER, PAID_AHEAD, TO_TEAM, MoneyMessage, Moved, compose_money
from almanac.notifications.queries import telling
from almanac.notifications.team import page_for, team_of
from almanac.notifications.texts import texts_in
from almanac.outbox.errors import GiveUp
from almanac.outbox.registry import Handler, Job
from almanac.payments.events import DisputeChanged
from almanac.payments.models import Dispute
from almanac.payments.queries import online_methods
from almanac.people.models import Customer
from almanac.sales.events import PointsLapsing, PointsRewarded, ReferralSettled
from almanac.sales.links import order_token
from almanac.sales.models import Coupon, Order, Referral

AT_STAGE = {
    Dispute.Stage.NEEDS_RESPONSE.value: MoneyMessage.DISPUTED,
    Dispute.Stage.UNDER_REVIEW.value: MoneyMessage.DISPUTE_SEEN,
    Dispute.Stage.WON.value: MoneyMessage.DISPUTE_WON,
    Dispute.Stage.LOST.value: MoneyMessage.DISPUTE_LOST,
}


def tells_of(message: MoneyMessage) -> Handler:
    """A handler that writes this letter of the order an event is about: to its customer, or to whoever of the team sees to it."""

    def tell(job: Job) -> None:
        tell_of(message, job, order_of(job))

    return tell


def tell_of_dispute(job: Job) -> None:
    """To the team: a bank takes money back, asks us or not, has decided. That it reads our answer is no news."""
    stage = job.event(DisputeChanged).stage
    message = AT_STAGE.get(stage)
    if message is MoneyMessage.DISPUTE_SEEN and _dispute(job).answered_at is not None:
        return
    if message is not None:
        tell_of(message, job, order_of(job))


def tell_of(message: MoneyMessage, job: Job, order: Order, **more: Any) -> None:
    """Keep one letter about money of an order for everybody it is to; `more` is of Moved."""
    if message in TO_TEAM:
        for user in team_of(order, message):
            to = Delivery(
                recipient=Delivery.Recipient.ACCOUNT,
                recipient_id=user.pk,
                address=user.email,
                language=user.language,
            )
            _keep(job, order, message, to, **more, link=page_for(user, order, message))
        return
    pages = site(order.language)
    own = f"{pages}/track/#{order_token(order, now=job.now)}"
    to = Delivery(
        recipient=Delivery.Recipient.CUSTOMER,
        recipient_id=order.customer_id,
        address=order.customer.email,
        language=order.language,
    )
    again = f"{pages}/products/" if _is_goods(order) else f"{pages}/booking/"
    _keep(job, order, message, to, **more, link=again if message is MoneyMessage.LAPSED else own)


def tell_of_reward(job: Job) -> None:
    """Whoever brought a friend is sent their coupon, when one is given."""
    event = job.event(ReferralSettled)
    row = Referral.objects.select_related("referrer", "reward", "use__coupon__business").get(pk=event.referral_id)
    if event.state != Referral.State.REWARDED or row.reward is None:
        return
    business = row.use.coupon.business
    moved = Moved(row.reward.code or "", row.reward.amount, row.reward.currency, business.name, is_code=True)
    _keep_own(job, MoneyMessage.REWARDED, moved, row.referrer, business, key=f"reward:{row.pk}")


def tell_of_points_reward(job: Job) -> None:
    """A customer is sent the coupon that their points became."""
    event = job.event(PointsRewarded)
    row = Coupon.objects.select_related("customer", "business").get(pk=event.coupon_id)
    if row.customer is None:
        return
    moved = Moved(row.code or "", row.amount, row.currency, row.business.name, is_code=True, points=event.points)
    _keep_own(job, MoneyMessage.POINTS_REWARD, moved, row.customer, row.business, key=f"points_reward:{row.pk}")


def tell_of_points_lapsing(job: Job) -> None:
    """A customer is told how many of their points lapse, and after which day."""
    event = job.event(PointsLapsing)
    assert job.fact is not None
    customer = Customer.objects.get(pk=event.customer_id)
    row = Business.objects.get(pk=event.business_id)
    noon = datetime.combine(event.lapses_on, time(12), ZoneInfo(row.zone))
    day = texts_in(customer.language).date(noon, row.zone)
    moved = Moved("", 0, row.currency, row.name, points=event.points, day=day)
    _keep_own(job, MoneyMessage.POINTS_LAPSING, moved, customer, row, key=f"points_lapsing:{job.fact.id}")


def _keep_own(
    job: Job, message: MoneyMessage, moved: Moved, customer: Customer, business: Business, *, key: str
) -> None:
    """Keep a letter that is of no order, to a customer about what is theirs alone."""
    letter = compose_money(
        message,
        moved,
        sender=telling.sender_of(business, customer.language),
        language=customer.language,
        link=f"{site(customer.language)}/cus/coupons/",
    )
    to = Delivery(
        key=key,
        recipient=Delivery.Recipient.CUSTOMER,
        recipient_id=customer.pk,
        address=customer.email,
        language=customer.language,
        event_id=job.fact.id if job.fact else None,
        business=business,
        template=f"money_{message}",
    )
    keep_letter(letter, to, now=job.now)


def _is_goods(order: Order) -> bool:
    """Whether nothing of it has a time."""
    return all(line.is_good for line in order.lines.all())


def order_of(job: Job) -> Order:
    """The order an event is about, with what letters say of it."""
    if job.fact is None:
        raise GiveUp("this task follows an event")
    rows = Order.objects.select_related("customer", "business").prefetch_related("lines")
    return rows.get(pk=UUID(job.fact.payload["order_id"]))


def _keep(job: Job, order: Order, message: MoneyMessage, to: Delivery, *, link: str, **more: Any) -> None:
    """Keep the letter with its task, once for each event and reader."""
    assert job.fact is not None
    moved = Moved(
        number=order.number,
        amount=_amount(job, order),
        currency=str(job.fact.payload.get("currency", order.currency)),
        what=", ".join(dict.fromkeys(line.name for line in order.lines.all())),
        documents=() if message in TO_TEAM else _documents(job, order),
        next_try=_instant(job, "next_try_at"),
        pay_by=_instant(job, "pay_by"),
        is_online=message not in PAID_AHEAD or bool(online_methods([order.currency])),
        account=_account(order) if message in BY_TRANSFER else (),
        details=_deadline(job, to.language) if message is MoneyMessage.DISPUTED else (),
        zone=order.business.zone,
        is_goods=_is_goods(order),
    )
    letter = compose_money(
        message,
        replace(moved, **more),
        sender=telling.sender_of(order.business, to.language),
        language=to.language,
        link=link,
    )
    to.key = f"money:{job.fact.id}:{to.recipient_id}"
    to.event_id, to.business, to.order, to.template = job.fact.id, order.business, order, f"money_{message}"
    keep_letter(letter, to, good_until=moved.pay_by, now=job.now)


def _documents(job: Job, order: Order) -> tuple[tuple[str, str], ...]:
    """The invoice that the event is about, else all of the order, with the link to each file."""
    assert job.fact is not None
    found = Invoice.objects.filter(order=order).order_by("issued_at", "-kind", "number")
    if "invoice_id" in job.fact.payload:
        found = found.filter(pk=UUID(job.fact.payload["invoice_id"]))
    return tuple(address_of(row, now=job.now) for row in found)


def address_of(row: Invoice, *, now: datetime) -> tuple[str, str]:
    """A document's number, and where its file is for whoever has the letter."""
    return row.code, settings.PUBLIC_URL + letter_address(row.pk, now=now)


def _dispute(job: Job) -> Dispute:
    return Dispute.objects.select_related("payment__order__business").get(pk=job.event(DisputeChanged).dispute_id)


def _deadline(job: Job, language: str) -> tuple[tuple[str, str], ...]:
    """Until when the company takes our answer, where it says so."""
    row = _dispute(job)
    if row.respond_by is None:
        return ()
    return (("answer_by", texts_in(language).moment(row.respond_by, row.payment.order.business.zone)),)


def _account(order: Order) -> tuple[tuple[str, str], ...]:
    """Where a transfer for an order is to be sent, each part that there is by the name of its label."""
    policy = businesses.policy(order.business_id, TransferPolicy)
    parts = ("account_name", "sort_code", "account_number", "iban", "bic")
    return tuple((name, value) for name in parts if (value := getattr(policy, name)))


def _instant(job: Job, name: str) -> datetime | None:
    assert job.fact is not None
    at = job.fact.payload.get(name)
    return datetime.fromisoformat(at) if at else None


def _amount(job: Job, order: Order) -> int:
    assert job.fact is not None
    if "amount" in job.fact.payload:
        return int(job.fact.payload["amount"])
    if "dispute_id" in job.fact.payload:
        return _dispute(job).at_stake_amount
    return order.total_amount
