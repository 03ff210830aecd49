"""Bringing friends: the code, the friend's first order, the reward when all is done and paid, what is refused or taken back."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import pytest

from almanac.booking.actions.referrals import settle_referrals
from almanac.business.models import Setting
from almanac.outbox import worker
from almanac.outbox.models import EventRow
from almanac.people.models import Customer
from almanac.places.models import Address
from almanac.sales.models import Coupon, Referral
from tests.cast import Person, make_customer
from tests.shop import NOW, WEDNESDAY_TEN, Booked, Shop, Visitor
from tests.tills import Till, check, order_of, page_of

pytestmark = pytest.mark.django_db
OPEN = "/businesses/valclean/referral-code"


@pytest.fixture
def bringing(shop: Shop) -> Shop:
    Setting.objects.create(
        business=shop.business,
        group="referrals",
        values={"referrals_on": True, "friend_amount": 8, "reward_amount": 12, "rewards_a_month": 1},
    )
    return shop


@pytest.fixture
def code(bringing: Shop, cleo: Person) -> str:
    Customer.objects.filter(pk=cleo.customer.pk).update(phone="+447700900999")
    answer = cleo.post(OPEN, {})
    assert answer.status_code == 200, answer.content
    return str(answer.json()["code"])


def name(visitor: Visitor, code: str) -> Any:
    return visitor.put("/basket/coupon", {"code": code})


def friend_books(shop: Shop, till: Till, code: str, at: datetime = WEDNESDAY_TEN, **typed: str) -> Booked:
    """A guest books with the code and pays by card."""
    friend = Visitor()
    friend.ready(shop, at)
    friend.type_in(**{"line1": "7 Other Street", **typed})
    assert name(friend, code).status_code == 200
    made = Booked(**friend.book(payment_method="card").json())
    till.pay(page_of(friend, made))
    check(friend, made)
    worker.drain()
    return made


def later(shop: Shop) -> Any:
    """The week after, when the visit is over."""
    at = NOW + timedelta(days=7)
    shop.clock.move_to(at)
    return at


def test_it_is_off_until_it_is_switched_on(shop: Shop, cleo: Person) -> None:
    assert cleo.get("/my-referrals").json() == []
    answer = cleo.post(OPEN, {})
    assert (answer.status_code, answer.json()["code"]) == (409, "referrals_off")


def test_a_customer_has_one_code_and_strangers_have_none(
    bringing: Shop, nora: Visitor, cleo: Person, sam: Person
) -> None:
    (before,) = cleo.get("/my-referrals").json()
    assert (before["code"], before["friend_amount"], before["reward_amount"]) == ("", 800, 1_200)
    first, second = (cleo.post(OPEN, {}).json()["code"] for _ in range(2))
    assert first == second == cleo.get("/my-referrals").json()[0]["code"]
    assert nora.post(OPEN, {}).status_code == 401
    assert sam.post(OPEN, {}).status_code == 403
    assert nora.get("/my-referrals").json() == []


def test_a_friends_first_order_is_less(bringing: Shop, nora: Visitor, code: str) -> None:
    nora.ready(bringing)
    assert name(nora, code).json()["total_amount"] == 3_200
    Setting.objects.filter(group="referrals").update(values={"referrals_on": True, "friend_amount": 5})
    assert nora.basket()["total_amount"] == 3_500  # what the business gives now
    Setting.objects.filter(group="referrals").update(values={})
    assert nora.basket()["coupon"]["reason"] == "unknown"


def test_nobody_uses_their_own_code(bringing: Shop, cleo: Person, code: str) -> None:
    own = Visitor(cleo.user, cleo.customer_row, client=cleo.client)
    own.ready(bringing)
    assert name(own, code).json()["reason"] == "own_code"


def test_the_reward_comes_when_the_visit_is_over_and_paid(
    bringing: Shop, cleo: Person, ada: Person, till: Till, code: str
) -> None:
    made = friend_books(bringing, till, code)
    assert settle_referrals(now=NOW) == 0  # the visit is still ahead
    assert cleo.get("/my-referrals").json()[0]["waiting"] == 1
    at = later(bringing)
    assert settle_referrals(now=at) == 1
    assert settle_referrals(now=at) == 0
    (own,) = cleo.get("/my-coupons").json()
    assert (own["amount"], own["state"], own["code"][:7]) == (1_200, "good", "THANKS-")
    assert own["ends_at"].startswith("2027-03-09")
    (told,) = ada.get("/referrals").json()
    assert (told["state"], told["order_number"], told["friend_amount"], told["reward_amount"]) == (
        "rewarded",
        made.number,
        800,
        1_200,
    )
    assert EventRow.objects.get(name="sales.referral_settled").payload["state"] == "rewarded"
    assert cleo.get("/my-referrals").json()[0]["rewarded"] == 1
    assert till.agrees()


def test_what_is_not_paid_is_not_rewarded(bringing: Shop, nora: Visitor, code: str) -> None:
    nora.ready(bringing)
    name(nora, code)
    assert nora.book().status_code == 200  # on the day
    assert settle_referrals(now=later(bringing)) == 0


@pytest.mark.parametrize("same", ["email", "phone", "address", "card"])
def test_nobody_brings_themselves(bringing: Shop, cleo: Person, till: Till, code: str, same: str) -> None:
    typed: dict[str, str] = {}
    if same == "email":
        typed["email"] = cleo.customer.email.replace("@", "+friend@").upper()
    if same == "phone":
        typed["phone"] = "07700 900999"
    if same == "address":
        Address.objects.create(
            customer=cleo.customer, line1="9 Shared  house", city="London", postcode="SW11 1AA", latitude=0, longitude=0
        )
        typed["line1"] = "9 shared House"
    if same == "card":
        own = Visitor(cleo.user, cleo.customer_row, client=cleo.client)
        own.ready(bringing, WEDNESDAY_TEN + timedelta(hours=3))
        made = Booked(**own.book(payment_method="card").json())
        till.pay(page_of(own, made))
        check(own, made)
    friend_books(bringing, till, code, WEDNESDAY_TEN, **typed)
    assert settle_referrals(now=later(bringing)) == 1
    row = Referral.objects.get()
    assert (row.state, row.reason, row.reward) == ("refused", "same_person", None)
    assert cleo.get("/my-coupons").json() == []


def test_so_many_in_a_month_and_the_next_month_again(bringing: Shop, cleo: Person, till: Till, code: str) -> None:
    for number in range(3):
        friend_books(
            bringing,
            till,
            code,
            WEDNESDAY_TEN + timedelta(hours=2 * number),
            email=f"friend{number}@example.com",
            phone=f"07700 90011{number}",
            line1=f"{number} Far Road",
        )
    at = later(bringing)
    assert settle_referrals(now=at) == 3
    assert sorted(Referral.objects.values_list("state", "reason")) == [
        ("refused", "month_full"),
        ("refused", "month_full"),
        ("rewarded", ""),
    ]


def test_a_refund_in_full_takes_an_unused_reward_back(
    bringing: Shop, cleo: Person, ada: Person, till: Till, code: str
) -> None:
    made = friend_books(bringing, till, code)
    at = later(bringing)
    settle_referrals(now=at)
    order = order_of(made)
    line = order.lines.get()
    answer = ada.post(
        f"/orders/{made.number}/refunds",
        {"lines": [{"line_id": str(line.pk), "amount": 3_200}], "note": "Never came"},
    )
    assert answer.status_code in (200, 201, 204), answer.content
    worker.drain()
    till.tell()
    worker.drain()
    assert order_of(made).paid_amount == 0
    settle_referrals(now=at)  # the clock may have been faster
    row = Referral.objects.get()
    assert (row.state, row.reason) == ("taken_back", "refunded")
    assert row.reward is not None
    assert row.reward.archived_at is not None
    assert cleo.get("/my-coupons").json() == []
    assert settle_referrals(now=at) == 0
    assert till.agrees()


def test_a_called_off_order_brings_nothing(bringing: Shop, till: Till, code: str) -> None:
    made = friend_books(bringing, till, code)
    Visitor().post(f"/appointments/{made.visit.pk}/cancel", {}, x_order_token=made.token)
    worker.drain()
    assert settle_referrals(now=later(bringing)) == 0
    assert Referral.objects.count() == 0


def test_the_codes_of_customers_are_not_the_teams_to_change(bringing: Shop, ada: Person, code: str) -> None:
    assert [each["code"] for each in ada.get("/coupons").json()] == []
    row = Coupon.objects.get(code=code)
    assert ada.put(f"/coupons/{row.pk}", {"code": "MINE-NOW", "amount": 1}).status_code == 404


def test_others_see_nothing_of_it(bringing: Shop, till: Till, code: str) -> None:
    dora = make_customer("dora")
    assert dora.get("/my-referrals").json()[0]["code"] == ""
    assert dora.get("/referrals").status_code == 403
