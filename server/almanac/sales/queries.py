"""Reads of orders; each starts from what the actor may see."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Count, F, Q, QuerySet, Sum
from django.db.models.functions import Coalesce

from almanac.files.models import PrivateFile
from almanac.files.queries import private_files, private_files_of
from almanac.kit.actor import Actor
from almanac.kit.errors import NotAllowed, NotFound
from almanac.kit.sorting import Sorting
from almanac.ledger.models import Account, Entry, Role
from almanac.sales.coupons import Candidate
from almanac.sales.gift_cards import CardStanding, flat_code, standings
from almanac.sales.links import download_in, gift_card_id_in, pass_id_in
from almanac.sales.models import Coupon, Entitlement, GiftCard, Order, OrderState, PassUse, Subscription, VisitPass
from almanac.sales.next_visits import next_at
from almanac.sales.passes import PassStanding, with_uses
from almanac.sales.passes import standings as pass_standings
from almanac.sales.permissions import (
    can_edit_coupons,
    can_see_gift_cards,
    can_see_passes,
    owns,
    subscriptions_visible_to,
    visible_to,
)
from almanac.sales.referrals import follows_setting

SUBSCRIPTIONS = Sorting(
    {"started": "created_at", "first": "first_on", "customer": "customer_name"}, standard="-started"
)
ORDERS = Sorting({"placed": "placed_at", "total": "total_amount", "customer": "customer_name"}, standard="-placed")


def orders(actor: Actor, *, business: str = "") -> QuerySet[Order]:
    """Orders this actor may see, with their lines, visits and people: a constant number of SQL queries.

    Narrowed to a business (its slug) where given; ORDERS says by what they may be sorted.
    """
    found = _visible(actor).annotate(customer_name=F("customer__name"))
    if business:
        found = found.filter(business__slug=business)
    return found.select_related("booked_by").prefetch_related(
        "lines__business",
        "lines__payment_shares__refund_shares__refund",
        "lines__product",
        "lines__bundled",
        "lines__day_wished",
        "lines__entitlement",
        "lines__gift_card",
        "lines__visit_pass__package",
        "lines__pass_use",
        "lines__subscription",
        "lines__appointment__service",
        "lines__appointment__staff_member",
        "lines__appointment__address",
        "payments__refunds",
        "payments__tip__staff_member",
        "due_charges__lines",
        "reviews",
        "customer__kept_methods__account",
    )


def _visible(actor: Actor) -> QuerySet[Order]:
    allowed = visible_to(actor)
    seen = Order.objects.none() if allowed is None else Order.objects.filter(allowed)
    return Order.objects.filter(pk__in=seen.values("pk")).select_related("business", "customer")


def order_numbered(actor: Actor, number: str, *, whole: bool = True) -> Order:
    """One order by its number, `whole` as its page shows it, in some twenty SQL queries; for an action, which reads what it needs
    by itself, in one. Raises NotFound, also for orders of others."""
    found = (orders(actor) if whole else _visible(actor)).filter(number=number).first()
    if found is None:
        raise NotFound
    return found


def order_of_appointment(appointment_id: UUID) -> Order | None:
    """The order a visit was sold in. For reactions and actions that already know the actor may see the visit."""
    return Order.objects.filter(lines__appointment_id=appointment_id).select_related("business", "customer").first()


def subscriptions(actor: Actor, *, states: Sequence[str] = (), business: str = "") -> QuerySet[Subscription]:
    """Subscriptions the actor may see, of these states and of a business (its slug) where given, each with `next_at`: one SQL
    query."""
    found = Subscription.objects.filter(
        pk__in=Subscription.objects.filter(subscriptions_visible_to(actor)).values("pk")
    ).annotate(customer_name=F("customer__name"), next_at=next_at())
    if states:
        found = found.filter(state__in=states)
    if business:
        found = found.filter(business__slug=business)
    return found.select_related("business", "customer", "service")


def subscription(actor: Actor, subscription_id: UUID) -> Subscription:
    """One of them. Raises NotFound, also for those of others."""
    found = subscriptions(actor).filter(pk=subscription_id).first()
    if found is None:
        raise NotFound
    return found


@dataclass(frozen=True, slots=True)
class Owned:
    """A product that somebody bought and may download, with its files."""

    entitlement: Entitlement
    files: list[PrivateFile]


def library(actor: Actor) -> list[Owned]:
    """What the actor bought and may download, the latest first: their account's, and what their order's link opens. Two SQL
    queries."""
    allowed = owns(actor)
    if allowed is None:
        return []
    mine = Order.objects.filter(allowed).values("pk")
    rows = Entitlement.objects.filter(line__order__in=mine, revoked_at=None, withheld="")
    found = list(rows.select_related("line__order", "product__mentor", "product__business").order_by("-given_at", "pk"))
    files = private_files_of({row.product.files_owner for row in found})
    return [Owned(row, files[row.product.files_owner]) for row in found]


def downloaded_file(token: str, *, reader: Actor, now: datetime) -> PrivateFile:
    """The file that a download link opens for this reader, while they have the right to it. Raises NotFound."""
    named = download_in(token, reader=reader, now=now)
    if named is None:
        raise NotFound
    right = Entitlement.objects.select_related("product").filter(pk=named[0], revoked_at=None, withheld="").first()
    file = private_files(right.product.files_owner, [named[1]]).get(named[1]) if right else None
    if file is None:
        raise NotFound
    return file


CARDS = Sorting({"made": "created_at", "amount": "amount"}, standard="-made")


def gift_cards(actor: Actor, *, state: str = "", business: str = "", ending: str = "") -> QuerySet[GiftCard]:
    """All gift cards, with what an administrator reads of each: one SQL query. `ending`: of the code. Raises NotAllowed."""
    if not can_see_gift_cards(actor):
        raise NotAllowed
    named = {"business__slug": business, "ending": flat_code(ending)[-4:]}
    rows = GiftCard.objects.filter(**{name: value for name, value in named.items() if value})
    rows = rows.select_related("business", "line__order", "given_by")
    issued = Q(issued_at__isnull=False)
    wanted = {
        "unpaid": Q(issued_at=None, voided_at=None),
        "issued": issued & Q(stopped_at=None, voided_at=None),
        "stopped": Q(stopped_at__isnull=False),
        "voided": Q(voided_at__isnull=False),
    }
    return rows.filter(wanted[state]) if state else rows


def gift_card(actor: Actor, card_id: UUID) -> GiftCard:
    """One of them. Raises NotAllowed, NotFound."""
    found = gift_cards(actor).filter(pk=card_id).first()
    if found is None:
        raise NotFound
    return found


def bought_cards(actor: Actor) -> list[CardStanding]:
    """Gift cards the actor bought: by their account, and by the order whose link they hold. The latest first. Two SQL queries."""
    allowed = owns(actor)
    if allowed is None:
        return []
    rows = GiftCard.objects.filter(line__order__in=Order.objects.filter(allowed).values("pk"))
    return standings(rows.select_related("business", "line__order").order_by("-created_at", "pk"))


def held_card(token: str, *, now: datetime) -> CardStanding:
    """The card that a letter's link shows. Raises NotFound."""
    card_id = gift_card_id_in(token, now=now)
    rows = GiftCard.objects.select_related("business").filter(issued_at__isnull=False)
    found = standings(rows.filter(pk=card_id)) if card_id else []
    if not found:
        raise NotFound
    return found[0]


