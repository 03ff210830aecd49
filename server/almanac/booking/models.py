"""Tables: the basket, everything a visitor has typed so far behind an opaque cookie."""

from __future__ import annotations

from django.db import models

from almanac.business.models import Business
from almanac.kit.crypto import EncryptedTextField
from almanac.kit.fields import Row
from almanac.sales.models import Order


class Basket(Row):
    """`token_hash` is the SHA-256 of the cookie; `content` (see booking.content) is encrypted, it holds name and address."""

    token_hash = models.CharField(max_length=64, unique=True)
    business = models.ForeignKey(Business, on_delete=models.PROTECT, related_name="+")
    content = EncryptedTextField(default="{}")
    expires_at = models.DateTimeField(db_index=True)
    order = models.ForeignKey(Order, null=True, blank=True, on_delete=models.PROTECT, related_name="+")  # once booked

    def __str__(self) -> str:
        return str(self.pk)
