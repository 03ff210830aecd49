"""Who is told what, in which words, after each thing that can happen to a booking."""

from __future__ import annotations

import re

import icalendar
import pytest

from almanac.catalog.models import Venue
from almanac.notifications.tests.conftest import Clock, Post
from almanac.notifications.tests.factories import (
    HOUR,
    START,
    cancel,
    confirmed,
    mails,
    make_order,
    make_service,
    make_visit,
    move,
    requested,
)
from almanac.sales.links import order_id_in
from almanac.scheduling.models import Appointment
from fakes.inbox.store import Mail
from tests.cast import Person

pytestmark = pytest.mark.django_db


def event_of(mail: Mail) -> icalendar.Event:
    (file,) = mail.attachments
    assert file.type == "text/calendar"
    (event,) = icalendar.Calendar.from_ical(file.text).walk("VEVENT")
    assert isinstance(event, icalendar.Event)
    return event


def test_the_customer_is_told_all_they_need(visit: Appointment, post: Post) -> None:
    confirmed(visit)
    (mail,) = post.to("cleo")
    assert mail.subject == "You're booked: Deep clean, Tue 9 June, 10:00"
    assert mail.sender == "VALClean <bookings@almanac.example>"
    order = visit.order_line.order
    for words in (
        "Thank you, Cleo",
        "When: Tue 9 June, 10:00–12:00",
        "Cleaner: Sam",
        "1 High Street",
        "Price: £64",
        "Please clear the worktops.",
        "You pay on the day.",
        order.number,
        "Call 020 7946 0123",
    ):
        assert words in mail.text
        assert words.split(": ")[-1].replace("'", "&#x27;") in mail.html
    assert "key under the mat" not in mail.text + mail.html
    token = mail.text.split("/track/#")[1].split()[0]
    assert order_id_in(token, now=START) == order.pk
    event = event_of(mail)
    assert (str(event["UID"]), event["SEQUENCE"], str(event["STATUS"])) == (visit.uid, 0, "CONFIRMED")
    assert (event.start, event.end) == (visit.starts_at, visit.ends_at)


def test_the_staff_member_is_told_too(visit: Appointment, post: Post) -> None:
    confirmed(visit)
    (mail,) = post.to("sam")
    assert mail.subject == "New booking: Deep clean, Tue 9 June, 10:00"
    assert "+447700900123" in mail.text
    assert "/track/" not in mail.text, "the customer's link is the customer's"
    assert str(event_of(mail)["ATTENDEE"]) == "mailto:sam@example.com"


def test_a_request_is_not_a_booking(visit: Appointment, post: Post) -> None:
    visit.state = Appointment.State.PENDING
    visit.save()
    requested(visit)
    customer, staff = sorted(post.run(), key=lambda mail: mail.to)
    assert "not fixed until then" in customer.text
    assert customer.attachments == []
    assert staff.subject.startswith("Please answer")


def test_a_move_keeps_the_calendar_entry_and_raises_its_sequence(visit: Appointment, post: Post, moment: Clock) -> None:
    confirmed(visit)
    (booked,) = post.to("cleo")
    move(visit, START + 26 * HOUR, at=moment.forward(hours=1))
    (changed,) = post.to("cleo")
    assert changed.subject == "Changed: Deep clean, Wed 10 June, 12:00"
    assert "It was: Tue 9 June, 10:00" in changed.text
    assert event_of(changed)["UID"] == event_of(booked)["UID"]
    assert event_of(changed)["SEQUENCE"] == 1


def test_another_person_gets_it_and_the_first_is_told(visit: Appointment, sid: Person, post: Post) -> None:
    move(visit, START, staff=sid.staff)
    subjects = {mail.to[0]: mail.subject for mail in post.run()}
    assert subjects == {
        "cleo@example.com": "Changed: Deep clean, Tue 9 June, 10:00",
        "sid@example.com": "New booking: Deep clean, Tue 9 June, 10:00",
        "sam@example.com": "Not yours any more: Deep clean, Tue 9 June, 10:00",
    }


