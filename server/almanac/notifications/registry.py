"""The ways of sending messages that this installation has; config/providers.py fills it, settings choose."""

from __future__ import annotations

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

from almanac.notifications.providers.base import EmailProvider, PushProvider, ReportingProvider, SmsProvider
from almanac.notifications.providers.web_push import WebPush

_providers: dict[str, EmailProvider] = {}
_reporting: dict[str, ReportingProvider] = {}
_sms: dict[str, SmsProvider] = {}
_push = WebPush()


def register(provider: EmailProvider) -> None:
    _providers[provider.name] = provider


def register_reporting(provider: ReportingProvider) -> None:
    _reporting[provider.name] = provider


def register_sms(provider: SmsProvider) -> None:
    _sms[provider.name] = provider


def email_provider() -> EmailProvider:
    """The one that EMAIL_PROVIDER names. Raises ImproperlyConfigured."""
    try:
        return _providers[settings.EMAIL_PROVIDER]
    except KeyError as error:
        raise ImproperlyConfigured(f"EMAIL_PROVIDER must be one of {', '.join(_providers)}") from error


def reporting_provider(name: str) -> ReportingProvider | None:
    """Who reports under this name, also while another company sends: reports of what went before still come."""
    return _reporting.get(name)


def sms_provider() -> SmsProvider | None:
    """The one that SMS_PROVIDER names, None where it names none: then no texts go out. Raises ImproperlyConfigured."""
    if not settings.SMS_PROVIDER:
        return None
    try:
        return _sms[settings.SMS_PROVIDER]
    except KeyError as error:
        raise ImproperlyConfigured(f"SMS_PROVIDER must be empty or one of {', '.join(_sms)}") from error


def push_provider() -> PushProvider:
    return _push
