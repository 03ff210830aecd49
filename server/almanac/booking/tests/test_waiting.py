"""The waiting list: docs/algorithms/waiting-list.md."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from almanac.booking.actions.waiting_offers import lapse_due
from almanac.booking.actions.waiting_runs import ask_for_run, run
from almanac.booking.models import WaitingEntry, WaitingOffer
from almanac.business.models import Setting
from almanac.kit import clock
from almanac.outbox import worker
from almanac.outbox.models import EventRow, Task
from almanac.scheduling.models import Appointment, Claim, Hold
from tests.cast import Person, make_staff
from tests.shop import NOW, WEDNESDAY_TEN, Shop
from tests.waiters import WEDNESDAY, Waiter, fill, free, key_in, offer_of, work

pytestmark = pytest.mark.django_db
NINE = WEDNESDAY_TEN - timedelta(hours=1)


@pytest.fixture
def full(shop: Shop) -> Shop:
    """Nobody has time on Wednesday."""
    fill(shop.sam, shop.sid)
    return shop


@pytest.fixture
def pat(full: Shop) -> Waiter:
    return Waiter(name="pat")


@pytest.fixture
def quinn(full: Shop) -> Waiter:
    return Waiter(name="quinn")


@pytest.fixture
def offered(full: Shop, pat: Waiter) -> str:
    """Pat waited, Sam's Wednesday opened, Pat has the letter: the key in it."""
    pat.waits(full)
    work(full.clock)
    free(full.sam)
    return key_in(looked_at(full)[pat.email][0][1])


def looked_at(shop: Shop) -> dict[str, list[tuple[str, str]]]:
    """The clock has everybody looked at; the letters that follow."""
    ask_for_run(shop.business.pk, now=clock.now())
    return work(shop.clock)


def code_of(answer: Any) -> tuple[int, str]:
    return answer.status_code, answer.json()["code"]


def states() -> list[str]:
    return list(WaitingEntry.objects.order_by("created_at").values_list("state", flat=True))


def starts_of(visitor: Waiter) -> list[str]:
    answer = visitor.get(f"/slots?line={visitor.line_id()}&first_on={WEDNESDAY}&last_on={WEDNESDAY}")
    return [slot["starts_at"] for slot in answer.json()["days"][0]["slots"]]


def settings_of(shop: Shop, **values: Any) -> None:
    Setting.objects.update_or_create(business=shop.business, group="waiting", defaults={"values": values})


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
        assert "pat" not in stored.lower()
        assert "SW11" not in stored
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


class TestEnds:
    def test_not_answered_it_passes_on_and_the_second_time_the_entry_ends(
        self, full: Shop, offered: str, pat: Waiter
    ) -> None:
        full.clock.shift(timedelta(minutes=31))
        assert pat.by_link("read", offered).json()["offer"]["state"] == "lapsed"
        assert code_of(pat.by_link("take", offered)) == (409, "offer_passed")
        sent = work(full.clock)[pat.email]
        assert sent[0][0] == "The time has gone to the next person: Clean"
        assert sent[1][0].startswith("A time is free for you"), "an hour later: nobody else waits"
        full.clock.shift(timedelta(minutes=31))
        sent = work(full.clock)[pat.email]
        assert [subject for subject, _ in sent] == ["You are no longer on the waiting list: Clean"]
        assert (states(), Hold.objects.filter(owner__startswith="waiting").count()) == (["lapsed"], 0)

    def test_taken_and_not_booked_lapses_with_its_hold(self, full: Shop, offered: str, pat: Waiter) -> None:
        assert pat.by_link("take", offered).status_code == 200
        full.clock.shift(timedelta(minutes=20))
        pat.want(full.call)
        pat.hold(WEDNESDAY_TEN + timedelta(days=1), line=len(pat.basket()["lines"]) - 1)
        full.clock.shift(timedelta(minutes=11))
        lapse_due(now=clock.now())
        assert WaitingOffer.objects.get().state == "taken", "kept longer with the other line"
        full.clock.shift(timedelta(minutes=15))
        lapse_due(now=clock.now())
        assert WaitingOffer.objects.get().state == "lapsed"
        assert states() == ["waiting"]

    def test_the_last_date_is_past(self, full: Shop, pat: Waiter) -> None:
        pat.waits(full)
        work(full.clock)
        full.clock.move_to(NOW + timedelta(days=2, hours=14), tick=False)
        worker.drain()
        assert states() == ["waiting"]
        full.clock.move_to(NOW + timedelta(days=2, hours=16), tick=False)
        assert [subject for subject, _ in work(full.clock)[pat.email]] == ["Nothing opened in time: Clean"]
        assert states() == ["expired"]

    def test_what_is_over_is_forgotten_after_a_month(self, full: Shop, offered: str, pat: Waiter) -> None:
        pat.by_link("leave", offered)
        full.clock.shift(timedelta(days=29))
        worker.drain()
        assert len(states()) == 1
        full.clock.shift(timedelta(days=2))
        worker.drain()
        assert (states(), WaitingOffer.objects.count()) == ([], 0)


