"""The people who have an account with a stand-in, and what may go wrong with one of their sign-ins."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from enum import StrEnum


class Trouble(StrEnum):
    """What goes wrong once somebody has agreed."""

    NONE = ""
    USED_CODE = "used_code"  # the code is worth nothing any more
    DOWN = "down"  # the company answers 503
    WRONG_NONCE = "wrong_nonce"  # the token of another attempt
    NO_NONCE = "no_nonce"
    WRONG_AUDIENCE = "wrong_audience"  # the token of another site
    WRONG_ISSUER = "wrong_issuer"
    FORGED = "forged"  # signed with a key that the company never had
    UNSIGNED = "unsigned"  # alg "none"
    TOO_OLD = "too_old"
    NO_EMAIL = "no_email"


@dataclass(frozen=True, slots=True)
class Account:
    """Somebody's account with a company. `is_verified`: the company says that it has seen to the address."""

    email: str
    name: str
    is_verified: bool = True
    trouble: Trouble = Trouble.NONE

    @property
    def subject(self) -> str:
        """By which the company knows the person for good; of 21 digits, as Google's."""
        return str(int(hashlib.sha256(self.email.lower().encode()).hexdigest(), 16))[:21]

    @property
    def domain(self) -> str:
        return self.email.lower().rpartition("@")[2]


PEOPLE = {
    "google": [
        Account("nina.gardner@gmail.com", "Nina Gardner"),
        Account("walter@workplace.example", "Walter Works"),
        Account("yara@elsewhere.example", "Yara Elsewhere", is_verified=False),
    ],
    "microsoft": [
        Account("olga.outlook@outlook.com", "Olga Petrenko"),
        Account("tim@tenant.example", "Tim Tenant", is_verified=False),
    ],
    "apple": [
        Account("ada.apple@icloud.com", "Ada Apple"),
        Account("xq7rk2@privaterelay.appleid.com", "Hidden Person"),
    ],
}
WORKSPACE = "workplace.example"  # a company whose mailboxes Google runs
