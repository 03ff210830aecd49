"""Tables: what can be booked, what can be added to it, and who delivers it at which price and length."""

from __future__ import annotations

from typing import Any

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models

from almanac.business.models import Business
from almanac.kit.fields import Archivable, Row
from almanac.kit.localized import LocalizedText
from almanac.people.models import StaffMember


class Venue(models.TextChoices):
    CUSTOMER = "customer", "at the customer's address"
    ONLINE = "online", "online"
    BUSINESS = "business", "at the business"


class Category(Row, Archivable):
    business = models.ForeignKey(Business, on_delete=models.PROTECT, related_name="categories")
    slug = models.SlugField()
    name: models.JSONField[LocalizedText, LocalizedText] = models.JSONField()
    description: models.JSONField[LocalizedText, LocalizedText] = models.JSONField(default=dict, blank=True)
    position = models.PositiveSmallIntegerField(default=0)
    picture_url = models.CharField(max_length=300, blank=True)

    class Meta:
        verbose_name_plural = "categories"
        ordering = ["position", "slug"]
        constraints = [models.UniqueConstraint(fields=["business", "slug"], name="category_slug_once")]

    def __str__(self) -> str:
        return self.slug


class Service(Row, Archivable):
    """What can be booked. The price includes tax, unless the business writes prices without (PricePolicy); `booking_rules`
    override single fields of the business's BookingPolicy; `questions` are asked of whoever books it (see questions.py)."""

    business = models.ForeignKey(Business, on_delete=models.PROTECT, related_name="services")
    category = models.ForeignKey(Category, on_delete=models.PROTECT, related_name="services")
    slug = models.SlugField()
    name: models.JSONField[LocalizedText, LocalizedText] = models.JSONField()
    description: models.JSONField[LocalizedText, LocalizedText] = models.JSONField(default=dict, blank=True)
    preparation: models.JSONField[LocalizedText, LocalizedText] = models.JSONField(default=dict, blank=True)
    duration_minutes = models.PositiveIntegerField(validators=[MinValueValidator(5), MaxValueValidator(24 * 60)])
    price_amount = models.PositiveIntegerField()
    currency = models.CharField(max_length=3)
    tax_rate_bp = models.PositiveIntegerField(default=2000, validators=[MaxValueValidator(10_000)])
    buffer_before_minutes = models.PositiveSmallIntegerField(default=0)
    buffer_after_minutes = models.PositiveSmallIntegerField(default=0)
    capacity = models.PositiveSmallIntegerField(default=1, validators=[MinValueValidator(1)])
    venue = models.CharField(max_length=10, choices=Venue.choices, default=Venue.CUSTOMER)
    is_visible = models.BooleanField(default=True)
    position = models.PositiveSmallIntegerField(default=0)
    picture_url = models.CharField(max_length=300, blank=True)
    booking_rules: models.JSONField[dict[str, Any], dict[str, Any]] = models.JSONField(default=dict, blank=True)
    questions: models.JSONField[list[dict[str, Any]], list[dict[str, Any]]] = models.JSONField(default=list, blank=True)

    class Meta:
        ordering = ["position", "slug"]
        constraints = [
            models.UniqueConstraint(fields=["business", "slug"], name="service_slug_once"),
            models.CheckConstraint(condition=models.Q(duration_minutes__gte=1), name="service_has_length"),
            models.CheckConstraint(condition=models.Q(capacity__gte=1), name="service_has_a_seat"),
        ]

    def __str__(self) -> str:
        return self.slug


class Extra(Row, Archivable):
    """An add-on with price and length; with no services named it fits all of its business."""

    business = models.ForeignKey(Business, on_delete=models.PROTECT, related_name="extras")
    services = models.ManyToManyField(Service, blank=True, related_name="extras")
    slug = models.SlugField()
    name: models.JSONField[LocalizedText, LocalizedText] = models.JSONField()
    price_amount = models.PositiveIntegerField()
    duration_minutes = models.PositiveSmallIntegerField(default=0)
    max_quantity = models.PositiveSmallIntegerField(default=1, validators=[MinValueValidator(1)])
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["position", "slug"]
        constraints = [models.UniqueConstraint(fields=["business", "slug"], name="extra_slug_once")]

    def __str__(self) -> str:
        return self.slug


class Offering(Row, Archivable):
    """A staff member's right to deliver a service, with an own price or length where it differs."""

    service = models.ForeignKey(Service, on_delete=models.PROTECT, related_name="offerings")
    staff_member = models.ForeignKey(StaffMember, on_delete=models.PROTECT, related_name="offerings")
    price_amount = models.PositiveIntegerField(null=True, blank=True)
    duration_minutes = models.PositiveIntegerField(null=True, blank=True, validators=[MinValueValidator(5)])
    rating = models.FloatField(null=True, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["service", "staff_member"], name="offering_once")]

    def __str__(self) -> str:
        return f"{self.service_id} by {self.staff_member_id}"


