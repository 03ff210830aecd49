"""Subscriptions that carry on: the next term is booked ahead and told, or its end is. docs/algorithms/series.md, the end."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from almanac.booking.actions import renewing
from almanac.business.models import Setting
from almanac.catalog.models import Offering
from almanac.customers.actions import merging
from almanac.customers.errors import CannotUndo
from almanac.kit import clock
from almanac.kit.ids import new_id
from almanac.notifications.models import Delivery
from almanac.outbox import worker
from almanac.payments.actions import charges
from almanac.payments.models import DueCharge, Payment
from almanac.people.models import StaffMember
from almanac.sales.models import Order, Subscription
from almanac.sales.subscriptions import end_over
from almanac.scheduling.models import Appointment, BusinessHoliday
from tests.cast import Person, make_staff
from tests.shop import WEDNESDAY_TEN, Booked, Shop, Visitor
from tests.tills import Till, check, page_of

pytestmark = pytest.mark.django_db
RULE = {"frequency": "weekly", "every": 2, "months": 3, "carries_on": True}
FIRST_OF_NEXT = "2026-06-10"
NOTICE = datetime(2026, 5, 20, 9, tzinfo=UTC)  # three weeks before, at ten in London


def booked(shop: Shop, cleo: Person, **rule: Any) -> tuple[Subscription, Booked]:
    """Cleo's clean every two weeks for three months from 4 March, seven visits, paid on the day."""
    visitor = Visitor(cleo.user, cleo.customer_row, client=cleo.client)
    visitor.ready(shop)
    assert visitor.put(f"/basket/lines/{visitor.line_id()}/repeat", {**RULE, **rule}).status_code == 200
    answer = visitor.book()
    assert answer.status_code == 200, answer.content
    worker.drain()
    return Subscription.objects.get(), Booked(**answer.json())


def notice(shop: Shop, at: datetime = NOTICE) -> None:
    shop.clock.move_to(at)
    renewing.give_notices(now=clock.now())
    worker.drain()


def signed_in(person: Person) -> Person:
    """Again, months later."""
    assert person.user
    person.client.force_login(person.user)
    return person


def dates(order: Order) -> list[str]:
    lines = order.lines.select_related("appointment").order_by("occurs_on")
    return [f"{line.appointment.starts_at:%m-%d %H:%M}" for line in lines if line.appointment]


def facts_of(row: Subscription) -> dict[str, Any]:
    return {field.attname: getattr(row, field.attname) for field in row._meta.concrete_fields}


def letters(template: str) -> list[Delivery]:
    return list(
        Delivery.objects.filter(template=template, recipient="customer", channel="email").order_by("created_at")
    )


def test_the_next_term_is_booked_three_weeks_ahead_and_told_once(shop: Shop, cleo: Person) -> None:
    row, _ = booked(shop, cleo)
    assert row.notice_at == NOTICE
    notice(shop, NOTICE - timedelta(minutes=1))
    assert Order.objects.count() == 1
    notice(shop)
    first, second = Order.objects.order_by("created_at")
    # The wall time stays: nine in Greenwich is ten in London since the clocks changed.
    assert dates(second) == [f"{day} 09:00" for day in ("06-10", "06-24", "07-08", "07-22", "08-05", "08-19", "09-02")]
    assert {line.subscription_id for line in second.lines.all()} == {row.pk}
    assert (second.state, second.total_amount, second.business_id) == ("confirmed", 28_000, first.business_id)
    assert set(Appointment.objects.filter(order_line__order=second).values_list("state", flat=True)) == {"confirmed"}
    letter = letters("booked")[-1]
    assert "carry on" in letter.subject
    assert "costs £40, as until now" in letter.body_text
    assert "cancel the rest" in letter.body_text
    assert letter.appointments.count() == 7
    row.refresh_from_db()
    assert (row.booked_months, row.state, row.carries_on) == (6, "active", True)
    assert row.notice_at == datetime(2026, 8, 26, 9, tzinfo=UTC)
    notice(shop)  # again: it was done
    assert Order.objects.count() == 2
    notice(shop, datetime(2026, 8, 26, 9, tzinfo=UTC))
    assert dates(Order.objects.order_by("created_at")[2])[0] == "09-16 09:00"


