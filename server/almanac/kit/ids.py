"""Identifiers: uuid7 for rows, short random numbers for people to read out."""

from __future__ import annotations

import re
import secrets
from uuid import UUID

import uuid_utils

CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_READ_AS = str.maketrans({"O": "0", "I": "1", "L": "1", "U": "V"})


def new_id() -> UUID:
    """A time-ordered uuid7 (RFC 9562) as the standard library's UUID."""
    return UUID(int=uuid_utils.uuid7().int)


def order_number(prefix: str) -> str:
    """`prefix-XXXXX-XXXXX`: 50 random bits in Crockford's base 32, so numbers tell nobody how many orders there are."""
    digits = "".join(secrets.choice(CROCKFORD) for _ in range(10))
    return f"{prefix}-{digits[:5]}-{digits[5:]}"


def read_order_number(typed: str) -> str:
    """The number as stored, from what a person typed: any case, spaces for hyphens, O for 0, I and L for 1."""
    flat = re.sub(r"[^0-9A-Za-z]", "", typed).upper()
    prefix, digits = flat[:-10], flat[-10:].translate(_READ_AS)
    return f"{prefix}-{digits[:5]}-{digits[5:]}"


def secret_token() -> str:
    """256 random bits for cookies and links; only its hash is stored."""
    return secrets.token_urlsafe(32)
