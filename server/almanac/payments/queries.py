"""Reads of payments; what belongs to an order starts from the orders the actor may see."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from datetime import datetime
from uuid import UUID

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet, Subquery, Sum
from django.db.models.functions import Coalesce

from almanac.business.policies import PaymentPolicy
from almanac.business.queries import policy
from almanac.kit.actor import Actor
from almanac.kit.errors import InvalidInput, NotAllowed, NotFound
from almanac.kit.sorting import Sorting
from almanac.payments import registry
from almanac.payments.bank_tables import BankLine
from almanac.payments.books import shares_of
from almanac.payments.matching import Candidate, Match, match, numbers_in
from almanac.payments.models import (
    COMING,
    GIVEN_BY_US,
    UNDECIDED,
    ChargedLine,
    ChargeState,
    Dispute,
    DueCharge,
    KeptMethod,
    LineShare,
    Payment,
    PaymentState,
    ProviderAccount,
    ProviderNotice,
    Refund,
    Review,
    Tip,
)
from almanac.payments.modes import Mode, is_test
from almanac.payments.permissions import can_see_accounts
from almanac.payments.providers.bank_transfer import BANK_TRANSFER, BankTransfer
from almanac.payments.providers.base import PaymentMethod
from almanac.payments.providers.gift_card import WholeByGiftCard
from almanac.payments.providers.online_method import OnlineMethod
from almanac.payments.providers.pay_ahead import PayAhead
from almanac.people.models import StaffMember
from almanac.sales.models import Order, OrderLine, OrderState
from almanac.scheduling.models import Appointment

NOTICES = Sorting({"came": "created_at"}, standard="-came")
BANK_LINES = Sorting({"day": "booked_on"}, standard="-day")
TIPS = Sorting({"given": "given_at"}, standard="-given")
DISPUTES = Sorting({"opened": "opened_at"}, standard="-opened")
REVIEWS = Sorting({"held": "created_at"}, standard="-held")
MOST_WAITING = 500


def accounts_on() -> list[ProviderAccount]:
    """Accounts that take new payments, the first of a way before its stand-ins. One SQL query."""
    return [row for row in ProviderAccount.objects.filter(is_on=True) if row.provider in _known()]


def online_methods(currencies: Collection[str] = ()) -> list[str]:
    """Ways to pay by a company's page that work now in all of these currencies. One SQL query at most."""
    on = {
        row.provider
        for row in (accounts_on() if registry.online() else ())
        if registry.kind_of(row.provider).takes(currencies)
    }
    return [method for method, names in registry.online().items() if on & set(names)]


def pays_on_the_day(order: Order) -> bool:
    """Whether what is left of an order may be paid at the visit: it was agreed so, its business takes that, or nothing else is
    possible. Three SQL queries at most, none for one agreed so whose payments were fetched with it."""
    built_in = registry.built_in()
    if any(each.method in built_in for each in order.payments.all()):
        return True
    return policy(order.business_id, PaymentPolicy).on_the_day or not online_methods()


def methods_in_test(currency: str = "") -> list[str]:
    """Those of the ways that work now in this currency whose company would move no real money: it is in test mode, or a stand-in.
    One SQL query at most."""
    takes: dict[str, bool] = {}
    for row in accounts_on() if registry.online() else ():
        if registry.kind_of(row.provider).takes([currency] if currency else []):
            takes.setdefault(registry.method_of(row.provider), is_test(row) or bool(row.api_url))
    return [method for method in registry.online() if takes.get(method)]


def method_named(name: str, offered: Sequence[str]) -> PaymentMethod:
    """One of the ways that are offered. Raises InvalidInput."""
    if name not in offered:
        raise InvalidInput(fields={"payment_method": ["Choose one of the ways to pay that are offered."]})
    for ours in (WholeByGiftCard(), BankTransfer(), PayAhead()):
        if ours.name == name:
            return ours
    return OnlineMethod(name) if name in registry.online() else registry.method(name)


