"""Tables: orders and their lines, kept as they were sold."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.db import models
from django.db.models import F, Q

from almanac.business.models import Business
from almanac.business.policies import Charging
from almanac.catalog.models import Bundle, Product, Service
from almanac.kit.crypto import EncryptedTextField
from almanac.kit.fields import Row
from almanac.people.models import Customer, StaffMember, User
from almanac.sales.coupon_tables import Coupon
from almanac.sales.pass_tables import PassUse, VisitPass, pass_holder
from almanac.sales.point_tables import PointEntry
from almanac.scheduling.models import Appointment

__all__ = [
    "DOWNLOADS_ALLOWED",
    "GOODS",
    "Coupon",
    "CouponUse",
    "Entitlement",
    "GiftCard",
    "LineKind",
    "Order",
    "OrderLine",
    "OrderState",
    "PassUse",
    "PointEntry",
    "Subscription",
    "SubscriptionChange",
    "VisitPass",
    "gift_card_holder",
    "pass_holder",
]
DOWNLOADS_ALLOWED = 30  # of a product by its buyer, links to all its files together


class OrderState(models.TextChoices):  # that it is over and paid is worked out: booking.queries.standings
    PLACED = "placed", "placed"  # waits for money; a visit may wait for approval in any state of its order
    CONFIRMED = "confirmed", "confirmed"
    CANCELLED = "cancelled", "cancelled"


class Order(Row):
    """What a customer owes and gets, in one currency. `number` is random, so it tells nothing about how many there are.

    `business` is that of its first line: the brand it goes by. Who sells and delivers each part stands on the line.
    """

    business = models.ForeignKey(Business, on_delete=models.PROTECT, related_name="orders")
    customer = models.ForeignKey(Customer, on_delete=models.PROTECT, related_name="orders")
    number = models.CharField(max_length=20, unique=True)
    currency = models.CharField(max_length=3)
    total_amount = models.PositiveIntegerField()
    tax_amount = models.PositiveIntegerField()
    paid_amount = models.PositiveIntegerField(default=0)
    state = models.CharField(max_length=10, choices=OrderState.choices, default=OrderState.PLACED)
    language = models.CharField(max_length=8, default="en")
    placed_at = models.DateTimeField()
    cancelled_at = models.DateTimeField(null=True, blank=True)
    booked_by = models.ForeignKey(  # of the team, who took the order by phone
        User, null=True, blank=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    customer_note = EncryptedTextField(blank=True, default="")
    early_start_consent_at = models.DateTimeField(null=True, blank=True)  # distance contracts: start within 14 days
    download_consent_at = models.DateTimeField(null=True, blank=True)  # and that a download ends these
    is_test = models.BooleanField(
        default=False, help_text="test money came for it: it stands apart from the real books"
    )
    link_revision = models.PositiveSmallIntegerField(
        default=0, help_text="links of an earlier one open nothing any more"
    )

    class Meta:
        indexes = [models.Index(fields=["customer", "-placed_at"]), models.Index(fields=["business", "-placed_at"])]

    def __str__(self) -> str:
        return self.number


class Subscription(Row):
    """Visits of a service that come again by a rule (docs/algorithms/series.md): `every` so many weeks or months from `first_on`,
    `minutes` after midnight in `zone`, for a term of `months`. Its visits are lines of orders, one order a term; `booked_months`
    are those of all terms so far.

    `wish` is what each visit is asked with, for the terms to come: booking's own JSON. `price_amount` is that of a visit as sold.
    At `notice_at` the next term is booked (`carries_on`), or it is told that there is none; none: that was done. From
    `paused_from` on it is paused without an end; visits before that day go on, and with the last of them its state says so.
    """

    class State(models.TextChoices):
        ACTIVE = "active", "active"
        PAUSED = "paused", "paused"
        ENDED = "ended", "ended"  # its last visit is over
        CANCELLED = "cancelled", "cancelled"

    business = models.ForeignKey(Business, on_delete=models.PROTECT, related_name="subscriptions")
    customer = models.ForeignKey(Customer, on_delete=models.PROTECT, related_name="subscriptions")
    service = models.ForeignKey(Service, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=200, help_text="of the service, as it was sold")
    frequency = models.CharField(max_length=20)
    every = models.PositiveSmallIntegerField()
    first_on = models.DateField()
    minutes = models.PositiveSmallIntegerField()
    zone = models.CharField(max_length=64)
    months = models.PositiveSmallIntegerField()
    booked_months = models.PositiveSmallIntegerField()
    carries_on = models.BooleanField(default=False)
    notice_at = models.DateTimeField(null=True, blank=True)
    wish = EncryptedTextField()
    price_amount = models.PositiveIntegerField()
    currency = models.CharField(max_length=3)
    charging = models.CharField(max_length=10, choices=[(each.value, each.value) for each in Charging])
    payment_method = models.CharField(max_length=20)
    state = models.CharField(max_length=10, choices=State.choices, default=State.ACTIVE)
    stopped_at = models.DateTimeField(null=True, blank=True, help_text="paused, ended or cancelled at")
    paused_from = models.DateField(null=True, blank=True)
    revision = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["-created_at", "pk"]
        indexes = [
            models.Index(fields=["state", "-created_at"], name="subscription_by_state"),
            models.Index(fields=["notice_at"], name="subscription_notices", condition=Q(notice_at__isnull=False)),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(state="active", stopped_at=None) | (~Q(state="active") & Q(stopped_at__isnull=False)),
                name="subscription_stopped_when",
            ),
            models.CheckConstraint(
                condition=Q(every__gte=1, months__gte=1, months__lte=12, minutes__lt=1440),
                name="subscription_rule_sane",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name} {self.first_on}"


class SubscriptionChange(Row):
    """What was done to several visits of a subscription at once: each line with its visit before and after, as JSON. It can be
    undone for a day, once.

    A pause holds from `from_on` until `until_on`, without an end where there is none; `resumed_from`: it was let go on again from
    that day. `resumed`: of what let it go on, the pauses it ended, each with the day until which it lasted before. `is_whole`: of
    the subscription and not of some visits alone, by somebody who sees all visits to come or, where it cancels, its customer.
    """

    subscription = models.ForeignKey(Subscription, on_delete=models.PROTECT, related_name="changes")
    kind = models.CharField(max_length=12)
    made_by = models.ForeignKey(User, null=True, blank=True, on_delete=models.PROTECT, related_name="+", db_index=False)
    party = models.CharField(max_length=8)
    visits: models.JSONField[list[dict[str, Any]], list[dict[str, Any]]] = models.JSONField()
    made_at = models.DateTimeField()
    undone_at = models.DateTimeField(null=True, blank=True)
    from_on = models.DateField(null=True, blank=True)
    until_on = models.DateField(null=True, blank=True)
    resumed_from = models.DateField(null=True, blank=True)
    resumed: models.JSONField[list[dict[str, Any]], list[dict[str, Any]]] = models.JSONField(default=list, blank=True)
    is_whole = models.BooleanField(default=True)
    carried_on = models.BooleanField(
        default=False, help_text="whether the subscription carried on until it was cancelled"
    )

    class Meta:
        ordering = ["-made_at", "pk"]

    def __str__(self) -> str:
        return f"{self.kind} {self.subscription_id}"


class LineKind(models.TextChoices):
    VISIT = "visit", "visit or session"
    PRODUCT = "product", "digital product"
    GIFT_CARD = "gift_card", "gift card"
    PACKAGE = "package", "package of visits"


GOODS = (LineKind.PRODUCT, LineKind.GIFT_CARD, LineKind.PACKAGE)  # sold without a time


class OrderLine(Row):
    """One line as sold by `business`: name, price steps, tax, policy and answers stay as they were, whatever changes."""

    order = models.ForeignKey(Order, on_delete=models.PROTECT, related_name="lines")
    business = models.ForeignKey(Business, on_delete=models.PROTECT, related_name="+")
    position = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=10, choices=LineKind.choices, default=LineKind.VISIT)
    name = models.CharField(max_length=200)
    breakdown: models.JSONField[list[dict[str, Any]], list[dict[str, Any]]] = models.JSONField()
    total_amount = models.PositiveIntegerField()
    tax_rate_bp = models.PositiveIntegerField()
    tax_amount = models.PositiveIntegerField()
    paid_amount = models.PositiveIntegerField(default=0, help_text="as booked: paid less given back")
    payee = models.ForeignKey(  # who earns with us by it; nobody: it is our own sale
        StaffMember, null=True, blank=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    commission_bp = models.PositiveIntegerField(default=0, help_text="our share of what a payee sells, basis points")
    policy: models.JSONField[dict[str, Any], dict[str, Any]] = models.JSONField(default=dict)
    answers = EncryptedTextField(blank=True, default="")  # to the service's questions: catalog.questions.KeptAnswer
    appointment = models.OneToOneField(
        Appointment, null=True, blank=True, on_delete=models.PROTECT, related_name="order_line"
    )
    subscription = models.ForeignKey(
        Subscription, null=True, blank=True, on_delete=models.PROTECT, related_name="lines"
    )
    occurs_on = models.DateField(null=True, blank=True, help_text="which date of its subscription it is")
    product = models.ForeignKey(Product, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    delivered_at = models.DateTimeField(
        null=True, blank=True, help_text="of a good: handed over, so it owes nothing more"
    )
    fee_amount = models.PositiveIntegerField(
        null=True, blank=True, help_text="what it costs in place of its price: missed, or called off with a fee"
    )

    class Meta:
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(fields=["order", "position"], name="order_line_position_once"),
            models.CheckConstraint(condition=Q(paid_amount__lte=F("total_amount")), name="order_line_paid_within"),
            models.CheckConstraint(condition=Q(commission_bp__lte=10_000), name="order_line_commission_within"),
            models.UniqueConstraint(fields=["subscription", "occurs_on"], name="order_line_date_once"),
            models.CheckConstraint(
                condition=Q(subscription=None, occurs_on=None) | Q(subscription__isnull=False, occurs_on__isnull=False),
                name="order_line_date_of_subscription",
            ),
            models.CheckConstraint(
                condition=Q(kind="product", product__isnull=False, appointment=None)
                | (~Q(kind="product") & Q(product=None)),
                name="order_line_is_one_thing",
            ),
            models.CheckConstraint(
                condition=Q(fee_amount=None) | Q(fee_amount__lte=F("total_amount")), name="order_line_fee_within"
            ),
        ]

    @property
    def cost_amount(self) -> int:
        """What it costs as things stand: its price, or the fee in its place."""
        return self.total_amount if self.fee_amount is None else self.fee_amount

    @property
    def is_good(self) -> bool:
        """Whether it was sold without a time."""
        return self.kind in GOODS

    def __str__(self) -> str:
        return f"{self.order_id} {self.position}"


class BundledLine(Row):
    """That a line was sold in a bundle, as it was then: lines with one `instance` were sold together. `same_person`: one person
    does all of its visit."""

    line = models.OneToOneField(OrderLine, on_delete=models.PROTECT, related_name="bundled")
    bundle = models.ForeignKey(Bundle, on_delete=models.PROTECT, related_name="+", db_index=False)
    instance = models.UUIDField()
    name = models.CharField(max_length=200)
    same_person = models.BooleanField(default=False)

    def __str__(self) -> str:
        return f"{self.name}: {self.line_id}"


class DayWished(Row):
    """That the customer of a visit minded only its day and which part of it: the hour was ours to choose."""

    line = models.OneToOneField(OrderLine, on_delete=models.PROTECT, related_name="day_wished")
    on = models.DateField()
    part = models.CharField(max_length=9, help_text="any, morning, afternoon, evening")

    def __str__(self) -> str:
        return f"{self.on} {self.part}: {self.line_id}"


def gift_card_holder(card_id: UUID) -> str:
    """The ledger's key of a gift card."""
    return f"gift_card:{card_id}"