def movements_of(card: GiftCard) -> tuple[list[Entry], dict[str, str]]:
    """Every entry about a card, the oldest first, and the numbers of the orders they are about, by subject. Five SQL queries."""
    account = Account.objects.filter(role=Role.GIFT_CARD, holder=card.holder, currency=card.currency)
    found = Entry.objects.filter(postings__account__in=account).prefetch_related("postings__account")
    entries = list(found.order_by("happened_at", "id"))
    subjects = {entry.subject.removeprefix("order:") for entry in entries if entry.subject.startswith("order:")}
    orders = Order.objects.filter(pk__in=subjects).values_list("pk", "number")
    return entries, {f"order:{pk}": number for pk, number in orders}


PASSES = Sorting(
    {"made": "created_at", "ends": "valid_until"}, standard="-made", may_be_empty=frozenset({"valid_until"})
)
UNUSED = F("visits") - F("lapsed") - F("refunded") - F("asked") - F("live")


def passes(
    actor: Actor, *, state: str = "", business: str = "", package_id: UUID | None = None, ending: str = ""
) -> QuerySet[VisitPass]:
    """All packages that customers have, with what an administrator reads of each: one SQL query. `ending`: of the code.
    Raises NotAllowed."""
    if not can_see_passes(actor):
        raise NotAllowed
    rows = with_uses(VisitPass.objects.select_related(*PASS_PARTS))
    if business:
        rows = rows.filter(business__slug=business)
    if package_id:
        rows = rows.filter(package=package_id)
    if ending:
        rows = rows.filter(ending=flat_code(ending)[-4:])
    issued = Q(issued_at__isnull=False, voided_at=None)
    if state in ("good", "used_up"):
        rows = rows.annotate(unused=UNUSED)
    wanted = {
        "unpaid": Q(issued_at=None),
        "good": issued & Q(unused__gt=0),
        "used_up": issued & Q(unused=0, lapsed=0, refunded=0, asked=0),
        "stopped": Q(asked__gt=0),
        "refunded": Q(refunded__gt=0),
        "lapsed": issued & Q(lapsed__gt=0),
        "voided": Q(voided_at__isnull=False),
    }
    return rows.filter(wanted[state]) if state else rows


PASS_PARTS = ("business", "package", "customer", "line__order__customer", "staff_member", "given_by")


