"""Idempotency keys: a request sent twice is done once and answered alike (`Idempotency-Key`, kept 30 days)."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from almanac.outbox.errors import IdempotencyInProgress, IdempotencyMismatch, OutsideTransaction
from almanac.outbox.models import IdempotencyKey


@dataclass(frozen=True, slots=True)
class Stored:
    """What was answered the first time."""

    status: int
    response: Any


def begin(scope: str, key: str, fingerprint: str, now: datetime) -> Stored | None:
    """None for the first request with this key, which must then `finish` in the same transaction; else its answer.

    `scope` names who and what for (an actor's key may repeat another's); `fingerprint` is a digest of the request,
    at most 64 characters. While the first is still in its transaction the second waits for it, so neither ever runs
    beside the other; had the first been rolled back, the second is the first. Raises OutsideTransaction,
    IdempotencyMismatch, and IdempotencyInProgress when the first was committed without an answer.
    """
    if not transaction.get_connection().in_atomic_block:
        raise OutsideTransaction("an idempotency key belongs in the transaction of what it protects")
    mine = IdempotencyKey(scope=scope, key=key, fingerprint=fingerprint, created_at=now)
    # ON CONFLICT DO NOTHING waits for another's uncommitted row (PostgreSQL); SQLite has one writer at a time.
    IdempotencyKey.objects.bulk_create([mine], ignore_conflicts=True)
    row = IdempotencyKey.objects.get(scope=scope, key=key)
    if row.pk == mine.pk:
        return None
    if row.fingerprint != fingerprint:
        raise IdempotencyMismatch
    if row.status is None:
        raise IdempotencyInProgress
    return Stored(status=row.status, response=row.response)


def finish(scope: str, key: str, *, status: int, response: Any) -> None:
    """Keep the answer (JSON values) to the request that `begin` let through. Raises LookupError without a `begin`."""
    changed = IdempotencyKey.objects.filter(scope=scope, key=key, status=None).update(status=status, response=response)
    if not changed:
        raise LookupError("finish without begin")


@dataclass(frozen=True, slots=True)
class Once:
    """What somebody of the team sends twice with one key is done once. Without a key, which only callers within the server
    leave out, each call is a new one."""

    scope: str
    key: str
    now: datetime

    def before(self, *wish: object) -> list[str]:
        """Ids of what was made of it the first time; none where this is the first time."""
        if not self.key:
            return []
        digest = hashlib.sha256(repr(wish).encode()).hexdigest()
        earlier = begin(self.scope, self.key, digest, self.now)
        return list(earlier.response["ids"]) if earlier else []

    def done(self, ids: Sequence[UUID]) -> None:
        if self.key:
            response = {"ids": [str(each) for each in ids]}
            finish(self.scope, self.key, status=200, response=response)
