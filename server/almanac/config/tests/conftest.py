"""Companies to sign in with, as processes of their own would stand in for them."""

from __future__ import annotations

from collections.abc import Iterator
from threading import Thread
from typing import Any

import environ
import pytest

from almanac.config.companies import keys
from fakes.sign_in_companies import companies
from fakes.sign_in_companies.server import Fake


@pytest.fixture(scope="session")
def _stand_ins() -> Iterator[Fake]:
    with Fake() as server:
        Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
        yield server
        server.shutdown()


@pytest.fixture
def stand_ins(_stand_ins: Fake, settings: Any, monkeypatch: pytest.MonkeyPatch) -> Iterator[Fake]:
    """Google, Microsoft and Apple, with their keys set."""
    for name, value in companies.registration().items():
        monkeypatch.setenv(name, value)
    for company in companies.COMPANIES:
        monkeypatch.setenv(f"SIGN_IN_{company.upper()}_URL", _stand_ins.address_of(company))
    configured = keys.configured(environ.Env())  # type: ignore[no-untyped-call]
    settings.SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"provider_class": keys.PROVIDER, "APPS": configured}}
    yield _stand_ins
    _stand_ins.is_down = False
    _stand_ins.code_seconds = 300