@pytest.mark.parametrize("months", [1, 3])
@pytest.mark.parametrize("skipped", [False, True])
def test_what_comes_once_a_month_goes_on_though_weeks_lie_between(
    shop: Shop, cleo: Person, months: int, skipped: bool
) -> None:
    """The last visit may be over, or called off, long before the next: the subscription is not."""
    row, made = booked(shop, cleo, frequency="monthly_by_date", every=1, months=months)
    if skipped:
        last = made.order.lines.order_by("-occurs_on")[0].appointment_id
        assert cleo.post(f"/appointments/{last}/cancel", {}).status_code == 204
    shop.clock.shift(timedelta(hours=1))
    assert row.notice_at
    assert row.notice_at <= datetime(2026, 3 + months - 1, 4, 10, tzinfo=UTC)
    end_over(now=row.notice_at - timedelta(minutes=1))
    notice(shop, row.notice_at)
    end_over(now=clock.now() + timedelta(days=20))
    row.refresh_from_db()
    assert (row.state, Order.objects.count()) == ("active", 2)
    assert dates(Order.objects.latest("created_at"))[0].startswith(f"{3 + months:02}-04 ")


def test_it_goes_on_as_most_of_the_last_visits_are(shop: Shop, cleo: Person) -> None:
    row, _ = booked(shop, cleo)
    asked = {"kind": "move", "from_on": "2026-05-13", "starts_at": "2026-05-14T11:00:00Z"}
    token = cleo.post(f"/subscriptions/{row.pk}/plan", asked).json()["token"]
    assert cleo.post(f"/subscriptions/{row.pk}/change", {**asked, "token": token}).status_code == 200
    notice(shop)
    second = Order.objects.latest("created_at")
    assert dates(second)[:2] == ["06-11 11:00", "06-25 11:00"]
    assert str(second.lines.order_by("occurs_on")[0].occurs_on) == FIRST_OF_NEXT  # a date keeps its name


def test_a_price_that_changed_is_said_with_the_one_before(shop: Shop, cleo: Person) -> None:
    row, _ = booked(shop, cleo)
    shop.clean.price_amount = 4_550
    shop.clean.save()
    notice(shop)
    assert "costs £45.50 from then on; until now it was £40." in letters("booked")[-1].body_text
    row.refresh_from_db()
    assert row.price_amount == 4_550
    assert {line.total_amount for line in Order.objects.latest("created_at").lines.all()} == {4_550}


def test_a_date_where_nothing_fits_is_left_out_and_named(shop: Shop, cleo: Person) -> None:
    booked(shop, cleo)
    BusinessHoliday.objects.bulk_create(
        BusinessHoliday(business=shop.business, on_date=date(2026, 6, 10) + timedelta(days=day), name="away")
        for day in range(-3, 4)
    )
    notice(shop)
    assert len(dates(Order.objects.latest("created_at"))) == 6
    assert "Wed 10 June" in letters("booked")[-1].body_text


@pytest.mark.parametrize("how", ["archived", "not bookable"])
@pytest.mark.parametrize("wish", ["anybody", "Sam"])
def test_where_the_usual_person_cannot_be_booked_any_more_somebody_else_comes(
    shop: Shop, cleo: Person, how: str, wish: str
) -> None:
    row, _ = booked(shop, cleo)
    if wish == "Sam":
        asked = json.loads(row.wish)
        row.wish = json.dumps({**asked, "preferred_staff": [str(shop.sam.pk)]})
        row.save()
    changed = {"archived_at": clock.now()} if how == "archived" else {"is_bookable": False}
    StaffMember.objects.filter(pk=shop.sam.pk).update(**changed)
    notice(shop)
    second = Order.objects.latest("created_at")
    names = set(Appointment.objects.filter(order_line__order=second).values_list("staff_member__name", flat=True))
    assert (names, second.lines.count()) == ({"Sid"}, 7)
    assert letters("subscription_ending") == []
    row.refresh_from_db()
    assert (row.state, row.carries_on, row.booked_months) == ("active", True, 6)


