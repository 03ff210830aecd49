"""What goes beside a letter to the account and the telephone of whoever it is to, and what does not."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from almanac.business.models import Setting
from almanac.kit.ratelimit import spend
from almanac.notifications.account_letters import AccountMessage
from almanac.notifications.actions.accounts import write_account_letter
from almanac.notifications.actions.besides import GUESTS
from almanac.notifications.actions.keeping import keep_letter
from almanac.notifications.letter_page import Letter
from almanac.notifications.models import Delivery
from almanac.notifications.short_links import hashed
from almanac.notifications.tests.conftest import Clock, Post
from almanac.notifications.tests.factories import NOW, cancel, confirmed, make_service, make_visit, move
from almanac.notifications.tests.telephones import MOBILE, Browsers, Carrier, browsers, carrier, of
from almanac.outbox import worker
from almanac.outbox.models import EventRow
from almanac.people.models import Customer
from almanac.sales.models import OrderLine
from almanac.scheduling.models import Appointment
from tests.cast import Person

pytestmark = pytest.mark.django_db
CHANGED = "VALClean: Changed: Deep clean, Wed 10 June, 10:00. http://localhost:3000/m/#"
LATER = datetime(2026, 6, 10, 9, tzinfo=UTC)


@pytest.fixture
def twilio(settings: Any) -> Iterator[Carrier]:
    with carrier(settings) as found:
        yield found


@pytest.fixture
def phones(settings: Any) -> Iterator[Browsers]:
    with browsers(settings) as found:
        yield found


def phone(cleo: Person, number: str = MOBILE) -> None:
    Customer.objects.filter(pk=cleo.customer.pk).update(phone=number)


class TestAccounts:
    def test_both_parties_find_it_in_their_lists(
        self, visit: Appointment, post: Post, cleo: Person, sam: Person
    ) -> None:
        confirmed(visit)
        post.run()
        cleos, sams = cleo.get("/me/messages").json()["items"], sam.get("/me/messages").json()["items"]
        assert [(row["kind"], row["title"], row["read_at"]) for row in cleos] == [
            ("bookings", "You're booked: Deep clean, Tue 9 June, 10:00", None)
        ]
        assert "/track/#" in cleos[0]["link"]
        assert [row["title"] for row in sams] == ["New booking: Deep clean, Tue 9 June, 10:00"]
        assert sams[0]["link"].endswith("/st/calendar/")

    def test_a_guest_has_no_list(self, visit: Appointment, post: Post) -> None:
        Customer.objects.update(user=None)
        confirmed(visit)
        post.run()
        assert of("in_app", recipient="customer") == []

    def test_nor_has_whoever_left(self, visit: Appointment, post: Post, sam: Person) -> None:
        sam.account.is_active = False
        sam.account.save()
        confirmed(visit)
        post.run()
        assert of("in_app", recipient="staff") == []

    def test_once_whatever_is_repeated(self, visit: Appointment, post: Post) -> None:
        confirmed(visit)
        post.run()
        from_before = Delivery.objects.count()
        worker.drain()
        assert Delivery.objects.count() == from_before
        assert len(of("in_app", recipient="customer")) == 1


class TestTexts:
    def test_what_the_business_sends_as_texts_with_a_link_to_the_order(
        self, visit: Appointment, post: Post, cleo: Person, twilio: Carrier
    ) -> None:
        phone(cleo)
        confirmed(visit)
        assert twilio.texts() == []  # of bookings there is a letter
        move(visit, LATER)
        (text,) = twilio.texts()
        assert text.startswith(CHANGED)
        assert len(text) <= 160
        word = text.rpartition("#")[2]
        (row,) = of("sms")
        assert (row.state, row.address, row.short_link) == ("sent", MOBILE, hashed(word))
        assert "/track/#" in Person().post("/short-links", {"word": word}).json()["link"]

    def test_as_the_business_says(self, visit: Appointment, post: Post, cleo: Person, twilio: Carrier) -> None:
        Setting.objects.create(business=visit.business, group="texts", values={"bookings": True, "changes": False})
        phone(cleo)
        confirmed(visit)
        move(visit, LATER)
        (text,) = twilio.texts()
        assert text.startswith("VALClean: You're booked: Deep clean")

    @pytest.mark.parametrize("number", ["", "+442079460123", "not a number"])
    def test_none_to_what_is_no_mobile(
        self, visit: Appointment, post: Post, cleo: Person, twilio: Carrier, number: str
    ) -> None:
        phone(cleo, number)
        move(visit, LATER)
        worker.drain()
        assert of("sms") == []

    def test_none_without_a_company_for_them(self, visit: Appointment, post: Post, cleo: Person) -> None:
        phone(cleo)
        move(visit, LATER)
        worker.drain()
        assert of("sms") == []

    def test_none_that_its_reader_does_not_want(
        self, visit: Appointment, post: Post, cleo: Person, twilio: Carrier
    ) -> None:
        phone(cleo)
        muted = {"muted": [{"kind": "changes", "channel": "sms"}]}
        assert cleo.put("/me/message-choices", muted).json()["muted"] == muted["muted"]
        move(visit, LATER)
        assert twilio.texts() == []
        assert len(of("in_app", recipient="customer")) == 1

    def test_whoever_has_no_mailbox_hears_of_it_all_the_same(
        self, visit: Appointment, post: Post, cleo: Person, twilio: Carrier
    ) -> None:
        Customer.objects.update(user=None, email="", phone=MOBILE)
        move(visit, LATER)
        assert len(twilio.texts()) == 1

    @pytest.mark.parametrize(("is_guest", "texts"), [(True, 0), (False, 1)])
    def test_whoever_types_ever_new_numbers_does_not_make_a_business_pay_without_end(
        self, visit: Appointment, post: Post, cleo: Person, twilio: Carrier, is_guest: bool, texts: int
    ) -> None:
        for _ in range(GUESTS.count):
            spend(GUESTS, str(visit.business_id), now=NOW)
        phone(cleo)
        if is_guest:
            Customer.objects.update(user=None)
        move(visit, LATER)
        assert len(twilio.texts()) == texts
        assert [row.template for row in of("email", recipient="customer")] == ["changed"]

    def test_not_at_night_and_not_of_what_changed_meanwhile(
        self, visit: Appointment, post: Post, cleo: Person, twilio: Carrier, moment: Clock
    ) -> None:
        phone(cleo)
        moment.now = datetime(2026, 6, 2, 1, tzinfo=UTC)  # 02:00 in London
        move(visit, LATER, at=moment.now)
        assert twilio.texts() == []
        moment.now = datetime(2026, 6, 2, 6, 59, tzinfo=UTC)
        assert twilio.texts() == []
        cancel(visit, at=moment.now)
        moment.now = datetime(2026, 6, 2, 7, tzinfo=UTC)
        (text,) = twilio.texts()
        assert text.startswith("VALClean: Cancelled: Deep clean, Wed 10 June")
        assert sorted((row.template, row.state) for row in of("sms")) == [
            ("cancelled", "sent"),
            ("changed", "suppressed"),
        ]

    @pytest.mark.parametrize(("hours", "texts"), [(None, 0), (24, 0), (1, 1)])
    def test_at_night_only_what_can_be_done_then_alone(
        self,
        visit: Appointment,
        post: Post,
        cleo: Person,
        twilio: Carrier,
        moment: Clock,
        hours: int | None,
        texts: int,
    ) -> None:
        """Whoever books at night has half an hour to pay: in the morning there is nothing to be paid any more."""
        phone(cleo)
        moment.now = datetime(2026, 6, 2, 1, tzinfo=UTC)
        letter = Letter("Please pay £64", "text", "html", "brief", "http://localhost:3000/track/#x")
        unsent = Delivery(
            key="pay",
            template="money_awaited",
            business=visit.business,
            recipient=Delivery.Recipient.CUSTOMER,
            recipient_id=cleo.customer.pk,
            address="cleo@example.com",
            language="en",
        )
        good_until = moment.now + timedelta(hours=hours) if hours else None
        keep_letter(letter, unsent, good_until=good_until, now=moment.now)
        assert len(twilio.texts()) == texts
        moment.now = datetime(2026, 6, 2, 7, tzinfo=UTC)
        assert len(twilio.texts()) == 1


class TestTheNextMorning:
    """A text that was written at night is told in the morning, if it is still to be told then, and to whom."""

    @pytest.fixture
    def held(self, visit: Appointment, post: Post, cleo: Person, twilio: Carrier, moment: Clock) -> Delivery:
        phone(cleo)
        moment.now = datetime(2026, 6, 2, 1, tzinfo=UTC)
        move(visit, LATER, at=moment.now)
        assert twilio.texts() == []
        moment.now = datetime(2026, 6, 2, 7, tzinfo=UTC)
        (row,) = of("sms")
        return row

    def test_to_the_same_number(self, held: Delivery, twilio: Carrier) -> None:
        assert len(twilio.texts()) == 1

    def test_not_to_one_that_was_put_right_since(self, held: Delivery, twilio: Carrier, cleo: Person) -> None:
        phone(cleo, "+447700900778")
        assert twilio.texts() == []
        assert [(row.state, row.failure) for row in of("sms")] == [("suppressed", "another number by now")]

    def test_to_a_guest_who_has_an_account_since(self, held: Delivery, twilio: Carrier) -> None:
        Delivery.objects.filter(pk=held.pk).update(user=None)
        assert len(twilio.texts()) == 1

    @pytest.mark.parametrize(("paid", "texts"), [(0, 1), (6_400, 0)])
    def test_nobody_is_asked_for_what_they_paid(
        self, held: Delivery, twilio: Carrier, visit: Appointment, paid: int, texts: int
    ) -> None:
        order = visit.order_line.order
        OrderLine.objects.filter(order=order).update(paid_amount=paid)
        assert held.event is not None
        EventRow.objects.filter(pk=held.event.pk).update(payload={"order_id": str(order.pk)})
        Delivery.objects.filter(pk=held.pk).update(template="money_awaited", order=None)
        assert len(twilio.texts()) == texts


class TestDevices:
    def test_each_shows_what_its_owner_is_told(
        self, visit: Appointment, post: Post, cleo: Person, sam: Person, phones: Browsers
    ) -> None:
        telephone, laptop, sams = phones.opened_by(cleo), phones.opened_by(cleo, "Chrome"), phones.opened_by(sam)
        confirmed(visit)
        (shown,) = phones.shown(telephone)
        assert '"title": "You\'re booked: Deep clean, Tue 9 June, 10:00"' in shown
        assert "/track/#" in shown
        assert phones.shown(laptop)[0].partition('"tag"')[0] == shown.partition('"tag"')[0]
        assert "New booking: Deep clean" in phones.shown(sams)[0]

    def test_not_what_they_muted(self, visit: Appointment, post: Post, cleo: Person, phones: Browsers) -> None:
        browser = phones.opened_by(cleo)
        cleo.put("/me/message-choices", {"muted": [{"kind": "bookings", "channel": "push"}]})
        confirmed(visit)
        assert phones.shown(browser) == []
        move(visit, LATER)
        assert len(phones.shown(browser)) == 1

    def test_another_customers_shows_nothing_of_it(
        self, visit: Appointment, post: Post, otto: Person, phones: Browsers
    ) -> None:
        browser = phones.opened_by(otto)
        confirmed(visit)
        assert phones.shown(browser) == []


def test_one_of_several_visits_is_told_with_the_others(
    visit: Appointment, post: Post, cleo: Person, sam: Person
) -> None:
    order = visit.order_line.order
    other = make_visit(order, sam.staff, make_service(visit.business, "Ironing"), starts_at=LATER)
    confirmed(visit)
    confirmed(other)
    post.run()
    (row,) = of("in_app", recipient="customer")
    assert row.subject.startswith("You're booked: Deep clean + 1")
    assert set(row.appointments.all()) == {visit, other}


def test_what_opens_an_account_goes_to_its_mailbox_alone(
    post: Post, cleo: Person, twilio: Carrier, phones: Browsers
) -> None:
    phone(cleo)
    phones.opened_by(cleo)
    write_account_letter(
        message=AccountMessage.RESET_PASSWORD,
        address="cleo@example.com",
        language="en",
        now=NOW,
        link="https://val.example/reset/secret/",
        recipient_id=cleo.account.pk,
    )
    assert {row.channel for row in Delivery.objects.all()} == {"email"}
