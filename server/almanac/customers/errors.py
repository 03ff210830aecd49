"""Refusals about customers' records and about merging them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from almanac.engine.questions import Fault
from almanac.kit.errors import AlmanacError


@dataclass(eq=False)
class PutAway(AlmanacError):
    """The customer is archived, or was merged into another one: nothing of the record is changed any more."""

    code = "customer_archived"
    status = 409
    title = "This customer is archived. Bring them back first"


@dataclass(eq=False)
class BothHaveAccounts(AlmanacError):
    """Two customers who both sign in are not merged: one would see what the other booked."""

    code = "both_have_accounts"
    status = 409
    title = "Both of them have an account to sign in with, so they cannot be merged"


@dataclass(eq=False)
class AccountStays(AlmanacError):
    """The one who signs in is the one to keep."""

    code = "account_stays"
    status = 409
    title = "Keep the customer who has an account, and merge the other one into it"


@dataclass(eq=False)
class AccountWouldSee(AlmanacError):
    """The account would see the other's orders and addresses, whose e-mail it has not proven. An administrator may send it again
    with `account_may_see` when it is the same person for sure."""

    code = "account_would_see"
    status = 409
    title = "The account that is kept would see the other one's orders and addresses"


@dataclass(eq=False)
class CannotUndo(AlmanacError):
    """Something happened since that undoing would tear apart."""

    code = "cannot_undo_merge"
    status = 409
    title = "This merge cannot be undone any more"
    reason: Literal["undone", "moved_on", "booked_since"]


@dataclass(eq=False)
class AnswersRefused(AlmanacError):
    """Some answers cannot be kept, so none were; `faults` says by field what is missing or bad."""

    code = "answers_refused"
    status = 422
    title = "Some of these answers need another look"
    faults: dict[str, Fault]
