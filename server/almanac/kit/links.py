"""Signed links: a token that names its purpose and its expiry, so that a link for one thing opens nothing else."""

from __future__ import annotations

from datetime import datetime

from django.core import signing

from almanac.kit.clock import epoch


class LinkInvalid(Exception):
    """The token was made for something else, was changed, or is over."""


def sign(purpose: str, subject: str, *, expires_at: datetime) -> str:
    """A URL-safe token for `subject`, good for `purpose` alone until `expires_at`."""
    return signing.dumps([subject, epoch(expires_at)], salt=f"almanac.link.{purpose}", compress=False)


def read(purpose: str, token: str, *, now: datetime) -> str:
    """The subject of a token for `purpose`. Raises LinkInvalid when it is not ours, not for this, or expired."""
    try:
        subject, expires = signing.loads(token, salt=f"almanac.link.{purpose}")
    except (signing.BadSignature, ValueError, TypeError) as error:
        raise LinkInvalid from error
    if epoch(now) >= expires:
        raise LinkInvalid
    return str(subject)
