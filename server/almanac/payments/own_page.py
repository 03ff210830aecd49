"""Cards taken within a page of ours: whether, with what, and what that page may load (docs/algorithms/payments.md)."""

from __future__ import annotations

from dataclasses import dataclass, field
from urllib.parse import urlsplit

from django.conf import settings

from almanac.kit.pages import site
from almanac.payments import registry
from almanac.payments.accounts import keys_of
from almanac.payments.models import Payment, ProviderAccount
from almanac.payments.providers.kinds import Sources
from almanac.payments.providers.online import ProviderRefused
from almanac.sales.models import Order


@dataclass(frozen=True, slots=True)
class Within:
    """What a browser takes one payment with: the company's script, its key for browsers, and the payment's secret, which only
    whoever may pay it is told."""

    script: str
    publishable_key: str
    client_secret: str = field(repr=False)


def is_taken_here(account: ProviderAccount | None, order: Order) -> bool:
    """Whether a new payment of an order goes within our page. Without an e-mail address it does not: the company wants one, and
    asks for it on its own page."""
    if account is None or not account.takes_in_page:
        return False
    return registry.kind_of(account.provider).own_page is not None and bool(order.customer.email)


def address_of(payment: Payment, language: str) -> str:
    """Where the browser is sent to pay: the company's page, or ours."""
    return f"{site(language)}/pay/card/?payment={payment.pk}" if payment.page_secret else payment.page_url


def within(payment: Payment) -> Within | None:
    """What our page needs of an open payment; None where it is taken on the company's own."""
    account = payment.account
    own = registry.kind_of(account.provider).own_page if account is not None and payment.page_secret else None
    if account is None or own is None:
        return None
    return Within(own.script(account.api_url), keys_of(account).get(own.key, ""), payment.page_secret)


def sources() -> Sources:
    """What our page for cards may load while it takes any: nothing where no account says so. One SQL query."""
    found = [
        own.sources(row.api_url)
        for row in ProviderAccount.objects.filter(is_on=True, takes_in_page=True)
        if (own := registry.kind_of(row.provider).own_page) is not None
    ]
    return Sources(
        scripts=tuple(dict.fromkeys(each for one in found for each in one.scripts)),
        frames=tuple(dict.fromkeys(each for one in found for each in one.frames)),
        connects=tuple(dict.fromkeys(each for one in found for each in one.connects)),
    )


def shows_wallets(account: ProviderAccount) -> bool:
    """Have the company know our host; whether it shows wallets there. Raises ProviderDown and ProviderRefused."""
    own = registry.kind_of(account.provider).own_page
    if own is None or (account.api_url and settings.PRODUCTION):
        raise ProviderRefused("no_own_page")
    return own.register(keys_of(account), account.api_url, urlsplit(settings.PUBLIC_URL).hostname or "")
