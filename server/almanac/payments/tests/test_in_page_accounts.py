"""Where an account's cards are taken: said by administrators, with a key for browsers that fits; what is left of going live."""

from __future__ import annotations

from typing import Any

import pytest
from django.utils import timezone

from almanac.outbox.models import EventRow
from almanac.payments.accounts import keys_of
from almanac.payments.actions.accounts import look_at_events
from almanac.payments.models import ProviderAccount
from almanac.payments.providers.mollie import MOLLIE
from almanac.payments.providers.stand_ins import KEYS
from tests.cast import Person
from tests.shop import Shop
from tests.tills import Till

pytestmark = pytest.mark.django_db
PUBLISHABLE = "pk_test_standin"


@pytest.fixture(autouse=True)
def at_the_stand_in(till: Till, settings: Any) -> None:
    """Its own keys go to it."""
    settings.STAND_IN_URLS = {"stripe": till.fake.url}


def put(
    person: Person, *, in_page: bool | None = True, mode: str = "test", provider: str = "stripe", **keys: str
) -> Any:
    body = {"is_on": True, "takes_in_page": in_page, "keys": keys}
    return person.put(f"/payment-accounts/{provider}/{mode}", body)


def steps(person: Person) -> dict[str, bool]:
    found = person.get("/payment-checklists").json()
    own = next(each for each in found if (each["provider"], each["mode"]) == ("stripe", "test"))
    return {step["name"]: step["is_done"] for step in own["steps"]}


def told(person: Person) -> dict[str, Any]:
    return next(
        each
        for each in person.get("/payment-accounts").json()
        if (each["provider"], each["mode"]) == ("stripe", "test")
    )


def test_said_with_a_key_for_browsers_and_taken_back(shop: Shop, ada: Person, till: Till) -> None:
    before = told(ada)
    assert (before["can_take_in_page"], before["takes_in_page"], before["shows_wallets"]) == (True, False, None)
    assert "wallets" not in steps(ada)
    answer = put(ada, publishable_key=PUBLISHABLE)
    assert answer.status_code == 200, answer.content
    assert (answer.json()["takes_in_page"], answer.json()["shows_wallets"]) == (True, True)
    key = next(each for each in told(ada)["keys"] if each["name"] == "publishable_key")
    assert (key["is_secret"], key["value"]) == (False, PUBLISHABLE)
    assert (steps(ada)["wallets"], steps(ada)["keys"]) == (True, True)
    event = EventRow.objects.filter(name="payments.account_changed").latest("pk")
    assert event.payload["takes_in_page"] is True
    put(ada, in_page=None)  # nothing is said of it
    assert told(ada)["takes_in_page"] is True
    put(ada, in_page=False)
    assert (told(ada)["takes_in_page"], keys_of(ProviderAccount.objects.get())["publishable_key"]) == (
        False,
        PUBLISHABLE,
    )


@pytest.mark.parametrize("key", ["pk_live_x", "sk_test_x", "rk_test_x", "x"])
@pytest.mark.parametrize("in_page", [True, False])
def test_a_key_that_is_not_for_browsers_of_this_mode_is_refused(
    shop: Shop, ada: Person, till: Till, key: str, in_page: bool
) -> None:
    answer = put(ada, in_page=in_page, publishable_key=key)
    assert (answer.json()["code"], list(answer.json()["fields"])) == ("invalid_input", ["keys.publishable_key"])
    assert "publishable_key" not in keys_of(ProviderAccount.objects.get())


def test_without_one_no_card_is_taken_in_our_page(shop: Shop, ada: Person, till: Till) -> None:
    answer = put(ada)
    assert (answer.json()["code"], list(answer.json()["fields"])) == ("invalid_input", ["keys.publishable_key"])
    assert ProviderAccount.objects.get().takes_in_page is False


def test_a_company_that_has_only_its_own_page(shop: Shop, ada: Person, till: Till) -> None:
    assert MOLLIE.own_page is None
    answer = put(ada, provider="mollie", api_key=KEYS["mollie"]["api_key"])
    assert (answer.json()["code"], list(answer.json()["fields"])) == ("invalid_input", ["takes_in_page"])
    assert next(each for each in ada.get("/payment-accounts").json() if each["provider"] == "mollie")[
        "can_take_in_page"
    ] is (False)


def test_nobody_else_says_where_cards_are_taken(shop: Shop, max_: Person, sam: Person, till: Till) -> None:
    for person in (max_, sam):
        assert put(person, publishable_key=PUBLISHABLE).json()["code"] == "not_allowed"
    assert ProviderAccount.objects.get().takes_in_page is False


def test_whether_wallets_are_shown_is_asked_again_and_may_not_be_known(
    shop: Shop, ada: Person, till: Till, settings: Any
) -> None:
    settings.PUBLIC_URL = "https://bad_host!"
    assert put(ada, publishable_key=PUBLISHABLE).json()["shows_wallets"] is None
    assert steps(ada)["wallets"] is False
    settings.PUBLIC_URL = "https://clean.example:8443"
    look_at_events(now=timezone.now())
    assert told(ada)["shows_wallets"] is True
    look_at_events(now=timezone.now())
    assert [each["domain_name"] for each in till.fake.book.all("pmd")] == ["clean.example"]
    till.fake.book.all("pmd")[0]["enabled"] = False
    look_at_events(now=timezone.now())
    assert told(ada)["shows_wallets"] is False


def test_the_stand_in_stays_the_stand_in_with_any_key_for_browsers(shop: Shop, ada: Person, till: Till) -> None:
    assert put(ada, publishable_key="pk_test_other").json()["api_url"] == till.fake.url
