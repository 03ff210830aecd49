"""Whose word counts for a mailbox: a company's, where it runs the mailbox itself. See docs/adr/0018-companies.md."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

# By which claim a company says that it has seen to the address. Microsoft's has to be asked for in the registration of the
# app; without it nothing of Microsoft's is believed: there, whoever runs a tenant may write any address into an account.
CLAIM = {"google": "email_verified", "microsoft": "xms_edov", "apple": "email_verified"}
# Mailboxes that the company itself runs, so that nobody else can have had one before or have it after.
MAILBOXES = {
    "google": {"gmail.com", "googlemail.com"},
    "microsoft": {"outlook.com", "hotmail.com", "live.com", "msn.com"},
    "apple": {"icloud.com", "me.com", "mac.com", "privaterelay.appleid.com"},
}


def vouches(company: str, claims: Mapping[str, Any]) -> bool:
    """Whether the company, whose claims these are, says that the address is this person's, and is the one to know.

    Google also runs the mailboxes of its Workspace customers, which it marks by `hd`. Any other address was proven to the
    company at some time, perhaps by somebody who has lost it since.
    """
    if not _is_true(claims.get(CLAIM[company])):
        return False
    domain = str(claims.get("email", "")).lower().rpartition("@")[2]
    return domain in MAILBOXES[company] or (company == "google" and bool(claims.get("hd")))


def _is_true(claim: object) -> bool:
    """Apple writes a boolean as text at times, Microsoft as a number."""
    return claim is True or str(claim).lower() in {"true", "1"}
