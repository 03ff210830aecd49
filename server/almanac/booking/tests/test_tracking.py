"""Opening an order without an account: by its link, or by number and e-mail."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from almanac.booking.api import limits
from almanac.people.models import Customer
from almanac.sales.links import order_token
from almanac.sales.models import Order
from tests.cast import Person
from tests.shop import NOW, WEDNESDAY_TEN, Booked, Shop, Visitor

pytestmark = pytest.mark.django_db


@pytest.fixture
def made(shop: Shop, nora: Visitor) -> Booked:
    return nora.booked(shop)


def track(visitor: Visitor, number: str, email: str = "nora@example.com") -> Any:
    return visitor.post("/tracking", {"number": number, "email": email})


@pytest.mark.parametrize("form", ["as it is", "lower", "spaces", "run together", "look-alikes"])
def test_the_number_as_people_type_it(made: Booked, rival: Visitor, form: str) -> None:
    typed = {
        "as it is": made.number,
        "lower": made.number.lower(),
        "spaces": f"  {made.number.replace('-', ' ')} ",
        "run together": made.number.replace("-", ""),
        "look-alikes": made.number[:3] + made.number[3:].replace("0", "O").replace("1", "l"),
    }[form]
    assert track(rival, typed).json()["number"] == made.number


@pytest.mark.parametrize("email", ["NORA@Example.com", "  nora@example.com "])
def test_the_email_as_people_type_it(made: Booked, rival: Visitor, email: str) -> None:
    assert track(rival, made.number, email).status_code == 200


@pytest.mark.parametrize("email", ["", "nora@example.co", "otto@example.com", "nora@example.com\x00", "é" * 200])
def test_a_wrong_email_and_a_wrong_number_sound_alike(made: Booked, rival: Visitor, email: str) -> None:
    wrong_email, wrong_number = track(rival, made.number, email), track(rival, "VC-00000-00000")
    if "\x00" not in email:
        assert wrong_email.status_code == wrong_number.status_code == 404
        assert {**wrong_email.json(), "reference": ""} == {**wrong_number.json(), "reference": ""}
    assert wrong_number.json()["code"] == "order_unknown"


def test_an_order_without_an_email_is_not_opened_by_none(made: Booked, rival: Visitor) -> None:
    Customer.objects.update(email="")
    assert track(rival, made.number, "").status_code == 404


def test_the_link_opens_its_order(made: Booked, rival: Visitor) -> None:
    token = track(rival, made.number).json()["token"]
    seen = rival.get("/linked-order", x_order_token=token).json()
    assert (seen["number"], seen["customer_name"]) == (made.number, "Nora Newcomer")


def test_the_link_opens_no_other(made: Booked, shop: Shop, rival: Visitor) -> None:
    other = rival.booked(shop, WEDNESDAY_TEN + timedelta(hours=3), email="rival@example.com")
    assert rival.get(f"/orders/{made.number}", x_order_token=other.token).status_code == 404
    assert rival.get(f"/appointments/{made.visit.pk}/cancellation", x_order_token=other.token).status_code == 404


def test_a_changed_link_opens_nothing(made: Booked, rival: Visitor) -> None:
    for position in (0, 5, len(made.token) // 2, len(made.token) - 2):
        changed = made.token[:position] + ("A" if made.token[position] != "A" else "B") + made.token[position + 1 :]
        assert rival.get("/linked-order", x_order_token=changed).status_code == 404
    for made_up in ("", "x", made.number, str(made.order.pk), order_token(Order(), now=NOW)):
        assert rival.get("/linked-order", x_order_token=made_up).status_code == 404


def change(ada: Person, row: Customer, **other: str) -> None:
    contact = {"name": row.name, "email": row.email, "phone": row.phone, "language": row.language, "zone": row.zone}
    assert ada.put(f"/customers/{row.pk}", contact | other).status_code == 200


def test_a_link_that_went_to_a_wrong_mailbox_opens_nothing_once_it_is_put_right(
    made: Booked, rival: Visitor, ada: Person
) -> None:
    change(ada, made.order.customer, phone="020 7946 0999")
    assert rival.get("/linked-order", x_order_token=made.token).status_code == 200
    change(ada, made.order.customer, email="right@example.com")
    assert rival.get("/linked-order", x_order_token=made.token).status_code == 404
    anew = order_token(made.order, now=NOW)
    assert rival.get("/linked-order", x_order_token=anew).status_code == 200


def test_links_of_a_customer_without_a_mailbox_stay(made: Booked, rival: Visitor, ada: Person) -> None:
    Customer.objects.filter(pk=made.order.customer_id).update(email="")
    change(ada, made.order.customer, email="first@example.com")
    assert rival.get("/linked-order", x_order_token=made.token).status_code == 200


def test_a_link_is_over_after_its_time(made: Booked, shop: Shop, rival: Visitor) -> None:
    shop.clock.shift(timedelta(days=400) - timedelta(seconds=1))
    assert rival.get("/linked-order", x_order_token=made.token).status_code == 200
    shop.clock.shift(timedelta(seconds=1))
    assert rival.get("/linked-order", x_order_token=made.token).status_code == 404


def test_guessing_is_slowed_down(made: Booked, rival: Visitor, settings: Any) -> None:
    settings.RATE_LIMITS_LIFTED = False
    answers = [track(rival, "VC-00000-00000") for _ in range(limits.TRACKING.count + 1)]
    assert [answer.status_code for answer in answers] == [404] * limits.TRACKING.count + [429]
    assert answers[-1].json()["code"] == "too_many_requests"
    assert int(answers[-1].headers["Retry-After"]) == answers[-1].json()["retry_after_seconds"] > 0
    assert track(rival, made.number).status_code == 429  # the right answer does not tell itself either


def test_a_limit_ends_and_lifting_it_works(made: Booked, shop: Shop, rival: Visitor, settings: Any) -> None:
    settings.RATE_LIMITS_LIFTED = False
    waits = [track(rival, "VC-0") for _ in range(limits.TRACKING.count + 1)][-1].json()["retry_after_seconds"]
    settings.RATE_LIMITS_LIFTED = True
    assert track(rival, made.number).status_code == 200
    settings.RATE_LIMITS_LIFTED = False
    shop.clock.shift(timedelta(seconds=waits))
    assert track(rival, made.number).status_code == 200


def test_the_calendar_file(made: Booked, rival: Visitor) -> None:
    answer = rival.get(f"/orders/{made.number}/calendar.ics", x_order_token=made.token)
    text = answer.content.decode()
    assert answer.headers["Content-Type"] == "text/calendar; charset=utf-8"
    assert "DTSTART:20260304T100000Z" in text.replace("\r\n", "\n")
    assert f"UID:{made.visit.uid}" in text.replace("\r\n ", "")
