"""The waiting list for the team and for the clock: ends, lists, offers by hand, runs. docs/algorithms/waiting-list.md."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from almanac.booking.actions.waiting_offers import lapse_due
from almanac.booking.actions.waiting_runs import ask_for_run, run
from almanac.booking.models import WaitingEntry, WaitingOffer
from almanac.kit import clock
from almanac.outbox import worker
from almanac.outbox.models import EventRow, Task
from almanac.scheduling.models import Hold
from tests.cast import Person, make_staff
from tests.shop import NOW, WEDNESDAY_TEN, Shop
from tests.waiters import Waiter, code_of, fill, free, looked_at, offer_of, settings_of, states, work

pytestmark = pytest.mark.django_db


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
