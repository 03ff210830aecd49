"""The ways of sending e-mail that this installation has; config/providers.py fills it, settings choose."""

from __future__ import annotations

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

from almanac.notifications.providers.base import EmailProvider

_providers: dict[str, EmailProvider] = {}


def register(provider: EmailProvider) -> None:
    _providers[provider.name] = provider


def email_provider() -> EmailProvider:
    """The one that EMAIL_PROVIDER names. Raises ImproperlyConfigured."""
    try:
        return _providers[settings.EMAIL_PROVIDER]
    except KeyError as error:
        raise ImproperlyConfigured(f"EMAIL_PROVIDER must be one of {', '.join(_providers)}") from error
