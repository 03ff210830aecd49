"""Tables: coupons and discounts, as the business or a customer made them."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from almanac.business.models import Business
from almanac.kit.fields import Archivable, Row
from almanac.kit.localized import LocalizedText
from almanac.people.models import Customer


class Coupon(Row, Archivable):
    """A discount (docs/algorithms/pricing.md): one that has to be named by its `code`, or without one comes by itself.

    It is of one business and its currency; where it names a `customer`, it is theirs alone; a `referrer`,
    it is the code that their friends use. `service_ids` and
    `category_ids` name what it is for, as text, neither: all of the business; `never_ids` what it is not for. A first order's
    coupon is used once by anybody.
    """

    business = models.ForeignKey(Business, on_delete=models.PROTECT, related_name="coupons")
    customer = models.ForeignKey(Customer, null=True, blank=True, on_delete=models.PROTECT, related_name="coupons")
    referrer = models.ForeignKey(
        Customer, null=True, blank=True, on_delete=models.PROTECT, related_name="referral_codes"
    )
    code = models.CharField(max_length=40, unique=True, null=True, blank=True)
    name: models.JSONField[LocalizedText, LocalizedText] = models.JSONField(default=dict, blank=True)
    currency = models.CharField(max_length=3)
    percent_bp = models.PositiveIntegerField(default=0)
    amount = models.PositiveIntegerField(default=0)
    most_amount = models.PositiveIntegerField(null=True, blank=True)
    from_each = models.BooleanField(default=False)
    combines = models.BooleanField(default=True)
    service_ids: models.JSONField[list[str], list[str]] = models.JSONField(default=list, blank=True)
    category_ids: models.JSONField[list[str], list[str]] = models.JSONField(default=list, blank=True)
    never_ids: models.JSONField[list[str], list[str]] = models.JSONField(default=list, blank=True)
    minimum_amount = models.PositiveIntegerField(default=0)
    starts_at = models.DateTimeField(null=True, blank=True)
    ends_at = models.DateTimeField(null=True, blank=True)
    limit = models.PositiveIntegerField(null=True, blank=True)
    customer_limit = models.PositiveIntegerField(null=True, blank=True)
    first_order_only = models.BooleanField(default=False)

    class Meta:
        ordering = ["-created_at", "pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(code=""), name="coupon_code_or_none"),
            models.UniqueConstraint(
                fields=["business", "referrer"], condition=Q(referrer__isnull=False), name="coupon_one_referral_code"
            ),
            models.CheckConstraint(
                condition=Q(referrer=None) | Q(customer=None, code__isnull=False), name="coupon_referral_is_for_friends"
            ),
            models.CheckConstraint(
                condition=Q(percent_bp__range=(1, 10_000), amount=0) | Q(percent_bp=0, amount__gte=1),
                name="coupon_percentage_or_amount",
            ),
            models.CheckConstraint(
                condition=Q(starts_at=None) | Q(ends_at=None) | Q(starts_at__lt=F("ends_at")),
                name="coupon_runs_forward",
            ),
        ]

    @property
    def customer_most(self) -> int | None:
        """How often one customer may use it."""
        return 1 if self.first_order_only else self.customer_limit

    @property
    def needs_known_customer(self) -> bool:
        """Whether nobody could take it out of a basket that it cannot be used for, and only who is known can be told so."""
        return self.code is None and self.customer_most is not None

    @property
    def is_counted(self) -> bool:
        """Whether its uses are written down: of one that comes by itself only where they are limited."""
        return self.code is not None or self.limit is not None or self.customer_most is not None

    def __str__(self) -> str:
        return self.code or self.name.get("en", str(self.pk))
