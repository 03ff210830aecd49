"""The letter that follows a wish for an account: to the order's mailbox, whoever asked."""

from __future__ import annotations

import re

import pytest

from almanac.booking.actions.accounts import wish_for_account
from almanac.booking.queries.accounts import offer_of
from almanac.kit.actor import guest
from almanac.notifications.tests.conftest import Clock, Post
from almanac.notifications.tests.factories import mails
from almanac.people.models import Customer
from almanac.sales.queries import order_of_appointment
from almanac.scheduling.models import Appointment
from tests.cast import Person

pytestmark = pytest.mark.django_db(transaction=True)


def wish(visit: Appointment, moment: Clock) -> None:
    order = order_of_appointment(visit.pk)
    assert order is not None
    wish_for_account(actor=guest(order.pk), now=moment.now)


def test_a_guest_gets_a_link_that_opens_their_account(visit: Appointment, post: Post, moment: Clock) -> None:
    Customer.objects.update(user=None)
    wish(visit, moment)
    (mail,) = post.to("cleo")
    found = re.search(r"/join-account/(\S+)/", mail.text)
    assert found is not None
    offer = offer_of(found[1], now=moment.now)
    assert offer is not None
    assert offer.is_open
    assert offer.order.number in mail.text
    assert mails().get(template="account_offer").body_text == ""  # it held a key


def test_whose_order_is_in_an_account_is_told_so(visit: Appointment, post: Post, moment: Clock, cleo: Person) -> None:
    wish(visit, moment)
    (mail,) = post.to("cleo")
    assert mail.subject == "You already have an account"
    assert "join-account" not in mail.text


def test_without_an_address_nothing_is_written(visit: Appointment, post: Post, moment: Clock) -> None:
    Customer.objects.update(user=None, email="")
    wish(visit, moment)
    assert post.run() == []
    assert not mails().exists()
