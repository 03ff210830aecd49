"""Orders in the Django admin, to read."""

from __future__ import annotations

from django.contrib import admin
from django.http import HttpRequest

from almanac.sales.models import Order, OrderLine


class Lines(admin.TabularInline[OrderLine, Order]):
    model = OrderLine
    extra = 0
    can_delete = False
    exclude = ("answers",)  # private, and told on the order's own page
    readonly_fields = (
        "position",
        "kind",
        "name",
        "breakdown",
        "total_amount",
        "tax_rate_bp",
        "tax_amount",
        "policy",
        "appointment",
    )

    def has_add_permission(self, request: HttpRequest, obj: Order | None = None) -> bool:
        return False


@admin.register(Order)
class Orders(admin.ModelAdmin[Order]):
    list_display = ("number", "business", "state", "total_amount", "currency", "placed_at")
    list_filter = ("business", "state")
    search_fields = ("number",)
    list_select_related = ("business",)
    inlines = (Lines,)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Order | None = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Order | None = None) -> bool:
        return False