def account_for(method: str, currency: str = "", *, order_id: UUID | None = None) -> ProviderAccount:
    """The account that takes new payments of this way, in a currency where it is known: of an order for which test or real
    money came already, one of the same where there is one. Raises InvalidInput for none."""
    names, mode = registry.online().get(method, []), mode_of(order_id) if order_id else ""
    for row in sorted(accounts_on(), key=lambda each: bool(mode) and each.mode != mode):
        if row.provider in names and registry.kind_of(row.provider).takes([currency] if currency else []):
            return row
    raise InvalidInput(fields={"payment_method": ["Choose one of the ways to pay that are offered."]})


def mode_of(order_id: UUID) -> str:
    """Of which mode the money is that came for an order; "" while it is neither. Two SQL queries at most."""
    if Order.objects.filter(pk=order_id, is_test=True).exists():
        return Mode.TEST
    real = Payment.objects.filter(order=order_id, state=PaymentState.CAPTURED, account__mode=Mode.LIVE)
    return Mode.LIVE if real.exists() else ""


def accounts(actor: Actor) -> list[ProviderAccount]:
    """All accounts that are in use, for administrators. Raises NotAllowed."""
    if not can_see_accounts(actor):
        raise NotAllowed
    return [row for row in ProviderAccount.objects.filter(replaced_at=None) if row.provider in _known()]


def kept_counts() -> dict[UUID, int]:
    """How many cards and debits customers keep at each of our accounts. One SQL query."""
    kept = KeptMethod.objects.filter(removed_at=None)
    return dict(kept.order_by("account").values_list("account").annotate(Count("pk")))


def outstanding(order: Order) -> dict[UUID, int]:
    """What each line that stands still owes, by the line's id: minor units, zeros left out.

    What was given back by hand lowers its price, as its credit note says: it is not asked for again. A good that was delivered
    was paid, and owes nothing whatever went back of it.
    """
    lines = order.lines.all()
    if order.state == OrderState.CANCELLED:
        lines = lines.exclude(fee_amount=None)
    return {line.pk: getattr(line, "owed") for line in owing(lines)}  # noqa: B009  # annotated


def owing(lines: QuerySet[OrderLine]) -> QuerySet[OrderLine]:
    """Those of these lines that stand, or cost a fee, and are not paid in full, `owed` so much each; see `outstanding`."""
    called_off = Q(appointment__state=Appointment.State.CANCELLED, fee_amount=None)
    standing = lines.exclude(called_off).filter(delivered_at=None)
    by_hand = Q(payment_shares__refund_shares__refund__why__in=GIVEN_BY_US)
    by_hand &= ~Q(payment_shares__refund_shares__refund__state=Refund.State.FAILED)
    back = Coalesce(Sum("payment_shares__refund_shares__amount", filter=by_hand), 0)
    cost = Coalesce("fee_amount", "total_amount")
    return standing.annotate(owed=cost - F("paid_amount") - back).filter(owed__gt=0).order_by("position")


def due_now(order: Order, now: datetime) -> dict[UUID, int]:
    """What is to be paid of an order by now: what it owes without the lines that will be charged by themselves later."""
    later = ChargedLine.objects.filter(due_charge__order=order, is_live=True, due_charge__due_at__gt=now)
    kept_for_later = set(later.values_list("line_id", flat=True))
    return {line_id: amount for line_id, amount in outstanding(order).items() if line_id not in kept_for_later}


def unpromised(order: Order) -> dict[UUID, int]:
    """What each line owes less what a bank has still to answer for it."""
    owed = outstanding(order)
    for promise in order.payments.filter(state=PaymentState.PENDING).select_related("tip").order_by("pk"):
        for line_id, part in shares_of(owed, promise.for_the_order, first=promise.meant_for).items():
            owed[line_id] -= part
    return {line_id: amount for line_id, amount in owed.items() if amount}


def try_under_way(order_id: UUID) -> DueCharge | None:
    """A charge of the order of which the company was asked, or is about to be, and has not answered."""
    begun = DueCharge.objects.filter(order_id=order_id, state=ChargeState.TRYING, payment__state=PaymentState.OPEN)
    return begun.first()


