"""The catalogue in the administration: add, change, put in order, hide, archive."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin
from pydantic import ValidationError

from almanac.business.policies import BookingPolicy
from almanac.catalog.models import Category, Extra, Offering, Service
from almanac.files.forms import PictureForm, PicturePage
from almanac.kit.forms import LocalizedField
from almanac.outbox.audited import AuditedPage


class CategoryForm(PictureForm[Category]):
    name = LocalizedField()
    description = LocalizedField(rows=3, required=False)


class ServiceForm(PictureForm[Service]):
    name = LocalizedField()
    description = LocalizedField(rows=3, required=False)
    preparation = LocalizedField(rows=3, required=False)

    def clean_booking_rules(self) -> dict[str, Any]:
        """Only known rules with values that make sense; what is left out follows the business."""
        rules = self.cleaned_data["booking_rules"] or {}
        try:
            BookingPolicy.model_validate(rules)
        except ValidationError as error:
            raise forms.ValidationError(
                [f"{'.'.join(map(str, e['loc']))}: {e['msg']}" for e in error.errors()]
            ) from error
        return dict(rules)


class ExtraForm(forms.ModelForm[Extra]):
    name = LocalizedField()


@admin.register(Category)
class CategoryPage(PicturePage[Category]):
    form = CategoryForm
    list_display = ["slug", "business", "position", "archived_at"]
    list_filter = ["business"]
    list_select_related = ["business"]


@admin.register(Service)
class ServicePage(PicturePage[Service]):
    form = ServiceForm
    list_display = ["slug", "business", "category", "price_amount", "duration_minutes", "is_visible", "archived_at"]
    list_filter = ["business", "category", "is_visible"]
    exclude = ["questions"]  # a form is sound only as its own editor makes it
    list_select_related = ["business", "category"]


@admin.register(Extra)
class ExtraPage(AuditedPage[Extra]):
    form = ExtraForm
    list_display = ["slug", "business", "price_amount", "duration_minutes", "archived_at"]
    list_filter = ["business"]
    list_select_related = ["business"]
    filter_horizontal = ["services"]


@admin.register(Offering)
class OfferingPage(AuditedPage[Offering]):
    list_display = ["service", "staff_member", "price_amount", "duration_minutes", "archived_at"]
    list_filter = ["service__business"]
    list_select_related = ["service", "staff_member"]
