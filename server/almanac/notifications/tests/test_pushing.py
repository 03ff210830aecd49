"""Notifications on devices: each once, none to where nobody is any more, none to strangers' servers."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import pytest

from almanac.notifications.actions.reading import MOST_DEVICES
from almanac.notifications.models import Device
from almanac.notifications.tests.conftest import Clock, Post
from almanac.notifications.tests.factories import confirmed
from almanac.notifications.tests.telephones import Browsers, browsers, of
from almanac.outbox import worker
from almanac.scheduling.models import Appointment
from tests.cast import Person
from tests.message_probes import POINT, SECRET

pytestmark = pytest.mark.django_db


@pytest.fixture
def phones(settings: Any, post: Post) -> Iterator[Browsers]:
    with browsers(settings) as found:
        yield found


def subscription(endpoint: str, *, point: str = POINT, secret: str = SECRET) -> dict[str, Any]:
    return {"endpoint": endpoint, "keys": {"p256dh": point, "auth": secret}, "name": "Firefox"}


class TestDevices:
    @pytest.mark.parametrize(
        "endpoint",
        [
            "https://fcm.googleapis.com/fcm/send/abc",
            "https://updates.push.services.mozilla.com/wpush/v2/abc",
            "https://web.push.apple.com/abc",
            "https://db5p.notify.windows.com/w/?token=abc",
        ],
    )
    def test_the_push_services_of_browsers(self, cleo: Person, endpoint: str) -> None:
        assert cleo.post("/me/devices", subscription(endpoint)).status_code == 200

    @pytest.mark.parametrize(
        "endpoint",
        [
            "http://fcm.googleapis.com/fcm/send/abc",
            "https://example.com/abc",
            "https://notfcm.googleapis.com.example.com/",
            "https://evilfcm.googleapis.com@127.0.0.1/",
            "https://127.0.0.1/",
            "https://169.254.169.254/latest/meta-data/",
            "https://fcm.googleapis.com:8443/x",
            "https://fcm.googleapis.com:port/x",
            "https://xfcm.googleapis.com/x",
            "ftp://fcm.googleapis.com/x",
            "file:///etc/passwd",
            "x",
            "https://[",
            "https://℀.push.apple.com/x",
            "https://web.push.apple.com/a\nb",
        ],
    )
    def test_nothing_else_is_ever_called(self, cleo: Person, endpoint: str) -> None:
        answer = cleo.post("/me/devices", subscription(endpoint))
        assert (answer.status_code, answer.json()["fields"]) == (
            422,
            {"endpoint": ["This is no push service that we know."]},
        )

    @pytest.mark.parametrize(("point", "secret"), [("x", SECRET), (POINT, "x"), (POINT[:-2], SECRET), ("é", SECRET)])
    def test_keys_that_are_none(self, cleo: Person, point: str, secret: str) -> None:
        body = subscription("https://web.push.apple.com/abc", point=point, secret=secret)
        answer = cleo.post("/me/devices", body)
        assert (answer.status_code, list(answer.json()["fields"])) == (422, ["keys"])

    def test_the_same_browser_is_one_device_of_whoever_signed_in_last(self, cleo: Person, otto: Person) -> None:
        body = subscription("https://web.push.apple.com/abc")
        first, again = cleo.post("/me/devices", body).json(), cleo.post("/me/devices", body).json()
        assert first["id"] == again["id"]
        otto.post("/me/devices", body)
        assert cleo.get("/me/message-choices").json()["devices"] == []
        assert [device["name"] for device in otto.get("/me/message-choices").json()["devices"]] == ["Firefox"]

    def test_of_too_many_the_oldest_goes(self, cleo: Person, moment: Clock) -> None:
        for number in range(MOST_DEVICES + 1):
            moment.forward(minutes=1)
            cleo.post("/me/devices", {**subscription(f"https://web.push.apple.com/{number}"), "name": str(number)})
        names = [device["name"] for device in cleo.get("/me/message-choices").json()["devices"]]
        assert names == [str(number) for number in range(1, MOST_DEVICES + 1)]

    def test_forgotten_by_its_owner_alone(self, cleo: Person, otto: Person) -> None:
        made = cleo.post("/me/devices", subscription("https://web.push.apple.com/abc")).json()
        for body in ({"id": made["id"]}, {"endpoint": "https://web.push.apple.com/abc"}):
            assert otto.post("/me/devices/forget", body).status_code == 204
        assert Device.objects.count() == 1
        assert cleo.post("/me/devices/forget", {"endpoint": "https://web.push.apple.com/abc"}).status_code == 204
        assert Device.objects.count() == 0

    def test_addresses_and_keys_are_not_readable_in_the_database(self, cleo: Person) -> None:
        cleo.post("/me/devices", subscription("https://web.push.apple.com/canary"))
        raw = Device.objects.extra(select={"raw": "endpoint || p256dh || auth"}).values_list("raw", flat=True).get()
        assert "canary" not in raw
        assert POINT not in raw


def test_a_device_that_is_gone_is_let_go(visit: Appointment, cleo: Person, phones: Browsers) -> None:
    browser = phones.opened_by(cleo)
    phones.wish("unsubscribe", endpoint=browser["endpoint"])
    confirmed(visit)
    worker.drain()
    (row,) = of("push")
    assert (row.state, row.failure, row.device) == ("suppressed", "push service 410", None)
    assert Device.objects.count() == 0


def test_one_forgotten_before_it_was_sent_is_not_called(visit: Appointment, cleo: Person, phones: Browsers) -> None:
    browser = phones.opened_by(cleo)
    phones.wish("refuse", endpoint=browser["endpoint"], statuses=[503])
    confirmed(visit)
    worker.drain()
    cleo.post("/me/devices/forget", {"endpoint": browser["endpoint"]})
    (row,) = of("push")
    assert (row.state, row.failure) == ("queued", "push service 503")


def test_nobody_elses_message_after_another_signed_in_there(
    visit: Appointment, cleo: Person, otto: Person, phones: Browsers, moment: Clock
) -> None:
    browser = phones.opened_by(cleo)
    phones.wish("refuse", endpoint=browser["endpoint"], statuses=[429])
    confirmed(visit)
    worker.drain()
    body = {"endpoint": browser["endpoint"], "keys": browser["keys"], "name": "Shared"}
    assert otto.post("/me/devices", body).status_code == 200
    moment.forward(hours=1)
    assert phones.shown(browser) == []
    assert [(row.state, row.failure) for row in of("push")] == [("suppressed", "device gone")]


@pytest.mark.parametrize("status", [429, 500, 503])
def test_for_now_refused_is_sent_later(
    visit: Appointment, cleo: Person, phones: Browsers, moment: Clock, status: int
) -> None:
    browser = phones.opened_by(cleo)
    phones.wish("refuse", endpoint=browser["endpoint"], statuses=[status])
    confirmed(visit)
    assert phones.shown(browser) == []
    moment.forward(minutes=1)
    assert len(phones.shown(browser)) == 1
    assert [(row.state, row.attempts) for row in of("push")] == [("sent", 2)]


def test_an_answer_that_was_lost_shows_one_notification(
    visit: Appointment, cleo: Person, phones: Browsers, moment: Clock
) -> None:
    """The repeat has the same topic and the same tag: it takes the place of the first."""
    browser = phones.opened_by(cleo)
    phones.fake.lose_answers = 1
    confirmed(visit)
    worker.drain()
    moment.forward(minutes=1)
    worker.drain()
    rows = phones.wish("messages", endpoint=browser["endpoint"])["messages"]
    assert len({row["topic"] for row in rows}) == 1
    assert len({row["text"] for row in rows}) == 1
    assert [(row.state, row.attempts) for row in of("push")] == [("sent", 2)]


def test_by_another_key_of_ours_it_has_to_be_turned_on_again(
    visit: Appointment, cleo: Person, phones: Browsers, settings: Any
) -> None:
    phones.opened_by(cleo)
    settings.SECRET_KEY = "another" * 10
    confirmed(visit)
    worker.drain()
    assert [(row.state, row.failure, row.device) for row in of("push")] == [("suppressed", "device gone", None)]
    assert Device.objects.count() == 0


class TestWhatWasHeldBack:
    """Written at night, told in the morning, if it is still to be told then, and to whom."""

    NIGHT, MORNING = datetime(2026, 6, 2, 1, tzinfo=UTC), datetime(2026, 6, 2, 7, tzinfo=UTC)

    @pytest.fixture
    def held(self, visit: Appointment, cleo: Person, sam: Person, phones: Browsers, moment: Clock) -> dict[str, Any]:
        browsers = {"cleo": phones.opened_by(cleo), "sam": phones.opened_by(sam)}
        moment.now = self.NIGHT
        confirmed(visit, at=moment.now)
        worker.drain()
        assert {row.state for row in of("push")} == {"queued"}
        moment.now = self.MORNING
        return browsers

    def test_it_is_told_then(self, held: dict[str, Any], phones: Browsers) -> None:
        assert [len(phones.shown(browser)) for browser in held.values()] == [1, 1]

    def test_not_to_whoever_left_meanwhile(self, held: dict[str, Any], phones: Browsers, sam: Person) -> None:
        sam.account.is_active = False
        sam.account.save()
        assert [len(phones.shown(browser)) for browser in held.values()] == [1, 0]

    def test_not_what_was_muted_meanwhile(self, held: dict[str, Any], phones: Browsers, cleo: Person) -> None:
        cleo.put("/me/message-choices", {"muted": [{"kind": "bookings", "channel": "push"}]})
        assert [len(phones.shown(browser)) for browser in held.values()] == [0, 1]

    def test_not_where_the_password_is_another(self, held: dict[str, Any], phones: Browsers, cleo: Person) -> None:
        """However that came about: here without any of our doors."""
        cleo.account.set_password("another harbour")
        cleo.account.save()
        assert [len(phones.shown(browser)) for browser in held.values()] == [0, 1]
        assert list(Device.objects.values_list("user__username", flat=True)) == ["sam"]

    def test_what_kept_it_until_night_again_wakes_nobody(
        self, held: dict[str, Any], phones: Browsers, moment: Clock
    ) -> None:
        moment.now = datetime(2026, 6, 2, 23, tzinfo=UTC)
        assert [len(phones.shown(browser)) for browser in held.values()] == [0, 0]
        moment.now = datetime(2026, 6, 3, 7, tzinfo=UTC)
        assert [len(phones.shown(browser)) for browser in held.values()] == [1, 1]