def visit_pass(actor: Actor, pass_id: UUID) -> PassStanding:
    """One of them. Raises NotAllowed, NotFound."""
    found = pass_standings(passes(actor).filter(pk=pass_id))
    if not found:
        raise NotFound
    return found[0]


def own_passes(actor: Actor) -> list[PassStanding]:
    """Packages that the actor bought or was given: by their account, and by the order whose link they hold. The latest first. One
    SQL query, none for who can have none."""
    allowed = owns(actor)
    if allowed is None:
        return []
    mine = Q(line__order__in=Order.objects.filter(allowed).values("pk"))
    if actor.customer_id is not None:
        mine |= Q(customer_id=actor.customer_id)
    rows = with_uses(VisitPass.objects.filter(mine).select_related(*PASS_PARTS))
    return pass_standings(rows.order_by("-created_at", "pk"))


def held_pass(token: str, *, now: datetime) -> PassStanding:
    """The package that a letter's link shows. Raises NotFound."""
    pass_id = pass_id_in(token, now=now)
    if pass_id is None:
        raise NotFound
    rows = with_uses(VisitPass.objects.filter(pk=pass_id, issued_at__isnull=False).select_related(*PASS_PARTS))
    found = pass_standings(rows)
    if not found:
        raise NotFound
    return found[0]


def uses_of(pass_ids: Iterable[UUID]) -> dict[UUID, list[PassUse]]:
    """Every visit of these passes, the earliest first, those that came back too. One SQL query."""
    found: dict[UUID, list[PassUse]] = {pass_id: [] for pass_id in pass_ids}
    rows = PassUse.objects.filter(visit_pass__in=list(found)).select_related(
        "line__order", "line__appointment__staff_member"
    )
    for row in rows.order_by("used_at", "pk"):
        found[row.visit_pass_id].append(row)
    return found


def movements_of_pass(held: VisitPass) -> list[Entry]:
    """Every entry about what is owed of a pass, the oldest first. Three SQL queries."""
    account = Account.objects.filter(role=Role.PREPAID, holder=held.holder, currency=held.currency)
    found = Entry.objects.filter(postings__account__in=account).prefetch_related("postings__account")
    return list(found.order_by("happened_at", "id"))


LIVE_USE = Q(uses__given_back_at=None, uses__isnull=False)


def candidates(business_ids: Iterable[UUID], *, code: str, customer_id: UUID | None) -> list[Candidate]:
    """The discounts of these businesses that come by themselves, to all or to this customer alone, and the coupon of this code
    whoever's it is. With the uses of a customer where one is known. One SQL query, another for a code that friends use: it is
    none while its business brings no friends, and takes off what the business says now."""
    theirs = Q(customer=None) | Q(customer=customer_id) if customer_id else Q(customer=None)
    wanted = Q(code=None, business__in=set(business_ids)) & theirs
    if code:
        wanted |= Q(code=code)
    rows = Coupon.objects.filter(wanted, archived_at=None).select_related("business")
    rows = rows.annotate(
        live=Count("uses", filter=LIVE_USE),
        own=Count("uses", filter=LIVE_USE & Q(uses__order__customer_id=customer_id)),
    )
    return [
        Candidate(
            row,
            row.live,
            row.own if customer_id else 0,
            row.customer_id in (None, customer_id),
            customer_id is not None and row.referrer_id == customer_id,
        )
        for row in rows.order_by("pk")
        if row.referrer_id is None or follows_setting(row)
    ]


def has_ordered(customer_id: UUID) -> bool:
    """Whether a customer has an order that was not called off. One SQL query."""
    return Order.objects.filter(customer_id=customer_id).exclude(state=OrderState.CANCELLED).exists()


def coupons(actor: Actor) -> QuerySet[Coupon]:
    """All coupons and discounts but the codes that friends use, the newest first, archived ones too, with how often each was used
    and what it gave. One SQL query. Raises NotAllowed."""
    if not can_edit_coupons(actor):
        raise NotAllowed
    rows = Coupon.objects.filter(referrer=None).select_related("business", "customer")
    return rows.annotate(live=Count("uses", filter=LIVE_USE), given=Coalesce(Sum("uses__amount", filter=LIVE_USE), 0))


def own_coupons(actor: Actor) -> list[Candidate]:
    """Coupons and discounts that are the actor's alone and not put away, the newest first, with how often each was used. One SQL
    query, none for who has no customer's record."""
    if not actor.customer_id:
        return []
    rows = Coupon.objects.filter(customer=actor.customer_id, archived_at=None).select_related("business")
    counted = rows.annotate(live=Count("uses", filter=LIVE_USE))
    return [Candidate(row, row.live, row.live) for row in counted.order_by("-created_at", "pk")]


def coupon(actor: Actor, coupon_id: UUID) -> Coupon:
    """One of them. Raises NotAllowed, NotFound."""
    found = coupons(actor).filter(pk=coupon_id).first()
    if found is None:
        raise NotFound
    return found
