"""Who may use a door of the API: the words in which each module declares it (its `doors.py`)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Who(StrEnum):
    """Somebody at a door, seen from what the door is about: Cleo's order with Sam, say, or Sam's calendar."""

    STRANGER = "stranger"
    BASKET = "holder of the basket's cookie"
    LINK = "guest with the order's link"
    OTHER_LINK = "guest with another order's link"
    CUSTOMER = "its customer"
    OTHER_CUSTOMER = "another customer"
    STAFF = "its staff member"
    OTHER_STAFF = "another staff member"
    MANAGER = "manager with it in scope"
    OTHER_MANAGER = "manager without it in scope"
    ADMIN = "administrator"


EVERYBODY = frozenset(Who)
NOBODY_SIGNED_IN = frozenset({Who.STRANGER, Who.BASKET, Who.LINK, Who.OTHER_LINK})
SIGNED_IN = EVERYBODY - NOBODY_SIGNED_IN
ADMINS = frozenset({Who.ADMIN})
TEAM = frozenset({Who.STAFF, Who.MANAGER, Who.ADMIN})  # those who look after it
CUSTOMER_AND_TEAM = TEAM | {Who.CUSTOMER}
PARTIES = CUSTOMER_AND_TEAM | {Who.LINK}
BASKET = frozenset({Who.BASKET})
LINKS = frozenset({Who.LINK, Who.OTHER_LINK})


@dataclass(frozen=True, slots=True)
class Door:
    """Who may go through, and what they see or change there. Everybody else is refused with 401, 403 or 404; at a door
    with `lists` they may ask, and find nothing of it in the list. At a door that `asks_again`, whoever may go through
    says first once more that it is them."""

    may: frozenset[Who]
    about: str
    lists: bool = False
    asks_again: bool = False


Doors = Mapping[str, Door]  # by operation_id; `slots?appointment` is the operation `slots` asked in that way
