"""Tables of notifications: each message to each person with what became of it, devices that show them, what is not wanted."""

from __future__ import annotations

from django.db import models

from almanac.business.models import Business
from almanac.kit.crypto import EncryptedTextField
from almanac.kit.fields import Row
from almanac.outbox.models import EventRow
from almanac.people.models import User
from almanac.sales.models import Order
from almanac.scheduling.models import Appointment


class Delivery(Row):
    """One message to one person over one channel. `key` (why, who, how) makes it once, whatever is repeated.

    What goes to a mailbox is written first; the same may go to a telephone (`sms`, `push` to each device) and into the list
    of whoever has an account (`in_app`, with `read_at`). Address and content are personal, so they are encrypted; `failure` is
    a code without personal data. A letter about an account has no order, and what it says is forgotten once it is sent, as that
    of a letter with a code is: it holds a key.
    """

    class State(models.TextChoices):
        QUEUED = "queued", "waiting to be sent"
        SENDING = "sending", "being handed over"
        SENT = "sent", "accepted by the company that carries it"
        DELIVERED = "delivered", "on the telephone or in the hands of the mailbox's server, as the company says"
        FAILED = "failed", "refused for good, or tried too often"
        SUPPRESSED = "suppressed", "not sent: out of date, or nowhere to send it"

    class Recipient(models.TextChoices):
        CUSTOMER = "customer", "Customer"
        STAFF = "staff", "Staff member"
        ACCOUNT = "account", "Whoever asked about an account"

    class Channel(models.TextChoices):
        EMAIL = "email", "E-mail"
        SMS = "sms", "Text message"
        PUSH = "push", "Notification on a device"
        IN_APP = "in_app", "In the list of the account"

    key = models.CharField(max_length=250, unique=True)
    event = models.ForeignKey(EventRow, on_delete=models.PROTECT, null=True, related_name="+")
    business = models.ForeignKey(Business, on_delete=models.PROTECT, null=True, related_name="+")
    order = models.ForeignKey(Order, on_delete=models.PROTECT, null=True, related_name="deliveries")
    appointments: models.ManyToManyField[Appointment, Appointment] = models.ManyToManyField(
        Appointment, related_name="deliveries"
    )
    recipient = models.CharField(max_length=10, choices=Recipient.choices)
    recipient_id = models.UUIDField(null=True)
    channel = models.CharField(max_length=10, choices=Channel.choices, default=Channel.EMAIL)
    user = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="messages")
    device = models.ForeignKey("Device", on_delete=models.SET_NULL, null=True, related_name="+")
    address = EncryptedTextField(blank=True, default="")
    language = models.CharField(max_length=8)
    template = models.CharField(max_length=40)
    subject = EncryptedTextField(blank=True, default="")
    body_text = EncryptedTextField(blank=True, default="")
    body_html = EncryptedTextField(blank=True, default="")
    link = EncryptedTextField(blank=True, default="")
    short_link = models.CharField(
        max_length=64, blank=True, default="", help_text="SHA-256 of the word a text names it by"
    )
    calendar = EncryptedTextField(blank=True, default="")
    calendar_method = models.CharField(max_length=8, blank=True, default="")
    times: models.JSONField[dict[str, int], dict[str, int]] = models.JSONField(
        default=dict, help_text="appointment id -> the SEQUENCE it spoke of"
    )
    state = models.CharField(max_length=10, choices=State.choices, default=State.QUEUED)
    attempts = models.PositiveSmallIntegerField(default=0)
    attempt_token = models.UUIDField(null=True)
    message_id = models.CharField(
        max_length=120, help_text="Message-ID; a repeat carries the same, one sent again by hand a new one"
    )
    provider_message_id = models.CharField(max_length=200, blank=True, default="")
    sent_at = models.DateTimeField(null=True, blank=True)
    good_until = models.DateTimeField(null=True, blank=True, help_text="after that no telephone is told any more")
    read_at = models.DateTimeField(null=True, blank=True)
    failure = models.CharField(max_length=200, blank=True, default="")

    class Meta:
        verbose_name_plural = "deliveries"
        ordering = ["-created_at", "-id"]
        indexes = [
            models.Index(fields=["state", "created_at"], name="delivery_by_state"),
            models.Index(fields=["created_at", "id"], name="delivery_by_time"),
            models.Index(fields=["user", "channel", "created_at"], name="delivery_by_user"),
            models.Index(
                fields=["provider_message_id"], name="delivery_by_report", condition=~models.Q(provider_message_id="")
            ),
            models.Index(fields=["short_link"], name="delivery_by_link", condition=~models.Q(short_link="")),
        ]

    def __str__(self) -> str:
        return f"{self.template} to {self.recipient} ({self.state})"

    @property
    def is_kept(self) -> bool:
        """Whether what it says was not forgotten, as it held a key. A notification holds none."""
        return bool(self.body_text) or self.channel not in (self.Channel.EMAIL, self.Channel.SMS)


class Device(Row):
    """A browser that shows messages to one account: where its push service takes them, and the keys they are encrypted by
    (RFC 8291). Of one endpoint there is one row, whoever signs in there."""

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="devices")
    endpoint_hash = models.CharField(max_length=64, unique=True, help_text="SHA-256")
    endpoint = EncryptedTextField()
    p256dh = EncryptedTextField()
    auth = EncryptedTextField()
    name = models.CharField(max_length=80, help_text="what its owner knows it by")
    session_hash = models.CharField(
        max_length=64,
        blank=True,
        default="",
        help_text="SHA-256 of the key of the sign-in it shows them by; empty: of any",
    )
    password_hash = models.CharField(
        max_length=64, default="", help_text="SHA-256 of what sign-ins end by when the password becomes another"
    )

    class Meta:
        ordering = ["created_at", "id"]

    def __str__(self) -> str:
        return f"device {self.pk}"


class Muted(Row):
    """That an account does not want one kind of message over one channel."""

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="muted")
    kind = models.CharField(max_length=20)
    channel = models.CharField(max_length=10, choices=Delivery.Channel.choices)

    class Meta:
        verbose_name_plural = "muted"
        constraints = [models.UniqueConstraint(fields=["user", "kind", "channel"], name="muted_once")]

    def __str__(self) -> str:
        return f"{self.kind} over {self.channel}"
