"""Which company takes new payments first, said by an administrator while all runs; and the keys it is set up with."""

from __future__ import annotations

from collections.abc import Iterator
from threading import Thread
from typing import Any

import pytest

from almanac.kit.actor import Actor, Role
from almanac.outbox.models import EventRow
from almanac.payments.accounts import keys_of
from almanac.payments.actions import keeping
from almanac.payments.models import ProviderAccount
from almanac.payments.providers.stand_ins import KEYS
from almanac.payments.queries import account_for
from fakes.mollie.server import Fake
from tests.cast import Person
from tests.shop import NOW, Shop, Visitor
from tests.tills import Till, keeps, order_of
from tests.tills import paid as paid_by_stripe

pytestmark = pytest.mark.django_db


@pytest.fixture
def beside(till: Till, settings: Any) -> Iterator[Fake]:
    """Mollie can be set up beside Stripe, which is."""
    with Fake() as fake:
        Thread(target=fake.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
        settings.STAND_IN_URLS = {"stripe": till.fake.url, "mollie": fake.url}
        yield fake
        fake.shutdown()


def put(person: Person, provider: str, *, on: bool, mode: str = "test", **keys: str) -> Any:
    answer = person.put(f"/payment-accounts/{provider}/{mode}", {"is_on": on, "keys": keys})
    assert answer.status_code == 200, answer.content
    return answer.json()


def order(person: Person, *providers: str, method: str = "card") -> Any:
    return person.put(f"/payment-methods/{method}/companies", {"providers": list(providers)})


def taker(currency: str = "GBP") -> str:
    return account_for("card", currency).provider


OURS = KEYS["mollie"]["api_key"]


def test_who_comes_first_is_said_while_it_runs(shop: Shop, ada: Person, beside: Fake) -> None:
    put(ada, "mollie", on=True, api_key=OURS)
    assert taker() == "stripe"  # whoever is new comes last, also where its name comes before
    assert order(ada, "mollie", "stripe").json() == ["mollie", "stripe"]
    assert taker() == "mollie"
    put(ada, "stripe", on=True)
    assert taker() == "mollie"  # saved again it stays where it is
    put(ada, "stripe", on=False, mode="live")
    places = {(row.provider, row.mode): row.position for row in ProviderAccount.objects.all()}
    assert places == {("mollie", "test"): 0, ("stripe", "test"): 1, ("stripe", "live"): 1}
    put(ada, "mollie", on=False)
    assert taker() == "stripe"
    told = EventRow.objects.filter(name="payments.companies_ordered").values_list("payload", flat=True)
    assert list(told) == [{"method": "card", "companies": "mollie, stripe", "old_companies": "stripe, mollie"}]
    order(ada, "mollie", "stripe")
    assert len(told.all()) == 1  # nothing was changed


def test_where_the_first_does_not_take_the_currency_the_next_one_does(shop: Shop, ada: Person, beside: Fake) -> None:
    put(ada, "mollie", on=True, api_key=OURS)
    order(ada, "mollie", "stripe")
    assert (taker("EUR"), taker("UAH")) == ("mollie", "stripe")


@pytest.mark.parametrize(
    "named", [["mollie"], ["stripe", "stripe"], ["stripe", "mollie", "paypal"], ["stripe", "nobody"]]
)
def test_each_company_that_is_set_up_is_named_once(shop: Shop, ada: Person, beside: Fake, named: list[str]) -> None:
    put(ada, "mollie", on=True, api_key=OURS)
    answer = order(ada, *named)
    assert (answer.json()["code"], list(answer.json()["fields"])) == ("invalid_input", ["providers"])
    assert taker() == "stripe"


def test_nobody_else_says_who_comes_first(shop: Shop, ada: Person, max_: Person, sam: Person, till: Till) -> None:
    for person in (max_, sam):
        assert order(person, "stripe").json()["code"] == "not_allowed"
    assert order(ada, "stripe", method="pay_on_site").json()["code"] == "not_found"
    assert order(ada, "stripe").json() == ["stripe"]


def test_a_word_of_ours_is_made_up_and_nobody_is_asked(shop: Shop, ada: Person, beside: Fake) -> None:
    put(ada, "mollie", on=True, api_key=OURS)
    row = ProviderAccount.objects.get(provider="mollie")
    word = keys_of(row)["webhook_secret"]
    assert len(word) >= 32
    assert (row.api_url, row.known_as, row.missing_events) == (beside.url, "pfl_standin", [])
    told = ada.get("/payment-accounts").json()
    seen = next(each for each in told if (each["provider"], each["mode"]) == ("mollie", "test"))
    assert [key["name"] for key in seen["keys"]] == ["api_key"]
    assert (seen["webhook_url"], seen["kept_count"], seen["is_set_up"], word in str(told)) == ("", 0, True, False)
    put(ada, "mollie", on=True, api_key=OURS, webhook_secret="chosen")
    row.refresh_from_db()
    assert keys_of(row) == {"api_key": OURS, "webhook_secret": word}  # messages under way bear it


def test_keys_that_mollie_does_not_accept_are_not_saved(shop: Shop, ada: Person, beside: Fake) -> None:
    beside.rest.api_key = "test_another"
    answer = ada.put("/payment-accounts/mollie/test", {"is_on": True, "keys": {"api_key": OURS}})
    assert answer.json()["code"] == "keys_refused"
    assert not ProviderAccount.objects.filter(provider="mollie").exists()


def test_what_customers_keep_where_is_counted(shop: Shop, nora: Visitor, ada: Person, till: Till) -> None:
    made = paid_by_stripe(nora, shop, till)
    keeps(till, order_of(made))
    keeping.remove(actor=Actor(Role.ADMIN), kept_id=keeps(till, order_of(made)).pk, now=NOW)
    told = {(each["provider"], each["mode"]): each["kept_count"] for each in ada.get("/payment-accounts").json()}
    assert (told["stripe", "test"], told["mollie", "test"]) == (1, 0)
    assert put(ada, "stripe", on=False)["kept_count"] == 1
