"""The waiting list as commands of the crowd's processes: runs, takers, those who let go, and the clock."""

from __future__ import annotations

from contextlib import nullcontext
from datetime import datetime, timedelta
from types import SimpleNamespace
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db import connection

from almanac.booking.actions import waiting, waiting_offers, waiting_runs, waiting_taking
from almanac.booking.content import LineContent, WaitingContent
from almanac.booking.errors import OfferPassed, WaitingOver
from almanac.booking.models import Basket, WaitingEntry, WaitingOffer
from almanac.business.models import Business, Setting
from almanac.kit import clock
from almanac.kit.actor import STRANGER
from almanac.scheduling.errors import SlotTaken
from almanac.scheduling.models import BusyBlock, Claim, Hold
from almanac.scheduling.tests.factories import NOW
from tests.races.guards_off import with_lock, without_lock
from tests.races.journeys import HOUR, PLACE, forget_journeys, open_shop

QUARTER = HOUR // 4  # the buffer after a clean
GUARDS = {name: vars(waiting_offers)[name] for name in ("transaction", "emit")}
ONE_OFFER = next(item for item in WaitingOffer._meta.constraints if item.name == "waiting_one_offer")


def open_list(*, people: int) -> dict[str, Any]:
    """A shop of cleaners whose waiting list offers at any hour."""
    shop = open_shop(people=people)
    business = Business.objects.get(slug="valclean")
    hours = {"offers_from_hour": 0, "offers_until_hour": 0}
    Setting.objects.update_or_create(business=business, group="waiting", defaults={"values": hours})
    return {**shop, "business": str(business.pk)}


def wait(*, service: str, start: int, count: int, only: list[str] | None = None) -> list[str]:
    """So many people wait for that day, one after another; the longest waiting first. With `only`, none of these people has
    another start that day than this one."""
    local = datetime.fromtimestamp(start, ZoneInfo("Europe/London"))
    midnight = start - local.hour * HOUR
    for staff in only or ():
        for from_, until in ((midnight - HOUR, start), (start + HOUR + QUARTER, midnight + 26 * HOUR)):
            BusyBlock.objects.create(staff_member_id=UUID(staff), busy_from=from_, busy_until=until)
    wish = WaitingContent(lines=[LineContent(service_id=UUID(service))], place=PLACE, name="W", email="w@example.com")
    rows = [
        WaitingEntry.objects.create(
            business=Business.objects.get(slug="valclean"),
            service_id=UUID(service),
            content=wish.model_dump_json(),
            language="en",
            zone="Europe/London",
            first_on=local.date(),
            last_on=local.date(),
            wish_digest=f"{start} {number}",
            created_at=NOW + timedelta(seconds=number - count),
        )
        for number in range(count)
    ]
    return [str(row.pk) for row in rows]


def run(*, business: str) -> dict[str, Any]:
    """One run of the list; how many offers it made."""
    return {"made": waiting_runs.run(business_id=UUID(business), after=None, now=NOW)}


def offer_all(*, business: str, entry: str) -> dict[str, Any]:
    """A run, and the offer of one entry that came of it."""
    run(business=business)
    offer = WaitingOffer.objects.get(entry=UUID(entry))
    return {"expires": clock.epoch(offer.expires_at)}


def answer(*, what: str, entry: str, at: int) -> dict[str, Any]:
    """Take, let go, leave, or let the clock pass it on, at an instant. Being refused in words is an answer too."""
    now, entry_id = clock.instant(at), UUID(entry)
    try:
        if what == "take":
            waiting_taking.take(actor=STRANGER, entry_id=entry_id, token="", now=now)
        elif what == "decline":
            waiting_offers.decline(actor=STRANGER, entry_id=entry_id, now=now)
        elif what == "leave":
            waiting.leave(actor=STRANGER, entry_id=entry_id, now=now)
        elif what == "lapse":
            waiting_offers.lapse_due(now=now)
    except (OfferPassed, WaitingOver, SlotTaken) as refusal:
        return {"what": what, "refused": refusal.code}
    return {"what": what, "refused": ""}


def listed() -> dict[str, Any]:
    """How entries and offers stand, the longest waiting first, and who keeps what."""
    entries = WaitingEntry.objects.order_by("created_at", "pk").prefetch_related("offers")
    baskets = {str(pk) for pk in Basket.objects.values_list("pk", flat=True)}
    return {
        "entries": [[entry.state, [offer.state for offer in entry.offers.all()]] for entry in entries],
        "by_list": Hold.objects.filter(owner__startswith="waiting:").count(),
        "by_basket": sum(owner in baskets for owner in Hold.objects.values_list("owner", flat=True)),
        "claims": Claim.objects.count(),
    }


def forget_list() -> dict[str, Any]:
    """Nobody waits any more, and nothing is taken."""
    WaitingEntry.objects.all().delete()
    return forget_journeys()


def without_turns() -> dict[str, Any]:
    """This process offers without locking entry or people, outside any transaction, which is SQLite's lock."""
    vars(waiting_offers).update(
        transaction=SimpleNamespace(atomic=nullcontext),
        emit=lambda event, actor, at: None,
        living=lambda entry_id: WaitingEntry.objects.get(pk=entry_id),
    )
    return without_lock()


def with_turns() -> dict[str, Any]:
    """This process locks again."""
    vars(waiting_offers).update(GUARDS, living=waiting.living)
    return with_lock()


def without_one_offer() -> dict[str, Any]:
    """The database allows an entry several offers."""
    with connection.schema_editor() as editor:
        editor.remove_constraint(WaitingOffer, ONE_OFFER)
    return {}


def with_one_offer() -> dict[str, Any]:
    """The database allows one offer again; nobody may have several by now."""
    with connection.schema_editor() as editor:
        editor.add_constraint(WaitingOffer, ONE_OFFER)
    return {}


COMMANDS = {
    "open_list": open_list,
    "wait": wait,
    "run_list": run,
    "offer_all": offer_all,
    "answer_offer": answer,
    "listed": listed,
    "forget_list": forget_list,
    "without_turns": without_turns,
    "with_turns": with_turns,
    "without_one_offer": without_one_offer,
    "with_one_offer": with_one_offer,
}
