"""Price rules over the API: what is saved and told, what is refused in words, who may."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import pytest

from almanac.catalog.models import PriceRule, Service
from almanac.outbox.models import EventRow
from tests.cast import Person
from tests.shop import NOBODY, Shop, Visitor

pytestmark = pytest.mark.django_db
ROOMS, PETS, PARKING = (str(UUID(int=number)) for number in (1, 2, 3))
FORM = [
    {"id": ROOMS, "kind": "number", "label": {"en": "How many bedrooms?"}},
    {"id": PETS, "kind": "yes_no", "label": {"en": "Any pets?"}},
    {
        "id": PARKING,
        "kind": "choice",
        "label": {"en": "Where can we park?"},
        "options": [{"key": "drive", "label": {"en": "Drive"}}, {"key": "street", "label": {"en": "Street"}}],
    },
]
PLUS_20 = {"kind": "percent", "percent_bp": 2_000}


@pytest.fixture
def asking(shop: Shop) -> Shop:
    """The clean asks three questions."""
    Service.objects.filter(pk=shop.clean.pk).update(questions=FORM)
    return shop


def body(shop: Shop, **changed: Any) -> dict[str, Any]:
    return {"business_id": str(shop.business.pk), "name": {"en": "Saturdays"}, "effect": PLUS_20, **changed}


def for_clean(shop: Shop, **changed: Any) -> dict[str, Any]:
    return body(shop, **{"service_ids": [str(shop.clean.pk)], **changed})


def test_a_rule_is_saved_written_in_one_way_and_told(shop: Shop, ada: Person) -> None:
    answer = ada.post("/price-rules", body(shop, when={"weekdays": [6, 5, 5], "areas": [" sw1a", "E1", "E1"]}))
    assert answer.status_code == 201, answer.content
    saved = answer.json()
    assert (saved["when"]["weekdays"], saved["when"]["areas"]) == ([5, 6], ["E1", "SW1A"])
    assert (saved["currency"], saved["revision"], saved["effect"]["percent_bp"]) == ("GBP", 1, 2_000)
    assert ada.get("/price-rules").json() == [saved]
    event = EventRow.objects.get(name="catalog.price_rule_changed")
    assert (event.payload["what"], event.payload["after"]["effect"]) == ("added", PLUS_20)
    assert event.user_id == ada.account.pk


def test_what_changed_is_told_and_somebody_elses_change_is_not_overwritten(shop: Shop, ada: Person) -> None:
    saved = ada.post("/price-rules", body(shop)).json()
    changed = body(shop, effect={"kind": "amount", "amount": -500, "per_seat": True})
    first = ada.put(f"/price-rules/{saved['id']}", changed, if_match='"1"')
    assert (first.status_code, first.json()["revision"]) == (200, 2)
    assert ada.put(f"/price-rules/{saved['id']}", changed, if_match='"1"').status_code == 412
    event = EventRow.objects.filter(name="catalog.price_rule_changed").latest("pk")
    assert (list(event.payload["before"]), event.payload["before"]["effect"]) == (["effect"], PLUS_20)


def test_put_away_it_holds_no_more(shop: Shop, ada: Person, nora: Visitor) -> None:
    saved = ada.post("/price-rules", body(shop)).json()
    nora.want(shop.clean)
    assert nora.basket()["total_amount"] == 4_800
    assert ada.post(f"/price-rules/{saved['id']}/archive", {"archived": True}).json()["archived_at"]
    assert nora.basket()["total_amount"] == 4_000
    ada.post(f"/price-rules/{saved['id']}/archive", {"archived": False})
    assert nora.basket()["total_amount"] == 4_800
    assert ada.post(f"/price-rules/{NOBODY}/archive", {"archived": True}).status_code == 404


@pytest.mark.parametrize(
    ("effect", "more"),
    [
        ({"kind": "each", "amount": 1_500, "question": ROOMS, "included": 1}, 3_000),
        ({"kind": "table", "question": ROOMS, "rows": [{"key": "2", "amount": 700}, {"key": "3", "amount": 900}]}, 900),
        ({"kind": "table", "question": PARKING, "rows": [{"key": "street", "amount": 500}]}, 500),
        ({"kind": "table", "question": PETS, "rows": [{"key": "yes", "amount": 250}]}, 250),
        ({"kind": "each", "measure": "minutes", "amount": 300, "included": 30, "unit": 20}, 600),
    ],
)
def test_answers_carry_a_price(asking: Shop, ada: Person, nora: Visitor, effect: dict[str, Any], more: int) -> None:
    answer = ada.post("/price-rules", for_clean(asking, effect=effect))
    assert answer.status_code == 201, answer.content
    nora.want(asking.clean)
    answers = {ROOMS: 3, PETS: True, PARKING: "street"}
    told = nora.patch(f"/basket/lines/{nora.line_id()}/answers", {"answers": answers})
    assert told.status_code == 200, told.content
    assert nora.basket()["total_amount"] == 4_000 + more


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"name": {"uk": "Субота"}}, "name.en"),
        ({"effect": {"kind": "percent"}}, "effect.percent_bp"),
        ({"effect": {"kind": "amount"}}, "effect.amount"),
        ({"effect": {"kind": "each", "amount": 5}}, "effect.question"),
        ({"effect": {"kind": "each", "amount": 5, "question": PARKING}}, "effect.question"),
        ({"effect": {"kind": "each", "amount": 5, "question": NOBODY}}, "effect.question"),
        ({"effect": {"kind": "table", "question": PARKING}}, "effect.rows"),
        ({"effect": {"kind": "table", "question": PARKING, "rows": [{"key": "x", "amount": 1}]}}, "effect.rows.0.key"),
        ({"effect": {"kind": "table", "question": ROOMS, "rows": [{"key": "x", "amount": 1}]}}, "effect.rows.0.key"),
        ({"effect": {"kind": "table", "measure": "seats", "rows": [{"key": "1", "amount": 1}] * 2}}, "effect.rows"),
        ({"when": {"from_minute": 60}}, "when.until_minute"),
        ({"when": {"from_minute": 60, "until_minute": 60}}, "when.until_minute"),
        ({"when": {"first_on": "2026-03-02", "last_on": "2026-03-01"}}, "when.last_on"),
        ({"when": {"areas": ["SW1A 1AA"]}}, "when.areas"),
        ({"when": {"areas": ["?"]}}, "when.areas"),
        ({"when": {"seats_least": 3, "seats_most": 2}}, "when.seats_most"),
        ({"when": {"answers": ["yes"]}}, "when.question"),
        ({"when": {"question": PETS, "answers": ["maybe"]}}, "when.answers"),
        ({"when": {"question": PETS, "answer_least": 1}}, "when.answer_least"),
        ({"when": {"question": NOBODY}}, "when.question"),
        ({"service_ids": [NOBODY]}, "service_ids"),
        ({"category_ids": [NOBODY]}, "category_ids"),
        ({"position": -1}, "position"),
        ({"business_id": NOBODY}, "business_id"),
    ],
)
def test_what_makes_no_sense_is_refused_by_field(
    asking: Shop, ada: Person, changed: dict[str, Any], field: str
) -> None:
    answer = ada.post("/price-rules", for_clean(asking, **changed))
    assert (answer.status_code, answer.json()["code"]) == (422, "invalid_input"), answer.content
    assert field in answer.json()["fields"]
    assert not PriceRule.objects.exists()


def test_an_answer_needs_the_one_service_that_asks(asking: Shop, ada: Person) -> None:
    effect = {"kind": "each", "amount": 5, "question": ROOMS}
    both = [str(asking.clean.pk), str(asking.call.pk)]
    for ids in ([], both):
        answer = ada.post("/price-rules", body(asking, service_ids=ids, effect=effect))
        assert "effect.question" in answer.json()["fields"]


def test_a_rule_for_a_category_or_another_business_is_not_for_the_rest(shop: Shop, ada: Person, nora: Visitor) -> None:
    ada.post("/price-rules", body(shop, service_ids=[str(shop.call.pk)]))
    nora.want(shop.clean)
    assert nora.basket()["total_amount"] == 4_000
    ada.post("/price-rules", body(shop, category_ids=[str(shop.clean.category_id)]))
    assert nora.basket()["total_amount"] == 4_800


def test_for_administrators_alone(shop: Shop, max_: Person, sam: Person, cleo: Person, stranger: Person) -> None:
    for person, status in ((max_, 403), (sam, 403), (cleo, 403), (stranger, 401)):
        assert person.get("/price-rules").status_code == status
        assert person.post("/price-rules", body(shop)).status_code == status
