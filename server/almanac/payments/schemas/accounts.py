"""What the API says about our keys at companies, and what is left of going live with each."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

from ninja import Schema
from pydantic import Field

from almanac.payments import registry
from almanac.payments.accounts import keys_of
from almanac.payments.checklist import Checklist, Step
from almanac.payments.models import ProviderAccount


class KeyOut(Schema):
    """One of a company's keys: whether it is set, and what it is where it is no secret."""

    name: str
    is_secret: bool
    is_set: bool
    value: str


class AccountOut(Schema):
    """Our keys at a company in its `test` or `live` mode; `method` is the way to pay it stands behind. Secrets are never
    told again. `is_set_up`: somebody has set it, switched on or not. The one with the lowest `position` that is on takes new
    payments. `api_url` is empty for the company's own; `webhook_url` is where its messages are to be sent, empty where each
    payment tells it that; `missing_events` are the kinds that it does not send there (null: it does not say), `known_as` is the
    company's name of our account. `can_take_in_page`: it can take payments within a page of ours; `takes_in_page`: it does;
    `shows_wallets`: wallets are shown there (null: not known). `kept_count` is how many cards or debits customers keep there:
    charged there alone, while it is on."""

    provider: str
    method: str
    mode: str
    is_on: bool
    is_set_up: bool
    position: int
    api_url: str
    webhook_url: str
    known_as: str
    missing_events: list[str] | None
    can_take_in_page: bool
    takes_in_page: bool
    shows_wallets: bool | None
    kept_count: int
    keys: list[KeyOut]


class AccountIn(Schema):
    """Keys that are left out or empty stay as they are, and so does where payments are taken."""

    is_on: bool
    takes_in_page: bool | None = None
    keys: dict[Annotated[str, Field(max_length=40)], Annotated[str, Field(max_length=500)]] = Field(
        default_factory=dict, max_length=10
    )


class CompaniesIn(Schema):
    """Companies behind one way to pay, the first one first."""

    providers: list[Annotated[str, Field(max_length=20)]] = Field(min_length=1, max_length=20)


class StepOut(Schema):
    """One step of going live, and whether it is done."""

    name: Step
    is_done: bool


class ChecklistOut(Schema):
    """What is done of going live with a company in one mode, in order."""

    provider: str
    mode: str
    steps: list[StepOut]

    @classmethod
    def of(cls, found: Checklist) -> ChecklistOut:
        steps = [StepOut(name=name, is_done=is_done) for name, is_done in found.steps]
        return cls(provider=found.provider, mode=found.mode, steps=steps)


def account_out(
    row: ProviderAccount | None, provider: str, mode: str, *, webhook_url: str, kept_count: int
) -> AccountOut:
    """An account, or the place for one that was never set."""
    kind, kept = registry.kind_of(provider), keys_of(row) if row else {}
    return AccountOut(
        provider=provider,
        method=registry.method_of(provider),
        mode=mode,
        is_on=row.is_on if row else False,
        is_set_up=row is not None,
        position=row.position if row else 0,
        api_url=row.api_url if row else "",
        webhook_url=webhook_url,
        known_as=row.known_as if row else "",
        missing_events=row.missing_events if row else None,
        can_take_in_page=kind.own_page is not None,
        takes_in_page=row.takes_in_page if row else False,
        shows_wallets=row.shows_wallets if row else None,
        kept_count=kept_count,
        keys=[_key(field.name, field.is_secret, kept) for field in kind.keys if not field.is_ours],
    )


def _key(name: str, is_secret: bool, kept: Mapping[str, str]) -> KeyOut:
    value = kept.get(name, "")
    return KeyOut(name=name, is_secret=is_secret, is_set=bool(value), value="" if is_secret else value)
