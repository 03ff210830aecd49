"""Tables: the basket, everything a visitor has typed so far behind an opaque cookie; requests for a change; the waiting
list with its offers."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.db.models import Q

from almanac.business.models import Business
from almanac.catalog.models import Service
from almanac.kit.crypto import EncryptedTextField
from almanac.kit.fields import Row
from almanac.people.models import Customer, StaffMember, User
from almanac.sales.models import Order
from almanac.scheduling.models import Appointment


class Basket(Row):
    """`token_hash` is the SHA-256 of the cookie; `content` (see booking.content) is encrypted, it holds name and address.

    `booked_by` is somebody of the team who fills it on the phone, for `customer` or, without one, for a new customer.
    """

    token_hash = models.CharField(max_length=64, unique=True)
    business = models.ForeignKey(Business, on_delete=models.PROTECT, related_name="+")
    content = EncryptedTextField(default="{}")
    expires_at = models.DateTimeField(db_index=True)
    booked_by = models.ForeignKey(User, null=True, blank=True, on_delete=models.CASCADE, related_name="+")
    customer = models.ForeignKey(Customer, null=True, blank=True, on_delete=models.CASCADE, related_name="+")
    order = models.ForeignKey(Order, null=True, blank=True, on_delete=models.PROTECT, related_name="+")  # once booked

    @property
    def is_by_phone(self) -> bool:
        return self.booked_by_id is not None

    @property
    def files_owner(self) -> str:
        """What the files sent for it belong to."""
        return f"basket:{self.pk}"

    def __str__(self) -> str:
        return str(self.pk)


class ChangeRequest(Row):
    """What a visit's customer asks for where the rules do not allow it at once (docs/algorithms/change-requests.md).

    `wishes` are up to three of `{"on": date, "part": part of the day}`. The proposal is the team's, and keeps no time.
    """

    class Kind(models.TextChoices):
        MOVE = "move", "another time"
        CANCEL = "cancel", "call it off"
        ABSENT = "absent", "nobody came"

    class State(models.TextChoices):
        OPEN = "open", "waits for the team"
        PROPOSED = "proposed", "waits for the customer"
        DONE = "done", "carried out"
        DECLINED = "declined", "declined"
        WITHDRAWN = "withdrawn", "taken back"
        CLOSED = "closed", "overtaken"

    appointment = models.ForeignKey(Appointment, on_delete=models.PROTECT, related_name="change_requests")
    order = models.ForeignKey(Order, on_delete=models.PROTECT, related_name="change_requests")
    kind = models.CharField(max_length=6, choices=Kind.choices)
    wishes: models.JSONField[list[dict[str, Any]], list[dict[str, Any]]] = models.JSONField(default=list, blank=True)
    note = EncryptedTextField(blank=True, default="")
    state = models.CharField(max_length=10, choices=State.choices, default=State.OPEN)
    proposed_starts_at = models.DateTimeField(null=True, blank=True)
    proposed_ends_at = models.DateTimeField(null=True, blank=True)
    proposed_staff = models.ForeignKey(StaffMember, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    answer = EncryptedTextField(blank=True, default="")
    answered_at = models.DateTimeField(null=True, blank=True)
    answered_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        indexes = [models.Index(fields=["state", "created_at"], name="change_request_by_state")]
        constraints = [
            models.UniqueConstraint(
                fields=["appointment"], condition=Q(state__in=["open", "proposed"]), name="change_request_one_at_a_time"
            ),
            models.CheckConstraint(
                condition=~Q(state="proposed") | Q(proposed_starts_at__isnull=False, proposed_ends_at__isnull=False),
                name="change_request_proposes_a_time",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.state}"


class WaitingEntry(Row):
    """Somebody no free time suited, who asked to be told (docs/algorithms/waiting-list.md). `created_at` is their place.

    `content` (see booking.content) is encrypted: name, e-mail, the lines as chosen, where. `staff` are those they named,
    nobody for anybody. Dates are read on the clock of `zone`; `weekdays` (Monday is 0) and `parts` of the day may be empty.
    `wish_digest` tells the same wish by the same mailbox, and nothing else.
    """

    class State(models.TextChoices):
        WAITING = "waiting", "waits for a time"
        OFFERED = "offered", "has a time to answer"
        BOOKED = "booked", "booked"
        LEFT = "left", "left the list"
        LAPSED = "lapsed", "did not answer twice"
        EXPIRED = "expired", "the last date is past"
        REMOVED = "removed", "taken off by the team"

    business = models.ForeignKey(Business, on_delete=models.PROTECT, related_name="+", db_index=False)
    service = models.ForeignKey(Service, on_delete=models.PROTECT, related_name="+")
    customer = models.ForeignKey(Customer, null=True, blank=True, on_delete=models.CASCADE, related_name="+")
    staff: models.ManyToManyField[StaffMember, StaffMember] = models.ManyToManyField(
        StaffMember, blank=True, related_name="waiting_entries"
    )
    content = EncryptedTextField(default="{}")
    language = models.CharField(max_length=8)
    zone = models.CharField(max_length=64)
    first_on = models.DateField()
    last_on = models.DateField()
    weekdays: models.JSONField[list[int], list[int]] = models.JSONField(default=list, blank=True)
    parts: models.JSONField[list[str], list[str]] = models.JSONField(default=list, blank=True)
    state = models.CharField(max_length=8, choices=State.choices, default=State.WAITING)
    lapses = models.PositiveSmallIntegerField(default=0)
    over_at = models.DateTimeField(null=True, blank=True)
    wish_digest = models.CharField(max_length=64)

    class Meta:
        verbose_name_plural = "waiting entries"
        indexes = [
            models.Index(fields=["business", "state", "created_at", "id"], name="waiting_line"),
            models.Index(fields=["over_at"], name="waiting_over", condition=Q(over_at__isnull=False)),
        ]
        constraints = [
            models.CheckConstraint(condition=Q(first_on__lte=models.F("last_on")), name="waiting_runs_forward"),
            models.CheckConstraint(
                condition=Q(state__in=["waiting", "offered"], over_at=None)
                | (~Q(state__in=["waiting", "offered"]) & Q(over_at__isnull=False)),
                name="waiting_is_over_once",
            ),
            models.UniqueConstraint(
                fields=["wish_digest"], condition=Q(state__in=["waiting", "offered"]), name="waiting_wish_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.first_on} to {self.last_on} {self.state}"


class WaitingOffer(Row):
    """An opening kept for one entry: a hold whose owner it names, until `expires_at`; once taken, a line of a basket.

    `staff_ids` are one for each service of the visit, as text; `offered_by` somebody of the team, where it was by hand.
    """

    class State(models.TextChoices):
        OPEN = "open", "waits for an answer"
        TAKEN = "taken", "in a basket"
        BOOKED = "booked", "booked"
        DECLINED = "declined", "declined"
        LAPSED = "lapsed", "not answered in time"
        WITHDRAWN = "withdrawn", "the entry ended first"

    entry = models.ForeignKey(WaitingEntry, on_delete=models.CASCADE, related_name="offers")
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    staff_member = models.ForeignKey(StaffMember, on_delete=models.PROTECT, related_name="+")  # of the first service
    staff_ids: models.JSONField[list[str], list[str]] = models.JSONField(default=list)
    state = models.CharField(max_length=9, choices=State.choices, default=State.OPEN)
    offered_by = models.ForeignKey(User, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    basket = models.ForeignKey(Basket, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    line = models.UUIDField(null=True, blank=True, help_text="the basket's line it became")
    answered_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [
            models.Index(fields=["expires_at"], name="waiting_offer_due", condition=Q(state__in=["open", "taken"]))
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["entry"], condition=Q(state__in=["open", "taken"]), name="waiting_one_offer"
            )
        ]

    @property
    def hold_owner(self) -> str:
        """As its hold names it, until it is taken."""
        return f"waiting:{self.pk}"

    def __str__(self) -> str:
        return f"{self.starts_at:%Y-%m-%d %H:%M} {self.state}"
