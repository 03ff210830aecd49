"""Worker doors of the letters of the waiting list."""

from __future__ import annotations

from uuid import UUID

from almanac.booking.events import WaitingEnded, WaitingJoined, WaitingOffered, WaitingOfferLapsed
from almanac.booking.models import WaitingEntry, WaitingOffer
from almanac.booking.queries.waiting import LIVE, Offer, State, shown, waiting_key, wish_of
from almanac.booking.queries.waiting_words import words_for
from almanac.business.policies import WaitingPolicy
from almanac.business.queries import policy
from almanac.kit.pages import site
from almanac.notifications.actions.keeping import keep_letter
from almanac.notifications.models import Delivery
from almanac.notifications.queries import telling
from almanac.notifications.waiting_letters import Waited, WaitingMessage, compose_waiting
from almanac.outbox.errors import GiveUp
from almanac.outbox.events import Fact
from almanac.outbox.registry import Job

OVER = {
    State.LAPSED.value: WaitingMessage.OVER_LAPSED,
    State.EXPIRED.value: WaitingMessage.OVER_EXPIRED,
    State.REMOVED.value: WaitingMessage.OVER_REMOVED,
}


def tell(job: Job) -> None:
    """Write what happened to whoever waits, once for each event; nothing of what has been overtaken since. Register it with
    `commit_with=True`."""
    fact = job.fact
    if fact is None:
        raise GiveUp("this task follows an event")
    entry = shown(WaitingEntry.objects.filter(pk=UUID(fact.payload["entry_id"]))).first()
    if entry is None:
        return
    offer_id = fact.payload.get("offer_id")
    offer = next((one for one in entry.offers.all() if str(one.pk) == offer_id), None)
    message = _message(fact, entry, offer)
    if message is None:
        return
    wish, language = wish_of(entry), entry.language
    is_over = message in OVER.values()
    pages = site(language)
    letter = compose_waiting(
        message,
        _waited(entry, offer),
        sender=telling.sender_of(entry.business, language),
        language=language,
        link=f"{pages}/booking/" if is_over else f"{pages}/wait/#{waiting_key(entry)}",
    )
    unsent = Delivery(
        key=f"waiting:{fact.id}",
        event_id=fact.id,
        business=entry.business,
        template=f"waiting_{message}",
        recipient=Delivery.Recipient.CUSTOMER,
        recipient_id=entry.customer_id,
        address=wish.email,
        language=language,
    )
    good_until = offer.expires_at if offer and message is WaitingMessage.OFFERED else None
    keep_letter(letter, unsent, good_until=good_until, now=job.now)


def _message(fact: Fact, entry: WaitingEntry, offer: WaitingOffer | None) -> WaitingMessage | None:
    """What is to be said, if it is still so."""
    if fact.name == WaitingEnded.name:
        return OVER.get(fact.payload["how"])
    if entry.state not in LIVE:
        return None  # the letter about the end says it
    if fact.name == WaitingJoined.name:
        return WaitingMessage.JOINED
    if fact.name == WaitingOffered.name:
        return WaitingMessage.OFFERED if offer and offer.state == Offer.OPEN else None
    return WaitingMessage.PASSED_ON if fact.name == WaitingOfferLapsed.name else None


def _waited(entry: WaitingEntry, offer: WaitingOffer | None) -> Waited:
    wish = wish_of(entry)
    return Waited(
        name=wish.name,
        what=" + ".join(words_for([entry]).services(wish, entry.language)),
        zone=entry.zone,
        first_on=entry.first_on,
        last_on=entry.last_on,
        weekdays=entry.weekdays,
        parts=entry.parts,
        staff=[one.name for one in entry.staff.all()],
        offer_minutes=policy(entry.business_id, WaitingPolicy).offer_minutes,
        offered=(offer.starts_at, offer.ends_at) if offer else None,
        offered_with=offer.staff_member.name if offer else "",
        kept_until=offer.expires_at if offer else None,
    )
