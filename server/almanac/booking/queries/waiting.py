"""Reads of the waiting list: who sees which entries, and the entry that a letter's link opens."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, time, timedelta
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from almanac.booking.content import WaitingContent
from almanac.booking.errors import WaitingUnknown
from almanac.booking.models import WaitingEntry, WaitingOffer
from almanac.catalog.models import Offering
from almanac.kit import links
from almanac.kit.actor import Actor, ScopeAction
from almanac.kit.errors import NotFound
from almanac.kit.sorting import Sorting

State, Offer = WaitingEntry.State, WaitingOffer.State
LIVE = (State.WAITING, State.OFFERED)
STANDING = (Offer.OPEN, Offer.TAKEN)  # an offer that has not ended
KEPT_FOR = timedelta(days=30)  # after it is over an entry can still be read for so long
WAITING_LINK = "waiting"
ENTRIES = Sorting({"joined": "created_at", "first": "first_on", "last": "last_on"}, standard="joined")


def visible_to(actor: Actor) -> QuerySet[WaitingEntry]:
    """For the team: administrators see all; managers allowed *appointments* those of people in scope: named in the entry,
    or, where it names nobody, who deliver its service."""
    if actor.is_admin:
        return WaitingEntry.objects.all()
    managed = actor.managed_staff(ScopeAction.APPOINTMENTS)
    if not managed:
        return WaitingEntry.objects.none()
    same = WaitingEntry.objects.filter(pk=OuterRef("pk"))
    deliver = Offering.objects.filter(service=OuterRef("service"), staff_member__in=managed, archived_at=None)
    named = Exists(same.filter(staff__isnull=False))
    theirs = Q(Exists(same.filter(staff__in=managed))) | (~Q(named) & Q(Exists(deliver)))
    return WaitingEntry.objects.filter(theirs)


def entries(
    actor: Actor, *, states: Sequence[str] = (), business: str = "", service: str = ""
) -> QuerySet[WaitingEntry]:
    """The list for the team, with all that a screen names: a constant number of SQL queries. Narrowed to states, a business
    and a service (their slugs) where given; ENTRIES says by what it may be sorted."""
    found = shown(visible_to(actor))
    if states:
        found = found.filter(state__in=states)
    if business:
        found = found.filter(business__slug=business)
    if service:
        found = found.filter(service__slug=service)
    return found


def shown(rows: QuerySet[WaitingEntry]) -> QuerySet[WaitingEntry]:
    """With service, business, people and offers: three SQL queries for any number."""
    return rows.select_related("business", "service").prefetch_related("staff", "offers__staff_member")


def entry_to_manage(actor: Actor, entry_id: UUID) -> WaitingEntry:
    """One that the actor looks after. Raises NotFound."""
    found = shown(visible_to(actor)).filter(pk=entry_id).first()
    if found is None:
        raise NotFound
    return found


def own_entries(actor: Actor) -> QuerySet[WaitingEntry]:
    """Those of the signed-in customer's account."""
    if actor.customer_id is None:
        return WaitingEntry.objects.none()
    return shown(WaitingEntry.objects.filter(customer=actor.customer_id))


def own_entry(actor: Actor, entry_id: UUID) -> WaitingEntry:
    """One of the signed-in customer's. Raises NotFound."""
    found = own_entries(actor).filter(pk=entry_id).first()
    if found is None:
        raise NotFound
    return found


def waiting_key(entry: WaitingEntry) -> str:
    """The token of its letters' links: opens this entry alone, as long as it can be there."""
    last = datetime.combine(entry.last_on, time(), UTC) + timedelta(days=2)
    return links.sign(WAITING_LINK, str(entry.pk), expires_at=last + KEPT_FOR)


def entry_behind(key: str, *, now: datetime) -> WaitingEntry:
    """The entry that a link opens. Raises WaitingUnknown."""
    try:
        entry_id = UUID(links.read(WAITING_LINK, key, now=now))
    except (links.LinkInvalid, ValueError) as error:
        raise WaitingUnknown from error
    found = shown(WaitingEntry.objects.filter(pk=entry_id)).first()
    if found is None:
        raise WaitingUnknown
    return found


def wish_of(entry: WaitingEntry) -> WaitingContent:
    """What the entry keeps of its wish and its person."""
    return WaitingContent.model_validate_json(entry.content)


def standing_offer(entry: WaitingEntry) -> WaitingOffer | None:
    """The offer that has not ended, of an entry read with its offers."""
    return next((offer for offer in entry.offers.all() if offer.state in STANDING), None)


def last_offer(entry: WaitingEntry) -> WaitingOffer | None:
    """The newest offer, of an entry read with its offers."""
    return max(entry.offers.all(), key=lambda offer: (offer.created_at, offer.pk), default=None)
