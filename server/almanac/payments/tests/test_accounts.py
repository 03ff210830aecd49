"""Our keys at companies: set by administrators who say once more that it is them, checked, never told again."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from almanac.business.models import Business, Setting
from almanac.outbox import worker
from almanac.outbox.models import EventRow
from almanac.payments.accounts import company, keys_of
from almanac.payments.models import ProviderAccount
from almanac.payments.models import ProviderNotice as Notices
from almanac.payments.providers.online import ProviderRefused
from tests.cast import Person
from tests.shop import NOW, Shop, Visitor
from tests.tills import Till, paid

pytestmark = pytest.mark.django_db
KEYS = {"secret_key": "sk_test_canary", "webhook_secret": "whsec_canary"}


def put(person: Person, body: dict[str, Any], mode: str = "test", provider: str = "stripe") -> Any:
    return person.put(f"/payment-accounts/{provider}/{mode}", body)


def test_set_switched_on_and_never_told_again(shop: Shop, ada: Person) -> None:
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


def test_the_column_holds_no_key_in_clear(shop: Shop, ada: Person) -> None:
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
        "messages": False,
        "paid": False,
        "refunded": False,
        "on": True,
    }
    assert steps(ada, "live") == {
        **dict.fromkeys(("keys", "company", "messages", "paid", "refunded", "tried", "seller"), False),
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
