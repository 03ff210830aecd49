"""Visitors who wait for a time: what the tests of the waiting list share."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import time_machine
from django.core import mail

from almanac.booking.actions.waiting_runs import ask_for_run
from almanac.booking.models import WaitingEntry, WaitingOffer
from almanac.business.models import Setting
from almanac.kit import clock
from almanac.outbox import worker
from almanac.people.models import StaffMember
from almanac.scheduling.models import BusyBlock
from tests.shop import NOW, Shop, Visitor

WEDNESDAY = "2026-03-04"
KEY = re.compile(r"/wait/#(\S+)")


@dataclass
class Waiter(Visitor):
    """Somebody no time suits. A guest reads letters at `<name>@example.com`."""

    name: str = "nora"

    @property
    def email(self) -> str:
        return f"{self.name}@example.com"

    def wish(self, shop: Shop, **more: Any) -> None:
        """A clean in the basket, without a time."""
        for answer in (self.place(), self.want(shop.clean, **more)):
            assert answer.status_code == 200, answer.content

    def join(self, **changed: Any) -> Any:
        body = {"first_on": WEDNESDAY, "last_on": WEDNESDAY, "name": self.name.capitalize(), "email": self.email}
        return self.post("/waiting-list", {"line_id": self.line_id(), **body, **changed})

    def waits(self, shop: Shop, **changed: Any) -> WaitingEntry:
        """Wished for and joined; the entry."""
        self.wish(shop)
        shop.clock.shift(timedelta(seconds=1))
        known = set(WaitingEntry.objects.values_list("pk", flat=True))
        answer = self.join(**changed)
        assert answer.status_code == 204, answer.content
        return WaitingEntry.objects.exclude(pk__in=known).get()

    def by_link(self, what: str, key: str) -> Any:
        return self.post(f"/waiting-list/linked/{what}", {"key": key})


def fill(*people: StaffMember, day: datetime = NOW + timedelta(days=2), hours: tuple[int, int] = (0, 24)) -> None:
    """These people have no time that day, or between these hours."""
    midnight = day.replace(hour=0, minute=0)
    start, end = (clock.epoch(midnight + timedelta(hours=hour)) for hour in hours)
    BusyBlock.objects.bulk_create(BusyBlock(staff_member=one, busy_from=start, busy_until=end) for one in people)


def free(*people: StaffMember) -> None:
    """Whatever was blocked is free; no event tells of it."""
    BusyBlock.objects.filter(staff_member__in=people).delete()


def work(travel: time_machine.Traveller, seconds: int = 6) -> dict[str, list[tuple[str, str]]]:
    """The worker does what is due, and what is due a few seconds later; what was sent since: subjects and words by address."""
    worker.drain()
    travel.shift(timedelta(seconds=seconds))
    worker.drain()
    sent: dict[str, list[tuple[str, str]]] = {}
    for one in mail.outbox:
        sent.setdefault(one.to[0], []).append((str(one.subject), str(one.body)))
    mail.outbox.clear()
    return sent


def key_in(words: str) -> str:
    """The key of the link in a letter."""
    found = KEY.search(words)
    assert found, words
    return found[1]


def offer_of(entry: WaitingEntry) -> WaitingOffer | None:
    """The newest offer of an entry."""
    return WaitingOffer.objects.filter(entry=entry).order_by("-created_at", "-pk").first()


def looked_at(shop: Shop) -> dict[str, list[tuple[str, str]]]:
    """The clock has everybody looked at; the letters that follow."""
    ask_for_run(shop.business.pk, now=clock.now())
    return work(shop.clock)


def code_of(answer: Any) -> tuple[int, str]:
    return answer.status_code, answer.json()["code"]


def states() -> list[str]:
    return list(WaitingEntry.objects.order_by("created_at").values_list("state", flat=True))


def settings_of(shop: Shop, **values: Any) -> None:
    Setting.objects.update_or_create(business=shop.business, group="waiting", defaults={"values": values})
