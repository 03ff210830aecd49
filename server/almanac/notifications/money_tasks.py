"""Worker doors of the letters about money."""

from __future__ import annotations

from datetime import datetime, time
from uuid import UUID
from zoneinfo import ZoneInfo

from django.conf import settings

from almanac.business import queries as businesses
from almanac.business.models import Business
from almanac.business.policies import TransferPolicy
from almanac.invoices.links import letter_address
from almanac.invoices.models import Invoice
from almanac.kit.pages import site
from almanac.notifications import actions, queries
from almanac.notifications.models import Delivery
from almanac.notifications.money_letters import BY_TRANSFER, TO_TEAM, MoneyMessage, Moved, compose_money
from almanac.notifications.texts import texts_in
from almanac.outbox.errors import GiveUp
from almanac.outbox.registry import Handler, Job
from almanac.payments.models import Dispute
from almanac.people.models import Customer, User, UserRole
from almanac.sales.events import PointsLapsing, PointsRewarded, ReferralSettled
from almanac.sales.links import order_token
from almanac.sales.models import Coupon, Order, Referral

NEEDS_ANSWER = Dispute.Stage.NEEDS_RESPONSE.value


def tells_of(message: MoneyMessage) -> Handler:
    """A handler that writes this letter of the order its event is about: to its customer, or to the administrators."""

    def tell(job: Job) -> None:
        if job.fact is not None and job.fact.payload.get("stage", NEEDS_ANSWER) != NEEDS_ANSWER:
            return  # the bank has decided, or looks at our answer: nothing to do
        order = _order(job)
        if message in TO_TEAM:
            for user in User.objects.filter(role=UserRole.ADMIN, is_active=True).order_by("pk"):
                page = "payments/review" if message is MoneyMessage.HELD else f"orders/{order.number}"
                link = f"{site(user.language)}/ad/{page}/"
                to = Delivery(
                    recipient=Delivery.Recipient.ACCOUNT,
                    recipient_id=user.pk,
                    address=user.email,
                    language=user.language,
                )
                _keep(job, order, message, to, link)
            return
        pages = site(order.language)
        own = f"{pages}/track/#{order_token(order.pk, now=job.now)}"
        to = Delivery(
            recipient=Delivery.Recipient.CUSTOMER,
            recipient_id=order.customer_id,
            address=order.customer.email,
            language=order.language,
        )
        again = f"{pages}/products/" if _is_goods(order) else f"{pages}/booking/"
        _keep(job, order, message, to, again if message is MoneyMessage.LAPSED else own)

    return tell


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
        sender=queries.sender_of(business, customer.language),
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
    actions.keep_letter(letter, to, now=job.now)


def _is_goods(order: Order) -> bool:
    """Whether nothing of it has a time."""
    return all(line.is_good for line in order.lines.all())


def _order(job: Job) -> Order:
    if job.fact is None:
        raise GiveUp("this task follows an event")
    rows = Order.objects.select_related("customer", "business").prefetch_related("lines")
    return rows.get(pk=UUID(job.fact.payload["order_id"]))


def _keep(job: Job, order: Order, message: MoneyMessage, to: Delivery, link: str) -> None:
    """Keep the letter with its task, once for each event and reader."""
    assert job.fact is not None
    letter = compose_money(
        message,
        Moved(
            number=order.number,
            amount=_amount(job, order),
            currency=str(job.fact.payload.get("currency", order.currency)),
            what=", ".join(dict.fromkeys(line.name for line in order.lines.all())),
            documents=() if message in TO_TEAM else _documents(job, order),
            next_try=_instant(job, "next_try_at"),
            pay_by=_instant(job, "pay_by"),
            account=_account(order) if message in BY_TRANSFER else (),
            zone=order.business.zone,
            is_goods=_is_goods(order),
        ),
        sender=queries.sender_of(order.business, to.language),
        language=to.language,
        link=link,
    )
    to.key = f"money:{job.fact.id}:{to.recipient_id}"
    to.event_id, to.business, to.template = job.fact.id, order.business, f"money_{message}"
    actions.keep_letter(letter, to, now=job.now)


def _documents(job: Job, order: Order) -> tuple[tuple[str, str], ...]:
    """The invoice that the event is about, else all of the order, with the link to each file."""
    assert job.fact is not None
    found = Invoice.objects.filter(order=order).order_by("issued_at", "-kind", "number")
    if "invoice_id" in job.fact.payload:
        found = found.filter(pk=UUID(job.fact.payload["invoice_id"]))
    return tuple((row.code, settings.PUBLIC_URL + letter_address(row.pk, now=job.now)) for row in found)


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
        return Dispute.objects.values_list("at_stake_amount", flat=True).get(pk=UUID(job.fact.payload["dispute_id"]))
    return order.total_amount
