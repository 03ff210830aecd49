"""Stripe's HTTP as documented: keys, versions, errors, idempotency, lists, expanding."""

from __future__ import annotations

from threading import Thread
from typing import Any

import httpx
import pytest
import stripe

from fakes.stripe.forms import nested
from fakes.stripe.idempotency import KEPT_FOR
from fakes.stripe.tests.conftest import NOW, Shop
from fakes.stripe.troubles import Stall

CUSTOMERS = "/v1/customers"


def test_a_key_is_wanted_as_basic_or_bearer(shop: Shop) -> None:
    url, key = shop.fake.url + CUSTOMERS, shop.fake.secret_key
    assert httpx.get(url, auth=(key, "")).status_code == 200
    assert httpx.get(url, headers={"Authorization": f"Bearer {key}"}).status_code == 200
    for headers in (
        {},
        {"Authorization": "Bearer sk_test_wrong"},
        {"Authorization": "Basic !!"},
        {"Authorization": "Basic"},
    ):
        answer = httpx.get(url, headers=headers)
        assert (answer.status_code, answer.json()["error"]["type"]) == (401, "invalid_request_error")
    assert key not in httpx.get(url, headers={"Authorization": f"Bearer {key}x"}).text


def test_versions_are_dated(shop: Shop) -> None:
    assert shop.http.get(CUSTOMERS, headers={"Stripe-Version": "2025-09-30.clover"}).headers["stripe-version"] == (
        "2025-09-30.clover"
    )
    assert shop.http.get(CUSTOMERS, headers={"Stripe-Version": "newest"}).status_code == 400
    assert shop.http.get(CUSTOMERS).headers["request-id"].startswith("req_")


def test_nested_forms() -> None:
    form = "a[0][b][c]=1&a[1][b]=2&e[]=x&e[]=y&m[10]=k&plain=z%20z"
    assert nested(form) == {"a": [{"b": {"c": "1"}}, {"b": "2"}], "e": ["x", "y"], "m": ["k"], "plain": "z z"}


@pytest.mark.parametrize(
    ("path", "form", "status", "code", "param"),
    [
        ("/v1/nothing", {}, 404, None, None),
        ("/v1/charges", {"amount": 1}, 400, "parameter_unknown", "amount"),
        ("/v1/checkout/sessions", {"mode": "payment"}, 400, "parameter_missing", "success_url"),
        ("/v1/checkout/sessions", {"mode": "subscription"}, 400, None, "mode"),
        (
            "/v1/checkout/sessions",
            {"mode": "setup", "success_url": "https://a.test"},
            400,
            "parameter_missing",
            "currency",
        ),
        ("/v1/customers", {"emial": "a@b.test"}, 400, "parameter_unknown", "emial"),
        ("/v1/customers", {"email": "nobody"}, 400, "email_invalid", "email"),
        ("/v1/customers", {"metadata[k]": "v" * 501}, 400, None, "metadata"),
        ("/v1/customers/cus_none", {"name": "N"}, 404, "resource_missing", "id"),
        ("/v1/payment_intents", {"currency": "gbp"}, 400, "parameter_missing", "amount"),
        ("/v1/payment_intents", {"amount": "4.5", "currency": "gbp"}, 400, "parameter_invalid_integer", "amount"),
        ("/v1/payment_intents", {"amount": 10**9, "currency": "gbp"}, 400, "amount_too_large", "amount"),
        ("/v1/payment_intents", {"amount": 1, "currency": "gbp"}, 400, "amount_too_small", "amount"),
        ("/v1/payment_intents", {"amount": 99, "currency": "pound"}, 400, None, "currency"),
        ("/v1/payment_intents", {"amount": 99, "currency": "gbp", "off_session": "true"}, 400, None, "off_session"),
        ("/v1/refunds", {}, 400, "parameter_missing", "charge"),
        ("/v1/refunds", {"charge": "ch_none"}, 400, "resource_missing", "charge"),
        ("/v1/refunds", {"a": "1", "a[b]": "2"}, 400, None, "a"),
    ],
)
def test_refusals_name_what_was_wrong(
    shop: Shop, path: str, form: dict[str, Any], status: int, code: str | None, param: str | None
) -> None:
    answer = shop.http.post(path, data=form)
    error = answer.json()["error"]
    assert (answer.status_code, error.get("code"), error.get("param")) == (status, code, param)
    assert error["type"] == "invalid_request_error"
    assert error["message"]


