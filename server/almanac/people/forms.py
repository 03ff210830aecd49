"""Forms of the Django admin for people."""

from __future__ import annotations

from typing import Any

from django import forms

from almanac.kit.actor import ScopeAction
from almanac.people.models import ManagerScope, User, UserRole


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
