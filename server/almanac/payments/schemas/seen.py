"""What the API is asked for in the team's list of payments, and says about one with all that happened to it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Annotated, Self
from uuid import UUID
from zoneinfo import ZoneInfo

from ninja import Schema
from pydantic import AfterValidator, Field

from almanac.kit.moments import Day
from almanac.kit.zones import known_zone
from almanac.payments.models import PaymentState
from almanac.payments.schemas.ledger import LedgerEntryOut
from almanac.payments.schemas.payments import Method, NoticeOut, TeamPaymentOut
from almanac.payments.seen import Seen, Wanted
from almanac.payments.step_tables import PaymentStep, StepKind


class PaymentsWanted(Schema):
    """Which payments; what is left out narrows nothing. `number` is the beginning of an order's; `to_give`: something
    of it is to be given back by somebody's hand; days are those on which payments
    were begun on the clock of `zone`, the last one included."""

    state: list[PaymentState] = []
    method: Method = ""
    business: Annotated[str, Field(max_length=50)] = ""
    number: Annotated[str, Field(max_length=40)] = ""
    to_give: bool = False
    first_on: Day | None = None
    last_on: Day | None = None
    zone: Annotated[str, AfterValidator(known_zone)] = "UTC"

    def wanted(self) -> Wanted:
        """As the reads take it."""
        return Wanted(
            states=self.state,
            method=self.method,
            business=self.business,
            number=self.number,
            to_give=self.to_give,
            first_on=self.first_on,
            last_on=self.last_on,
            zone=ZoneInfo(self.zone),
        )


class CountOut(Schema):
    """How many there are."""

    count: int


class PaymentStepOut(Schema):
    """Something that happened to the payment. `amount` is minor units of its currency, `reference` the company's name of what it
    is about, `reason` a word of the company's or of ours, `note` why somebody of the team
    gave money back in their words, `by` who of the team did it; `about` is the id of the refund, dispute, review, charge or
    bank line it is a step of."""

    kind: StepKind
    happened_at: datetime
    amount: int | None
    reference: str
    reason: str
    note: str
    by: str
    about: UUID | None

    @classmethod
    def of(cls, row: PaymentStep, notes: Mapping[UUID, str]) -> Self:
        return cls(
            kind=StepKind(row.kind),
            happened_at=row.happened_at,
            amount=row.amount,
            reference=row.reference,
            reason=row.reason,
            note=notes.get(row.about, "") if row.about and row.kind == StepKind.REFUND_ASKED else "",
            by=row.actor.get_full_name() if row.actor else "",
            about=row.about,
        )


class PaymentSeenOut(Schema):
    """A payment with all that happened to it, the oldest first. `pay_by`: its page closes, or a transfer is waited for no longer.
    What its company told and how it stands in the books is null for whoever may not see accounts."""

    payment: TeamPaymentOut
    reference: str
    pay_by: datetime | None
    steps: list[PaymentStepOut]
    was_held: bool
    notices: list[NoticeOut] | None
    entries: list[LedgerEntryOut] | None

    @classmethod
    def of(cls, seen: Seen) -> Self:
        row = seen.payment
        notes = {refund.pk: refund.note for refund in row.refunds.all()}
        return cls(
            payment=TeamPaymentOut.seen(row, to_team=True),
            reference=row.reference,
            pay_by=row.pay_by if row.state == PaymentState.OPEN else None,
            steps=[PaymentStepOut.of(step, notes) for step in seen.steps],
            was_held=seen.was_held,
            notices=None if seen.notices is None else [NoticeOut.of(each) for each in seen.notices],
            entries=None if seen.entries is None else [LedgerEntryOut.of(each) for each in seen.entries],
        )
