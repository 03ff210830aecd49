"""Reads of invitations, and the link that opens one."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from uuid import UUID

from django.db.models import Q, QuerySet

from almanac.kit import links
from almanac.kit.actor import Actor
from almanac.kit.errors import NotAllowed
from almanac.kit.sorting import Sorting
from almanac.people.errors import InvitationOver
from almanac.people.models import Invitation, UserRole
from almanac.people.permissions import can_invite

LINK = "invitation"
LONG_AGO = datetime(2000, 1, 1, tzinfo=UTC)  # the row says whether it is over, and the page whether it was used
INVITATIONS = Sorting({"name": "name", "sent": "created_at", "expires": "expires_at"}, standard="-sent")


def invitations(
    actor: Actor, *, states: Sequence[str] = (), role: str = "", business: str = "", now: datetime
) -> QuerySet[Invitation]:
    """Everybody who was asked to join: one SQL query. Raises NotAllowed.

    Narrowed to states (open, expired, accepted, withdrawn), a role and a business (its slug) where given; INVITATIONS says
    by what they may be sorted.
    """
    if not can_invite(actor):
        raise NotAllowed
    rows = Invitation.objects.select_related("business", "invited_by", "staff_member", "template")
    if states:
        rows = rows.filter(_in_states(states, now))
    if role:
        rows = rows.filter(role=role)
    return rows.filter(business__slug=business) if business else rows


def state_of(row: Invitation, now: datetime) -> str:
    """What became of it. One that was accepted is so whatever else happened to it."""
    if row.accepted_at:
        return "accepted"
    if row.withdrawn_at:
        return "withdrawn"
    return "open" if now < row.expires_at else "expired"


def _in_states(states: Sequence[str], now: datetime) -> Q:
    """As `state_of` says of one row."""
    waiting = Q(accepted_at=None, withdrawn_at=None)
    known = {
        "open": waiting & Q(expires_at__gt=now),
        "expired": waiting & Q(expires_at__lte=now),
        "accepted": Q(accepted_at__isnull=False),
        "withdrawn": Q(accepted_at=None, withdrawn_at__isnull=False),
    }
    found = Q(pk__in=())
    for state in states:
        found |= known[state]
    return found


def invitation_key(invitation: Invitation) -> str:
    """The token of the letter's link: for this sending alone, until it expires."""
    return links.sign(LINK, f"{invitation.pk}:{invitation.sendings}", expires_at=invitation.expires_at)


def invitation_of(key: str, *, now: datetime) -> Invitation:
    """The open invitation that a link opens. Raises InvitationOver with the reason."""
    found = _named(key)
    if found is None or found.withdrawn_at or not found.invited_by.is_active or found.invited_by.role != UserRole.ADMIN:
        raise InvitationOver(reason="void")
    if found.accepted_at:
        raise InvitationOver(reason="used")
    if found.expires_at <= now:
        raise InvitationOver(reason="expired")
    return found


def _named(key: str) -> Invitation | None:
    """The row a link was made for, however old the link is; None when it is none of ours or another was sent since."""
    try:
        subject = links.read(LINK, key, now=LONG_AGO)
        invitation_id, _, sendings = subject.partition(":")
        rows = Invitation.objects.select_related("business", "invited_by", "staff_member", "template")
        return rows.filter(pk=UUID(invitation_id), sendings=int(sendings)).first()
    except (links.LinkInvalid, ValueError):
        return None
