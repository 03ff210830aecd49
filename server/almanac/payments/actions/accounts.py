"""Our keys at companies: set, checked with the company, switched on and off while the product runs (docs/algorithms/payments.md,
accounts)."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.db import transaction
from django.db.models import F

from almanac.kit.actor import Actor
from almanac.kit.errors import InvalidInput, NotAllowed, NotFound
from almanac.outbox.actions import emit
from almanac.payments import registry
from almanac.payments.accounts import company, keys_of
from almanac.payments.errors import CompanyNotReached, KeysRefused
from almanac.payments.events import ProviderAccountChanged
from almanac.payments.links import webhook_url
from almanac.payments.models import Payment, PaymentState, ProviderAccount
from almanac.payments.permissions import can_see_accounts
from almanac.payments.providers.kinds import ProviderKind
from almanac.payments.providers.online import OnlineProvider, ProviderDown, ProviderRefused
from almanac.payments.providers.stand_ins import KEYS as STAND_IN_KEYS

Mode = ProviderAccount.Mode


@dataclass(frozen=True, slots=True)
class _Asked:
    """What the company said of keys: whose they are ("": it does not say), whether that is another account than the one from
    before, and what it does not tell us of (None: it does not say)."""

    known_as: str
    is_another: bool
    missing: list[str] | None


def set_account(
    *, actor: Actor, provider: str, mode: str, keys: Mapping[str, str], is_on: bool, position: int, now: datetime
) -> ProviderAccount:
    """Set our keys at a company; keys that are left out stay as they are. New ones are shown to the company first. Keys of
    another account of ours there get a row of their own: the one from before is kept for what was paid by it.

    Raises NotAllowed, NotFound, InvalidInput, KeysRefused, CompanyNotReached.
    """
    if not can_see_accounts(actor):
        raise NotAllowed
    if provider not in {kind.name for kind in registry.kinds()} or mode not in Mode.values:
        raise NotFound
    kind = registry.kind_of(provider)
    row = ProviderAccount.objects.filter(provider=provider, mode=mode, replaced_at=None).first()
    whole = _whole(kind, row, keys)
    missing = {name: ["This key is needed."] for name, value in whole.items() if not value}
    if missing and is_on:
        raise InvalidInput(fields={f"keys.{name}": words for name, words in missing.items()})
    if not missing and kind.is_test_key(whole) != (mode == Mode.TEST):
        raise InvalidInput(fields={f"keys.{kind.keys[0].name}": [f"This is no key of the company's {mode} mode."]})
    api_url = _address(provider, whole, row, are_typed=any(each.strip() for each in keys.values()))
    is_new = row is None or whole != keys_of(row) or api_url != row.api_url
    trial = ProviderAccount(provider=provider, mode=mode, keys=json.dumps(whole), api_url=api_url)
    asked = _asked_of(trial, row) if is_new and not missing else None
    with transaction.atomic():
        row = _locked(row)
        if row is not None and asked is not None and asked.is_another:
            _replace(row, now=now)
            row = None
        if row is None:
            row = ProviderAccount(provider=provider, mode=mode)
        row.keys, row.api_url, row.is_on, row.position = trial.keys, api_url, is_on, position
        if asked is not None:
            row.known_as, row.missing_events = asked.known_as, asked.missing
        row.revision += 1
        row.save()
        emit(ProviderAccountChanged(row.pk, provider, mode, is_on), actor=actor, at=now)
    return row


def look_at_events(*, now: datetime) -> None:
    """Ask each company of ours what it does not tell us of: somebody may have changed that on its own page. One that does not
    answer stays as it was."""
    for row in ProviderAccount.objects.filter(is_on=True, replaced_at=None):
        try:
            missing = _missing(company(row), row.provider)
        except (ProviderDown, ProviderRefused, KeyError):
            continue
        ProviderAccount.objects.filter(pk=row.pk).update(missing_events=missing, revision=F("revision") + 1)


def _whole(kind: ProviderKind, row: ProviderAccount | None, keys: Mapping[str, str]) -> dict[str, str]:
    kept = keys_of(row) if row else {}
    return {field.name: (keys.get(field.name) or kept.get(field.name, "")).strip() for field in kind.keys}


def _address(provider: str, whole: Mapping[str, str], row: ProviderAccount | None, *, are_typed: bool) -> str:
    """Where the company is spoken to: its own address ("") with whatever keys a person types, unless they are the stand-in's own,
    which everybody knows."""
    stand_in = settings.STAND_IN_URLS.get(provider, "")
    if stand_in and whole == STAND_IN_KEYS.get(provider):
        return str(stand_in)
    return row.api_url if row is not None and not are_typed else ""


def _asked_of(trial: ProviderAccount, before: ProviderAccount | None) -> _Asked:
    """Raises KeysRefused and CompanyNotReached."""
    try:
        speaking = company(trial)
        name = speaking.known_as()
        is_another = before is not None and _is_another(before, trial, name, speaking)
    except ProviderDown as error:
        raise CompanyNotReached from error
    except ProviderRefused as error:
        raise KeysRefused(reason=error.code) from error
    try:
        return _Asked(name, is_another, _missing(speaking, trial.provider))
    except (ProviderDown, ProviderRefused):
        return _Asked(name, is_another, None)


def _missing(speaking: OnlineProvider, provider: str) -> list[str]:
    return list(speaking.missing_events(webhook_url(provider)))


def _is_another(before: ProviderAccount, trial: ProviderAccount, name: str, speaking: OnlineProvider) -> bool:
    """Whether the keys are of another account than those from before. Where one of the two names is not known, as with keys of
    narrow rights, what was paid last is asked for with the new keys. Raises ProviderDown."""
    came = Payment.objects.filter(account=before, state=PaymentState.CAPTURED).order_by("-captured_at").first()
    if before.api_url != trial.api_url:
        return came is not None or before.payments.exists() or before.kept_methods.exists()
    if name and before.known_as:
        return name != before.known_as
    try:
        return came is not None and not speaking.look_up(came.reference)
    except ProviderRefused:
        return True


def _locked(row: ProviderAccount | None) -> ProviderAccount | None:
    return ProviderAccount.objects.select_for_update(of=("self",)).get(pk=row.pk) if row is not None else None


def _replace(row: ProviderAccount, *, now: datetime) -> None:
    """It takes no new payments; with its keys what was paid by it is still given back and asked about."""
    row.is_on, row.replaced_at = False, now
    row.revision += 1
    row.save(update_fields=["is_on", "replaced_at", "revision"])