def charges_due(now: datetime) -> QuerySet[DueCharge]:
    """Charges to be tried, or asked about again."""
    return DueCharge.objects.filter(state__in=COMING, next_try_at__lte=now).order_by("next_try_at", "pk")


def kept_methods(customer_id: UUID) -> QuerySet[KeptMethod]:
    """What a customer keeps for later, the preferred one first."""
    return KeptMethod.objects.filter(customer_id=customer_id, removed_at=None).select_related("account")


def chargeable(customer_id: UUID) -> KeptMethod | None:
    """What a customer is charged by while they are away; nothing where no account of ours takes it now."""
    return kept_methods(customer_id).filter(account__is_on=True).order_by("-is_preferred", "-kept_at").first()


def kept_at(customer_id: UUID, account_id: UUID | None) -> str:
    """By what name an account at a company knows a customer who keeps something there; "" where none does."""
    found = kept_methods(customer_id).filter(account_id=account_id).exclude(customer_reference="").first()
    return found.customer_reference if found else ""


def refundable(line_id: UUID) -> int:
    """What can still be given back of what was paid for a line, minor units. One SQL query."""
    return refundable_of([line_id]).get(line_id, 0)


def refundable_of(line_ids: Sequence[UUID]) -> dict[UUID, int]:
    """The same of several lines; those of which nothing can are left out. One SQL query."""
    found: dict[UUID, int] = {}
    for share in LineShare.objects.filter(line__in=line_ids):
        found[share.line_id] = found.get(share.line_id, 0) + share.amount - share.refunded_amount
    return {line_id: amount for line_id, amount in found.items() if amount}


def order_told(payment: Payment) -> tuple[str, str]:
    """The number of a payment's order, and how it stands now. One SQL query."""
    return Order.objects.values_list("number", "state").get(pk=payment.order_id)


def undecided_of(order_id: UUID) -> QuerySet[Payment]:
    """Payments of an order that may still become money."""
    return Payment.objects.filter(order_id=order_id, state__in=UNDECIDED).select_related("account").order_by("pk")


def open_transfers(order_id: UUID) -> QuerySet[Payment]:
    """Transfers to our bank account that are waited for."""
    found = Payment.objects.filter(order_id=order_id, state=PaymentState.OPEN, method=BANK_TRANSFER, account=None)
    return found.order_by("pk")


def bank_lines(actor: Actor, *, business: str = "", state: str = "open") -> QuerySet[BankLine]:
    """Money in by the bank's statements that is `open`, `booked` or set `aside`, for administrators: one SQL query. Raises
    NotAllowed."""
    if not can_see_accounts(actor):
        raise NotAllowed
    wanted = {
        "open": Q(payment=None, set_aside_at=None),
        "booked": Q(payment__isnull=False),
        "aside": Q(set_aside_at__isnull=False),
    }
    found = BankLine.objects.filter(wanted[state])
    if business:
        found = found.filter(business__slug=business)
    return found.select_related("business", "payment__order", "decided_by")


def matches_of(lines: Sequence[BankLine]) -> dict[UUID, Match]:
    """What each of these lines may be for, those of each business among its own orders. Two SQL queries a business."""
    found: dict[UUID, Match] = {}
    for business in {line.business_id: line.business for line in lines}.values():
        own = [line for line in lines if line.business_id == business.pk]
        texts = {line.pk: f"{line.payer} {line.text}" for line in own}
        numbers = {pk: set(numbers_in(text, [business.order_prefix])) for pk, text in texts.items()}
        orders = Order.objects.filter(business=business, currency=business.currency)
        named = {each.number: each for each in _candidates(orders.filter(number__in=set().union(*numbers.values())))}
        waits = Q(payments__state=PaymentState.OPEN, payments__method=BANK_TRANSFER, state=OrderState.PLACED)
        waiting = list(_candidates(orders.filter(waits).order_by("placed_at")[:MOST_WAITING]))
        for line in own:
            by_text = {number: named[number] for number in numbers[line.pk] if number in named}
            found[line.pk] = match(payer=line.payer, text=line.text, amount=line.amount, named=by_text, waiting=waiting)
    return found


