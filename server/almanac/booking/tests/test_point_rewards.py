"""What becomes of points: rewards, lapses, corrections by hand, merged customers. docs/algorithms/loyalty.md, promises 4 to 8."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.core import mail
from django.db import connection
from django.test.utils import CaptureQueriesContext

from almanac.customers.actions import merging
from almanac.kit.actor import SYSTEM
from almanac.outbox import worker
from almanac.outbox.models import EventRow
from almanac.payments.actions.points import mind, settle_points
from almanac.people.models import Customer
from almanac.sales.models import Coupon, PointEntry
from almanac.sales.points import accounts_of
from tests.cast import Person, make_customer
from tests.point_cases import balance, days, entries, finish, paid_visit, refund, rules, signed_in
from tests.shop import NOW, WEDNESDAY_TEN, Shop, Visitor
from tests.tills import Till

pytestmark = pytest.mark.django_db


def correct(
    person: Person, customer: Customer, points: Any, reason: str = "a test", key: str = "a-key-of-its-own"
) -> Any:
    body = {"business": "valclean", "points": points, "reason": reason}
    answer = person.post(f"/customers/{customer.pk}/points", body, idempotency_key=key)
    worker.drain()
    return answer


def told(name: str) -> list[dict[str, Any]]:
    return list(EventRow.objects.filter(name=f"sales.points_{name}").values_list("payload", flat=True))


# Rewards


def test_a_reward_comes_by_itself_with_a_letter_and_is_spent(giving: Shop, cleo: Person, till: Till) -> None:
    rules(giving, points_needed=40)
    finish(giving, paid_visit(cleo, giving, till))
    mind(now=WEDNESDAY_TEN + days(1))
    assert entries() == [("earned", 40), ("reward", -40)]
    (own,) = cleo.get("/my-coupons").json()
    assert (own["code"][:7], own["name"], own["amount"], own["state"]) == ("POINTS-", "For your points", 500, "good")
    assert own["ends_at"].startswith("2026-04-03")
    letters = [letter for letter in mail.outbox if letter.subject == "A coupon of £5 for your points"]
    assert [letter.to for letter in letters] == [[cleo.customer.email]]
    assert own["code"] in str(letters[0].body)
    visitor = signed_in(cleo)
    visitor.ready(giving, WEDNESDAY_TEN + days(7))
    assert visitor.put("/basket/coupon", {"code": own["code"]}).json()["total_amount"] == 3_500
    assert visitor.book().status_code == 200
    assert cleo.get("/my-coupons").json()[0]["state"] == "used"


def test_the_coupon_is_nobody_elses(giving: Shop, cleo: Person, otto: Person, till: Till) -> None:
    rules(giving, points_needed=40)
    finish(giving, paid_visit(cleo, giving, till))
    other = signed_in(otto)
    other.ready(giving, WEDNESDAY_TEN + days(7))
    assert other.put("/basket/coupon", {"code": Coupon.objects.get().code}).json()["reason"] == "not_yours"


def test_a_balance_good_for_several_gives_several(giving: Shop, cleo: Person, ada: Person) -> None:
    assert correct(ada, cleo.customer, 250).status_code == 201
    assert entries() == [("correction", 250), ("reward", -100), ("reward", -100)]
    assert len(told("rewarded")) == Coupon.objects.filter(customer=cleo.customer).count() == 2


def test_what_reaches_a_reward_after_all_is_found_by_the_clock(giving: Shop, cleo: Person, ada: Person) -> None:
    correct(ada, cleo.customer, 60)
    mind(now=NOW)
    assert Coupon.objects.count() == 0
    rules(giving, points_needed=50)
    mind(now=NOW)
    mind(now=NOW)
    assert entries() == [("correction", 60), ("reward", -50)]


# Lapses


def test_nothing_lapses_unsaid_and_nothing_twice(giving: Shop, cleo: Person, ada: Person) -> None:
    rules(giving, points_months=6)
    correct(ada, cleo.customer, 30)
    last = date(2026, 9, 2)
    day = NOW + (last - NOW.date())
    mind(now=day - days(15))
    assert told("lapsing") == []
    for _ in range(2):
        mind(now=day - days(14))
    giving.clock.move_to(day - days(14))
    worker.drain()
    (payload,) = told("lapsing")
    assert (payload["points"], payload["lapses_on"]) == (30, "2026-09-02")
    (letter,) = [letter for letter in mail.outbox if letter.subject == "30 of your points lapse soon"]
    assert "up to Wed 2 September" in str(letter.body)
    mind(now=day)
    assert balance() == 30
    for _ in range(2):
        mind(now=day + days(1))
    assert entries() == [("correction", 30), ("lapsed", -30)]
    assert [each["points"] for each in told("lapsed")] == [30]


def test_a_late_letter_lets_them_live_longer(giving: Shop, cleo: Person, ada: Person) -> None:
    rules(giving, points_months=1)
    correct(ada, cleo.customer, 30)
    late = NOW + days(60)
    mind(now=late)
    assert told("lapsing")[0]["lapses_on"] == "2026-05-15"
    assert accounts_of(cleo.customer.pk)[0].lapses == [(date(2026, 5, 15), 30)]
    mind(now=late + days(13))
    assert balance() == 30
    mind(now=late + days(14))
    assert balance() == 0


def test_points_that_were_spent_do_not_lapse_and_the_soonest_are_spent_first(
    giving: Shop, cleo: Person, ada: Person
) -> None:
    rules(giving, points_months=1)
    correct(ada, cleo.customer, 60, key="the-first-one")
    giving.clock.move_to(NOW + days(10))
    correct(ada, cleo.customer, 50, key="the-second-one")  # a reward of a hundred
    (account,) = accounts_of(cleo.customer.pk)
    assert (account.balance, account.lapses) == (10, [(date(2026, 4, 12), 10)])
    mind(now=NOW + days(18))
    assert told("lapsing") == []
    mind(now=NOW + days(30))
    mind(now=NOW + days(45))
    assert entries()[-1] == ("lapsed", -10)


def test_what_lapsed_is_not_taken_back_again(giving: Shop, cleo: Person, ada: Person, till: Till) -> None:
    rules(giving, points_months=1)
    made = paid_visit(cleo, giving, till)
    finish(giving, made)
    refund(ada, made, 1_000)
    assert balance() == 30
    mind(now=WEDNESDAY_TEN + days(30))
    mind(now=WEDNESDAY_TEN + days(45))
    assert balance() == 0
    refund(ada, made, 3_000)
    assert entries() == [("earned", 40), ("taken_back", -10), ("lapsed", -30)]
    assert PointEntry.objects.get(kind="lapsed").line is not None


def test_never_is_never_and_off_is_off(giving: Shop, cleo: Person, ada: Person) -> None:
    rules(giving, points_months=0)
    correct(ada, cleo.customer, 30, key="the-first-one")
    rules(giving, points_months=1)
    correct(ada, cleo.customer, 20, key="the-second-one")
    rules(giving, points_on=False)
    for at in (NOW + days(400), NOW + days(500)):
        mind(now=at)
    assert balance() == 50
    rules(giving, points_months=1)
    for at in (NOW + days(600), NOW + days(614)):
        mind(now=at)
    assert balance() == 30  # what was earned for good is good for good


# By hand


def test_a_correction_is_one_however_often_it_is_sent(giving: Shop, cleo: Person, ada: Person) -> None:
    first = correct(ada, cleo.customer, -30, "  sorry\nfor that ")
    assert correct(ada, cleo.customer, -30, "  sorry\nfor that ").json() == first.json()
    assert entries() == [("correction", -30)]
    (shown,) = first.json()
    (entry,) = shown["entries"]
    assert (entry["reason"], entry["by_name"], shown["balance"], shown["can_correct"]) == (
        "sorry for that",
        ada.account.get_full_name(),
        -30,
        True,
    )
    (payload,) = told("corrected")
    assert "sorry" not in str(payload)
    assert EventRow.objects.get(name="sales.points_corrected").user_id == ada.account.pk
    again = correct(ada, cleo.customer, 5)
    assert (again.status_code, again.json()["code"]) == (422, "idempotency_key_reused")


@pytest.mark.parametrize(
    ("points", "reason", "field"), [(0, "why not", "points"), (100_001, "why not", "points"), (5, " \n", "reason")]
)
def test_a_correction_of_nothing_or_without_a_reason_is_refused(
    giving: Shop, cleo: Person, ada: Person, points: int, reason: str, field: str
) -> None:
    answer = correct(ada, cleo.customer, points, reason)
    assert (answer.status_code, list(answer.json()["fields"])) == (422, [field])
    assert entries() == []


def test_who_may_not_correct(giving: Shop, cleo: Person, sam: Person, max_: Person, nora: Visitor) -> None:
    got = [correct(person, cleo.customer, 10).status_code for person in (cleo, sam, max_, nora)]
    assert got == [403, 403, 403, 401]
    assert entries() == []


def test_where_no_points_are_given_none_are_corrected(shop: Shop, cleo: Person, ada: Person) -> None:
    answer = correct(ada, cleo.customer, 10)
    assert (answer.status_code, answer.json()["code"]) == (409, "points_off")


def test_an_unknown_or_archived_customer_and_an_unknown_business(giving: Shop, cleo: Person, ada: Person) -> None:
    assert (
        ada.post(
            f"/customers/{cleo.customer.pk}/points",
            {"business": "nowhere", "points": 5, "reason": "x"},
            idempotency_key="a-key-of-its-own",
        ).status_code
        == 404
    )
    Customer.objects.filter(pk=cleo.customer.pk).update(archived_at=NOW)
    assert correct(ada, cleo.customer, 10).status_code == 404
    assert ada.get(f"/customers/{cleo.customer.pk}/points").json()[0]["can_correct"] is False


def test_a_manager_reads_and_is_not_told_of_what_they_do_not_see(
    giving: Shop, cleo: Person, max_: Person, sam: Person, till: Till
) -> None:
    made = paid_visit(cleo, giving, till)
    finish(giving, made)
    (shown,) = max_.get(f"/customers/{cleo.customer.pk}/points").json()
    assert (shown["balance"], shown["can_correct"], shown["entries"][0]["order_number"]) == (40, False, "")
    assert sam.get(f"/customers/{cleo.customer.pk}/points").status_code == 403


def test_entries_cost_no_more_queries(giving: Shop, cleo: Person, ada: Person) -> None:
    counted = []
    for number in range(3):
        correct(ada, cleo.customer, 10, key=f"number-{number}")
        with CaptureQueriesContext(connection) as captured:
            assert len(cleo.get("/my-points").json()[0]["entries"]) == number + 1
        counted.append(len(captured))
    assert len(set(counted)) == 1


# Merged


def test_points_move_with_a_merge_and_back_with_what_came_since(
    giving: Shop, cleo: Person, ada: Person, till: Till
) -> None:
    rules(giving, points_needed=60)
    made = paid_visit(cleo, giving, till)
    finish(giving, made)
    kept = make_customer("carla").customer
    correct(ada, kept, 30)
    Customer.objects.filter(pk=cleo.customer.pk).update(user=None)
    row = merging.merge(actor=SYSTEM, kept_id=kept.pk, absorbed_id=cleo.customer.pk, account_may_see=True, now=NOW)
    assert {each.customer_id for each in PointEntry.objects.all()} == {kept.pk}
    mind(now=NOW)  # seventy together
    assert PointEntry.objects.get(kind="reward").coupon.customer_id == kept.pk  # type: ignore[union-attr]
    refund(ada, made, 2_000)
    merging.undo_merge(actor=SYSTEM, merge_id=row.pk, now=NOW)
    found = {
        pk: sum(each.points for each in PointEntry.objects.filter(customer=pk)) for pk in (kept.pk, cleo.customer.pk)
    }
    assert found == {kept.pk: -30, cleo.customer.pk: 20}
    settle_points(order_id=made.order.pk, at=NOW, now=NOW)
    assert PointEntry.objects.filter(customer=cleo.customer).count() == 2
