"""What somebody of the team sends twice about money is done once."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from almanac.outbox import idempotency


@dataclass(frozen=True, slots=True)
class Once:
    """What is sent twice with one key is done once. Without a key, which only callers within the server leave out, each call is
    a new one."""

    scope: str
    key: str
    now: datetime

    def before(self, *wish: object) -> list[str]:
        """Ids of what was made of it the first time; none where this is the first time."""
        if not self.key:
            return []
        digest = hashlib.sha256(repr(wish).encode()).hexdigest()
        earlier = idempotency.begin(self.scope, self.key, digest, self.now)
        return list(earlier.response["ids"]) if earlier else []

    def done(self, ids: Sequence[UUID]) -> None:
        if self.key:
            response = {"ids": [str(each) for each in ids]}
            idempotency.finish(self.scope, self.key, status=200, response=response)