def test_a_cancelled_visit_leaves_the_calendar(visit: Appointment, post: Post) -> None:
    cancel(visit)
    customer, staff = sorted(post.run(), key=lambda mail: mail.to)
    for mail in (customer, staff):
        assert mail.subject == "Cancelled: Deep clean, Tue 9 June, 10:00"
        event = event_of(mail)
        assert (str(event["UID"]), event["SEQUENCE"], str(event["STATUS"])) == (visit.uid, 1, "CANCELLED")
        assert "METHOD:CANCEL" in mail.attachments[0].text


def test_a_declined_request_offers_another_time(visit: Appointment, post: Post) -> None:
    cancel(visit, is_declined=True)
    (mail,) = post.run()
    assert mail.to == ["cleo@example.com"]
    assert "/booking/" in mail.text


def test_visits_booked_together_are_told_together(visit: Appointment, sam: Person, post: Post) -> None:
    second = make_visit(
        visit.order_line.order, sam.staff, make_service(visit.business, "Windows"), starts_at=START + 24 * HOUR
    )
    confirmed(visit)
    confirmed(second)
    customer, staff = sorted(post.run(), key=lambda mail: mail.to)
    assert customer.subject == "You're booked: Deep clean + 1, Tue 9 June, 10:00"
    assert staff.subject == "New booking: Deep clean + 1, Tue 9 June, 10:00"
    assert "Windows" in customer.text
    assert "Total: £128" in customer.text
    assert len(icalendar.Calendar.from_ical(customer.attachments[0].text).walk("VEVENT")) == 2


def test_an_event_handled_twice_is_told_once(visit: Appointment, post: Post) -> None:
    confirmed(visit)
    confirmed(visit)
    assert len(post.run()) == 2


def test_what_is_no_longer_so_is_not_told(visit: Appointment, post: Post, moment: Clock) -> None:
    confirmed(visit)
    move(visit, START + 24 * HOUR, at=moment.forward(minutes=1))
    cancel(visit, at=moment.forward(minutes=1))
    assert {mail.subject for mail in post.run()} == {"Cancelled: Deep clean, Wed 10 June, 10:00"}


def test_both_clocks_are_named_online(visit: Appointment, cleo: Person, sam: Person, post: Post) -> None:
    cleo.customer.zone = "America/New_York"
    cleo.customer.save()
    online = make_visit(
        make_order(visit.business, cleo.customer),
        sam.staff,
        make_service(visit.business, "Lesson", venue=Venue.ONLINE),
        starts_at=START + 24 * HOUR,
    )
    confirmed(online)
    customer, staff = sorted(post.run(), key=lambda mail: mail.to)
    assert customer.subject == "You're booked: Lesson, Wed 10 June, 05:00"
    assert "Wed 10 June, 05:00–07:00 (New York time)\n  Wed 10 June, 10:00–12:00 (London time)" in customer.text
    assert staff.subject == "New booking: Lesson, Wed 10 June, 10:00"


def test_a_message_is_in_the_language_of_the_order(visit: Appointment, cleo: Person, sam: Person, post: Post) -> None:
    order = make_order(visit.business, cleo.customer, language="uk")
    confirmed(make_visit(order, sam.staff, make_service(visit.business), starts_at=START + 24 * HOUR))
    (mail,) = post.to("cleo")
    assert mail.subject.startswith("Заброньовано: ")
    assert "ср, 10 червня, 10:00–12:00" in mail.text
    assert "64 £" in mail.text
    assert "/uk/track/#" in mail.text
    assert '<html lang="uk"' in mail.html


@pytest.mark.parametrize(
    "name", ["Zoë 🌼 O'Neill", "محمد أحمد", "<script>alert(1)</script>", "Eve\r\nBcc: otto@example.com\r\n\r\nbody"]
)
def test_any_name_is_safe(visit: Appointment, cleo: Person, sam: Person, post: Post, name: str) -> None:
    cleo.customer.name = name
    cleo.customer.save()
    confirmed(visit)
    mails = post.run()
    assert sorted(address for mail in mails for address in mail.to) == ["cleo@example.com", "sam@example.com"]
    assert all("<script>" not in mail.html for mail in mails)
    assert all("\nBcc:" not in mail.text for mail in mails)
    assert " ".join(name.split()) in mails[0].text.replace("\u200b", "")


