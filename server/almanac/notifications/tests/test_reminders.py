"""Reminders: at the right time, once, never for what was moved or cancelled."""

from __future__ import annotations

from zoneinfo import ZoneInfoNotFoundError

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from almanac.business.models import Setting
from almanac.notifications.actions import announcing
from almanac.notifications.queries import telling
from almanac.notifications.tests.conftest import Clock, Post
from almanac.notifications.tests.factories import HOUR, START, cancel, confirmed, mails, make_order, make_visit, move
from almanac.people.models import Customer
from almanac.scheduling.models import Appointment
from tests.cast import Person

pytestmark = pytest.mark.django_db


@pytest.fixture
def told(visit: Appointment, post: Post) -> Appointment:
    """The visit, booked and told days ago."""
    confirmed(visit)
    post.run()
    return visit


def subjects(post: Post) -> list[str]:
    return sorted(mail.subject for mail in post.run())


def test_a_day_before_both_are_reminded_once(told: Appointment, post: Post, moment: Clock) -> None:
    moment.now = START - 25 * HOUR
    assert subjects(post) == []
    moment.now = START - 24 * HOUR
    assert subjects(post) == [
        "Coming up: Deep clean, Tue 9 June, 10:00",
        "Reminder: Deep clean, Tue 9 June, 10:00",
    ]
    for _ in range(3):
        moment.forward(minutes=2)
        assert subjects(post) == []


def test_after_an_outage_only_the_last_of_several_is_sent(told: Appointment, post: Post, moment: Clock) -> None:
    Setting.objects.create(business=told.business, group="reminders", values={"hours_before": [24, 1]})
    moment.now = START - HOUR / 2
    assert len(post.run()) == 2
    moment.forward(minutes=5)
    assert post.run() == []


def test_each_of_the_hours_reminds(told: Appointment, post: Post, moment: Clock) -> None:
    Setting.objects.create(business=told.business, group="reminders", values={"hours_before": [24, 1]})
    moment.now = START - 20 * HOUR
    assert len(post.run()) == 2
    moment.now = START - HOUR
    assert len(post.run()) == 2


def test_a_moved_visit_is_reminded_of_at_its_new_time_alone(told: Appointment, post: Post, moment: Clock) -> None:
    moment.now = START - 24 * HOUR
    assert len(post.run()) == 2
    move(told, START + 72 * HOUR, at=moment.forward(hours=1))
    post.run()
    moment.now = START
    assert subjects(post) == []
    moment.now = START + 48 * HOUR
    assert "Reminder: Deep clean, Fri 12 June, 10:00" in subjects(post)


def test_a_reminder_written_before_a_move_is_held_back(told: Appointment, post: Post, moment: Clock) -> None:
    moment.now = START - 24 * HOUR
    announcing.remind(now=moment.now)  # written, not sent: as if the mail server were away
    move(told, START + 72 * HOUR, at=moment.now)
    assert all("Tue 9 June, 10:00" not in subject for subject in subjects(post))
    assert set(mails(template="reminder").values_list("state", flat=True)) == {"suppressed"}


@pytest.mark.parametrize("written_first", [False, True])
def test_a_cancelled_visit_is_not_reminded_of(
    told: Appointment, post: Post, moment: Clock, written_first: bool
) -> None:
    moment.now = START - 24 * HOUR
    if written_first:
        announcing.remind(now=moment.now)
    cancel(told, at=moment.now)
    assert all(subject.startswith("Cancelled") for subject in subjects(post))


def test_who_books_within_the_reminder_hours_is_not_reminded_at_once(
    visit: Appointment, post: Post, moment: Clock
) -> None:
    moment.now = START - 10 * HOUR
    confirmed(visit, at=moment.now)
    assert len(post.run()) == 2
    moment.forward(minutes=2)
    assert post.run() == []


def test_finding_what_is_due_costs_the_same_for_many(told: Appointment, sam: Person, moment: Clock) -> None:
    moment.now = START - 20 * HOUR

    def cost() -> int:
        with CaptureQueriesContext(connection) as made:
            telling.due_reminders(now=moment.now)
        return len(made)

    first = cost()
    for number in range(1, 5):
        make_visit(told.order_line.order, sam.staff, told.service, starts_at=START - number * 3 * HOUR)
    assert cost() == first


def test_what_is_wrong_with_one_visit_keeps_nobody_else_from_being_reminded(
    told: Appointment, post: Post, moment: Clock, sid: Person, otto: Person
) -> None:
    order = make_order(told.business, otto.customer)
    later = make_visit(order, sid.staff, told.service, starts_at=START + 3 * HOUR)
    confirmed(later)
    post.run()
    Customer.objects.filter(pk=told.customer_id).update(zone="Mars/Base")  # nobody can tell the time there
    moment.now = START - 20 * HOUR
    with pytest.raises(ZoneInfoNotFoundError):
        announcing.remind(now=moment.now)
    assert set(mails(template="reminder").values_list("recipient_id", flat=True)) >= {otto.customer.pk}