def test_unreadable_addresses_and_methods(shop: Shop) -> None:
    made = shop.client.v1.customers.create({})
    assert shop.http.get(f"{CUSTOMERS}/{made.id}/nothing").status_code == 404
    assert shop.http.post(f"{CUSTOMERS}/{made.id}/nothing").status_code == 404
    assert shop.http.delete(f"{CUSTOMERS}/{made.id}").status_code == 404
    assert shop.http.get(f"/v1/charges/{made.id}").json()["error"]["code"] == "resource_missing"
    big = httpx.post(shop.fake.url + CUSTOMERS, content=b"a=" + b"b" * 300_000, auth=(shop.fake.secret_key, ""))
    assert big.status_code == 413


def test_the_same_key_and_body_is_answered_as_the_first_time(shop: Shop) -> None:
    headers = {"Idempotency-Key": "k1"}
    first = shop.http.post(CUSTOMERS, data={"email": "a@b.test"}, headers=headers)
    again = shop.http.post(CUSTOMERS, data={"email": "a@b.test"}, headers=headers)
    assert (first.content, first.headers.get("idempotent-replayed")) == (again.content, None)
    assert (again.headers["idempotent-replayed"], len(shop.fake.book.all("cus"))) == ("true", 1)
    other = shop.http.post(CUSTOMERS, data={"email": "c@d.test"}, headers=headers)
    assert (other.status_code, other.json()["error"]["type"]) == (400, "idempotency_error")
    elsewhere = shop.http.post("/v1/refunds", data={"email": "a@b.test"}, headers=headers)
    assert elsewhere.json()["error"]["type"] == "idempotency_error"
    assert shop.http.post(CUSTOMERS, headers={"Idempotency-Key": "k" * 256}).status_code == 400


def test_a_refusal_is_kept_by_its_key_but_not_one_of_what_could_not_be_read(shop: Shop) -> None:
    charge = shop.charge()
    headers = {"Idempotency-Key": "back"}
    asked = {"charge": charge.id, "amount": 4_001}
    assert shop.http.post("/v1/refunds", data=asked, headers=headers).status_code == 400
    again = shop.http.post("/v1/refunds", data=asked, headers=headers)
    assert (again.headers["idempotent-replayed"], again.json()["error"]["code"]) == ("true", "amount_too_large")
    unread = {"Idempotency-Key": "typo"}
    assert shop.http.post(CUSTOMERS, data={"emial": "x"}, headers=unread).status_code == 400
    assert shop.http.post(CUSTOMERS, data={"email": "a@b.test"}, headers=unread).status_code == 200


def test_a_key_is_free_after_a_day(shop: Shop) -> None:
    headers = {"Idempotency-Key": "k1"}
    shop.http.post(CUSTOMERS, headers=headers)
    shop.time[0] += KEPT_FOR + 1
    assert "idempotent-replayed" not in shop.http.post(CUSTOMERS, headers=headers).headers
    assert len(shop.fake.book.all("cus")) == 2


def test_two_at_once_under_one_key_are_one_and_a_conflict(shop: Shop) -> None:
    answers: list[httpx.Response] = []

    def ask() -> None:
        url, auth = shop.fake.url + CUSTOMERS, (shop.fake.secret_key, "")
        answers.append(httpx.post(url, headers={"Idempotency-Key": "k1"}, auth=auth))

    shop.fake.troubles.stall(Stall.BEFORE)
    first = Thread(target=ask)
    first.start()
    assert shop.fake.troubles.wait_until_stalled()
    ask()
    assert (answers[0].status_code, answers[0].json()["error"]["code"]) == (409, "idempotency_key_in_use")
    shop.control("release")
    first.join()
    assert answers[1].status_code == 200
    ask()
    assert (answers[2].json()["id"], len(shop.fake.book.all("cus"))) == (answers[1].json()["id"], 1)


def test_an_answer_is_lost_after_the_work_was_done(shop: Shop) -> None:
    shop.control("lose-answers", times=1)
    headers = {"Idempotency-Key": "k1"}
    with pytest.raises(httpx.RemoteProtocolError):
        shop.http.post(CUSTOMERS, headers=headers)
    again = shop.http.post(CUSTOMERS, headers=headers)
    assert (again.headers["idempotent-replayed"], len(shop.fake.book.all("cus"))) == ("true", 1)


def test_an_answer_that_does_not_come_in_time(shop: Shop) -> None:
    for when, made in (("before", 0), ("after", 1)):
        shop.control("stall", when=when)
        with pytest.raises(httpx.ReadTimeout):
            httpx.post(shop.fake.url + CUSTOMERS, auth=(shop.fake.secret_key, ""), timeout=0.05)
        assert shop.fake.troubles.wait_until_stalled()
        assert len(shop.fake.book.all("cus")) == made
        shop.control("release")
        assert shop.http.post(CUSTOMERS, data={}).status_code == 200
        shop.fake.book.things.clear()


