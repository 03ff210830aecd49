"""Answers that make a visit longer: asked before its time, in the slot, the claim, the price and the order."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest

from almanac.catalog.models import PriceRule
from almanac.catalog.queries.lengths import length_answers
from almanac.catalog.questions import check_form, form_of
from almanac.customers.fields import CustomerField, check_fields
from almanac.kit.clock import epoch
from almanac.kit.errors import InvalidInput
from almanac.scheduling.models import Appointment, Claim
from tests.cast import Person
from tests.shop import WEDNESDAY_TEN, Shop, Visitor

pytestmark = pytest.mark.django_db
ROOMS, PETS, OVENS, NAME = (str(UUID(int=number)) for number in (0xA1, 0xA2, 0xA3, 0xA4))
FORM: list[dict[str, Any]] = [
    {
        "id": ROOMS,
        "kind": "number",
        "label": {"en": "Bedrooms"},
        "is_required": True,
        "minimum": 1,
        "maximum": 6,
        "minutes_each": 20,
        "minutes_included": 1,
    },
    {"id": PETS, "kind": "yes_no", "label": {"en": "Pets?"}, "minutes_each": 15},
    {
        "id": OVENS,
        "kind": "choices",
        "label": {"en": "Which rooms"},
        "options": [
            {"key": "bath", "label": {"en": "Bathroom"}, "minutes": 25},
            {"key": "hall", "label": {"en": "Hall"}},
        ],
        "show_if": {"question": PETS, "test": "is", "value": "yes"},
    },
    {"id": NAME, "kind": "text", "label": {"en": "Name of the cat"}},
]


@pytest.fixture
def asking(shop: Shop) -> Shop:
    shop.clean.questions = FORM
    shop.clean.save()
    return shop


def answer(visitor: Visitor, answers: dict[str, Any]) -> Any:
    saved = visitor.patch(f"/basket/lines/{visitor.line_id()}/answers", {"answers": answers})
    assert saved.status_code == 200, saved.content
    return saved.json()["lines"][0]


def wanting(visitor: Visitor, asking: Shop) -> Visitor:
    visitor.place()
    visitor.want(asking.clean)
    return visitor


def usual(asking: Shop) -> int:
    return asking.clean.duration_minutes


@pytest.mark.parametrize(
    ("answers", "longer"),
    [
        ({ROOMS: 1}, 0),
        ({ROOMS: 3}, 40),
        ({ROOMS: 3, PETS: True}, 55),
        ({ROOMS: 3, PETS: True, OVENS: ["bath", "hall"]}, 80),
        ({ROOMS: 3, PETS: False, OVENS: ["bath"]}, 40),  # not asked, so it counts for nothing
        ({ROOMS: 77}, 0),
    ],
)
def test_the_basket_tells_how_long_it_takes(asking: Shop, nora: Visitor, answers: dict[str, Any], longer: int) -> None:
    wanting(nora, asking)
    assert answer(nora, answers)["duration_minutes"] == usual(asking) + longer


def test_no_time_is_kept_before_its_length_is_known(asking: Shop, nora: Visitor) -> None:
    wanting(nora, asking)
    assert nora.basket()["lines"][0]["asks_length"] is True
    refused = nora.hold()
    assert (refused.status_code, refused.json()["code"]) == (422, "incomplete")
    assert refused.json()["missing"] == [f"lines.{nora.line_id()}.answers.{ROOMS}"]
    assert not Claim.objects.exists()
    assert answer(nora, {ROOMS: 2})["asks_length"] is False
    assert nora.hold().status_code == 200


def test_the_slot_the_claim_and_the_visit_are_as_long_as_the_answer_says(asking: Shop, nora: Visitor) -> None:
    wanting(nora, asking)
    answer(nora, {ROOMS: 3})
    minutes = usual(asking) + 40
    found = nora.get(f"/slots?line={nora.line_id()}&first_on=2026-03-04&last_on=2026-03-04").json()
    first, last = found["days"][0]["slots"][0], found["days"][0]["slots"][-1]
    assert found["staff"][0]["duration_minutes"] == minutes
    assert last["ends_at"] <= "2026-03-04T17:00:00Z"
    assert first["starts_at"] < last["starts_at"]
    nora.hold()
    claim = Claim.objects.get()
    appointment_seconds = minutes * 60
    assert claim.blocked_until - claim.blocked_from >= appointment_seconds
    nora.type_in()
    assert nora.book().status_code == 200
    made = Appointment.objects.get()
    assert (made.starts_at, made.ends_at - made.starts_at) == (WEDNESDAY_TEN, timedelta(minutes=minutes))
    assert epoch(made.ends_at) <= Claim.objects.get().blocked_until


def test_another_length_gives_up_the_time_and_another_answer_does_not(asking: Shop, nora: Visitor) -> None:
    wanting(nora, asking)
    answer(nora, {ROOMS: 2})
    nora.hold()
    assert answer(nora, {NAME: "Tom", PETS: False})["state"] == "held"
    line = answer(nora, {ROOMS: 4})
    assert (line["state"], line["starts_at"]) == ("open", None)
    assert not Claim.objects.exists()


def test_a_price_by_minutes_follows_the_answer(asking: Shop, nora: Visitor) -> None:
    base = usual(asking)
    effect = {"kind": "each", "amount": 500, "measure": "minutes", "included": base, "unit": 30}
    PriceRule.objects.create(business=asking.business, name={"en": "Each half hour"}, when={}, effect=effect)
    wanting(nora, asking)
    assert [step["amount"] for step in answer(nora, {ROOMS: 1})["steps"]] == [4_000]
    assert [step["amount"] for step in answer(nora, {ROOMS: 3})["steps"]] == [4_000, 1_000]


def test_the_trial_is_as_long(asking: Shop, ada: Person) -> None:
    told = ada.post("/price-trials", {"service_id": str(asking.clean.pk), "answers": {ROOMS: 4}}).json()
    assert told["duration_minutes"] == usual(asking) + 60


def test_whoever_waits_waits_for_a_time_that_is_long_enough(asking: Shop, nora: Visitor) -> None:
    asking.clean.refresh_from_db()
    kept = length_answers(asking.clean, {UUID(ROOMS): 3, UUID(PETS): True, UUID(NAME): "Tom"})
    assert kept == {UUID(ROOMS): 3, UUID(PETS): True}


def test_the_shop_tells_what_makes_it_longer(asking: Shop, nora: Visitor) -> None:
    rooms, pets, ovens, _ = nora.get("/services/valclean/clean").json()["questions"]
    assert (rooms["minutes_each"], rooms["minutes_included"], pets["minutes_each"]) == (20, 1, 15)
    assert [option["minutes"] for option in ovens["options"]] == [25, 0]


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"maximum": None}, "questions.0.maximum"),
        ({"maximum": 1_000}, "questions.0.maximum"),
        ({"kind": "text"}, "questions.0.minutes_each"),
    ],
)
def test_a_length_without_an_end_is_refused(changed: dict[str, Any], field: str) -> None:
    with pytest.raises(InvalidInput) as refused:
        check_form(form_of([{**FORM[0], **changed}]))
    assert list(refused.value.fields) == [field]


def test_what_is_known_of_a_customer_makes_nothing_longer() -> None:
    with pytest.raises(InvalidInput) as refused:
        check_fields([CustomerField.model_validate(FORM[1])])
    assert list(refused.value.fields) == ["questions.0.minutes_each"]
