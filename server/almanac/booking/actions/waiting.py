"""The waiting list: joining it, leaving it, and how an entry ends (docs/algorithms/waiting-list.md).

The order of locks: the entry, then a basket, then staff members by key.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import IntegrityError, transaction
from django.utils.crypto import salted_hmac

from almanac.booking.actions.baskets import line_in
from almanac.booking.content import LineContent, WaitingContent
from almanac.booking.errors import NoBasket, WaitingOff, WaitingOver
from almanac.booking.events import WaitingEnded, WaitingJoined
from almanac.booking.models import Basket, WaitingEntry, WaitingOffer
from almanac.booking.queries.addressees import mailbox_of
from almanac.booking.queries.baskets import basket_behind, content_of
from almanac.booking.queries.slots import MOST_DAYS, Search, visit_search
from almanac.booking.queries.visit_requests import Wish, check_lengths, wishes_of
from almanac.booking.queries.waiting import KEPT_FOR, LIVE, STANDING, Offer, State, entry_to_manage
from almanac.catalog.queries.lengths import length_answers
from almanac.engine.waiting import PartOfDay
from almanac.kit.actor import SYSTEM, Actor
from almanac.kit.errors import InvalidInput, NotFound
from almanac.kit.text import one_line
from almanac.outbox.actions import emit
from almanac.people.models import Customer, StaffMember
from almanac.scheduling.actions import holds

AT_ONCE = 200  # entries that one turn of the clock ends
PURGE_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Wanted:
    """When and with whom: dates on the clock that the search shows, weekdays (Monday is 0) and parts where any are named."""

    first_on: date
    last_on: date
    weekdays: tuple[int, ...] = ()
    parts: tuple[PartOfDay, ...] = ()
    staff_ids: tuple[UUID, ...] = ()
    zone: str = ""


@dataclass(frozen=True, slots=True)
class Whoever:
    """Who is told: an account's customer, or whom the e-mail reaches."""

    name: str
    email: str
    customer_id: UUID | None = None


def join(
    *, actor: Actor, token: str, line_id: UUID, wanted: Wanted, name: str, email: str, language: str, now: datetime
) -> None:
    """Put what a line of the basket wishes on the waiting list. The same wish by the same mailbox stays one entry.

    What is left out of `name` and `email` is the account's, or the caller's on the phone. Nothing is answered, so nobody
    learns who is on the list. Raises NoBasket, LineUnknown, NotOnOffer, PlaceNeeded, WaitingOff, Incomplete, InvalidInput.
    """
    basket = basket_behind(token, now=now)
    if basket is None or basket.order_id is not None:
        raise NoBasket
    content = content_of(basket)
    visit = content.visit_of(line_in(content, line_id))
    wishes = wishes_of(visit)
    search = visit_search(wishes, content.place, staff_ids=list(wanted.staff_ids), viewer_zone=wanted.zone)
    if not search.wish.offer.policies.waiting.is_on:
        raise WaitingOff
    check_lengths(search.wishes)
    _check_window(search, wanted, now=now)
    who = _whoever(actor, basket, name=name, email=email)
    wish = WaitingContent(
        lines=[_wish_alone(wish) for wish in search.wishes],
        place=content.place,
        staff_ids=list(wanted.staff_ids),
        name=who.name,
        email=who.email,
    )
    digest = _digest(wish, wanted, search)
    if WaitingEntry.objects.filter(wish_digest=digest, state__in=LIVE).exists():
        return
    service = search.wish.offer.service
    try:
        with transaction.atomic():
            entry = WaitingEntry.objects.create(
                business_id=service.business_id,
                service_id=service.pk,
                customer_id=who.customer_id,
                content=wish.model_dump_json(),
                language=language,
                zone=search.zone,
                first_on=wanted.first_on,
                last_on=wanted.last_on,
                weekdays=sorted(set(wanted.weekdays)),
                parts=sorted(set(wanted.parts)),
                wish_digest=digest,
                created_at=now,
            )
            named = {*wanted.staff_ids} or {one for line in visit for one in line.preferred_staff}
            entry.staff.set(StaffMember.objects.filter(pk__in=named))
            emit(WaitingJoined(entry_id=entry.pk, business_id=entry.business_id), actor=actor, at=now)
    except IntegrityError as error:  # pressed twice: the other request was first
        if "wish" not in str(error):
            raise


def leave(*, actor: Actor, entry_id: UUID, now: datetime) -> None:
    """Whoever waits does not want to any more. What they have in a basket stays there. Raises NotFound, WaitingOver."""
    with transaction.atomic():
        end_entry(living(entry_id), State.LEFT, actor=actor, now=now)


def remove(*, actor: Actor, entry_id: UUID, now: datetime) -> None:
    """The team takes an entry off the list; its person is told. Raises NotFound, WaitingOver."""
    entry_to_manage(actor, entry_id)
    with transaction.atomic():
        end_entry(living(entry_id), State.REMOVED, actor=actor, now=now)


def end_past(*, now: datetime) -> int:
    """End the entries whose last date is past on their own clock; tells how many."""
    rows = WaitingEntry.objects.filter(state__in=LIVE, last_on__lte=(now + timedelta(days=1)).date())
    due = [
        entry_id
        for entry_id, last_on, zone in rows.order_by("last_on", "pk").values_list("pk", "last_on", "zone")
        if now.astimezone(ZoneInfo(zone)).date() > last_on
    ][:AT_ONCE]
    for entry_id in due:
        with transaction.atomic():
            entry = locked(entry_id)
            if entry is not None and entry.state in LIVE and not _is_in_basket(entry):
                end_entry(entry, State.EXPIRED, actor=SYSTEM, now=now)
    return len(due)


