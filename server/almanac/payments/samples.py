"""Sample payments: our accounts at the stand-ins for companies, so that every way to pay can be tried without keys."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime

from almanac.business.models import Business
from almanac.catalog.models import Package
from almanac.kit.actor import Actor
from almanac.payments import registry
from almanac.payments.actions import passes
from almanac.payments.models import ProviderAccount
from almanac.payments.providers.stand_ins import KEYS
from almanac.people.models import Customer
from almanac.sales import issuing
from almanac.sales.gift_cards import GiftWish


def create_accounts(urls: Mapping[str, str], *, is_on: bool) -> None:
    """Our test accounts at the stand-ins behind `urls`, by company; none where there is no stand-in. Of several companies behind
    one way to pay the first is on, and the others wait to be switched on."""
    places = {name: place for names in registry.online().values() for place, name in enumerate(names)}
    ProviderAccount.objects.bulk_create(
        ProviderAccount(
            provider=name,
            mode=ProviderAccount.Mode.TEST,
            keys=json.dumps(KEYS[name]),
            api_url=url,
            is_on=is_on and places[name] == 0,
            position=places[name],
        )
        for name, url in urls.items()
        if url
    )


def create_gifts(valclean: Business, customer: Customer, actor: Actor, *, now: datetime) -> None:
    """A package and a gift card that the administrator gave somebody, with reasons, so that their lists are not empty."""
    package = Package.objects.get(business=valclean, slug="five-regular-cleans")
    passes.give_by_hand(
        actor=actor,
        package_id=package.pk,
        customer_id=customer.pk,
        language="en",
        reason="Thank you for a year with us",
        now=now,
    )
    wish = GiftWish(
        business_id=valclean.pk,
        recipient_name=customer.name,
        recipient_email=customer.email,
        sender_name=valclean.name,
        message="With our thanks for sending your neighbours to us.",
    )
    issuing.give_by_hand(actor=actor, amount=2_500, wish=wish, language="en", reason="Two neighbours came", now=now)
