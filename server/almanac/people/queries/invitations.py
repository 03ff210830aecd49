"""Reads of invitations, and the link that opens one."""

from __future__ import annotations

from datetime import UTC, datetime
from uuid import UUID

from django.db.models import QuerySet

from almanac.kit import links
from almanac.kit.actor import Actor
from almanac.kit.errors import NotAllowed
from almanac.people.errors import InvitationOver
from almanac.people.models import Invitation, UserRole
from almanac.people.permissions import can_invite

LINK = "invitation"
LONG_AGO = datetime(2000, 1, 1, tzinfo=UTC)  # the row says whether it is over, and the page whether it was used


def invitations(actor: Actor, *, only_open: bool = False) -> QuerySet[Invitation]:
    """Everybody who was asked to join: one SQL query. An expired one is open: it can be sent anew. Raises NotAllowed."""
    if not can_invite(actor):
        raise NotAllowed
    rows = Invitation.objects.select_related("business", "invited_by", "staff_member", "template")
    return rows.filter(accepted_at=None, withdrawn_at=None) if only_open else rows


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