def purge(*, now: datetime) -> int:
    """Forget entries that have been over for a while, with the names and addresses in them; tells how many."""
    over = WaitingEntry.objects.filter(over_at__lte=now - KEPT_FOR)
    total = 0
    while ids := list(over.values_list("pk", flat=True)[:PURGE_AT_ONCE]):
        WaitingEntry.objects.filter(pk__in=ids).delete()
        total += len(ids)
    return total


def locked(entry_id: UUID) -> WaitingEntry | None:
    """An entry under its lock, until the caller's transaction ends."""
    return WaitingEntry.objects.select_for_update().filter(pk=entry_id).first()


def living(entry_id: UUID) -> WaitingEntry:
    """An entry that is not over, under its lock. Raises NotFound, WaitingOver."""
    entry = locked(entry_id)
    if entry is None:
        raise NotFound
    if entry.state not in LIVE:
        raise WaitingOver(state=entry.state)
    return entry


def end_entry(entry: WaitingEntry, how: WaitingEntry.State, *, actor: Actor, now: datetime) -> None:
    """A locked entry is over, and with it its offer: a time that was kept is free, one in a basket is the basket's."""
    offer = standing(entry)
    if offer is not None:
        if offer.state == Offer.OPEN:
            holds.release(actor=SYSTEM, owner=offer.hold_owner, now=now)
        close_offer(offer, Offer.WITHDRAWN, now=now)
    entry.state, entry.over_at = how, now
    entry.revision += 1
    entry.save()
    emit(WaitingEnded(entry_id=entry.pk, business_id=entry.business_id, how=how.value), actor=actor, at=now)


def standing(entry: WaitingEntry) -> WaitingOffer | None:
    """The offer of a locked entry that has not ended. One SQL query."""
    return entry.offers.filter(state__in=STANDING).first()


def close_offer(offer: WaitingOffer, how: WaitingOffer.State, *, now: datetime) -> None:
    """An offer of a locked entry has ended."""
    offer.state, offer.answered_at = how, now
    offer.revision += 1
    offer.save()


def _is_in_basket(entry: WaitingEntry) -> bool:
    offer = standing(entry)
    return offer is not None and offer.state == Offer.TAKEN


def _check_window(search: Search, wanted: Wanted, *, now: datetime) -> None:
    """Whether a time could ever be found. Raises InvalidInput."""
    today = now.astimezone(ZoneInfo(search.zone)).date()
    days = (wanted.last_on - wanted.first_on).days
    fields: dict[str, list[str]] = {}
    if days < 0:
        fields["last_on"] = ["The last day must not be before the first."]
    elif days >= MOST_DAYS:
        fields["last_on"] = [f"Choose at most {MOST_DAYS} days."]
    elif wanted.last_on < today:
        fields["last_on"] = ["Choose a day to come."]
    elif wanted.first_on > today + timedelta(days=search.request.rules.horizon_days):
        fields["first_on"] = ["Nothing can be booked that far ahead yet."]
    elif wanted.weekdays and not _falls_on(wanted):
        fields["weekdays"] = ["None of these days is between the first and the last one."]
    if fields:
        raise InvalidInput(fields=fields)


def _falls_on(wanted: Wanted) -> bool:
    days = range(min((wanted.last_on - wanted.first_on).days, 6) + 1)
    return any((wanted.first_on + timedelta(days=number)).weekday() in wanted.weekdays for number in days)


def _whoever(actor: Actor, basket: Basket, *, name: str, email: str) -> Whoever:
    """Who is to be told. Raises InvalidInput with every field that is missing or cannot be used."""
    known = basket.customer
    if known is None and actor.customer_id is not None and not basket.is_by_phone:
        known = Customer.objects.filter(pk=actor.customer_id, archived_at=None).first()
    name, email = one_line(name or (known.name if known else "")), (email or (known.email if known else "")).strip()
    fields: dict[str, list[str]] = {}
    if not name:
        fields["name"] = ["Please tell us your name."]
    try:
        validate_email(email)
    except ValidationError:
        fields["email"] = ["Please check this e-mail address. It should look like name@example.com."]
    if fields:
        raise InvalidInput(fields=fields)
    return Whoever(name, email, known.pk if known else None)


def _wish_alone(wish: Wish) -> LineContent:
    """What is wished for without a time, and of what was answered that alone which its length goes by: the rest is asked on the
    way to booking."""
    line = wish.line
    return LineContent(
        service_id=line.service_id,
        extras=line.extras,
        seats=line.seats,
        preferred_staff=line.preferred_staff,
        answers=length_answers(wish.offer.service, line.answers),
    )


def _told(line: LineContent) -> str:
    return f" {sorted((str(key), str(answer)) for key, answer in line.answers.items())}" if line.answers else ""


def _digest(wish: WaitingContent, wanted: Wanted, search: Search) -> str:
    """Tells the same wish by the same mailbox, to whoever has the key alone."""
    lines: Sequence[str] = [
        f"{line.service_id} {sorted((str(item.extra_id), item.quantity) for item in line.extras)} {line.seats} "
        f"{sorted(map(str, line.preferred_staff))}{_told(line)}"
        for line in wish.lines
    ]
    parts = (
        mailbox_of(wish.email),
        *lines,
        wish.place.postcode if wish.place else "",
        str(sorted(map(str, wish.staff_ids))),
        search.zone,
        f"{wanted.first_on} {wanted.last_on} {sorted(set(wanted.weekdays))} {sorted(set(wanted.parts))}",
    )
    return salted_hmac("almanac.waiting", "\n".join(parts), algorithm="sha256").hexdigest()
