"""What signing up asks besides e-mail and password. allauth builds its own form upon this one, so it knows no tables."""

from __future__ import annotations

from django import forms
from django.http import HttpRequest


class SignUpForm(forms.Form):
    """A name, as people have them. Whatever else is posted, a role for one, has no field and is not read."""

    name = forms.CharField(max_length=200)

    def signup(self, request: HttpRequest, user: object) -> None:
        """allauth's last word on a new user; the adapter has stored the name."""
