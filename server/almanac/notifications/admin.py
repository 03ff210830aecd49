"""Support's view of messages: each with its state, and another try for what has failed."""

from __future__ import annotations

from django.contrib import admin, messages
from django.db.models import Model, QuerySet
from django.http import HttpRequest

from almanac.kit import clock
from almanac.notifications.actions import sending
from almanac.notifications.models import Delivery


@admin.register(Delivery)
class DeliveryAdmin(admin.ModelAdmin):  # type: ignore[type-arg]
    """Read only; texts are shown decrypted, so that support sees what the person was told."""

    list_display = (
        "created_at",
        "template",
        "channel",
        "recipient",
        "business",
        "order",
        "state",
        "attempts",
        "failure",
        "sent_at",
    )
    list_filter = ("state", "channel", "template", "recipient", "business")
    list_select_related = ("business", "order")
    search_fields = ("=id", "order__number", "message_id")
    date_hierarchy = "created_at"
    fields = (
        "state",
        "failure",
        "template",
        "channel",
        "recipient",
        "address",
        "language",
        "subject",
        "body_text",
        "calendar",
        "order",
        "event",
        "attempts",
        "message_id",
        "provider_message_id",
        "sent_at",
    )
    actions = ("send_again",)

    @admin.action(description="Send failed messages again")
    def send_again(self, request: HttpRequest, queryset: QuerySet[Delivery]) -> None:
        """Queue the chosen failed messages once more."""
        now = clock.now()
        chosen = queryset.values_list("pk", flat=True)
        count = sum(sending.send_again(delivery_id=delivery_id, now=now) for delivery_id in chosen)
        self.message_user(request, f"{count} messages will be sent again.")
        if count < len(chosen):
            left = f"{len(chosen) - count} were left alone: they did not fail, or what they said is forgotten, as it held a key."
            self.message_user(request, left, messages.WARNING)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return False
