"""Tables of scheduling: when staff members work, what takes their time, and the appointments made of it.

Time that is computed with or guarded stands as epoch seconds in bigint columns (`*_from`, `*_until`): the constraint,
the triggers and the engine all read the same numbers.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import models
from django.db.models import F, Q

from almanac.business.models import Business
from almanac.catalog.models import Service, Venue
from almanac.engine.problem import Transparency
from almanac.kit import clock
from almanac.kit.crypto import EncryptedTextField
from almanac.kit.fields import Row
from almanac.people.models import Customer, StaffMember, User
from almanac.places.models import Address

LONGEST_CLAIM = 2 * 24 * 3600  # seconds; lets an index bound every search for overlaps


class WorkingHours(Row):
    """One weekly span of work or break, in minutes after midnight in the staff member's zone; past 1440 runs over
    midnight. With a service named it narrows that service alone."""

    class Kind(models.TextChoices):
        WORK = "work", "Working hours"
        BREAK = "break", "Break"

    staff_member = models.ForeignKey(StaffMember, on_delete=models.CASCADE, related_name="working_hours")
    weekday = models.PositiveSmallIntegerField(help_text="Monday is 0")
    start_minute = models.PositiveSmallIntegerField()
    end_minute = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=5, choices=Kind.choices, default=Kind.WORK)
    service = models.ForeignKey(Service, on_delete=models.CASCADE, null=True, blank=True, related_name="+")

    class Meta:
        verbose_name_plural = "working hours"
        ordering = ["staff_member", "weekday", "start_minute"]
        constraints = [
            models.CheckConstraint(condition=Q(weekday__lte=6), name="hours_weekday_known"),
            models.CheckConstraint(
                condition=Q(start_minute__lt=1440, end_minute__lte=2880, end_minute__gt=F("start_minute")),
                name="hours_run_forward",
            ),
            models.CheckConstraint(condition=Q(kind="work") | Q(service=None), name="hours_break_of_no_service"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.weekday} {self.start_minute}-{self.end_minute}"


class DateOverride(Row):
    """What one date has instead of the weekly hours: `spans` as `[[start minute, end minute], ...]`; none is closed."""

    staff_member = models.ForeignKey(StaffMember, on_delete=models.CASCADE, related_name="date_overrides")
    on_date = models.DateField()
    spans: models.JSONField[list[list[int]], list[list[int]]] = models.JSONField(default=list, blank=True)

    class Meta:
        ordering = ["on_date"]
        constraints = [models.UniqueConstraint(fields=["staff_member", "on_date"], name="override_once_a_date")]

    def __str__(self) -> str:
        return f"{self.on_date}: {self.spans or 'closed'}"


class BusinessHoliday(Row):
    """A date on which a whole business is closed, read in each staff member's zone."""

    business = models.ForeignKey(Business, on_delete=models.CASCADE, related_name="holidays")
    on_date = models.DateField()
    name = models.CharField(max_length=120)

    class Meta:
        ordering = ["on_date"]
        constraints = [models.UniqueConstraint(fields=["business", "on_date"], name="holiday_once_a_date")]

    def __str__(self) -> str:
        return f"{self.on_date} {self.name}"


