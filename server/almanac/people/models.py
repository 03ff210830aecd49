"""Tables of people: who signs in, who things are for, whose time is booked, and what a manager may see."""

from __future__ import annotations

from typing import Any, ClassVar

from django.contrib.auth.models import AbstractUser, UserManager
from django.db import models
from django.db.models.functions import Lower

from almanac.business.models import Business, Location
from almanac.kit import clock
from almanac.kit.actor import Role, ScopeAction
from almanac.kit.fields import Archivable, Row
from almanac.kit.localized import LocalizedText, text_in
from almanac.people.terms import terms_of


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
    recorded_by = models.ForeignKey(
        User,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        help_text="of the team, who wrote it in",
    )

    class Meta:
        ordering = ["name", "id"]
        indexes = [
            models.Index(Lower("email"), name="customer_email"),
            models.Index(fields=["name", "id"], name="customer_by_name"),
        ]

    def __str__(self) -> str:
        return self.name

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Store the row and what it is found by, which is nothing but another form of three of its columns."""
        is_new, changed = self._state.adding, kwargs.get("update_fields")
        super().save(*args, **kwargs)
        if is_new or changed is None or not {"name", "email", "phone"}.isdisjoint(changed):
            if not is_new:
                CustomerTerm.objects.filter(customer=self).delete()
            terms = terms_of(name=self.name, email=self.email, phone=self.phone)
            CustomerTerm.objects.bulk_create(CustomerTerm(customer=self, term=term) for term in terms)


class CustomerTerm(models.Model):
    """One thing a customer is found by: a word of the name, the e-mail, the phone's digits. Written by `Customer.save`;
    whoever writes many rows past it writes these too."""

    customer = models.ForeignKey(Customer, on_delete=models.CASCADE, related_name="terms")
    term = models.CharField(max_length=254)

    class Meta:
        indexes = [
            models.Index(
                fields=["term", "customer"], name="customer_term", opclasses=["varchar_pattern_ops", "uuid_ops"]
            )
        ]

    def __str__(self) -> str:
        return f"a term of {self.customer_id}"


class Expertise(Row, Archivable):
    """Something people of a business know well, as visitors look for it: one word for all who have it."""

    business = models.ForeignKey(Business, on_delete=models.PROTECT, related_name="expertise")
    slug = models.SlugField()
    name: models.JSONField[LocalizedText, LocalizedText] = models.JSONField()
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        verbose_name_plural = "expertise"
        ordering = ["position", "slug"]
        constraints = [models.UniqueConstraint(fields=["business", "slug"], name="expertise_slug_once")]

    def __str__(self) -> str:
        return self.slug


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
    location = models.ForeignKey(
        Location, on_delete=models.PROTECT, null=True, blank=True, related_name="staff_members", help_text="based there"
    )
    languages: models.JSONField[list[str], list[str]] = models.JSONField(
        default=list, blank=True, help_text='spoken with customers, as codes: ["en", "uk"]'
    )
    expertise = models.ManyToManyField(Expertise, blank=True, related_name="+")
    is_featured = models.BooleanField(default=False, help_text="shown before others")

    class Meta:
        ordering = ["name", "id"]
        constraints = [models.UniqueConstraint(fields=["business", "slug"], name="staff_slug_unique")]

    def __str__(self) -> str:
        return f"{self.name} ({text_in(self.title, 'en')})" if self.title else self.name


class Reach(Row):
    """Whom a scope reaches and what may be done there. Empty means nothing at all."""

    staff_members = models.ManyToManyField(StaffMember, blank=True, related_name="+")
    businesses = models.ManyToManyField(
        Business, blank=True, related_name="+", help_text="everybody who works for them, whenever they join"
    )
    locations = models.ManyToManyField(
        Location, blank=True, related_name="+", help_text="everybody who is based there, whenever they join"
    )
    customer_businesses = models.ManyToManyField(
        Business, blank=True, related_name="+", help_text="all their customers, not those of the visits in scope alone"
    )
    actions: models.JSONField[list[str], list[str]] = models.JSONField(
        default=list, blank=True, help_text=f"any of {', '.join(ScopeAction)}"
    )

    class Meta:
        abstract = True


class ManagerScope(Reach):
    """What an administrator lets one manager see and do. No row, or an empty one, means nothing at all."""

    user = models.OneToOneField(User, on_delete=models.CASCADE, related_name="manager_scope")

    def __str__(self) -> str:
        return f"scope of {self.user_id}"


class ScopeTemplate(Reach, Archivable):
    """A scope with a name, to begin a manager's from. It is copied: changing it later changes nobody's scope."""

    name = models.CharField(max_length=80)

    class Meta:
        ordering = ["name", "id"]
        constraints = [
            models.UniqueConstraint(
                Lower("name"),
                name="scope_template_name_unique",
                condition=models.Q(archived_at=None),
                violation_error_message="There is a template by this name already.",
            )
        ]

    def __str__(self) -> str:
        return self.name


class Invitation(Row):
    """A letter that asks somebody to join as a staff member or manager. Its link works once, until `expires_at`; each
    sending (`sendings`) makes the links before it void."""

    email = models.EmailField()
    name = models.CharField(max_length=200)
    role = models.CharField(max_length=10, choices=UserRole.choices)
    business = models.ForeignKey(Business, on_delete=models.PROTECT, related_name="+")
    staff_member = models.ForeignKey(
        StaffMember, on_delete=models.PROTECT, null=True, blank=True, related_name="+", help_text="joins as this person"
    )
    template = models.ForeignKey(
        ScopeTemplate, on_delete=models.PROTECT, null=True, blank=True, related_name="+", help_text="of the scope"
    )
    language = models.CharField(max_length=12, default="en")
    invited_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    sendings = models.PositiveSmallIntegerField(default=1)
    expires_at = models.DateTimeField()
    accepted_at = models.DateTimeField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    user = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                Lower("email"),
                name="invitation_open_once",
                condition=models.Q(accepted_at=None, withdrawn_at=None),
                violation_error_message="This person has an open invitation already.",
            ),
            models.CheckConstraint(condition=models.Q(role__in=("staff", "manager")), name="invitation_role"),
        ]
        indexes = [models.Index(fields=["created_at", "id"], name="invitation_by_time")]

    def __str__(self) -> str:
        return f"invitation {self.pk}"


class Consent(Row):
    """That a customer agreed to something, in which words and when; taking it back keeps the row."""

    class Kind(models.TextChoices):
        TERMS = "terms", "Terms of business"
        PRIVACY = "privacy", "Privacy notice"
        MARKETING = "marketing", "News and offers"
        KEEP_CARD = "keep_card", "A card kept for later"

    customer = models.ForeignKey(Customer, on_delete=models.CASCADE, related_name="consents")
    kind = models.CharField(max_length=20, choices=Kind.choices)
    text_version = models.CharField(max_length=40)
    given_at = models.DateTimeField(default=clock.now)
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["given_at", "id"]

    def __str__(self) -> str:
        return f"{self.kind} {self.text_version}"