class Entitlement(Row):
    """The right to download a product: given when its line is paid, taken back when all of that went back. `withheld` while the
    payer's bank asks for its money back, and for good once it got it.

    `downloads` counts the links that were made.
    """

    class Withheld(models.TextChoices):
        DISPUTED = "disputed", "disputed"
        LOST = "lost", "lost"

    line = models.OneToOneField(OrderLine, on_delete=models.PROTECT, related_name="entitlement")
    product = models.ForeignKey(Product, on_delete=models.PROTECT, related_name="entitlements")
    given_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True, blank=True)
    withheld = models.CharField(max_length=8, blank=True, choices=Withheld.choices)
    downloads = models.PositiveSmallIntegerField(default=0)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(downloads__lte=DOWNLOADS_ALLOWED), name="entitlement_downloads_within")
        ]

    def __str__(self) -> str:
        return f"{self.product_id} of {self.line_id}"


class GiftCard(Row):
    """Money somebody may spend here, in one currency; what is left of it stands in the ledger. One that was bought has the id of
    its `line`, which is how the ledger knows it before it is paid; one given by hand has no line.

    Of its code, only a digest can be looked up; the code itself is encrypted and forgotten when the card is over. `stopped_at`:
    its money is about to go back to its buyer, and nobody spends it meanwhile. Personal parts are encrypted.
    """

    business = models.ForeignKey(Business, on_delete=models.PROTECT, related_name="gift_cards")
    line = models.OneToOneField(OrderLine, null=True, blank=True, on_delete=models.PROTECT, related_name="gift_card")
    currency = models.CharField(max_length=3)
    amount = models.PositiveIntegerField()
    digest = models.CharField(max_length=64, unique=True, null=True, blank=True)
    code = EncryptedTextField(blank=True, default="")
    ending = models.CharField(max_length=4, blank=True)
    recipient_name = EncryptedTextField(blank=True, default="")
    recipient_email = EncryptedTextField(blank=True, default="")
    recipient_digest = models.CharField(max_length=64, blank=True, db_index=True)  # by which their account finds it
    sender_name = EncryptedTextField(blank=True, default="")
    message = EncryptedTextField(blank=True, default="")
    language = models.CharField(max_length=8, default="en")
    deliver_on = models.DateField(null=True, blank=True)
    issued_at = models.DateTimeField(null=True, blank=True)
    delivered_at = models.DateTimeField(null=True, blank=True)
    stopped_at = models.DateTimeField(null=True, blank=True)
    voided_at = models.DateTimeField(null=True, blank=True)
    reason = EncryptedTextField(blank=True, default="")  # why it was given by hand, or voided
    given_by = models.ForeignKey(
        User, null=True, blank=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )

    class Meta:
        ordering = ["-created_at", "pk"]
        indexes = [
            models.Index(fields=["-created_at"], name="gift_card_newest"),
            models.Index(
                fields=["deliver_on"],
                name="gift_card_due",
                condition=Q(issued_at__isnull=False, delivered_at=None, voided_at=None),
            ),
        ]
        constraints = [
            models.CheckConstraint(condition=Q(amount__gte=1), name="gift_card_of_something"),
            models.CheckConstraint(
                condition=Q(issued_at=None) | Q(digest__isnull=False), name="gift_card_issued_with_code"
            ),
        ]

    @property
    def holder(self) -> str:
        """The ledger's key of it."""
        return gift_card_holder(self.pk)

    @property
    def is_good(self) -> bool:
        """Whether it can be spent, if anything is left of it."""
        return self.issued_at is not None and self.stopped_at is None and self.voided_at is None

    def __str__(self) -> str:
        return f"…{self.ending}"


