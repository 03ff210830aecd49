"""Scheduling in the administration: holidays to edit; hours, appointments and claims to look at."""

from __future__ import annotations

from django.contrib import admin
from django.db.models import Model
from django.http import HttpRequest

from almanac.outbox.audited import AuditedPage
from almanac.scheduling.models import Appointment, BusinessHoliday, Claim, WorkingHours


class LookOnly(admin.ModelAdmin[Model]):
    """Changed elsewhere: in the areas, under the lock, with everybody told."""

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return False


@admin.register(BusinessHoliday)
class HolidayPage(AuditedPage[BusinessHoliday]):
    list_display = ["on_date", "name", "business"]
    list_filter = ["business"]
    list_select_related = ["business"]
    removable = True


@admin.register(WorkingHours)
class HoursPage(LookOnly):
    list_display = ["staff_member", "weekday", "start_minute", "end_minute", "kind", "service"]
    list_filter = ["kind", "staff_member"]
    list_select_related = ["staff_member", "service"]


@admin.register(Appointment)
class AppointmentPage(LookOnly):
    list_display = ["starts_at", "staff_member", "service", "customer", "state"]
    list_filter = ["business", "state"]
    search_fields = ["=id", "customer__name", "customer__email"]
    list_select_related = ["staff_member", "service", "customer"]
    date_hierarchy = "starts_at"


@admin.register(Claim)
class ClaimPage(LookOnly):
    list_display = ["staff", "kind", "blocked_from", "blocked_until", "seats_taken", "capacity", "expires_at"]
    list_filter = ["kind"]
    list_select_related = ["staff"]