def _candidates(orders: QuerySet[Order]) -> Iterator[Candidate]:
    stands = ~Q(lines__appointment__state=Appointment.State.CANCELLED) & Q(lines__delivered_at=None)
    owed = Coalesce(Sum(F("lines__total_amount") - F("lines__paid_amount"), filter=stands), 0)
    awaited = Payment.objects.filter(
        order=OuterRef("pk"), state=PaymentState.OPEN, method=BANK_TRANSFER, account=None
    ).values("amount")[:1]
    for row in orders.select_related("customer").annotate(owed=owed, awaited=Subquery(awaited)):
        expected = 0 if row.state == OrderState.CANCELLED else row.awaited if row.awaited is not None else row.owed
        yield Candidate(row.number, row.customer.name, max(0, expected))


def tippable(order: Order, now: datetime) -> list[StaffMember]:
    """Who came to an order's customer: whose visits are over, by name. One SQL query."""
    over = Q(appointments__order_line__order=order, appointments__ends_at__lte=now)
    stood = Q(appointments__state__in=(Appointment.State.CONFIRMED, Appointment.State.COMPLETED))
    return list(StaffMember.objects.filter(over & stood).distinct().order_by("name", "pk"))


def tips_of(actor: Actor) -> QuerySet[Tip]:
    """Tips that a staff member was given, for themselves. Raises NotAllowed."""
    if actor.staff_id is None:
        raise NotAllowed
    back = Refund.objects.filter(payment=OuterRef("payment"), why=Refund.Why.TIP).exclude(state=Refund.State.FAILED)
    given = Tip.objects.filter(staff_member=actor.staff_id, given_at__isnull=False)
    return given.select_related("order").annotate(is_back=Exists(back))


def is_held(order_id: UUID) -> bool:
    """Whether a paid order waits for somebody to look at it, or was refused by whoever did."""
    return Review.objects.filter(order_id=order_id).exclude(state=Review.State.APPROVED).exists()


def reviews(actor: Actor, *, state: str = "") -> QuerySet[Review]:
    """Orders that are held, or were, for administrators. Of those that are `open` none that was called off meanwhile: nothing is
    to be decided of it. Raises NotAllowed."""
    if not can_see_accounts(actor):
        raise NotAllowed
    found = Review.objects.select_related("order__customer", "order__business", "payment", "decided_by")
    if state == Review.State.OPEN:
        found = found.filter(order__state=OrderState.PLACED)
    return found.filter(state=state) if state else found


def disputes(actor: Actor, *, open_only: bool = False) -> QuerySet[Dispute]:
    """Disputes of payments, for administrators. Raises NotAllowed."""
    if not can_see_accounts(actor):
        raise NotAllowed
    found = Dispute.objects.select_related(
        "payment__order__customer", "payment__order__business", "payment__account", "answered_by"
    )
    return found.filter(stage=Dispute.Stage.NEEDS_RESPONSE) if open_only else found


def dispute_seen(actor: Actor, dispute_id: UUID) -> Dispute:
    """One of them. Raises NotAllowed, NotFound."""
    found = disputes(actor).filter(pk=dispute_id).first()
    if found is None:
        raise NotFound
    return found


def notices(
    actor: Actor, *, provider: str = "", about: str = "", text: str = "", open_only: bool = False
) -> QuerySet[ProviderNotice]:
    """Messages of companies, for administrators; `text` is the beginning of what the company calls it, of its kind, or of what it
    is about. Raises NotAllowed."""
    if not can_see_accounts(actor):
        raise NotAllowed
    found = ProviderNotice.objects.select_related("account")
    if provider:
        found = found.filter(provider=provider)
    if about:
        found = found.filter(about=about)
    if text:
        found = found.filter(Q(event_id__startswith=text) | Q(kind__startswith=text) | Q(reference__startswith=text))
    return found.filter(handled_at=None) if open_only else found


def notice_seen(actor: Actor, notice_id: UUID) -> ProviderNotice:
    """One of them. Raises NotAllowed, NotFound."""
    found = notices(actor).filter(pk=notice_id).first()
    if found is None:
        raise NotFound
    return found


def _known() -> set[str]:
    return {kind.name for kind in registry.kinds()}
