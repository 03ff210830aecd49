"""What one stranger cannot do: hold every time there is, or fill somebody's mailbox."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from almanac.booking.api import limits
from almanac.kit.ratelimit import Limit
from almanac.scheduling.actions import holds
from almanac.scheduling.models import Hold
from tests.cast import Person
from tests.shop import WEDNESDAY_TEN, Booked, Shop, Visitor

pytestmark = pytest.mark.django_db
HOUR = timedelta(hours=1)


@pytest.fixture
def strict(shop: Shop, settings: Any) -> None:
    settings.RATE_LIMITS_LIFTED = False


@pytest.fixture
def two_letters(strict: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "LETTERS", Limit("letters", count=2, seconds=3600))


def refused(answer: Any) -> bool:
    """Whether it is the usual refusal of too many; anything else must have gone well."""
    if answer.status_code != 429:
        assert answer.status_code in (200, 204), answer.content
        return False
    assert answer.headers["Content-Type"] == "application/problem+json"
    assert answer.json()["code"] == "too_many_requests"
    assert int(answer.headers["Retry-After"]) == answer.json()["retry_after_seconds"] > 0
    return True


def test_one_address_keeps_so_many_times_however_many_baskets(
    shop: Shop, strict: None, settings: Any, nora: Visitor, rival: Visitor
) -> None:
    settings.HOLDS_PER_QUARTER_HOUR = 2
    last = Visitor()
    for visitor in (nora, rival, last):
        visitor.want(shop.call)
    assert not refused(nora.hold())
    assert not refused(rival.hold())
    assert refused(last.hold(WEDNESDAY_TEN + HOUR))
    assert Hold.objects.count() == 2
    shop.clock.shift(timedelta(minutes=15))
    assert not refused(last.hold(WEDNESDAY_TEN + HOUR))


def test_a_line_taken_out_meanwhile_keeps_nothing(shop: Shop, nora: Visitor, monkeypatch: pytest.MonkeyPatch) -> None:
    nora.want(shop.call)
    line_id, keep = nora.line_id(), holds.hold

    def hold(**asked: Any) -> Any:
        held = keep(**asked)
        nora.delete(f"/basket/lines/{line_id}")
        return held

    monkeypatch.setattr(holds, "hold", hold)
    answer = nora.post("/holds", {"line_id": line_id, "starts_at": WEDNESDAY_TEN.isoformat()})
    assert (answer.status_code, answer.json()["code"]) == (404, "line_unknown")
    assert not Hold.objects.exists()


def test_one_mailbox_is_written_to_so_often_however_it_is_spelt(shop: Shop, two_letters: None) -> None:
    spelt = ("victim@example.com", "VICTIM@example.com", "victim+3@example.com", "other@example.com")
    answers = []
    for number, email in enumerate(spelt):
        visitor = Visitor()
        visitor.want(shop.call)
        visitor.hold(WEDNESDAY_TEN + number * HOUR)
        visitor.type_in(email=email)
        answers.append(refused(visitor.book()))
    assert answers == [False, False, True, False]


def test_moving_and_calling_off_write_too(shop: Shop, two_letters: None, nora: Visitor, sam: Person) -> None:
    made = nora.booked(shop)
    assert not refused(move(nora, made, 1))
    assert refused(move(nora, made, 2))
    assert refused(cancel(nora, made))
    assert not refused(move(sam, made, 3))  # the team may
    shop.clock.shift(HOUR)
    assert not refused(cancel(nora, made))


def test_an_account_is_written_to_so_often_whatever_is_typed(shop: Shop, two_letters: None, cleo: Person) -> None:
    shopper = Visitor(cleo.user)
    answers = []
    for number in range(3):
        shopper.want(shop.call)
        shopper.hold(WEDNESDAY_TEN + number * HOUR)
        shopper.type_in(email=f"other{number}@example.com")
        answers.append(refused(shopper.book()))
    assert answers == [False, False, True]


def move(person: Person, made: Booked, days: int) -> Any:
    to = (WEDNESDAY_TEN + timedelta(days=days)).isoformat()
    return person.post(f"/appointments/{made.visit.pk}/move", {"starts_at": to}, x_order_token=made.token)


def cancel(person: Person, made: Booked) -> Any:
    return person.post(f"/appointments/{made.visit.pk}/cancel", {}, x_order_token=made.token)
