"""Our keys at companies: set by administrators who say once more that it is them, checked, never told again."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import timedelta
from threading import Thread
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from almanac.business.models import Business, Setting
from almanac.outbox import worker
from almanac.outbox.models import EventRow
from almanac.payments import registry
from almanac.payments.accounts import company, keys_of
from almanac.payments.models import Payment, ProviderAccount, Refund
from almanac.payments.models import ProviderNotice as Notices
from almanac.payments.providers.online import ProviderRefused
from almanac.payments.providers.stripe import STRIPE, Stripe
from fakes.stripe.server import Fake
from tests.cast import Person
from tests.shop import NOW, Shop, Visitor
from tests.tills import Till, order_of, page_of, paid, placed

pytestmark = pytest.mark.django_db
KEYS = {"secret_key": "sk_test_canary", "webhook_secret": "whsec_canary"}
STAND_IN = {"secret_key": "sk_test_standin", "webhook_secret": "whsec_standin"}


class Real:
    """Stripe itself, as far as a test may speak to it: another stand-in at the company's own address."""

    def __init__(self, fake: Fake) -> None:
        self.fake = fake
        fake.secret_key = KEYS["secret_key"]
        fake.api.account = "acct_real"

    def make(self, keys: Mapping[str, str], api_url: str) -> Stripe:
        return Stripe(keys["secret_key"], keys["webhook_secret"], api_url or self.fake.url)