class TestTeam:
    def test_each_sees_who_waits_for_their_people(
        self, full: Shop, pat: Waiter, quinn: Waiter, ada: Person, max_: Person, mia: Person, sam: Person
    ) -> None:
        anybody, for_sid = pat.waits(full), quinn.waits(full, staff_ids=[str(full.sid.pk)])
        found = {
            name: [row["id"] for row in who.get("/waiting-entries").json()["items"]]
            for name, who in {"ada": ada, "max": max_, "mia": mia, "sam": sam}.items()
        }
        both = [str(anybody.pk), str(for_sid.pk)]
        assert found == {"ada": both, "max": both[:1], "mia": both, "sam": []}
        (row,) = max_.get("/waiting-entries").json()["items"]
        assert (row["name"], row["email"], row["can_offer"], row["can_remove"]) == ("Pat", pat.email, True, True)

    def test_filters_and_order(self, full: Shop, pat: Waiter, quinn: Waiter, ada: Person) -> None:
        pat.waits(full, last_on="2026-03-06")
        quinn.waits(full)

        def names(query: str) -> list[str]:
            return [row["name"] for row in ada.get(f"/waiting-entries?{query}").json()["items"]]

        assert names("") == ["Pat", "Quinn"]
        assert names("sort=-joined") == ["Quinn", "Pat"]
        assert names("sort=last") == ["Quinn", "Pat"]
        assert names("service=call") == []
        assert names("service=clean&business=valclean&state=waiting") == ["Pat", "Quinn"]
        assert names("state=left") == []
        page = ada.get("/waiting-entries?limit=1").json()
        assert [row["name"] for row in page["items"]] == ["Pat"]
        assert names(f"limit=1&cursor={page['next_cursor']}") == ["Quinn"]
        assert code_of(ada.get("/waiting-entries?sort=mood")) == (422, "invalid_input")

    def test_the_file(self, full: Shop, pat: Waiter, ada: Person) -> None:
        pat.waits(full)
        answer = ada.get("/waiting-entries.csv?language=de")
        lines = answer.getvalue().decode("utf-8-sig").splitlines()
        assert lines[0].startswith("Wartet seit,Status,Name")
        assert lines[1].split(",")[1:6] == ["Wartet", "Pat", pat.email, "Clean", "SW11 1AA"]

    def test_taking_somebody_off(self, full: Shop, offered: str, pat: Waiter, mia: Person, ada: Person) -> None:
        entry = WaitingEntry.objects.get()
        assert ada.delete(f"/waiting-entries/{entry.pk}").status_code == 204
        assert (states(), Hold.objects.count()) == (["removed"], 0)
        sent = work(full.clock)[pat.email]
        assert [subject for subject, _ in sent] == ["You are no longer on the waiting list: Clean"]
        assert code_of(ada.delete(f"/waiting-entries/{entry.pk}")) == (409, "waiting_over")

    def test_offering_by_hand(self, full: Shop, pat: Waiter, quinn: Waiter, max_: Person) -> None:
        pat.waits(full)
        entry = quinn.waits(full)
        work(full.clock)
        path, thursday = f"/waiting-entries/{entry.pk}/offer", WEDNESDAY_TEN + timedelta(days=1)
        body = {"starts_at": thursday.isoformat()}
        found = max_.get(f"/slots?waiting={entry.pk}&first_on=2026-03-05&last_on=2026-03-05").json()
        assert [one["name"] for one in found["staff"]] == ["Sam"], "of those in scope alone"
        assert code_of(max_.post(path, {**body, "staff_id": str(full.sid.pk)})) == (403, "not_allowed")
        assert code_of(max_.post(path, {"starts_at": WEDNESDAY_TEN.isoformat()})) == (409, "slot_taken")
        made = max_.post(path, {**body, "staff_id": str(full.sam.pk)}).json()
        assert (made["state"], made["staff_name"], made["by_hand"]) == ("open", "Sam", True)
        assert quinn.email in work(full.clock)
        assert states() == ["waiting", "offered"]
        assert code_of(max_.post(path, body)) == (409, "waiting_over")
        event = EventRow.objects.get(name="booking.waiting_offered")
        assert (event.user_id, event.payload["by_hand"]) == (max_.account.pk, True)

    def test_other_refusals_of_offering(self, full: Shop, pat: Waiter, mia: Person, ada: Person) -> None:
        entry = pat.waits(full, staff_ids=[str(full.sam.pk)])
        path, body = f"/waiting-entries/{entry.pk}/offer", {"starts_at": "2026-03-05T10:00:00Z"}
        assert code_of(mia.post(path, body)) == (404, "not_found")
        settings_of(full, is_on=False)
        assert code_of(ada.post(path, body)) == (409, "waiting_off")
        settings_of(full)
        full.clean.is_visible = False
        full.clean.save()
        assert code_of(ada.post(path, body)) == (409, "not_on_offer")

    def test_the_list_costs_the_same_for_any_number(self, full: Shop, pat: Waiter, ada: Person) -> None:
        counted = []
        for number in range(2):
            pat.waits(full, last_on=f"2026-03-0{5 + number}", email=f"p{number}@example.com")
            pat.waits(full, last_on=f"2026-03-0{5 + number}", email=f"q{number}@example.com")
            with CaptureQueriesContext(connection) as captured:
                assert ada.get("/waiting-entries").status_code == 200
            counted.append(len(captured))
        assert counted[0] == counted[1] <= 9


