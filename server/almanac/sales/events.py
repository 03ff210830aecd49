"""Facts about orders."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar
from uuid import UUID

from almanac.outbox.events import Event


@dataclass(frozen=True, slots=True)
class OrderPlaced(Event):
    """A customer committed to an order; it may still wait for approval or money."""

    name: ClassVar[str] = "sales.order_placed"
    order_id: UUID
    business_id: UUID
    customer_id: UUID
    total_amount: int
    currency: str


@dataclass(frozen=True, slots=True)
class OrderConfirmed(Event):
    """The order's payment terms are met."""

    name: ClassVar[str] = "sales.order_confirmed"
    order_id: UUID
    business_id: UUID
    customer_id: UUID


@dataclass(frozen=True, slots=True)
class OrderCancelled(Event):
    """Nothing of the order is left to deliver."""

    name: ClassVar[str] = "sales.order_cancelled"
    order_id: UUID
    business_id: UUID
    customer_id: UUID


@dataclass(frozen=True, slots=True)
class ProductDelivered(Event):
    """A product is paid: its buyer may download it."""

    name: ClassVar[str] = "sales.product_delivered"
    entitlement_id: UUID
    order_id: UUID
    business_id: UUID
    product_id: UUID


@dataclass(frozen=True, slots=True)
class EntitlementRevoked(Event):
    """All that was paid for a product went back: nobody downloads it by this order any more."""

    name: ClassVar[str] = "sales.entitlement_revoked"
    entitlement_id: UUID
    order_id: UUID
    business_id: UUID
    product_id: UUID


@dataclass(frozen=True, slots=True)
class EntitlementWithheld(Event):
    """The bank of who paid for a product asks for the money back: nobody downloads it by this order meanwhile."""

    name: ClassVar[str] = "sales.entitlement_withheld"
    entitlement_id: UUID
    order_id: UUID
    business_id: UUID
    product_id: UUID


@dataclass(frozen=True, slots=True)
class EntitlementReleased(Event):
    """The bank left the money with us: the product may be downloaded again."""

    name: ClassVar[str] = "sales.entitlement_released"
    entitlement_id: UUID
    order_id: UUID
    business_id: UUID
    product_id: UUID


@dataclass(frozen=True, slots=True)
class EntitlementRestored(Event):
    """What was to go back for a product did not: its buyer may download it again."""

    name: ClassVar[str] = "sales.entitlement_restored"
    entitlement_id: UUID
    order_id: UUID
    business_id: UUID
    product_id: UUID


@dataclass(frozen=True, slots=True)
class DownloadMade(Event):
    """Somebody who may asked for a link to a file; `number` is which of their downloads it is."""

    name: ClassVar[str] = "sales.download_made"
    entitlement_id: UUID
    order_id: UUID
    business_id: UUID
    file_id: UUID
    number: int


@dataclass(frozen=True, slots=True)
class GiftCardEvent(Event):
    """Of one gift card. Its code is told by none."""

    gift_card_id: UUID
    business_id: UUID
    amount: int
    currency: str


@dataclass(frozen=True, slots=True)
class GiftCardIssued(GiftCardEvent):
    """A gift card is paid, or was given by hand: it can be spent."""

    name: ClassVar[str] = "sales.gift_card_issued"


@dataclass(frozen=True, slots=True)
class GiftCardDue(GiftCardEvent):
    """The day has come for whom it is for to be told."""

    name: ClassVar[str] = "sales.gift_card_due"


@dataclass(frozen=True, slots=True)
class GiftCardStopped(GiftCardEvent):
    """What was paid for it is to go back: nobody spends it meanwhile."""

    name: ClassVar[str] = "sales.gift_card_stopped"


@dataclass(frozen=True, slots=True)
class GiftCardFreed(GiftCardEvent):
    """It was stopped, and can be spent again."""

    name: ClassVar[str] = "sales.gift_card_freed"


@dataclass(frozen=True, slots=True)
class GiftCardVoided(GiftCardEvent):
    """It is over: its money went back, or an administrator voided it. `amount` is what was left of it."""

    name: ClassVar[str] = "sales.gift_card_voided"


@dataclass(frozen=True, slots=True)
class PassEvent(Event):
    """Of one pass, a package that somebody has; `visits` are those that it is about. Its code is told by none."""

    pass_id: UUID
    business_id: UUID
    visits: int


@dataclass(frozen=True, slots=True)
class PassIssued(PassEvent):
    """A package is paid, or was given by hand: its visits can be used."""

    name: ClassVar[str] = "sales.pass_issued"


@dataclass(frozen=True, slots=True)
class PassUsed(PassEvent):
    """A visit of it was booked."""

    name: ClassVar[str] = "sales.pass_used"


