"""What must hold after every race, asked of the database by SQL."""

from __future__ import annotations

from typing import Any

from django.db import connection

from almanac.scheduling.models import Appointment, BusyBlock, Claim, Hold

OVERLAPS = """
SELECT COUNT(*) FROM scheduling_claim a JOIN scheduling_claim b ON a.staff_id = b.staff_id AND a.id < b.id
WHERE a.blocked_from < b.blocked_until AND b.blocked_from < a.blocked_until
"""


def inspect() -> dict[str, Any]:
    """Overlaps with buffers, seats sold beyond capacity, and appointments that are not where their claim is."""
    with connection.cursor() as cursor:
        cursor.execute(OVERLAPS)
        overlaps = cursor.fetchone()[0]
    return {
        "overlaps": overlaps,
        "oversold": sum(1 for claim in Claim.objects.all() if claim.seats_taken > claim.capacity),
        "astray": _astray(),
        "miscounted": _miscounted(),
        "unclaimed": Appointment.objects.exclude(state="cancelled").filter(claim=None).count(),
        "idle_claims": Claim.objects.filter(appointments=None, held_seats=None).count(),
    }


def _astray() -> int:
    """Live appointments whose time with its buffers is not within their own claim of their own staff member."""
    return sum(
        1
        for item in Appointment.objects.exclude(state="cancelled").select_related("claim")
        if item.claim is None
        or item.claim.staff_id != item.staff_member_id
        or not (item.claim.core_from <= item.starts and item.ends <= item.claim.core_until)
        or (item.starts == item.claim.core_from and item.starts - item.buffer_before_seconds != item.claim.blocked_from)
        or (item.ends == item.claim.core_until and item.ends + item.buffer_after_seconds != item.claim.blocked_until)
    )


def _miscounted() -> int:
    """Sessions whose seats are not the sum of their appointments' and holds' seats."""
    return sum(
        1
        for claim in Claim.objects.filter(capacity__gt=1).prefetch_related("appointments", "held_seats")
        if claim.seats_taken
        != sum(item.seats for item in claim.appointments.all()) + sum(item.seats for item in claim.held_seats.all())
    )


def blocks_and_appointments() -> list[list[str]]:
    """Pairs of a block and a live appointment under it."""
    return [
        [str(block.pk), str(item.pk)]
        for block in BusyBlock.objects.all()
        for item in Appointment.objects.filter(staff_member=block.staff_member_id).select_related("claim")
        if item.claim
        and item.claim.blocked_from < (block.busy_until or 0)
        and (block.busy_from or 0) < item.claim.blocked_until
    ]


def sessions() -> list[list[int]]:
    """Seats taken and capacity of each session."""
    return [list(row) for row in Claim.objects.filter(capacity__gt=1).values_list("seats_taken", "capacity")]


def forget() -> dict[str, Any]:
    """Nothing has been taken any more."""
    Hold.objects.all().delete()
    Appointment.objects.all().delete()
    Claim.objects.all().delete()
    BusyBlock.objects.all().delete()
    return {}


COMMANDS = {
    "inspect": inspect,
    "blocks_and_appointments": blocks_and_appointments,
    "sessions": sessions,
    "forget": forget,
}
