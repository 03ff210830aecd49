"""Businesses and their settings in the administration."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin
from django.http import HttpRequest
from pydantic import ValidationError

from almanac.business.models import Business, Location, Setting
from almanac.business.policies import GROUPS
from almanac.files.forms import PictureForm, PicturePage
from almanac.kit.forms import LocalizedField
from almanac.outbox.audited import AuditedPage


class BusinessForm(PictureForm[Business]):
    tagline = LocalizedField(required=False)
    staff_word = LocalizedField(required=False)


class SettingForm(forms.ModelForm[Setting]):
    """A group of settings is checked by its type."""

    group = forms.ChoiceField(choices=[(kind.group, kind.group) for kind in GROUPS])

    def clean(self) -> dict[str, Any]:
        found = super().clean() or self.cleaned_data
        kind = next((kind for kind in GROUPS if kind.group == found.get("group")), None)
        try:
            if kind and isinstance(found.get("values"), dict):
                kind.model_validate(found["values"])
        except ValidationError as error:
            raise forms.ValidationError({"values": [f"{e['loc'][0]}: {e['msg']}" for e in error.errors()]}) from error
        return found


@admin.register(Business)
class BusinessPage(PicturePage[Business]):
    """Currency, zone and prefix are chosen when a business is made and stay."""

    form = BusinessForm
    picture_column = "logo_url"
    list_display = ["name", "slug", "currency", "zone", "archived_at"]

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        fixed = () if obj is None else ("currency", "zone", "order_prefix")
        return (*super().get_readonly_fields(request, obj), *fixed)


@admin.register(Location)
class LocationPage(AuditedPage[Location]):
    list_display = ["name", "business", "postcode", "archived_at"]
    list_select_related = ["business"]


@admin.register(Setting)
class SettingPage(AuditedPage[Setting]):
    form = SettingForm
    list_display = ["business", "group", "revision"]
    list_select_related = ["business"]
