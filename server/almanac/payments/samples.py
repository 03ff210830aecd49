"""Sample payments: our accounts at the stand-ins for companies, so that every way to pay can be tried without keys."""

from __future__ import annotations

import json
from collections.abc import Mapping

from almanac.payments import registry
from almanac.payments.models import ProviderAccount
from almanac.payments.providers.stand_ins import KEYS


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