def test_down_and_back(shop: Shop) -> None:
    shop.control("down", statuses=[500, 503, 429, 0])
    assert [shop.http.get(CUSTOMERS).status_code for _ in range(3)] == [500, 503, 429]
    with pytest.raises(httpx.RemoteProtocolError):
        shop.http.get(CUSTOMERS)
    assert shop.http.get(CUSTOMERS).status_code == 200


def test_the_library_meets_its_own_errors(shop: Shop) -> None:
    shop.fake.down = [429]
    with pytest.raises(stripe.RateLimitError):
        shop.client.v1.charges.list()
    shop.fake.down = [503]
    with pytest.raises(stripe.APIError):
        shop.client.v1.charges.list()
    shop.fake.down = [0]
    with pytest.raises(stripe.APIConnectionError):
        shop.client.v1.charges.list()
    with pytest.raises(stripe.InvalidRequestError):
        shop.client.v1.charges.retrieve("ch_none")
    stranger = stripe.StripeClient("sk_test_wrong", base_addresses={"api": shop.fake.url})
    with pytest.raises(stripe.AuthenticationError):
        stranger.v1.charges.list()


def test_lists_go_by_pages_from_the_newest(shop: Shop) -> None:
    made = [shop.client.v1.customers.create({"email": f"{name}@x.test"}).id for name in "abcde"]
    first = shop.client.v1.customers.list({"limit": 2})
    assert ([each.id for each in first.data], first.has_more) == (made[:2:-1], True)
    last = shop.client.v1.customers.list({"limit": 3, "starting_after": made[3]})
    assert ([each.id for each in last.data], last.has_more) == (made[2::-1], False)
    before = shop.client.v1.customers.list({"limit": 1, "ending_before": made[2]})
    assert [each.id for each in before.data] == [made[3]]
    assert [each.id for each in shop.client.v1.customers.list({"limit": 2}).auto_paging_iter()] == made[::-1]
    for query in ({"limit": "0"}, {"limit": "101"}, {"starting_after": "cus_none"}):
        assert shop.http.get(CUSTOMERS, params=query).status_code == 400


def test_lists_by_time_and_by_what_they_belong_to(shop: Shop) -> None:
    early = shop.client.v1.customers.create({})
    shop.control("clock", seconds=60)
    late = shop.client.v1.customers.create({})
    assert late.created == NOW + 60
    by_time = shop.client.v1.customers.list({"created": {"gt": NOW}})
    assert [each.id for each in by_time.data] == [late.id]
    at_once = shop.http.get(CUSTOMERS, params={"created": NOW}).json()["data"]
    assert [each["id"] for each in at_once] == [early.id]
    charge = shop.charge()
    sessions = shop.client.v1.checkout.sessions.list({"payment_intent": charge.payment_intent, "status": "complete"})
    assert len(sessions.data) == 1
    assert shop.client.v1.checkout.sessions.list({"status": "open"}).data == []
    kinds = shop.client.v1.events.list({"types": ["charge.succeeded", "checkout.session.completed"]})
    assert [each.type for each in kinds.data] == ["checkout.session.completed", "charge.succeeded"]


def test_expanding(shop: Shop) -> None:
    charge = shop.charge()
    assert isinstance(charge.balance_transaction, str)
    whole = shop.client.v1.charges.retrieve(charge.id, {"expand": ["balance_transaction", "payment_intent"]})
    transaction: Any = whole.balance_transaction
    assert (transaction.fee, transaction.net, transaction.type) == (80, 3_920, "charge")
    listed = shop.http.get("/v1/charges", params={"expand[]": "data.balance_transaction"}).json()["data"]
    assert listed[0]["balance_transaction"]["fee"] == 80
    assert shop.http.get(f"/v1/charges/{charge.id}", params={"expand[]": "amount_of"}).status_code == 400


def test_a_place_to_send_messages_to(shop: Shop) -> None:
    made = shop.client.v1.webhook_endpoints.create({"url": "https://shop.test/hook", "enabled_events": ["*"]})
    assert (made.secret, shop.fake.webhooks.address) == (shop.fake.webhooks.secret, "https://shop.test/hook")
    assert len(shop.client.v1.webhook_endpoints.list().data) == 1
    shop.client.v1.webhook_endpoints.delete(made.id)
    assert shop.fake.webhooks.address == ""
    assert shop.http.delete(f"/v1/webhook_endpoints/{made.id}").status_code == 404


def test_wishes_that_are_not_understood(shop: Shop) -> None:
    def wish(verb: str, body: str) -> int:
        return httpx.post(f"{shop.fake.url}/_control/{verb}", content=body).status_code

    assert (wish("nothing", "{}"), wish("down", "{}"), wish("webhooks", '{"trouble": "x"}')) == (404, 400, 400)
    assert (wish("book", "["), wish("book", "[]"), wish("decide", '{"id": "du_none", "status": "won"}')) == (
        400,
        400,
        400,
    )