@pytest.fixture
def real(monkeypatch: pytest.MonkeyPatch) -> Iterator[Real]:
    with Fake(clock=NOW.timestamp) as fake:
        Thread(target=fake.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
        there = Real(fake)
        monkeypatch.setitem(registry._companies, "stripe", replace(STRIPE, make=there.make))
        yield there
        fake.shutdown()


def put(person: Person, body: dict[str, Any], mode: str = "test", provider: str = "stripe") -> Any:
    return person.put(f"/payment-accounts/{provider}/{mode}", body)


def test_set_switched_on_and_never_told_again(shop: Shop, ada: Person, real: Real) -> None:
    answer = put(ada, {"is_on": True, "keys": KEYS})
    assert answer.status_code == 200, answer.content
    told = ada.get("/payment-accounts").content.decode()
    assert "canary" not in told + answer.content.decode()
    assert ada.get("/payment-accounts").json()[0]["keys"][0] == {
        "name": "secret_key",
        "is_secret": True,
        "is_set": True,
        "value": "",
    }
    row = ProviderAccount.objects.get()
    assert (keys_of(row), row.is_on) == (KEYS, True)
    assert "canary" not in str(EventRow.objects.values_list("payload", "personal"))
    put(ada, {"is_on": False})
    assert keys_of(ProviderAccount.objects.get()) == KEYS


def test_the_column_holds_no_key_in_clear(shop: Shop, ada: Person, real: Real) -> None:
    put(ada, {"is_on": True, "keys": KEYS})
    with connection.cursor() as cursor:
        cursor.execute("SELECT keys FROM payments_provideraccount")
        (stored,) = cursor.fetchone()
    assert "canary" not in stored


@pytest.mark.parametrize(
    ("body", "mode", "fault"),
    [
        ({"is_on": True, "keys": {**KEYS, "secret_key": ""}}, "test", "keys.secret_key"),
        ({"is_on": True, "keys": {**KEYS, "webhook_secret": " "}}, "test", "keys.webhook_secret"),
        ({"is_on": False, "keys": KEYS}, "live", "keys.secret_key"),
        ({"is_on": False, "keys": {**KEYS, "secret_key": "sk_live_1"}}, "test", "keys.secret_key"),
    ],
)
def test_what_cannot_work_is_refused(shop: Shop, ada: Person, body: dict[str, Any], mode: str, fault: str) -> None:
    answer = put(ada, body, mode)
    assert (answer.json()["code"], list(answer.json()["fields"])) == ("invalid_input", [fault])
    assert ProviderAccount.objects.count() == 0


def test_nobody_else_and_nothing_unknown(shop: Shop, ada: Person, max_: Person, sam: Person) -> None:
    assert put(ada, {"is_on": False}, provider="nobody").json()["code"] == "not_found"
    assert put(ada, {"is_on": False}, mode="dream").json()["code"] == "not_found"
    for person in (max_, sam):
        assert put(person, {"is_on": False}).json()["code"] == "not_allowed"
        assert person.get("/payment-accounts").json()["code"] == "not_allowed"


def test_production_speaks_to_no_stand_in(shop: Shop, till: Till, settings: Any) -> None:
    settings.PRODUCTION = True
    with pytest.raises(ProviderRefused, match="stand_in"):
        company(till.account)


def steps(person: Person, mode: str, provider: str = "stripe") -> dict[str, bool]:
    found = person.get("/payment-checklists").json()
    own = next(each for each in found if (each["provider"], each["mode"]) == (provider, mode))
    return {step["name"]: step["is_done"] for step in own["steps"]}


def test_the_checklist_of_going_live_is_looked_at_and_not_ticked(
    shop: Shop, nora: Visitor, ada: Person, till: Till
) -> None:
    Notices.objects.all().delete()
    before = steps(ada, "test")
    assert before == {
        "keys": True,
        "company": False,  # a stand-in
        "events": True,  # never asked
        "messages": False,
        "paid": False,
        "refunded": False,
        "on": True,
    }
    assert steps(ada, "live") == {
        **dict.fromkeys(("keys", "company", "events", "messages", "paid", "refunded", "tried", "seller"), False),
        **{"test_off": False, "on": False},
    }
    made = paid(nora, shop, till)
    row = Notices.objects.create(account=till.account, event_id="evt_1", kind="k", about="payment", body="{}")
    assert steps(ada, "test")["messages"] is False  # it came, and nobody looked after it
    row.handled_at = NOW
    row.save()
    nora.post(f"/appointments/{made.visit.pk}/cancel", {}, x_order_token=made.token)
    worker.drain()
    after = steps(ada, "test")
    assert all(after[name] for name in ("messages", "paid", "refunded"))
    for each in Business.objects.all():
        Setting.objects.create(business=each, group="invoices", values={"legal_name": "V Ltd", "address": "1 Road"})
    ProviderAccount.objects.update(is_on=False)
    live = steps(ada, "live")
    assert [name for name, is_done in live.items() if is_done] == ["tried", "seller", "test_off"]


def test_the_checklist_asks_as_often_however_much_was_paid(shop: Shop, nora: Visitor, ada: Person, till: Till) -> None:
    def asked() -> int:
        with CaptureQueriesContext(connection) as captured:
            ada.get("/payment-checklists")
        return len(captured)

    few = asked()
    for number in range(20):
        Notices.objects.create(account=till.account, event_id=f"e{number}", kind="k", about="payment", body="{}")
    paid(nora, shop, till)
    assert asked() == few


def test_typed_keys_go_to_the_company_itself_and_the_stand_ins_own_to_the_stand_in(
    shop: Shop, nora: Visitor, ada: Person, till: Till, real: Real, settings: Any
) -> None:
    settings.STAND_IN_URLS = {"stripe": till.fake.url}
    told = ada.get("/payment-accounts").json()[0]
    assert told["api_url"] == till.fake.url
    assert put(ada, {"is_on": False}).json()["api_url"] == till.fake.url  # nothing was typed
    told = put(ada, {"is_on": True, "keys": KEYS}).json()
    assert (told["api_url"], told["known_as"]) == ("", "acct_real")
    assert steps(ada, "test")["company"] is True
    assert put(ada, {"is_on": True, "keys": STAND_IN}).json()["api_url"] == till.fake.url


def test_keys_the_company_does_not_know_are_refused_and_nothing_changes(shop: Shop, ada: Person, real: Real) -> None:
    put(ada, {"is_on": True, "keys": KEYS})
    answer = put(ada, {"is_on": True, "keys": {"secret_key": "sk_test_other"}})
    assert (answer.status_code, answer.json()["code"]) == (422, "keys_refused")
    real.fake.down = [500] * 4
    answer = put(ada, {"is_on": True, "keys": {"webhook_secret": "whsec_other"}})
    assert (answer.status_code, answer.json()["code"]) == (503, "company_not_reached")
    assert keys_of(ProviderAccount.objects.get()) == KEYS
    assert put(ada, {"is_on": False}).status_code == 200  # switching off asks nobody


def test_keys_of_narrow_rights_are_taken(shop: Shop, ada: Person, real: Real) -> None:
    real.fake.api.account = ""
    told = put(ada, {"is_on": True, "keys": KEYS})
    assert (told.status_code, told.json()["known_as"]) == (200, "")
    put(ada, {"is_on": True, "keys": {**KEYS, "webhook_secret": "whsec_new"}})
    assert ProviderAccount.objects.count() == 1


def test_keys_of_another_account_leave_the_old_one_to_what_was_paid_by_it(
    shop: Shop, nora: Visitor, rival: Visitor, ada: Person, till: Till, real: Real
) -> None:
    made = paid(nora, shop, till)
    unpaid = placed(rival, shop, staff=shop.sid)
    page_of(rival, unpaid)
    put(ada, {"is_on": True, "keys": KEYS})
    old, new = ProviderAccount.objects.order_by("created_at")
    assert (old.pk, old.is_on, old.replaced_at is not None, new.is_on) == (till.account.pk, False, True, True)
    assert Payment.objects.get(order=order_of(made), state="captured").account_id == old.pk
    assert [each["is_on"] for each in ada.get("/payment-accounts").json()][:1] == [True]
    body = {"lines": [{"line_id": str(order_of(made).lines.get().pk), "amount": 500}], "note": "late"}
    ada.post(f"/orders/{made.number}/refunds", body)
    worker.drain()
    assert (Refund.objects.get().state, len(till.fake.book.all("re"))) == ("done", 1)
    assert set(till.tell()) == {200}  # its messages are still known to be its own
    shop.clock.move_to(NOW + timedelta(minutes=36))
    worker.drain()
    assert order_of(unpaid).state == "cancelled"


def test_new_keys_of_the_same_account_keep_its_row(shop: Shop, ada: Person, real: Real) -> None:
    put(ada, {"is_on": True, "keys": KEYS})
    real.fake.secret_key = "sk_test_rolled"
    put(ada, {"is_on": True, "keys": {"secret_key": "sk_test_rolled"}})
    assert ProviderAccount.objects.get().replaced_at is None


def test_a_page_the_company_knows_nothing_of_keeps_no_order_for_ever(shop: Shop, nora: Visitor, till: Till) -> None:
    made = placed(nora, shop)
    page_of(nora, made)
    till.fake.secret_key = "sk_test_another"  # ours are good no more
    shop.clock.move_to(NOW + timedelta(minutes=70))
    worker.drain()
    assert order_of(made).state == "placed"
    shop.clock.move_to(NOW + timedelta(minutes=110))
    worker.drain()
    worker.drain()
    assert order_of(made).state == "cancelled"
