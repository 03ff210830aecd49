"""Our keys at companies: set, checked with the company, switched on and off while the product runs."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from almanac.kit.actor import Actor
from almanac.kit.errors import InvalidInput, NotAllowed, NotFound
from almanac.outbox.actions import emit
from almanac.payments import registry
from almanac.payments.accounts import keys_of
from almanac.payments.events import ProviderAccountChanged
from almanac.payments.models import ProviderAccount
from almanac.payments.permissions import can_see_accounts

Mode = ProviderAccount.Mode


def set_account(
    *, actor: Actor, provider: str, mode: str, keys: Mapping[str, str], is_on: bool, position: int, now: datetime
) -> ProviderAccount:
    """Set our keys at a company; keys that are left out stay as they are. Raises NotAllowed, NotFound, InvalidInput."""
    if not can_see_accounts(actor):
        raise NotAllowed
    if provider not in {kind.name for kind in registry.kinds()} or mode not in Mode.values:
        raise NotFound
    kind = registry.kind_of(provider)
    with transaction.atomic():
        row = ProviderAccount.objects.select_for_update().filter(provider=provider, mode=mode).first()
        kept = keys_of(row) if row else {}
        whole = {field.name: (keys.get(field.name) or kept.get(field.name, "")).strip() for field in kind.keys}
        missing = {name: ["This key is needed."] for name, value in whole.items() if not value}
        if missing and is_on:
            raise InvalidInput(fields={f"keys.{name}": words for name, words in missing.items()})
        if not missing and kind.is_test_key(whole) != (mode == Mode.TEST):
            raise InvalidInput(fields={f"keys.{kind.keys[0].name}": [f"This is no key of the company's {mode} mode."]})
        row = row or ProviderAccount(provider=provider, mode=mode)
        row.keys, row.is_on, row.position = json.dumps(whole), is_on, position
        row.revision += 1
        row.save()
        emit(ProviderAccountChanged(row.pk, provider, mode, is_on), actor=actor, at=now)
    return row