class TimeOff(Row):
    """An absence `[starts_at, ends_at)`. Only granted time off closes the calendar; a request does not yet."""

    class State(models.TextChoices):
        REQUESTED = "requested", "Requested"
        GRANTED = "granted", "Granted"
        REFUSED = "refused", "Refused"
        WITHDRAWN = "withdrawn", "Withdrawn"

    staff_member = models.ForeignKey(StaffMember, on_delete=models.CASCADE, related_name="time_off")
    off_from = models.BigIntegerField()
    off_until = models.BigIntegerField()
    state = models.CharField(max_length=10, choices=State.choices, default=State.GRANTED)
    reason = models.CharField(max_length=200, blank=True)
    answer = models.CharField(max_length=200, blank=True, help_text="a word from whoever granted or refused it")
    answered_at = models.DateTimeField(null=True, blank=True)
    answered_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        verbose_name_plural = "time off"
        ordering = ["off_from"]
        indexes = [
            models.Index(fields=["staff_member", "off_until", "off_from"], name="time_off_by_staff"),
            models.Index(fields=["state", "off_from"], name="time_off_by_state"),
        ]
        constraints = [
            models.CheckConstraint(condition=Q(off_from__lt=F("off_until")), name="time_off_runs_forward"),
        ]

    def __str__(self) -> str:
        return f"{self.starts_at:%Y-%m-%d %H:%M} to {self.ends_at:%Y-%m-%d %H:%M}"

    @property
    def starts_at(self) -> datetime:
        return clock.instant(self.off_from)

    @starts_at.setter
    def starts_at(self, value: datetime) -> None:
        self.off_from = clock.epoch(value)

    @property
    def ends_at(self) -> datetime:
        return clock.instant(self.off_until)

    @ends_at.setter
    def ends_at(self, value: datetime) -> None:
        self.off_until = clock.epoch(value)


