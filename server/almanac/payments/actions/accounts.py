"""Our keys at companies: set, checked with the company, switched on and off, put in order while the product runs
(docs/algorithms/payments.md, accounts)."""

from __future__ import annotations

import json
import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.db import transaction
from django.db.models import F, Max

from almanac.kit.actor import Actor
from almanac.kit.errors import InvalidInput, NotAllowed, NotFound
from almanac.outbox.actions import emit
from almanac.payments import registry
from almanac.payments.accounts import company, keys_of
from almanac.payments.errors import CompanyNotReached, KeysRefused
from almanac.payments.events import CompaniesOrdered, ProviderAccountChanged
from almanac.payments.links import webhook_url
from almanac.payments.models import Payment, PaymentState, ProviderAccount
from almanac.payments.own_page import shows_wallets
from almanac.payments.permissions import can_see_accounts
from almanac.payments.providers.kinds import KeyField, ProviderKind
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
    *,
    actor: Actor,
    provider: str,
    mode: str,
    keys: Mapping[str, str],
    is_on: bool,
    takes_in_page: bool | None = None,
    now: datetime,
) -> ProviderAccount:
    """Set our keys at a company; keys that are left out stay as they are. New ones are shown to the company first. Keys of
    another account of ours there get a row of their own: the one from before is kept for what was paid by it. A company that
    is new comes last of its way to pay. `takes_in_page`: new payments are taken within our page; None: as before.

    Raises NotAllowed, NotFound, InvalidInput, KeysRefused, CompanyNotReached.
    """
    if not can_see_accounts(actor):
        raise NotAllowed
    if provider not in {kind.name for kind in registry.kinds()} or mode not in Mode.values:
        raise NotFound
    kind = registry.kind_of(provider)
    row = ProviderAccount.objects.filter(provider=provider, mode=mode, replaced_at=None).first()
    whole = _whole(kind, row, keys)
    in_page = bool(row and row.takes_in_page) if takes_in_page is None else takes_in_page
    missing = {name: ["This key is needed."] for name, value in whole.items() if not value}
    _check_page(kind, whole, mode, in_page=in_page)
    if missing and is_on:
        raise InvalidInput(fields={f"keys.{name}": words for name, words in missing.items()})
    if not missing and kind.is_test_key(whole) != (mode == Mode.TEST):
        raise InvalidInput(fields={f"keys.{kind.keys[0].name}": [f"This is no key of the company's {mode} mode."]})
    api_url = _address(provider, whole, row, are_typed=any(each.strip() for each in keys.values()))
    is_new = row is None or whole != keys_of(row) or api_url != row.api_url
    trial = ProviderAccount(provider=provider, mode=mode, keys=json.dumps(whole), api_url=api_url)
    asked = _asked_of(trial, row) if is_new and not missing else None
    wallets = _wallets(trial) if in_page and not missing else None
    with transaction.atomic():
        row = _locked(row)
        position = _place(provider) if row is None else row.position
        if row is not None and asked is not None and asked.is_another:
            _replace(row, now=now)
            row = None
        if row is None:
            row = ProviderAccount(provider=provider, mode=mode, position=position)
        row.keys, row.api_url, row.is_on = trial.keys, api_url, is_on
        row.takes_in_page, row.shows_wallets = in_page, wallets
        if asked is not None:
            row.known_as, row.missing_events = asked.known_as, asked.missing
        row.revision += 1
        row.save()
        emit(ProviderAccountChanged(row.pk, provider, mode, is_on, in_page), actor=actor, at=now)
    return row


