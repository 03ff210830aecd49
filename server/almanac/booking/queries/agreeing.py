"""What somebody agrees to who says yes to calling a visit off: how much goes back (docs/algorithms/cancellation.md)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from almanac.booking.models import ChangeRequest
from almanac.booking.queries.change_requests import request_to_answer
from almanac.booking.queries.changes import Change, MoneyBack, change_of, fee_of, is_late, money_back, uses_pass
from almanac.engine import cancellation
from almanac.kit.actor import Actor
from almanac.kit.errors import InvalidInput, NotFound
from almanac.payments.shares import money_of_line
from almanac.scheduling.models import Appointment


class BackBy(StrEnum):
    """How it is chosen what goes back: as the policy says, all of it, or an amount between the two."""

    POLICY = "policy"
    ALL = "all"
    AMOUNT = "amount"


@dataclass(frozen=True, slots=True)
class Choice:
    """`amount` in minor units, where that is how it is chosen."""

    by: BackBy = BackBy.POLICY
    amount: int = 0


@dataclass(frozen=True, slots=True)
class Terms:
    """What a choice means, in minor units: what is kept or owed (`fee`), and what of the policy's fee is `waived`. An amount is
    from `least` to `most`."""

    choice: Choice
    fee: int
    late: bool
    waived: int
    least: int
    most: int

    @property
    def is_owed(self) -> bool:
        """Whether what was not paid of the fee is owed: by the policy alone."""
        return self.choice.by is BackBy.POLICY

    @property
    def about(self) -> str:
        """What the token is of."""
        return f"agreed:{self.choice.by}"


def terms_of(change: Change, choice: Choice, now: datetime) -> Terms:
    """As the visit is now. Raises InvalidInput for an amount that is less than the policy gives back or more than was paid."""
    _, left = money_of_line(change.line.pk)
    fee = fee_of(change, Appointment.Party.CUSTOMER, now)
    by_policy = cancellation.settled(paid=left, fee=fee)
    if choice.by is BackBy.POLICY:
        late = is_late(change, Appointment.Party.CUSTOMER, now)
        return Terms(choice, fee, late, 0, by_policy.back, left)
    back = left if choice.by is BackBy.ALL else choice.amount
    if not by_policy.back <= back <= left:
        raise InvalidInput(
            fields={"amount": ["Choose an amount between what the policy gives back and what was paid."]}
        )
    found = cancellation.agreed(paid=left, fee=fee, back=back)
    return Terms(choice, found.kept, False, found.waived, by_policy.back, left)


def terms_money(change: Change, terms: Terms) -> MoneyBack:
    """The same figures for whoever looks and whoever carries out."""
    charged_to = change.charged_to if terms.is_owed and terms.fee else ""
    returns = None if not uses_pass(change.line) else not terms.late
    return money_back(
        change.line, change.appointment, fee=terms.fee, returns=returns, about=terms.about, charged_to=charged_to
    )


def request_terms(actor: Actor, request_id: UUID, choice: Choice, now: datetime) -> tuple[Change, Terms]:
    """What saying yes to a request to call off would mean. Raises NotFound, InvalidInput."""
    row = request_to_answer(actor, request_id)
    change = change_of(actor, row.appointment_id)
    if not change.by_team or row.kind != ChangeRequest.Kind.CANCEL:
        raise NotFound
    return change, terms_of(change, choice, now)
