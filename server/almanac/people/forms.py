"""Forms of the Django admin for people."""

from __future__ import annotations

from typing import Any
from zoneinfo import available_timezones

from django import forms

from almanac.files.forms import PictureForm
from almanac.kit.actor import ScopeAction
from almanac.people.models import Customer, ManagerScope, StaffMember, User, UserRole

UNKNOWN_ZONE = "This time zone is not known. It is called something like Europe/London."


def checked_zone(name: str) -> str:
    """An IANA time zone as it is. Raises ValidationError: with any other name no time could be told any more."""
    if name not in available_timezones():
        raise forms.ValidationError(UNKNOWN_ZONE)
    return name


class CustomerForm(forms.ModelForm[Customer]):
    def clean_zone(self) -> str:
        return checked_zone(self.cleaned_data["zone"])


class StaffMemberForm(PictureForm[StaffMember]):
    def clean_zone(self) -> str:
        return checked_zone(self.cleaned_data["zone"])


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
        fields = ["user", "staff_members", "actions"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "user" in self.fields:
            self.fields["user"].queryset = User.objects.filter(role=UserRole.MANAGER)  # type: ignore[attr-defined]