def put_in_order(*, actor: Actor, method: str, providers: Sequence[str], now: datetime) -> list[str]:
    """Say which company takes new payments of a way to pay first, which where that one cannot, and so on. Payments that were
    made, kept cards and refunds stay where they are. Emits CompaniesOrdered where it is another order than before.

    Raises NotAllowed, NotFound (no such way), InvalidInput: each company with keys of ours is to be named once.
    """
    if not can_see_accounts(actor):
        raise NotAllowed
    if method not in registry.online():
        raise NotFound
    with transaction.atomic():
        rows = list(ProviderAccount.objects.select_for_update().filter(provider__in=registry.online()[method]))
        before = list(dict.fromkeys(row.provider for row in rows if row.replaced_at is None))
        if sorted(providers) != sorted(before):
            raise InvalidInput(fields={"providers": ["Name each company that is set up once."]})
        for row in rows:
            row.position = providers.index(row.provider)
            row.revision += 1
        ProviderAccount.objects.bulk_update(rows, ["position", "revision"])
        if list(providers) != before:
            told = CompaniesOrdered(method, companies=", ".join(providers), old_companies=", ".join(before))
            emit(told, actor=actor, at=now)
    return list(providers)


def look_at_events(*, now: datetime) -> None:
    """Ask each company of ours what it does not tell us of: somebody may have changed that on its own page. One that does not
    answer stays as it was."""
    for row in ProviderAccount.objects.filter(is_on=True, replaced_at=None):
        try:
            missing = _missing(company(row), row.provider)
        except (ProviderDown, ProviderRefused, KeyError):
            continue
        wallets = _wallets(row) if row.takes_in_page else None
        ProviderAccount.objects.filter(pk=row.pk).update(
            missing_events=missing, shows_wallets=wallets, revision=F("revision") + 1
        )


def _whole(kind: ProviderKind, row: ProviderAccount | None, keys: Mapping[str, str]) -> dict[str, str]:
    kept = keys_of(row) if row else {}
    found = {field.name: _key(field, keys, kept) for field in kind.keys}
    return {name: value for name, value in found.items() if value or name not in kind.keys_for_page}


def _check_page(kind: ProviderKind, whole: Mapping[str, str], mode: str, *, in_page: bool) -> None:
    """Raises InvalidInput where cards cannot be taken within our page with these keys. What is no key for browsers is refused
    also where none is needed: a secret one would be shown to everybody."""
    own = kind.own_page
    if own is None:
        if in_page:
            raise InvalidInput(fields={"takes_in_page": ["This company takes payments on its own page alone."]})
        return
    key = whole.get(own.key, "")
    if in_page and not key:
        raise InvalidInput(fields={f"keys.{own.key}": ["This key is needed."]})
    if key and own.mode_of(key) != mode:
        raise InvalidInput(fields={f"keys.{own.key}": [f"This is no publishable key of the company's {mode} mode."]})


def _wallets(account: ProviderAccount) -> bool | None:
    """Whether wallets are shown in our page; None where the company does not say."""
    try:
        return shows_wallets(account)
    except (ProviderDown, ProviderRefused):
        return None


def _address(provider: str, whole: Mapping[str, str], row: ProviderAccount | None, *, are_typed: bool) -> str:
    """Where the company is spoken to: its own address ("") with whatever keys a person types, unless they are the stand-in's own,
    which everybody knows."""
    stand_in = settings.STAND_IN_URLS.get(provider, "")
    asked_for = [field.name for field in registry.kind_of(provider).keys if not field.is_ours and not field.for_page]
    known = STAND_IN_KEYS.get(provider, {})
    if stand_in and all(whole[name] == known.get(name) for name in asked_for):
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


def _key(field: KeyField, given: Mapping[str, str], kept: Mapping[str, str]) -> str:
    if field.is_ours:  # nobody is asked for it, and messages that are under way bear the old one
        return kept.get(field.name) or secrets.token_urlsafe(24)
    return (given.get(field.name) or kept.get(field.name, "")).strip()


def _place(provider: str) -> int:
    """Beside the company's other mode, or behind all others of its way to pay."""
    own = ProviderAccount.objects.filter(provider=provider).first()
    if own is not None:
        return own.position
    others = registry.online()[registry.method_of(provider)]
    last = ProviderAccount.objects.filter(provider__in=others).aggregate(last=Max("position"))["last"]
    return 0 if last is None else last + 1
