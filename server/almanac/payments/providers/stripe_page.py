"""Stripe within a page of ours: what its session is asked for, its script and what that loads, its key for browsers, and wallets.

Sources: docs.stripe.com/payments/quickstart-checkout-sessions and docs.stripe.com/js/custom_checkout (Elements with the Checkout
Sessions API), docs.stripe.com/sdks/stripejs-versioning, docs.stripe.com/security/guide (content security policy),
docs.stripe.com/payments/payment-methods/pmd-registration (wallets are shown on registered domains alone).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import stripe as sdk

from almanac.payments.providers.kinds import OwnPage, Sources
from almanac.payments.providers.online import PaymentAsk
from almanac.payments.providers.stripe_calls import asked

TRAIN = "endive"  # the script's release, which goes with the API version of the library
SCRIPTS = ("https://js.stripe.com", "https://*.js.stripe.com")
FRAMES = (*SCRIPTS, "https://hooks.stripe.com")  # fields and wallets; the bank's question
CONNECTS = ("https://api.stripe.com",)
WALLETS = ("apple_pay", "google_pay")


def ways_of(ask: PaymentAsk) -> dict[str, Any]:
    """Where the session is paid and where the browser goes from there. In our page there is nothing to go back from."""
    if ask.in_page:
        return {"ui_mode": "elements", "return_url": ask.return_url}
    return {"success_url": ask.return_url, "cancel_url": ask.cancel_url}


def key_of(ask: PaymentAsk) -> str:
    """The idempotency key: the same payment on the company's page is another question."""
    return f"{ask.key}:in_page" if ask.in_page else ask.key


def is_so(session: Any, ask: PaymentAsk) -> bool:
    """Whether an open session is of this payment and is paid where it is asked for."""
    is_within = session.ui_mode == "elements"
    return bool(session.client_reference_id == ask.payment_id) and is_within == ask.in_page


def mode_of(key: str) -> str:
    """Of a publishable key."""
    return next((mode for mode in ("test", "live") if key.startswith(f"pk_{mode}_")), "")


def script(api_url: str) -> str:
    """The script's address; the stand-in has its own."""
    return f"{api_url.rstrip('/') or SCRIPTS[0]}/{TRAIN}/stripe.js"


def sources(api_url: str) -> Sources:
    own = (api_url.rstrip("/"),)
    return Sources(own, own, own) if api_url else Sources(SCRIPTS, FRAMES, CONNECTS)


def register(client: sdk.StripeClient, host: str) -> bool:
    """See to it that the company knows our host; whether a wallet may be shown there. Raises ProviderDown and ProviderRefused."""
    domains = client.v1.payment_method_domains
    found = asked(lambda: domains.list({"domain_name": host, "limit": 1})).data
    domain: Any = found[0] if found else asked(lambda: domains.create({"domain_name": host}))
    return bool(domain.enabled) and any(getattr(domain, wallet).status == "active" for wallet in WALLETS)


def own_page(client_of: Any) -> OwnPage:
    """`client_of` makes a client of keys and the address of the API."""

    def known(keys: Mapping[str, str], api_url: str, host: str) -> bool:
        return register(client_of(keys["secret_key"], api_url), host)

    return OwnPage("publishable_key", mode_of, script, sources, known)
