"""People in the Django admin."""

from __future__ import annotations

from uuid import UUID

from django.contrib import admin
from django.contrib.auth.admin import UserAdmin
from django.http import HttpRequest

from almanac.files.forms import PicturePage
from almanac.kit import clock
from almanac.kit.requests import actor_of
from almanac.outbox.audited import AuditedPage
from almanac.people.actions import scopes as actions
from almanac.people.forms import CustomerForm, ExpertiseForm, ManagerScopeForm, StaffMemberForm
from almanac.people.models import Consent, Customer, Expertise, ManagerScope, StaffMember, User


@admin.register(User)
class UserPage(AuditedPage[User], UserAdmin[User]):
    list_display = ["username", "email", "name", "role", "is_active"]
    list_filter = ["role", "is_active"]
    search_fields = ["username", "email", "name"]
    ordering = ["username"]
    fieldsets = [
        (None, {"fields": ["username", "password"]}),
        ("Person", {"fields": ["name", "email", "phone", "language"]}),
        ("Rights", {"fields": ["role", "is_active", "is_staff", "is_superuser"]}),
        ("Dates", {"fields": ["last_login", "date_joined"]}),
    ]
    add_fieldsets = [
        (
            None,
            {
                "classes": ["wide"],
                "fields": ["username", "email", "name", "role", "usable_password", "password1", "password2"],
            },
        )
    ]


@admin.register(Customer)
class CustomerPage(AuditedPage[Customer]):
    form = CustomerForm
    list_display = ["name", "email", "phone", "user", "archived_at"]
    search_fields = ["name", "email", "phone"]
    autocomplete_fields = ["user"]
    list_select_related = ["user"]


@admin.register(Expertise)
class ExpertisePage(AuditedPage[Expertise]):
    form = ExpertiseForm
    list_display = ["slug", "business", "position", "archived_at"]
    list_filter = ["business"]
    list_select_related = ["business"]


@admin.register(StaffMember)
class StaffMemberPage(PicturePage[StaffMember]):
    picture_column = "photo_url"
    form = StaffMemberForm
    list_display = ["name", "business", "is_bookable", "is_featured", "archived_at"]
    list_filter = ["business", "is_bookable", "is_featured"]
    filter_horizontal = ["expertise"]
    search_fields = ["name", "slug"]
    prepopulated_fields = {"slug": ["name"]}
    autocomplete_fields = ["user"]
    list_select_related = ["business"]


@admin.register(ManagerScope)
class ManagerScopePage(admin.ModelAdmin[ManagerScope]):
    form = ManagerScopeForm
    list_display = ["user", "actions"]
    filter_horizontal = ["staff_members", "businesses", "locations", "customer_businesses"]
    list_select_related = ["user"]

    def save_model(self, request: HttpRequest, obj: ManagerScope, form: ManagerScopeForm, change: bool) -> None:
        """Through the same action as the API, so that the audit trail holds what changed."""
        stored = actions.set_manager_scope(
            actor=actor_of(request),
            user_id=obj.user_id,
            wish=actions.ReachWish(
                staff_ids=_keys(form, "staff_members"),
                business_ids=_keys(form, "businesses"),
                location_ids=_keys(form, "locations"),
                customer_business_ids=_keys(form, "customer_businesses"),
                actions=form.cleaned_data["actions"],
            ),
            revision=None,
            now=clock.now(),
        )
        obj.pk, obj.revision = stored.pk, stored.revision


@admin.register(Consent)
class ConsentPage(AuditedPage[Consent]):
    list_display = ["customer", "kind", "text_version", "given_at", "withdrawn_at"]
    list_select_related = ["customer"]


def _keys(form: ManagerScopeForm, name: str) -> list[UUID]:
    return [row.pk for row in form.cleaned_data[name]]
