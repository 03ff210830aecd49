"""Taking time and giving it back: the only code that writes claims. Every function expects the staff locked."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from uuid import UUID

from django.db.models import Exists, F, OuterRef, Q, Sum
from django.db.models.functions import Coalesce

from almanac.engine.problem import Slot
from almanac.kit import clock
from almanac.scheduling.errors import SlotTaken, VisitTooLong
from almanac.scheduling.models import LONGEST_CLAIM, Appointment, Claim, HeldSeats, Hold
from almanac.scheduling.visits import Run, VisitRequest, runs_of


def take(request: VisitRequest, slot: Slot, *, expires_at: int | None) -> list[tuple[Run, UUID]]:
    """Write the claims of a slot, or join the group session that stands there; a hold has `expires_at`.

    Returns each run with its claim. Raises VisitTooLong, SlotTaken; the database refuses what overlaps.
    """
    return [(run, _take_run(request, run, expires_at)) for run in runs_of(request, slot)]


def _take_run(request: VisitRequest, run: Run, expires_at: int | None) -> UUID:
    if run.capacity > 1:
        joined = _join(request, run, expires_at)
        if joined is not None:
            return joined
    blocked, core = run.blocked, run.core
    if blocked.end - blocked.start > LONGEST_CLAIM:
        raise VisitTooLong(longest_seconds=LONGEST_CLAIM)
    claim = Claim.objects.create(
        staff_id=UUID(run.staff_id),
        blocked_from=blocked.start,
        blocked_until=blocked.end,
        core_from=core.start,
        core_until=core.end,
        expires_at=expires_at,
        kind=_kind(expires_at),
        service_id=UUID(run.pieces[0].segment.service_id),
        capacity=run.capacity,
        seats_taken=request.seats if run.capacity > 1 else 1,
        latitude=request.place.latitude if request.place else None,
        longitude=request.place.longitude if request.place else None,
    )
    return claim.pk


def _join(request: VisitRequest, run: Run, expires_at: int | None) -> UUID | None:
    """Seats in the standing session of the same service at the same time; None where there is none.

    Counted up in the database, which refuses more than there are. A session with an appointment is no hold any more.
    """
    session = Claim.objects.filter(
        staff_id=UUID(run.staff_id),
        service_id=UUID(run.pieces[0].segment.service_id),
        capacity__gt=1,
        core_from=run.core.start,
        core_until=run.core.end,
    ).first()
    if session is None:
        return None
    ends = None if expires_at is None or session.expires_at is None else max(expires_at, session.expires_at)
    joined = Claim.objects.filter(pk=session.pk).update(
        seats_taken=F("seats_taken") + request.seats, expires_at=ends, kind=_kind(ends)
    )
    if not joined:
        raise SlotTaken
    return session.pk


def keep(hold: Hold, claims: Iterable[tuple[Run, UUID]], *, seats: int) -> None:
    """Note which seats a hold keeps."""
    HeldSeats.objects.bulk_create(
        HeldSeats(hold=hold, claim_id=claim_id, seats=seats if run.capacity > 1 else 1) for run, claim_id in claims
    )


def settle_hold(hold: Hold, claim_ids: Iterable[UUID]) -> None:
    """The hold's claims stay and are an appointment's from now on; the hold itself is over."""
    Claim.objects.filter(pk__in=list(claim_ids)).update(expires_at=None, kind=Claim.Kind.APPOINTMENT)
    hold.delete()


def release_hold(hold: Hold) -> None:
    """Give back what a hold keeps."""
    kept = list(HeldSeats.objects.filter(hold=hold).values_list("claim_id", "claim__capacity", "seats"))
    hold.delete()
    _give_back(kept)


Kept = dict[tuple[str, str], list[HeldSeats]]  # by the owner and line of the hold


def purge(staff_ids: Collection[UUID], *, now: int, kept_by: Iterable[tuple[str, str]] = ()) -> Kept:
    """Give back what holds that are over keep of these people's time; a hold is over at its instant.

    Of a hold that keeps several people's time only the part of those locked goes; the hold goes with its last part.
    Returns what the live holds of these (owner, line) keep, with their claims. One SQL query where none is over.
    """
    wanted = Q(hold__expires_at__lte=now, claim__staff_id__in=list(staff_ids))
    for owner, line in kept_by:
        wanted |= Q(hold__owner=owner, hold__line=line)
    kept: Kept = defaultdict(list)
    over: list[HeldSeats] = []
    for seat in HeldSeats.objects.select_related("hold", "claim").filter(wanted):
        if seat.hold.expires_at > now:
            kept[seat.hold.owner, seat.hold.line].append(seat)
        elif seat.claim.staff_id in staff_ids:
            over.append(seat)
    if over:
        _drop(over)
    return kept


def _drop(over: Sequence[HeldSeats]) -> None:
    HeldSeats.objects.filter(pk__in=[seat.pk for seat in over]).delete()
    still_kept = Exists(HeldSeats.objects.filter(hold=OuterRef("pk")))
    Hold.objects.filter(~still_kept, pk__in={seat.hold_id for seat in over}).delete()
    _give_back([(seat.claim_id, seat.claim.capacity, seat.seats) for seat in over])


def _give_back(kept: Sequence[tuple[UUID, int, int]]) -> None:
    """Free seats of claims, given as (claim, capacity, seats); a claim that nobody needs any more goes."""
    Claim.objects.filter(pk__in=[claim_id for claim_id, capacity, _ in kept if capacity == 1]).delete()
    for claim_id, capacity, seats in kept:
        if capacity > 1:
            leave_session(claim_id, seats)


def leave_session(claim_id: UUID, seats: int) -> None:
    """Free seats of a group session. The last to leave takes it down; with holds alone left it lasts as long as they."""
    Claim.objects.filter(pk=claim_id).update(seats_taken=F("seats_taken") - seats)
    if Claim.objects.filter(pk=claim_id, seats_taken=0).delete()[0]:
        return
    if Appointment.objects.filter(claim_id=claim_id).exists():
        return
    deadlines = HeldSeats.objects.filter(claim_id=claim_id).values_list("hold__expires_at", flat=True)
    Claim.objects.filter(pk=claim_id).update(expires_at=max(deadlines, default=0), kind=Claim.Kind.HOLD)


def withdraw(appointment: Appointment, claim: Claim) -> None:
    """Give back the time of one appointment that no longer names its claim."""
    if claim.capacity > 1:
        leave_session(claim.pk, appointment.seats)
        return
    left = list(Appointment.objects.filter(claim_id=claim.pk).order_by("starts_at"))
    if left:
        _shrink(claim, left)
    else:
        Claim.objects.filter(pk=claim.pk).delete()


def _shrink(claim: Claim, left: list[Appointment]) -> None:
    """Cut a claim of services in a row to those that are left, with their buffers, never beyond what was taken."""
    first, last = left[0], left[-1]
    core_from, core_until = clock.epoch(first.starts_at), clock.epoch(last.ends_at)
    Claim.objects.filter(pk=claim.pk).update(
        core_from=core_from,
        core_until=core_until,
        service_id=first.service_id,
        blocked_from=max(claim.blocked_from, core_from - first.buffer_before_seconds),
        blocked_until=min(claim.blocked_until, core_until + last.buffer_after_seconds),
    )


def drop_visit(appointments: Sequence[Appointment]) -> None:
    """Give back all time of a visit whose appointments get other claims in the same transaction.

    The appointments still name the old claims; their keys are checked at commit, when they name the new ones.
    """
    mine = {appointment.pk for appointment in appointments}
    for claim_id in {appointment.claim_id for appointment in appointments if appointment.claim_id}:
        claim = Claim.objects.get(pk=claim_id)
        if claim.capacity == 1:
            Claim.objects.filter(pk=claim_id).delete()
            continue
        seats = sum(appointment.seats for appointment in appointments if appointment.claim_id == claim_id)
        others = Appointment.objects.filter(claim_id=claim_id).exclude(pk__in=mine)
        held = HeldSeats.objects.filter(claim_id=claim_id)
        left = seats_of(others) + seats_of(held)
        if left == 0:
            Claim.objects.filter(pk=claim_id).delete()
            continue
        ends = None if others.exists() else max(held.values_list("hold__expires_at", flat=True))
        Claim.objects.filter(pk=claim_id).update(
            seats_taken=F("seats_taken") - seats, expires_at=ends, kind=_kind(ends)
        )


def seats_of(rows: object) -> int:
    """The sum of `seats` of appointments or held seats."""
    total: int = rows.aggregate(total=Coalesce(Sum("seats"), 0))["total"]  # type: ignore[attr-defined]
    return total


def _kind(expires_at: int | None) -> str:
    return Claim.Kind.APPOINTMENT if expires_at is None else Claim.Kind.HOLD
