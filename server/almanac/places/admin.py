"""Places in the Django admin."""

from __future__ import annotations

from django.contrib import admin

from almanac.outbox.audited import AuditedPage
from almanac.places.models import Address, Area, PostcodeEntry


@admin.register(Address)
class AddressPage(AuditedPage[Address]):
    list_display = ["line1", "city", "postcode", "customer", "archived_at"]
    search_fields = ["line1", "postcode", "customer__name"]
    autocomplete_fields = ["customer"]
    list_select_related = ["customer"]


@admin.register(Area)
class AreaPage(AuditedPage[Area]):
    removable = True
    list_display = ["staff_member", "name", "postcode", "radius_m"]
    list_filter = ["staff_member__business"]
    search_fields = ["name", "postcode", "staff_member__name"]
    autocomplete_fields = ["staff_member"]
    list_select_related = ["staff_member"]


@admin.register(PostcodeEntry)
class PostcodeEntryPage(admin.ModelAdmin[PostcodeEntry]):
    list_display = ["postcode", "town", "district", "country", "source", "is_real"]
    list_filter = ["source", "is_real"]
    search_fields = ["postcode"]
    show_full_result_count = False  # there may be 1.7 million