class CouponUse(Row):
    """One use of a coupon, by an order. Whoever writes one holds the coupon's lock; were it forgotten, the numbers, which live
    uses do not share and which stay within the limits (`out_of`), make the second of two an error.

    `person` tells customers apart for the limit of each: a digest of their mailbox, or of their key where they have none.
    """

    coupon = models.ForeignKey(Coupon, on_delete=models.PROTECT, related_name="uses", db_index=False)
    order = models.ForeignKey(Order, on_delete=models.PROTECT, related_name="coupon_uses")
    number = models.PositiveIntegerField()
    out_of = models.PositiveIntegerField(null=True, blank=True)
    person = models.CharField(max_length=64)
    person_number = models.PositiveIntegerField()
    person_out_of = models.PositiveIntegerField(null=True, blank=True)
    amount = models.PositiveIntegerField()
    used_at = models.DateTimeField()
    given_back_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["coupon", "number"], condition=Q(given_back_at=None), name="coupon_use_number_once"
            ),
            models.UniqueConstraint(
                fields=["coupon", "person", "person_number"],
                condition=Q(given_back_at=None),
                name="coupon_use_person_once",
            ),
            models.UniqueConstraint(fields=["coupon", "order"], name="coupon_use_order_once"),
            models.CheckConstraint(
                condition=Q(number__gte=1) & (Q(out_of=None) | Q(number__lte=F("out_of"))),
                name="coupon_use_within_limit",
            ),
            models.CheckConstraint(
                condition=Q(person_number__gte=1) & (Q(person_out_of=None) | Q(person_number__lte=F("person_out_of"))),
                name="coupon_use_within_person",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.coupon_id} {self.number}"