class BusyBlock(Row):
    """Time taken by something that is no appointment: the staff member's own block or an outside calendar's event.

    Either instants (`busy_from`, `busy_until`) or, for an all-day event, dates `[first_on, until_on)` in the event's
    own zone. It may overlap claims: that is a conflict to solve, never an error.
    """

    class Source(models.TextChoices):
        OWN = "own", "Blocked here"
        OUTSIDE = "outside", "Outside calendar"

    staff_member = models.ForeignKey(StaffMember, on_delete=models.CASCADE, related_name="busy_blocks")
    busy_from = models.BigIntegerField(null=True, blank=True)
    busy_until = models.BigIntegerField(null=True, blank=True)
    first_on = models.DateField(null=True, blank=True)
    until_on = models.DateField(null=True, blank=True)
    zone = models.CharField(max_length=64, blank=True, help_text="IANA zone of an all-day event")
    transparency = models.CharField(
        max_length=10, default=Transparency.BUSY.value, choices=[(kind.value, kind.value) for kind in Transparency]
    )
    source = models.CharField(max_length=10, choices=Source.choices, default=Source.OWN)
    external_id = models.CharField(max_length=300, blank=True)
    note = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ["busy_from", "first_on"]
        indexes = [models.Index(fields=["staff_member", "busy_until", "busy_from"], name="busy_by_staff")]
        constraints = [
            models.CheckConstraint(
                condition=(
                    Q(busy_from__isnull=False, busy_until__gte=F("busy_from"), first_on=None, until_on=None)
                    | (Q(busy_from=None, busy_until=None, until_on__gte=F("first_on")) & ~Q(zone=""))
                ),
                name="busy_is_timed_or_all_day",
            ),
            models.UniqueConstraint(
                fields=["staff_member", "source", "external_id"], condition=~Q(external_id=""), name="busy_event_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.source} {self.busy_from or self.first_on}"

    @property
    def starts_at(self) -> datetime | None:
        return None if self.busy_from is None else clock.instant(self.busy_from)

    @starts_at.setter
    def starts_at(self, value: datetime) -> None:
        self.busy_from = clock.epoch(value)

    @property
    def ends_at(self) -> datetime | None:
        return None if self.busy_until is None else clock.instant(self.busy_until)

    @ends_at.setter
    def ends_at(self, value: datetime) -> None:
        self.busy_until = clock.epoch(value)


class Claim(Row):
    """Time taken from one staff member: the only place where time is taken, and what the database guards.

    `blocked_*` is the visit with its outer buffers; no two claims of one person overlap there (PostgreSQL exclusion
    constraint, SQLite triggers: see guards.py). A hold has `expires_at`; an appointment has none. Seats of a group
    session count up in `seats_taken`, which the database keeps within `capacity`.
    """

    class Kind(models.TextChoices):
        HOLD = "hold", "Hold"
        APPOINTMENT = "appointment", "Appointment"

    staff = models.ForeignKey(StaffMember, on_delete=models.PROTECT, related_name="claims", db_index=False)
    blocked_from = models.BigIntegerField()
    blocked_until = models.BigIntegerField()
    core_from = models.BigIntegerField()
    core_until = models.BigIntegerField()
    kind = models.CharField(max_length=11, choices=Kind.choices)
    expires_at = models.BigIntegerField(
        null=True, blank=True, help_text="epoch seconds; the hold is over at its instant"
    )
    service = models.ForeignKey(Service, on_delete=models.PROTECT, related_name="+", db_index=False)
    seats_taken = models.PositiveSmallIntegerField(default=1)
    capacity = models.PositiveSmallIntegerField(default=1)
    latitude = models.FloatField(null=True, blank=True)
    longitude = models.FloatField(null=True, blank=True)

    class Meta:
        ordering = ["blocked_from"]
        indexes = [
            models.Index(fields=["staff", "blocked_from", "blocked_until"], name="claim_by_staff"),
            models.Index(fields=["expires_at"], name="claim_expiry", condition=Q(expires_at__isnull=False)),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(
                    blocked_from__lte=F("core_from"),
                    core_from__lt=F("core_until"),
                    core_until__lte=F("blocked_until"),
                    blocked_until__lte=F("blocked_from") + LONGEST_CLAIM,
                ),
                name="claim_holds_its_core",
            ),
            models.CheckConstraint(
                condition=Q(kind="hold", expires_at__isnull=False) | Q(kind="appointment", expires_at=None),
                name="claim_hold_expires",
            ),
            models.CheckConstraint(
                condition=Q(capacity__gte=1, seats_taken__gte=0, seats_taken__lte=F("capacity")),
                name="claim_seats_within_capacity",
            ),
            models.CheckConstraint(
                condition=Q(latitude=None, longitude=None) | Q(latitude__isnull=False, longitude__isnull=False),
                name="claim_place_is_whole",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.blocked_from}-{self.blocked_until}"


class Hold(Row):
    """What somebody in the middle of booking keeps until a deadline: one line of one basket, in one or more claims."""

    business = models.ForeignKey(Business, on_delete=models.PROTECT, related_name="+", db_index=False)
    owner = models.CharField(max_length=128, help_text="an opaque reference, such as the hash of a basket's cookie")
    line = models.CharField(max_length=64, blank=True)
    starts_at = models.BigIntegerField()
    expires_at = models.BigIntegerField(db_index=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["owner", "line"], name="hold_once_a_line")]

    def __str__(self) -> str:
        return f"hold of {self.starts_at}"


class HeldSeats(models.Model):
    """The seats a hold keeps within a claim: the only seat of an ordinary visit, or some of a group session's."""

    hold = models.ForeignKey(Hold, on_delete=models.CASCADE, related_name="held_seats")
    claim = models.ForeignKey(Claim, on_delete=models.CASCADE, related_name="held_seats")
    seats = models.PositiveSmallIntegerField(default=1)

    class Meta:
        verbose_name_plural = "held seats"
        constraints = [models.CheckConstraint(condition=Q(seats__gte=1), name="held_seats_at_least_one")]

    def __str__(self) -> str:
        return f"{self.seats} in {self.claim_id}"


class Appointment(Row):
    """A reserved visit or session of one service by one staff member for one customer.

    Services in a row of one booking share `visit_id`, and one claim where the same person does them. While it is not
    cancelled its time is in `claim`; the database refuses one without the other.
    """

    class State(models.TextChoices):
        PENDING = "pending", "Waiting for approval or payment"
        CONFIRMED = "confirmed", "Confirmed"
        COMPLETED = "completed", "Completed"
        NO_SHOW = "no_show", "No show"
        CANCELLED = "cancelled", "Cancelled"

    class Party(models.TextChoices):
        CUSTOMER = "customer", "Customer"
        STAFF = "staff", "Staff"
        SYSTEM = "system", "System"

    business = models.ForeignKey(Business, on_delete=models.PROTECT, related_name="appointments", db_index=False)
    service = models.ForeignKey(Service, on_delete=models.PROTECT, related_name="appointments", db_index=False)
    staff_member = models.ForeignKey(StaffMember, on_delete=models.PROTECT, related_name="appointments", db_index=False)
    customer = models.ForeignKey(Customer, on_delete=models.PROTECT, related_name="appointments", db_index=False)
    address = models.ForeignKey(
        Address, on_delete=models.PROTECT, null=True, blank=True, related_name="appointments", db_index=False
    )
    claim = models.ForeignKey(  # the key is checked at commit, so that a move may put one claim for another
        Claim, on_delete=models.DO_NOTHING, null=True, blank=True, related_name="appointments"
    )
    visit_id = models.UUIDField(db_index=True)
    position = models.PositiveSmallIntegerField(default=0, help_text="order within the visit")
    venue = models.CharField(max_length=10, choices=Venue.choices)
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    buffer_before_seconds = models.PositiveIntegerField(default=0)
    buffer_after_seconds = models.PositiveIntegerField(default=0)
    zone = models.CharField(max_length=64, help_text="IANA zone in which the customer was shown the time")
    seats = models.PositiveSmallIntegerField(default=1)
    state = models.CharField(max_length=10, choices=State.choices)
    awaits_payment = models.BooleanField(default=False, help_text="its time is taken, and nobody is told of it yet")
    uid = models.CharField(max_length=120, unique=True, help_text="UID of the calendar entry (RFC 5545)")
    sequence = models.PositiveIntegerField(default=0, help_text="SEQUENCE of the calendar entry (RFC 5545)")
    reschedules = models.PositiveSmallIntegerField(default=0)
    meeting_url = models.URLField(max_length=500, blank=True)
    cancelled_at = models.DateTimeField(null=True, blank=True)
    cancelled_by = models.CharField(max_length=8, choices=Party.choices, blank=True)
    cancellation_reason = models.CharField(max_length=500, blank=True)
    missed_by = models.CharField(
        max_length=8,
        choices=Party.choices,
        blank=True,
        default="",
        help_text="who was not there, when somebody was not",
    )
    missed_at = models.DateTimeField(null=True, blank=True, help_text="when that was said")
    moved_at = models.DateTimeField(null=True, blank=True, help_text="when it was moved last, unless that was undone")
    moved_from: models.JSONField[dict[str, Any] | None, dict[str, Any] | None] = models.JSONField(
        null=True, blank=True, help_text="where it was before: start, end, staff, address, and who moved it"
    )
    put_aside: models.JSONField[list[str], list[str]] = models.JSONField(
        default=list, blank=True, help_text="codes of the rules the team put aside when it was booked"
    )
    put_aside_reason = EncryptedTextField(blank=True, default="")

    class Meta:
        ordering = ["starts_at", "id"]
        indexes = [
            models.Index(fields=["starts_at", "id"], name="appointment_by_start"),
            models.Index(fields=["staff_member", "starts_at"], name="appointment_by_staff"),
            models.Index(fields=["customer", "starts_at"], name="appointment_by_customer"),
        ]
        constraints = [
            models.CheckConstraint(condition=Q(starts_at__lt=F("ends_at")), name="appointment_runs_forward"),
            models.CheckConstraint(condition=Q(seats__gte=1), name="appointment_has_a_seat"),
            models.CheckConstraint(
                condition=Q(state="cancelled", claim=None, cancelled_at__isnull=False)
                | (~Q(state="cancelled") & Q(claim__isnull=False, cancelled_at=None)),
                name="appointment_live_has_claim",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.starts_at:%Y-%m-%d %H:%M} {self.state}"

    @property
    def starts(self) -> int:
        """Epoch seconds of the start."""
        return clock.epoch(self.starts_at)

    @property
    def ends(self) -> int:
        """Epoch seconds of the end."""
        return clock.epoch(self.ends_at)


class CalendarFeed(Row):
    """The secret address at which somebody's own calendar reads their appointments. The address opens nothing else;
    another one takes its place, and with the row it is gone."""

    user = models.OneToOneField(User, on_delete=models.CASCADE, related_name="calendar_feed")
    token = EncryptedTextField()
    token_hash = models.CharField(max_length=64, unique=True, help_text="SHA-256, to find it by")

    def __str__(self) -> str:
        return str(self.user_id)
