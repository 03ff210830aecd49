"""Tables of people: who signs in, who things are for, whose time is booked, and what a manager may see."""

from __future__ import annotations

from typing import Any, ClassVar

from django.contrib.auth.models import AbstractUser, UserManager
from django.db import models
from django.db.models.functions import Lower

from almanac.business.models import Business
from almanac.kit import clock
from almanac.kit.actor import Role, ScopeAction
from almanac.kit.fields import Archivable, Row
from almanac.kit.localized import LocalizedText, text_in


class UserRole(models.TextChoices):
    """The roles that sign in; the values are those of kit.actor.Role."""

    CUSTOMER = Role.CUSTOMER.value, "Customer"
    STAFF = Role.STAFF.value, "Staff member"
    MANAGER = Role.MANAGER.value, "Manager"
    ADMIN = Role.ADMIN.value, "Administrator"


class Accounts(UserManager["User"]):
    """Makes users; whoever is made on the command line as superuser is an administrator here too."""

    def create_superuser(
        self, username: str, email: str | None = None, password: str | None = None, **extra: Any
    ) -> User:
        """A user with every right, for the Django admin and for `/ad/`."""
        return super().create_superuser(username, email, password, **{"role": UserRole.ADMIN, **extra})


class User(Row, AbstractUser):
    """Somebody who can sign in, by user name or by e-mail. The role decides which area of the site is theirs."""

    first_name = None  # type: ignore[assignment]  # one name, as people have them; not a first and a last one
    last_name = None  # type: ignore[assignment]
    name = models.CharField(max_length=200, blank=True)
    phone = models.CharField(max_length=30, blank=True)
    language = models.CharField(max_length=12, default="en")
    role = models.CharField(max_length=10, choices=UserRole.choices, default=UserRole.CUSTOMER)

    objects: ClassVar[Accounts] = Accounts()

    class Meta(AbstractUser.Meta):
        abstract = False
        constraints = [
            models.UniqueConstraint(
                Lower("email"),
                name="user_email_unique",
                condition=~models.Q(email=""),
                violation_error_message="Somebody already signs in with this e-mail.",
            ),
            models.UniqueConstraint(
                Lower("username"),
                name="user_name_unique",
                violation_error_message="Somebody already has this user name.",
            ),
            models.CheckConstraint(condition=models.Q(role__in=UserRole.values), name="user_role_known"),
        ]

    def get_full_name(self) -> str:
        return self.name or self.username

    def get_short_name(self) -> str:
        return self.name.split(" ")[0] or self.username


class Customer(Row, Archivable):
    """Somebody things are booked for. A guest has no user; the e-mail is where we write to and need not be unique."""

    user = models.OneToOneField(User, on_delete=models.PROTECT, null=True, blank=True, related_name="customer")
    name = models.CharField(max_length=200)
    email = models.EmailField(blank=True)
    phone = models.CharField(max_length=30, blank=True)
    language = models.CharField(max_length=12, default="en")
    zone = models.CharField(max_length=64, default="Europe/London", help_text="IANA time zone")

    class Meta:
        ordering = ["name", "id"]
        indexes = [models.Index(Lower("email"), name="customer_email")]

    def __str__(self) -> str:
        return self.name


class StaffMember(Row, Archivable):
    """A person whose time is booked: a cleaner, a gardener, a mentor. May exist before they can sign in."""

    user = models.OneToOneField(User, on_delete=models.PROTECT, null=True, blank=True, related_name="staff_member")
    business = models.ForeignKey(Business, on_delete=models.PROTECT, related_name="staff_members")
    slug = models.SlugField(max_length=80)
    name = models.CharField(max_length=200)
    title: models.JSONField[LocalizedText, LocalizedText] = models.JSONField(default=dict, blank=True)
    biography: models.JSONField[LocalizedText, LocalizedText] = models.JSONField(default=dict, blank=True)
    photo_url = models.CharField(max_length=500, blank=True)
    zone = models.CharField(max_length=64, default="Europe/London", help_text="IANA time zone of the working hours")
    is_bookable = models.BooleanField(default=True)

    class Meta:
        ordering = ["name", "id"]
        constraints = [models.UniqueConstraint(fields=["business", "slug"], name="staff_slug_unique")]

    def __str__(self) -> str:
        return f"{self.name} ({text_in(self.title, 'en')})" if self.title else self.name


class ManagerScope(Row):
    """What an administrator lets one manager see and do. No row, or an empty one, means nothing at all."""

    user = models.OneToOneField(User, on_delete=models.CASCADE, related_name="manager_scope")
    staff_members = models.ManyToManyField(StaffMember, blank=True, related_name="+")
    actions: models.JSONField[list[str], list[str]] = models.JSONField(
        default=list, blank=True, help_text=f"any of {', '.join(ScopeAction)}"
    )

    def __str__(self) -> str:
        return f"scope of {self.user_id}"


class Consent(Row):
    """That a customer agreed to something, in which words and when; taking it back keeps the row."""

    class Kind(models.TextChoices):
        TERMS = "terms", "Terms of business"
        PRIVACY = "privacy", "Privacy notice"
        MARKETING = "marketing", "News and offers"

    customer = models.ForeignKey(Customer, on_delete=models.CASCADE, related_name="consents")
    kind = models.CharField(max_length=20, choices=Kind.choices)
    text_version = models.CharField(max_length=40)
    given_at = models.DateTimeField(default=clock.now)
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["given_at", "id"]

    def __str__(self) -> str:
        return f"{self.kind} {self.text_version}"
