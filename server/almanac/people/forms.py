"""Forms of the Django admin for people."""

from __future__ import annotations

from typing import Any
from zoneinfo import available_timezones

from django import forms

from almanac.files.forms import PictureForm
from almanac.kit.actor import ScopeAction
from almanac.kit.forms import LocalizedField
from almanac.people.languages import checked_languages
from almanac.people.models import Customer, Expertise, ManagerScope, StaffMember, User, UserRole

UNKNOWN_ZONE = "This time zone is not known. It is called something like Europe/London."


def checked_zone(name: str) -> str:
    """An IANA time zone as it is. Raises ValidationError: with any other name no time could be told any more."""
    if name not in available_timezones():
        raise forms.ValidationError(UNKNOWN_ZONE)
    return name


class CustomerForm(forms.ModelForm[Customer]):
    def clean_zone(self) -> str:
        return checked_zone(self.cleaned_data["zone"])


class ExpertiseForm(forms.ModelForm[Expertise]):
    name = LocalizedField()


class StaffMemberForm(PictureForm[StaffMember]):
    def clean_zone(self) -> str:
        return checked_zone(self.cleaned_data["zone"])

    def clean_languages(self) -> list[str]:
        """A list of codes, as the API wants it."""
        codes = self.cleaned_data["languages"] or []
        try:
            return checked_languages(codes if isinstance(codes, list) else [codes])
        except ValueError as error:
            raise forms.ValidationError(str(error)) from error


class ManagerScopeForm(forms.ModelForm[ManagerScope]):
    """A scope with its actions as ticks, for managers alone."""

    actions = forms.TypedMultipleChoiceField(
        choices=[(action.value, action.value.capitalize()) for action in ScopeAction],
        coerce=ScopeAction,
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )

    class Meta:
        model = ManagerScope
        fields = ["user", "staff_members", "businesses", "locations", "customer_businesses", "actions"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "user" in self.fields:
            self.fields["user"].queryset = User.objects.filter(role=UserRole.MANAGER)  # type: ignore[attr-defined]