def test_a_line_break_in_a_service_or_business_name_starts_no_header(visit: Appointment, post: Post) -> None:
    visit.business.name = "VAL\r\nBcc: otto@example.com"
    visit.business.save()
    visit.order_line.name = "Clean\nSubject: other"
    visit.order_line.save()
    confirmed(visit)
    mails = post.run()
    assert len(mails) == 2
    assert all("otto@example.com" not in address for mail in mails for address in mail.to)
    assert mails[0].subject.startswith("You're booked: Clean Subject: other")


def test_without_an_address_the_message_is_kept_as_not_sent(visit: Appointment, cleo: Person, post: Post) -> None:
    cleo.customer.email = ""
    cleo.customer.save()
    confirmed(visit)
    assert [mail.to for mail in post.run()] == [["sam@example.com"]]
    kept = mails().get(recipient="customer")
    assert (kept.state, kept.failure) == ("suppressed", "no e-mail address")


def links_in(mail: Mail) -> set[str]:
    return set(re.findall(r'href="([^"]*)"', mail.html))


def test_what_a_customer_typed_becomes_no_link(visit: Appointment, cleo: Person, post: Post) -> None:
    """Anybody may book under anybody's e-mail: our letters must not carry their links there."""
    cleo.customer.name = "Win http://evil.example/now at www.evil.example"
    cleo.customer.save()
    assert visit.address is not None
    visit.address.line1 = "https://evil.example/street"
    visit.address.save()
    order = visit.order_line.order
    order.customer_note = "see evil.com/photos"
    order.save()
    confirmed(visit)
    customer, staff = sorted(post.run(), key=lambda mail: mail.to)
    assert [link.split("#")[0] for link in links_in(customer)] == ["http://localhost:3000/track/"]
    assert links_in(staff) == set()
    assert "see evil.com/photos" in staff.text
    for shown in (customer.text, customer.html):  # mail programs make links of plain addresses themselves
        assert not re.search(r"://evil|www\.evil|evil\.example", shown)
    assert "evil" in customer.text


def test_where_to_join_and_what_the_business_says_may_be_followed(visit: Appointment, sam: Person, post: Post) -> None:
    service = make_service(visit.business, "Lesson", venue=Venue.ONLINE)
    service.preparation = {"en": "Read https://valclean.example/how first."}
    service.save()
    online = make_visit(visit.order_line.order, sam.staff, service, starts_at=START + 24 * HOUR)
    online.meeting_url = "https://meet.example/abc"
    online.save()
    confirmed(online)
    customer, staff = sorted(post.run(), key=lambda mail: mail.to)
    assert {"https://meet.example/abc", "https://valclean.example/how"} <= links_in(customer)
    assert links_in(staff) == {"https://meet.example/abc"}


def test_a_request_to_somebody_without_a_sign_in_is_answered_by_who_looks_after_them(
    visit: Appointment, ada: Person, max_: Person, sam: Person, post: Post, moment: Clock
) -> None:
    """Their managers, or else the administrators: else it would wait and nobody know."""
    sam.account.is_active = False
    sam.account.save()
    Appointment.objects.update(state="pending")
    requested(visit)
    (mail,) = post.to("max")
    assert mail.subject.startswith("Please answer for Sam: Deep clean, ")
    assert "would like to book Sam, who has no sign-in." in mail.text
    assert [mail.to for mail in post.run() if "ada" in str(mail.to)] == []
    max_.account.is_active = False
    max_.account.save()
    requested(visit, at=moment.forward(hours=1))
    (mail,) = [mail for mail in post.run() if mail.to == ["ada@valclean.example"]]
    assert mail.subject.startswith("Please answer for Sam")


def test_whoever_has_one_answers_for_themselves(visit: Appointment, ada: Person, max_: Person, post: Post) -> None:
    Appointment.objects.update(state="pending")
    requested(visit)
    assert {address for mail in post.run() for address in mail.to} == {"cleo@example.com", "sam@example.com"}