def test_whom_the_customer_wished_for_comes_alone_as_long_as_they_can(shop: Shop, cleo: Person) -> None:
    row, _ = booked(shop, cleo)
    row.wish = json.dumps({**json.loads(row.wish), "preferred_staff": [str(shop.sid.pk), str(shop.sam.pk)]})
    row.save()
    StaffMember.objects.filter(pk=shop.sam.pk).update(is_bookable=False)
    other = make_staff(shop.business, "tom").staff
    Offering.objects.create(service=shop.clean, staff_member=other)
    notice(shop)
    second = Order.objects.latest("created_at")
    names = set(Appointment.objects.filter(order_line__order=second).values_list("staff_member__name", flat=True))
    assert names == {"Sid"}


def test_one_that_fails_keeps_no_other_waiting(shop: Shop, cleo: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    """However many fail: those that are due longer come first."""
    row, _ = booked(shop, cleo)
    Subscription.objects.bulk_create(
        Subscription(**{**facts_of(row), "id": new_id(), "notice_at": NOTICE - timedelta(days=1), "wish": "{"})
        for _ in range(3)
    )
    monkeypatch.setattr("almanac.sales.subscriptions.MOST_NOTICES", 2)
    shop.clock.move_to(NOTICE)
    with pytest.raises(ValueError, match="JSON"):
        renewing.give_notices(now=clock.now())
    row.refresh_from_db()
    assert row.booked_months == 6


@pytest.mark.parametrize("why", ["chosen", "not_on_offer", "nothing_fits"])
def test_the_end_is_told_once_at_the_same_time(shop: Shop, cleo: Person, why: str, mailoutbox: list[Any]) -> None:
    row, _ = booked(shop, cleo, carries_on=why != "chosen")
    if why == "not_on_offer":
        shop.clean.archived_at = clock.now()
        shop.clean.save()
    if why == "nothing_fits":
        BusinessHoliday.objects.bulk_create(
            BusinessHoliday(business=shop.business, on_date=date(2026, 6, 1) + timedelta(days=day), name="away")
            for day in range(120)
        )
    notice(shop)
    notice(shop)
    assert Order.objects.count() == 1
    assert len(letters("subscription_ending")) == 1
    assert "Wed 27 May, 10:00" in mailoutbox[-1].body
    row.refresh_from_db()
    assert (row.state, row.notice_at) == ("active", None)


def test_while_it_is_paused_the_notice_waits(shop: Shop, cleo: Person) -> None:
    booked(shop, cleo)
    Subscription.objects.update(paused_from=date(2026, 5, 28))
    notice(shop)
    assert (Order.objects.count(), letters("subscription_ending")) == (1, [])
    Subscription.objects.update(paused_from=None)
    notice(shop, NOTICE + timedelta(days=3))
    assert dates(Order.objects.latest("created_at"))[0] == "06-10 09:00"


def test_whoever_may_change_it_says_whether_it_carries_on(
    shop: Shop, cleo: Person, ada: Person, stranger: Person
) -> None:
    row, _ = booked(shop, cleo, carries_on=False)
    path = f"/subscriptions/{row.pk}/carrying-on"
    assert cleo.get(f"/subscriptions/{row.pk}").json()["can_carry_on"] is True
    assert stranger.put(path, {"carries_on": True}).status_code == 404
    assert cleo.put(path, {"carries_on": True}).json()["carries_on"] is True
    assert cleo.put(path, {"carries_on": True}).status_code == 200
    assert ada.put(path, {"carries_on": False}).json()["carries_on"] is False
    Setting.objects.create(business=shop.business, group="subscriptions", values={"may_carry_on": False})
    assert cleo.put(path, {"carries_on": True}).json()["code"] == "not_allowed"
    assert cleo.get(f"/subscriptions/{row.pk}").json()["can_carry_on"] is False


def test_who_asks_after_the_notice_of_the_end_has_the_next_term_at_once(shop: Shop, cleo: Person) -> None:
    row, _ = booked(shop, cleo, carries_on=False)
    notice(shop)
    assert len(letters("subscription_ending")) == 1
    signed_in(cleo).put(f"/subscriptions/{row.pk}/carrying-on", {"carries_on": True})
    notice(shop, NOTICE + timedelta(days=2))
    assert dates(Order.objects.latest("created_at"))[0] == "06-10 09:00"
    signed_in(cleo).put(f"/subscriptions/{row.pk}/carrying-on", {"carries_on": False})
    notice(shop, datetime(2026, 8, 27, tzinfo=UTC))
    assert (Order.objects.count(), len(letters("subscription_ending"))) == (2, 2)  # chosen before it was due


def test_where_it_is_not_offered_it_does_not_carry_on(shop: Shop, cleo: Person) -> None:
    Setting.objects.create(business=shop.business, group="subscriptions", values={"may_carry_on": False})
    row, _ = booked(shop, cleo)
    assert row.carries_on is False


@pytest.mark.parametrize(
    ("charging", "due"),
    [
        (
            "per_visit",
            ["06-08 09:00", "06-22 09:00", "07-06 09:00", "07-20 09:00", "08-03 09:00", "08-17 09:00", "08-31 09:00"],
        ),
        ("monthly", ["06-08 09:00", "07-06 09:00", "08-03 09:00", "08-31 09:00"]),
        ("in_advance", ["06-08 09:00"]),
    ],
)
def test_paid_by_card_nothing_is_taken_before_two_days_ahead(
    shop: Shop, cleo: Person, till: Till, charging: str, due: list[str]
) -> None:
    Setting.objects.create(business=shop.business, group="subscriptions", values={"charging": charging})
    visitor = Visitor(cleo.user, cleo.customer_row, client=cleo.client)
    visitor.ready(shop)
    visitor.put(f"/basket/lines/{visitor.line_id()}/repeat", RULE)
    made = Booked(**visitor.book(payment_method="card").json())
    till.pay(page_of(visitor, made))
    assert check(visitor, made)["state"] == "captured"
    worker.drain()
    DueCharge.objects.update(state="paid", next_try_at=None)
    payments = Payment.objects.count()
    notice(shop)
    second = Order.objects.latest("created_at")
    assert (second.state, Payment.objects.count()) == ("confirmed", payments)
    planned = DueCharge.objects.filter(order=second).order_by("due_at")
    assert [f"{charge.due_at:%m-%d %H:%M}" for charge in planned] == due
    assert "taken shortly before the visits" in letters("booked")[-1].body_text
    charge = planned[0]
    shop.clock.move_to(charge.due_at)
    charges.run(charge_id=charge.pk, now=clock.now())
    charge.refresh_from_db()
    assert charge.state == "paid"
    assert till.agrees()


def test_stopped_early_enough_it_costs_nothing(shop: Shop, cleo: Person) -> None:
    row, _ = booked(shop, cleo)
    notice(shop)
    signed_in(cleo)
    asked = {"kind": "cancel", "from_on": FIRST_OF_NEXT}
    told = cleo.post(f"/subscriptions/{row.pk}/plan", asked).json()
    assert (told["visit_count"], told["refund_amount"], told["fee_amount"]) == (7, 0, 0)
    assert cleo.post(f"/subscriptions/{row.pk}/change", {**asked, "token": told["token"]}).status_code == 200
    assert Order.objects.latest("created_at").state == "cancelled"
    notice(shop, datetime(2026, 8, 27, tzinfo=UTC))
    assert Order.objects.count() == 2


def test_a_merge_is_not_undone_when_another_term_was_booked_since(
    shop: Shop, cleo: Person, ada: Person, rival: Visitor
) -> None:
    """Online, where no address ties the two."""
    guest = Visitor()
    guest.want(shop.call)
    guest.hold(staff=shop.sid)
    guest.type_in()
    assert guest.put(f"/basket/lines/{guest.line_id()}/repeat", RULE).status_code == 200
    assert guest.book().status_code == 200
    row = Subscription.objects.get()
    kept = rival.booked(shop, WEDNESDAY_TEN + timedelta(days=1), staff=shop.sam).order.customer_id
    merged = merging.merge(actor=ada.actor, kept_id=kept, absorbed_id=row.customer_id, now=clock.now())
    assert row.notice_at
    notice(shop, row.notice_at)
    renewed = Order.objects.latest("created_at")
    assert (renewed.customer_id, renewed.lines.count()) == (kept, 7)
    with pytest.raises(CannotUndo):
        merging.undo_merge(actor=ada.actor, merge_id=merged.pk, now=clock.now())