class Product(Row, Archivable):
    """Files that `mentor` sells, to be downloaded. The price includes tax, where a service's does. Its address is its slug alone,
    whoever sells it.

    `file_count` is how many files it has, told with each that comes or goes: one without any is not on sale.
    """

    business = models.ForeignKey(Business, on_delete=models.PROTECT, related_name="products")
    mentor = models.ForeignKey(StaffMember, on_delete=models.PROTECT, related_name="products")
    slug = models.SlugField(unique=True)
    name: models.JSONField[LocalizedText, LocalizedText] = models.JSONField()
    description: models.JSONField[LocalizedText, LocalizedText] = models.JSONField(default=dict, blank=True)
    price_amount = models.PositiveIntegerField()
    currency = models.CharField(max_length=3)
    tax_rate_bp = models.PositiveIntegerField(default=2000, validators=[MaxValueValidator(10_000)])
    picture_url = models.CharField(max_length=300, blank=True)
    is_visible = models.BooleanField(default=True)
    position = models.PositiveSmallIntegerField(default=0)
    file_count = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["position", "slug"]

    @property
    def files_owner(self) -> str:
        """What its files belong to."""
        return f"product:{self.pk}"

    def __str__(self) -> str:
        return self.slug


class Package(Row, Archivable):
    """So many visits of one of its services, bought at once (docs/algorithms/packages.md). The price includes tax, at the rate of
    its services, which all have the same. `staff_member`: with whom every visit is, nobody: with anybody. `months` is for how
    long it can be used, none: for good. `service_ids` as text."""

    business = models.ForeignKey(Business, on_delete=models.PROTECT, related_name="packages")
    staff_member = models.ForeignKey(
        StaffMember, null=True, blank=True, on_delete=models.PROTECT, related_name="packages"
    )
    slug = models.SlugField(unique=True)
    name: models.JSONField[LocalizedText, LocalizedText] = models.JSONField()
    description: models.JSONField[LocalizedText, LocalizedText] = models.JSONField(default=dict, blank=True)
    service_ids: models.JSONField[list[str], list[str]] = models.JSONField(default=list)
    visits = models.PositiveSmallIntegerField()
    price_amount = models.PositiveIntegerField()
    currency = models.CharField(max_length=3)
    months = models.PositiveSmallIntegerField(null=True, blank=True)
    picture_url = models.CharField(max_length=300, blank=True)
    is_visible = models.BooleanField(default=True)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["position", "slug"]
        constraints = [
            models.CheckConstraint(condition=models.Q(visits__gte=1), name="package_of_visits"),
            models.CheckConstraint(condition=models.Q(price_amount__gte=1), name="package_costs_something"),
        ]

    def __str__(self) -> str:
        return self.slug


class Bundle(Row, Archivable):
    """Services sold together (docs/algorithms/bundles.md): `service_ids` as text, in their order, each as often as it is done.
    In a row they are one visit, and `same_person` has one person do all of it. `percent_bp` comes off their service parts."""

    class Timing(models.TextChoices):
        APART = "apart", "each at a time of its own"
        IN_A_ROW = "in_a_row", "one visit, one after the other"

    business = models.ForeignKey(Business, on_delete=models.PROTECT, related_name="bundles")
    slug = models.SlugField(unique=True)
    name: models.JSONField[LocalizedText, LocalizedText] = models.JSONField()
    description: models.JSONField[LocalizedText, LocalizedText] = models.JSONField(default=dict, blank=True)
    service_ids: models.JSONField[list[str], list[str]] = models.JSONField(default=list)
    timing = models.CharField(max_length=10, choices=Timing.choices, default=Timing.APART)
    same_person = models.BooleanField(default=False)
    percent_bp = models.PositiveSmallIntegerField(default=0)
    is_visible = models.BooleanField(default=True)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["position", "slug"]
        constraints = [
            models.CheckConstraint(condition=models.Q(percent_bp__lte=10_000), name="bundle_takes_off_no_more"),
            models.CheckConstraint(
                condition=models.Q(same_person=False) | models.Q(timing="in_a_row"), name="bundle_one_person_in_a_row"
            ),
        ]

    @property
    def in_a_row(self) -> bool:
        """Whether it is one visit."""
        return self.timing == self.Timing.IN_A_ROW

    def __str__(self) -> str:
        return self.slug


class PriceRule(Row, Archivable):
    """A change of what services cost where its conditions hold (docs/algorithms/pricing.md). `service_ids` and
    `category_ids` name what it is for, as text, neither: all of the business; `when` and `effect` see pricing.py."""

    business = models.ForeignKey(Business, on_delete=models.PROTECT, related_name="price_rules")
    name: models.JSONField[LocalizedText, LocalizedText] = models.JSONField()
    position = models.PositiveSmallIntegerField(default=0)
    service_ids: models.JSONField[list[str], list[str]] = models.JSONField(default=list, blank=True)
    category_ids: models.JSONField[list[str], list[str]] = models.JSONField(default=list, blank=True)
    when: models.JSONField[dict[str, Any], dict[str, Any]] = models.JSONField(default=dict, blank=True)
    effect: models.JSONField[dict[str, Any], dict[str, Any]] = models.JSONField()

    class Meta:
        ordering = ["position", "pk"]

    def __str__(self) -> str:
        return self.name.get("en", str(self.pk))
