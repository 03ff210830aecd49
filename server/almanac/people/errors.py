"""Refusals about people and their accounts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from almanac.kit.errors import AlmanacError


@dataclass(eq=False)
class WeakPassword(AlmanacError):
    """The password cannot be used; `faults` says why, in Django's codes (password_too_short, password_too_common, ...)."""

    code = "weak_password"
    status = 422
    title = "Please choose another password"
    faults: list[str]


@dataclass(eq=False)
class AccountExists(AlmanacError):
    """Somebody signs in with this e-mail already. Told only to whoever came by a link in that mailbox."""

    code = "account_exists"
    status = 409
    title = "There is an account with this address already"


@dataclass(eq=False)
class InvitationOver(AlmanacError):
    """The link opens nothing (any more). `used`: somebody joined by it; `expired`: its days are over; `void`: withdrawn,
    sent anew since, or never ours."""

    code = "invitation_over"
    status = 410
    title = "This invitation is no longer open"
    reason: Literal["used", "expired", "void"]


@dataclass(eq=False)
class OtherRole(AlmanacError):
    """The account works here already in another way; an administrator must sort that out first."""

    code = "other_role"
    status = 409
    title = "This account has another role here already"
