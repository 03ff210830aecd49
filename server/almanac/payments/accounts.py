"""Speaking to a company with our keys there."""

from __future__ import annotations

import json

from django.conf import settings

from almanac.payments import registry
from almanac.payments.models import ProviderAccount
from almanac.payments.providers.online import OnlineProvider, ProviderRefused


def keys_of(account: ProviderAccount) -> dict[str, str]:
    """The account's keys by name."""
    found: dict[str, str] = json.loads(account.keys)
    return found


def company(account: ProviderAccount) -> OnlineProvider:
    """What speaks to the company with this account's keys. Raises ProviderRefused for a stand-in in production."""
    if account.api_url and settings.PRODUCTION:
        raise ProviderRefused("stand_in")
    return registry.kind_of(account.provider).make(keys_of(account), account.api_url)
