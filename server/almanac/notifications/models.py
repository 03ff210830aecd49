"""Tables of notifications: each message to each person, with what became of it."""

from __future__ import annotations

from django.db import models

from almanac.business.models import Business
from almanac.kit.crypto import EncryptedTextField
from almanac.kit.fields import Row
from almanac.outbox.models import EventRow
from almanac.sales.models import Order
from almanac.scheduling.models import Appointment


class Delivery(Row):
    """One message to one person over one channel. `key` (why, who, how) makes it once, whatever is repeated.

    Address and content are personal, so they are encrypted; `failure` is a code without personal data. A letter about
    an account has no order, and what it says is forgotten once it is sent: it holds a key.
    """

    class State(models.TextChoices):
        QUEUED = "queued", "waiting to be sent"
        SENDING = "sending", "being handed over"
        SENT = "sent", "accepted by the mail server"
        FAILED = "failed", "refused for good, or tried too often"
        SUPPRESSED = "suppressed", "not sent: out of date, or nowhere to send it"

    class Recipient(models.TextChoices):
        CUSTOMER = "customer", "Customer"
        STAFF = "staff", "Staff member"
        ACCOUNT = "account", "Whoever asked about an account"

    class Channel(models.TextChoices):
        EMAIL = "email", "E-mail"

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
    address = EncryptedTextField(blank=True, default="")
    language = models.CharField(max_length=8)
    template = models.CharField(max_length=40)
    subject = EncryptedTextField(blank=True, default="")
    body_text = EncryptedTextField(blank=True, default="")
    body_html = EncryptedTextField(blank=True, default="")
    calendar = EncryptedTextField(blank=True, default="")
    calendar_method = models.CharField(max_length=8, blank=True, default="")
    times: models.JSONField[dict[str, int], dict[str, int]] = models.JSONField(
        default=dict, help_text="appointment id -> the SEQUENCE it spoke of"
    )
    state = models.CharField(max_length=10, choices=State.choices, default=State.QUEUED)
    attempts = models.PositiveSmallIntegerField(default=0)
    attempt_token = models.UUIDField(null=True)
    message_id = models.CharField(max_length=120, help_text="Message-ID; a repeat carries the same")
    provider_message_id = models.CharField(max_length=200, blank=True, default="")
    sent_at = models.DateTimeField(null=True, blank=True)
    failure = models.CharField(max_length=200, blank=True, default="")

    class Meta:
        verbose_name_plural = "deliveries"
        ordering = ["-created_at", "-id"]
        indexes = [
            models.Index(fields=["state", "created_at"], name="delivery_by_state"),
            models.Index(fields=["created_at", "id"], name="delivery_by_time"),
        ]

    def __str__(self) -> str:
        return f"{self.template} to {self.recipient} ({self.state})"