class Referral(Row):
    """What a friend's use of somebody's code came to, once it was decided: a `reward`, or why there is none."""

    class State(models.TextChoices):
        REWARDED = "rewarded", "rewarded"
        REFUSED = "refused", "refused"
        TAKEN_BACK = "taken_back", "taken back"

    class Reason(models.TextChoices):
        SAME_PERSON = "same_person", "friend and referrer are one, as far as can be told"
        MONTH_FULL = "month_full", "as many as a month allows"
        REFUNDED = "refunded", "all of the friend's money went back"

    use = models.OneToOneField(CouponUse, on_delete=models.PROTECT, related_name="referral")
    referrer = models.ForeignKey(Customer, on_delete=models.PROTECT, related_name="referrals")
    state = models.CharField(max_length=10, choices=State.choices)
    reason = models.CharField(max_length=12, choices=Reason.choices, blank=True, default="")
    reward = models.OneToOneField(Coupon, null=True, blank=True, on_delete=models.PROTECT, related_name="rewards")
    decided_at = models.DateTimeField()

    class Meta:
        ordering = ["-decided_at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(state="rewarded", reward__isnull=False, reason="") | (~Q(state="rewarded") & ~Q(reason="")),
                name="referral_rewarded_or_why_not",
            )
        ]

    def __str__(self) -> str:
        return f"{self.referrer_id} {self.state}"