class TestRuns:
    def test_events_of_a_few_seconds_share_a_run(self, full: Shop, pat: Waiter) -> None:
        for _ in range(5):
            ask_for_run(full.business.pk, now=clock.now())
        assert Task.objects.filter(name="booking.run_waiting_list").count() == 1

    def test_an_entry_costs_the_same_whatever_people_and_days(self, full: Shop, pat: Waiter) -> None:
        counted = []
        for number in range(3):
            pat.waits(full, email=f"p{number}@example.com")
            for more in range(3):
                fill(make_staff(full.business, f"more-{number}-{more}").staff)
            with CaptureQueriesContext(connection) as captured:
                run(business_id=full.business.pk, after=None, now=clock.now())
            counted.append(len(captured))
        assert counted[2] - counted[1] == counted[1] - counted[0] <= 3, "what a service offers is read once a run"
        assert counted[0] <= 8

    def test_a_worker_that_dies_in_the_middle_leaves_nothing_and_loses_nothing(
        self, full: Shop, pat: Waiter, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """The hold is taken, and then the process is gone: all of it is undone, and the next run does it."""
        pat.waits(full)
        work(full.clock)
        free(full.sam)

        def die(*_: object, **__: object) -> None:
            raise SystemExit

        with monkeypatch.context() as patched:
            patched.setattr("almanac.booking.actions.waiting_offers.emit", die)
            with pytest.raises(SystemExit):
                run(business_id=full.business.pk, after=None, now=clock.now())
        assert (states(), Hold.objects.count(), WaitingOffer.objects.count()) == (["waiting"], 0, 0)
        assert [subject[:19] for subject, _ in looked_at(full)[pat.email]] == ["A time is free for "]

    def test_a_long_line_is_looked_at_in_several_runs(
        self, full: Shop, pat: Waiter, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("almanac.booking.actions.waiting_runs.AT_ONCE", 2)
        for number in range(4):
            pat.waits(full, email=f"p{number}@example.com", staff_ids=[str(full.sid.pk)])
        last = pat.waits(full, email="last@example.com")
        work(full.clock)
        free(full.sam)
        looked_at(full)
        assert offer_of(last) is not None

    def test_the_database_allows_one_offer(self, offered: str) -> None:
        offer = WaitingOffer.objects.get()
        offer.pk = None
        with pytest.raises(IntegrityError), transaction.atomic():
            offer.save(force_insert=True)