@dataclass(frozen=True, slots=True)
class PassGivenBack(PassEvent):
    """A visit of it was called off in time and can be used again."""

    name: ClassVar[str] = "sales.pass_given_back"


@dataclass(frozen=True, slots=True)
class PassEnding(PassEvent):
    """Its last day is near, and visits are left."""

    name: ClassVar[str] = "sales.pass_ending"


@dataclass(frozen=True, slots=True)
class PassLapsed(PassEvent):
    """Its last day is over: what was left unused has lapsed."""

    name: ClassVar[str] = "sales.pass_lapsed"


@dataclass(frozen=True, slots=True)
class PassStopped(PassEvent):
    """What was paid for unused visits is to go back: nobody uses them meanwhile."""

    name: ClassVar[str] = "sales.pass_stopped"


@dataclass(frozen=True, slots=True)
class PassRefunded(PassEvent):
    """What was paid for unused visits went back."""

    name: ClassVar[str] = "sales.pass_refunded"


@dataclass(frozen=True, slots=True)
class PassFreed(PassEvent):
    """Visits that were stopped can be used again: their refund failed."""

    name: ClassVar[str] = "sales.pass_freed"


@dataclass(frozen=True, slots=True)
class PassVoided(PassEvent):
    """An administrator ended it with visits left."""

    name: ClassVar[str] = "sales.pass_voided"


@dataclass(frozen=True, kw_only=True)
class CouponChanged(Event):
    """A coupon, or a discount that comes by itself, was added, changed, archived or restored (`what`); only what changed is
    told. Who used it stands with the orders."""

    name: ClassVar[str] = "sales.coupon_changed"
    business_id: UUID
    coupon_id: UUID
    what: str
    before: dict[str, object]
    after: dict[str, object]


@dataclass(frozen=True, slots=True)
class ReferralSettled(Event):
    """What a friend's order came to for whoever brought them (`customer_id`): `rewarded` with `amount`, `refused` or
    `taken_back`."""

    name: ClassVar[str] = "sales.referral_settled"
    referral_id: UUID
    business_id: UUID
    customer_id: UUID
    state: str
    reason: str
    amount: int


@dataclass(frozen=True, slots=True)
class PointsEvent(Event):
    """Of one customer's points with a business; `points` are those that it is about."""

    business_id: UUID
    customer_id: UUID
    points: int


@dataclass(frozen=True, slots=True)
class PointsRewarded(PointsEvent):
    """They became a coupon of `amount` minor units."""

    name: ClassVar[str] = "sales.points_rewarded"
    coupon_id: UUID
    amount: int


@dataclass(frozen=True, slots=True)
class PointsLapsing(PointsEvent):
    """They lapse after the last day they are good on, unless they are spent."""

    name: ClassVar[str] = "sales.points_lapsing"
    lapses_on: date


@dataclass(frozen=True, slots=True)
class PointsLapsed(PointsEvent):
    """Nobody spent them in time."""

    name: ClassVar[str] = "sales.points_lapsed"


@dataclass(frozen=True, slots=True)
class PointsCorrected(PointsEvent):
    """The team added or took some; why stands on the entry."""

    name: ClassVar[str] = "sales.points_corrected"
    entry_id: UUID


@dataclass(frozen=True, slots=True)
class SubscriptionStarted(Event):
    """A customer agreed to visits that come again."""

    name: ClassVar[str] = "sales.subscription_started"
    subscription_id: UUID
    business_id: UUID
    customer_id: UUID
    title: str


@dataclass(frozen=True, kw_only=True)
class SubscriptionChanged(Event):
    """Something was done to several visits of a subscription at once, or to it as a whole: `what` is the kind of change,
    `visits` how many it was done to. Each visit has its own facts besides."""

    name: ClassVar[str] = "sales.subscription_changed"
    subscription_id: UUID
    business_id: UUID
    customer_id: UUID
    what: str
    visits: int


@dataclass(frozen=True, kw_only=True)
class SubscriptionRenewed(Event):
    """Another term of `visits` was booked, each at `price_amount`; amounts are minor units. `left_out`: usual dates, ISO, on
    which nothing was free."""

    name: ClassVar[str] = "sales.subscription_renewed"
    subscription_id: UUID
    business_id: UUID
    customer_id: UUID
    visits: int
    old_price_amount: int
    price_amount: int
    left_out: list[str]


@dataclass(frozen=True, kw_only=True)
class SubscriptionEnding(Event):
    """A subscription ends with its term: `why` is `chosen`, `not_on_offer`, `no_way_to_pay` or `nothing_fits`."""

    name: ClassVar[str] = "sales.subscription_ending"
    subscription_id: UUID
    business_id: UUID
    customer_id: UUID
    why: str
