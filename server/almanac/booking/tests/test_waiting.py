"""The waiting list, from joining to an answer: docs/algorithms/waiting-list.md."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction

from almanac.booking.actions.waiting_offers import lapse_due
from almanac.booking.actions.waiting_runs import run
from almanac.booking.models import WaitingEntry, WaitingOffer
from almanac.kit import clock
from almanac.outbox import worker
from almanac.outbox.models import EventRow
from almanac.scheduling.models import Appointment, Claim, Hold
from tests.cast import Person
from tests.shop import NOW, WEDNESDAY_TEN, Shop
from tests.waiters import WEDNESDAY, Waiter, code_of, fill, free, key_in, looked_at, offer_of, settings_of, states, work

pytestmark = pytest.mark.django_db
NINE = WEDNESDAY_TEN - timedelta(hours=1)


def starts_of(visitor: Waiter) -> list[str]:
    answer = visitor.get(f"/slots?line={visitor.line_id()}&first_on={WEDNESDAY}&last_on={WEDNESDAY}")
    return [slot["starts_at"] for slot in answer.json()["days"][0]["slots"]]


class TestJoining:
    def test_a_letter_says_so_and_its_link_opens_the_entry(self, full: Shop, pat: Waiter) -> None:
        pat.waits(full, weekdays=[2], parts=["morning"])
        ((subject, words),) = work(full.clock)[pat.email]
        assert subject == "You are on the waiting list: Clean"
        assert "Wed 4 March" in words
        assert "in the morning" in words
        assert "30 minutes" in words
        seen = Waiter().by_link("read", key_in(words)).json()
        assert (seen["state"], seen["names"], seen["postcode"]) == ("waiting", ["Clean"], "SW11 1AA")
        assert (seen["first_on"], seen["weekdays"], seen["parts"], seen["offer"]) == (WEDNESDAY, [2], ["morning"], None)
        assert seen["can"] == {"take": False, "decline": False, "leave": True}
        assert "email" not in seen

    def test_name_and_place_are_encrypted_and_in_no_event(self, full: Shop, pat: Waiter) -> None:
        pat.waits(full)
        with connection.cursor() as cursor:
            cursor.execute("SELECT content FROM booking_waitingentry")
            stored = cursor.fetchone()[0]
        assert pat.email not in stored
        assert "SW11 1AA" not in stored
        (event,) = EventRow.objects.filter(name="booking.waiting_joined")
        assert set(event.payload) == {"entry_id", "business_id"}

    def test_the_same_wish_is_one_entry_and_the_answer_the_same(self, full: Shop, pat: Waiter) -> None:
        pat.waits(full)
        again = pat.join(email="PAT+again@example.com")
        assert (again.status_code, again.content) == (204, b"")
        assert len(states()) == 1
        assert pat.join(last_on="2026-03-05").status_code == 204
        assert len(states()) == 2

    def test_the_database_knows_the_same_wish_too(self, full: Shop, pat: Waiter) -> None:
        entry = pat.waits(full)
        entry.pk = None
        with pytest.raises(IntegrityError), transaction.atomic():
            entry.save(force_insert=True)

    def test_whoever_is_signed_in_is_known(self, full: Shop, cleo: Person) -> None:
        waiter = Waiter(cleo.user, cleo.customer_row, client=cleo.client)
        entry = waiter.waits(full, name="", email="")
        assert entry.customer == cleo.customer
        assert set(work(full.clock)) == {"cleo@example.com"}
        (mine,) = cleo.get("/my/waiting-list").json()
        assert (mine["id"], mine["state"]) == (str(entry.pk), "waiting")

    @pytest.mark.parametrize(
        ("changed", "field"),
        [
            ({"last_on": "2026-03-03", "first_on": WEDNESDAY}, "last_on"),
            ({"first_on": "2026-02-01", "last_on": "2026-02-20"}, "last_on"),
            ({"last_on": "2026-05-05"}, "last_on"),
            ({"first_on": "2026-08-01", "last_on": "2026-08-02"}, "first_on"),
            ({"weekdays": [3]}, "weekdays"),
            ({"email": "nobody"}, "email"),
            ({"name": " "}, "name"),
            ({"zone": "Mars/Olympus"}, "zone"),
        ],
    )
    def test_what_cannot_be_is_named(self, full: Shop, pat: Waiter, changed: dict[str, Any], field: str) -> None:
        pat.wish(full)
        answer = pat.join(**changed)
        assert code_of(answer) == (422, "invalid_input")
        assert field in answer.json()["fields"]
        assert states() == []

    def test_a_business_may_keep_no_list(self, full: Shop, pat: Waiter) -> None:
        pat.wish(full)
        line = f"/slots?line={pat.line_id()}&first_on={WEDNESDAY}&last_on={WEDNESDAY}"
        assert pat.get(line).json()["waiting_list"] is True
        settings_of(full, is_on=False)
        assert pat.get(line).json()["waiting_list"] is False
        assert code_of(pat.join()) == (409, "waiting_off")

    def test_the_other_refusals(self, full: Shop, pat: Waiter) -> None:
        assert code_of(
            pat.post("/waiting-list", {"line_id": str(full.sam.pk), "first_on": WEDNESDAY, "last_on": WEDNESDAY})
        ) == (
            404,
            "no_basket",
        )
        pat.want(full.clean)
        assert code_of(pat.join()) == (409, "place_needed")
        assert code_of(pat.join(line_id=str(full.sam.pk))) == (404, "line_unknown")
        pat.place()
        assert code_of(pat.join(staff_ids=[str(full.clean.pk)])) == (409, "not_on_offer")
        full.clean.is_visible = False
        full.clean.save()
        assert code_of(pat.join()) == (409, "not_on_offer")

    def test_ten_an_hour_from_one_address(self, full: Shop, pat: Waiter, settings: Any) -> None:
        pat.wish(full)
        settings.RATE_LIMITS_LIFTED = False
        answers = [pat.join(email=f"p{number}@example.com").status_code for number in range(11)]
        assert answers == [204] * 10 + [429]


class TestOffers:
    def test_what_opens_is_kept_for_whoever_waits_alone(self, full: Shop, pat: Waiter, quinn: Waiter) -> None:
        entry = pat.waits(full)
        work(full.clock)
        free(full.sam)
        ((subject, words),) = looked_at(full)[pat.email]
        assert subject == "A time is free for you: Clean, Wed 4 March, 09:00\u201310:00"
        assert "Kept for you until" in words
        offer = offer_of(entry)
        assert offer is not None
        assert (offer.starts_at, offer.staff_member, offer.state) == (NINE, full.sam, "open")
        assert offer.expires_at - clock.now() == timedelta(minutes=30)
        quinn.wish(full)
        assert "2026-03-04T09:00:00Z" not in starts_of(quinn)
        assert code_of(quinn.hold(NINE)) == (409, "slot_taken")

    def test_a_cancelled_visit_is_an_opening(self, full: Shop, pat: Waiter, nora: Any) -> None:
        free(full.sam)
        fill(full.sam, hours=(0, 10))
        fill(full.sam, hours=(11, 24))
        full.clean.buffer_after_minutes = 0
        full.clean.save()
        made = nora.booked(full)
        pat.waits(full)
        assert "A time is free" not in str(work(full.clock))
        assert nora.post(f"/appointments/{made.visit.pk}/cancel", {}, x_order_token=made.token).status_code == 204
        ((subject, _),) = work(full.clock)[pat.email]
        assert subject == "A time is free for you: Clean, Wed 4 March, 10:00\u201311:00"

    @pytest.mark.parametrize(
        ("wish", "is_offered"),
        [
            ({}, True),
            ({"parts": ["morning"]}, True),
            ({"parts": ["afternoon", "evening"]}, False),
            ({"first_on": "2026-03-03", "last_on": "2026-03-05", "weekdays": [2]}, True),
            ({"first_on": "2026-03-05", "last_on": "2026-03-05"}, False),
        ],
    )
    def test_what_is_wished_for_counts(self, full: Shop, pat: Waiter, wish: dict[str, Any], is_offered: bool) -> None:
        fill(full.sam, full.sid, day=NOW + timedelta(days=1))
        fill(full.sam, full.sid, day=NOW + timedelta(days=3))
        entry = pat.waits(full, **wish)
        free(full.sam)
        fill(full.sam, day=NOW + timedelta(days=1))
        fill(full.sam, hours=(12, 24))
        fill(full.sam, day=NOW + timedelta(days=3))
        looked_at(full)
        assert (offer_of(entry) is not None) is is_offered

    def test_a_named_person_and_nobody_else(self, full: Shop, pat: Waiter) -> None:
        entry = pat.waits(full, staff_ids=[str(full.sid.pk)])
        free(full.sam)
        looked_at(full)
        assert offer_of(entry) is None
        free(full.sid)
        looked_at(full)
        offer = offer_of(entry)
        assert offer is not None
        assert offer.staff_member == full.sid

    def test_the_longest_waiting_first_and_each_opening_once(self, full: Shop, pat: Waiter, quinn: Waiter) -> None:
        first, second = pat.waits(full), quinn.waits(full)
        work(full.clock)
        free(full.sam)
        fill(full.sam, hours=(0, 9))
        fill(full.sam, hours=(11, 24))
        looked_at(full)
        offers = [offer_of(first), offer_of(second)]
        assert [one.starts_at for one in offers if one] == [NINE]
        assert offers[1] is None
        assert states() == ["offered", "waiting"]

    def test_not_at_night_but_in_the_morning(self, full: Shop, pat: Waiter) -> None:
        pat.waits(full)
        work(full.clock)
        free(full.sam)
        full.clock.move_to(NOW + timedelta(hours=13), tick=False)
        looked_at(full)
        assert states() == ["waiting"]
        full.clock.move_to(NOW + timedelta(hours=23), tick=False)
        worker.drain()
        assert pat.email in work(full.clock)
        assert states() == ["offered"]

    def test_what_begins_before_its_offer_is_over_is_not_offered(self, full: Shop, pat: Waiter) -> None:
        full.rules(lead_time_minutes=0)
        pat.waits(full)
        fill(full.sid)
        free(full.sam)
        fill(full.sam, hours=(11, 24))
        full.clock.move_to(WEDNESDAY_TEN - timedelta(minutes=20), tick=False)
        looked_at(full)
        assert states() == ["waiting"]

    def test_a_list_that_is_off_offers_nothing(self, full: Shop, pat: Waiter) -> None:
        pat.waits(full)
        settings_of(full, is_on=False)
        free(full.sam)
        assert run(business_id=full.business.pk, after=None, now=clock.now()) == 0

    def test_several_services_are_offered_as_one_visit(self, full: Shop, pat: Waiter) -> None:
        pat.wish(full)
        pat.want(full.clean)
        pat.post("/basket/visits", {"line_ids": [pat.line_id(0), pat.line_id(1)]})
        pat.join()
        free(full.sam)
        words = looked_at(full)[pat.email][-1][1]
        assert "09:00\u201311:00" in words
        taken = Waiter(name="elsewhere")
        assert taken.by_link("take", key_in(words)).status_code == 200
        lines = taken.basket()["lines"]
        assert [line["state"] for line in lines] == ["held", "held"]
        assert lines[0]["visit"] == lines[1]["visit"] is not None


class TestAnswers:
    def test_taking_goes_into_the_journey_and_is_booked_there(self, full: Shop, offered: str) -> None:
        pat = Waiter(name="pat")
        answer = pat.by_link("take", offered)
        assert answer.status_code == 200, answer.content
        basket = pat.basket()
        (line,) = basket["lines"]
        assert answer.json() == {"business": "valclean", "line": line["id"]}
        assert (line["state"], line["starts_at"], line["staff"]["name"]) == ("held", "2026-03-04T09:00:00Z", "Sam")
        assert (basket["details"]["name"], basket["details"]["email"]) == ("Pat", "pat@example.com")
        assert pat.by_link("read", offered).json()["offer"]["state"] == "taken"
        pat.type_in(name="Pat", email="pat@example.com")
        assert pat.book().status_code == 200
        worker.drain()
        assert states() == ["booked"]
        assert WaitingOffer.objects.get().state == "booked"
        assert Appointment.objects.get().starts_at == NINE
        assert pat.by_link("read", offered).json()["can"]["leave"] is False

    def test_taking_twice_is_taking_once(self, offered: str, pat: Waiter) -> None:
        first, second = pat.by_link("take", offered), pat.by_link("take", offered)
        assert first.json() == second.json()
        assert code_of(Waiter().by_link("take", offered)) == (409, "offer_passed")

    def test_the_line_that_was_asked_from_gets_the_time(self, full: Shop, offered: str, pat: Waiter) -> None:
        """In the browser that it was asked in the wish is still in the basket."""
        before = pat.line_id()
        assert pat.by_link("take", offered).json()["line"] == before
        (line,) = pat.basket()["lines"]
        assert line["state"] == "held"

    def test_what_is_in_the_basket_stays_there(self, full: Shop, offered: str) -> None:
        someone = Waiter(name="pat")
        someone.want(full.call)
        someone.hold(WEDNESDAY_TEN + timedelta(days=1))
        someone.type_in(name="Patricia")
        assert someone.by_link("take", offered).status_code == 200
        basket = someone.basket()
        assert [line["state"] for line in basket["lines"]] == ["held", "held"]
        assert basket["details"]["name"] == "Patricia"
        assert Hold.objects.count() == 2

    def test_taken_late_in_the_offer_it_is_kept_as_long_as_any_time(self, full: Shop, offered: str) -> None:
        full.clock.shift(timedelta(minutes=28))
        pat = Waiter(name="pat")
        assert pat.by_link("take", offered).status_code == 200
        full.clock.shift(timedelta(minutes=14))
        assert pat.basket()["lines"][0]["state"] == "held"
        assert lapse_due(now=clock.now()) == 0

    def test_a_full_basket_refuses_and_the_offer_stays(self, full: Shop, offered: str) -> None:
        someone = Waiter(name="pat")
        for _ in range(12):
            someone.want(full.call)
        assert code_of(someone.by_link("take", offered)) == (409, "basket_full")
        assert WaitingOffer.objects.get().state == "open"

    def test_letting_go_keeps_the_place_and_passes_the_time_on(
        self, full: Shop, offered: str, pat: Waiter, quinn: Waiter
    ) -> None:
        other = quinn.waits(full, parts=["morning"])
        fill(full.sam, hours=(11, 24))
        assert pat.by_link("decline", offered).status_code == 204
        assert states()[0] == "waiting"
        assert not Hold.objects.exists()
        work(full.clock)
        offer = offer_of(other)
        assert offer is not None
        assert (offer.starts_at, states()) == (NINE, ["waiting", "offered"])
        assert code_of(pat.by_link("decline", offered)) == (409, "offer_passed")

    def test_a_time_let_go_is_not_offered_again(self, full: Shop, offered: str, pat: Waiter) -> None:
        pat.by_link("decline", offered)
        work(full.clock)
        assert sorted(WaitingOffer.objects.values_list("starts_at", flat=True)) == [NINE, WEDNESDAY_TEN]

    def test_letting_go_of_what_is_in_the_basket(self, offered: str, pat: Waiter) -> None:
        pat.by_link("take", offered)
        assert pat.by_link("decline", offered).status_code == 204
        assert (Hold.objects.count(), Claim.objects.count(), states()) == (0, 0, ["waiting"])

    def test_leaving_gives_the_time_back(self, offered: str, pat: Waiter) -> None:
        assert pat.by_link("leave", offered).status_code == 204
        assert (Hold.objects.count(), states()) == (0, ["left"])
        assert WaitingOffer.objects.get().state == "withdrawn"
        for what in ("leave", "take", "decline"):
            assert code_of(pat.by_link(what, offered)) == (409, "waiting_over")

    def test_links_that_are_none_of_ours(self, full: Shop, offered: str, pat: Waiter) -> None:
        for what in ("read", "take", "decline", "leave"):
            assert code_of(pat.by_link(what, f"{offered}x")) == (404, "waiting_unknown")
        WaitingEntry.objects.all().delete()
        assert code_of(pat.by_link("read", offered)) == (404, "waiting_unknown")
        full.clock.shift(timedelta(days=40))
        assert code_of(pat.by_link("read", offered)) == (404, "waiting_unknown")

    def test_a_service_that_is_no_longer_sold(self, full: Shop, offered: str, pat: Waiter) -> None:
        full.clean.is_visible = False
        full.clean.save()
        assert code_of(pat.by_link("take", offered)) == (409, "not_on_offer")

    def test_in_ones_account(self, full: Shop, cleo: Person, otto: Person) -> None:
        waiter = Waiter(cleo.user, cleo.customer_row, client=cleo.client)
        entry = waiter.waits(full, name="", email="")
        path = f"/my/waiting-list/{entry.pk}"
        assert code_of(cleo.post(f"{path}/take")) == (409, "offer_passed")
        assert code_of(otto.post(f"{path}/leave")) == (404, "not_found")
        free(full.sam)
        looked_at(full)
        assert cleo.post(f"{path}/decline").status_code == 204
        work(full.clock)
        taken = cleo.post(f"{path}/take")
        assert taken.status_code == 200
        assert cleo.post(f"{path}/leave").status_code == 204
        assert waiter.basket()["lines"][-1]["state"] == "held", "what is in the basket stays there"

    def test_booking_it_oneself_ends_the_entry(self, full: Shop, cleo: Person) -> None:
        waiter = Waiter(cleo.user, cleo.customer_row, client=cleo.client)
        waiter.waits(full, last_on="2026-03-06", name="", email="")
        work(full.clock)
        waiter.hold(WEDNESDAY_TEN + timedelta(days=1))
        waiter.type_in()
        assert waiter.book().status_code == 200
        worker.drain()
        assert states() == ["booked"]
