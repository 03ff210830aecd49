"""Where a transfer is to be sent, and whom a tip can be given to."""

from __future__ import annotations

from datetime import datetime

from almanac.business import queries as business
from almanac.business.policies import TipPolicy, Tips, TransferPolicy
from almanac.payments.actions.tips import BY
from almanac.payments.actions.transfers import is_transfer
from almanac.payments.models import PaymentState
from almanac.payments.queries import online_methods, tippable
from almanac.sales.models import Order
from almanac.sales.money_told import TipOfferOut, TippedOut, TransferOut


def transfer_out(order: Order) -> TransferOut | None:
    """The transfer that an order waits for, from its payments as they were fetched. One SQL query where there is one."""
    waits = next((row for row in order.payments.all() if row.state == PaymentState.OPEN and is_transfer(row)), None)
    if waits is None:
        return None
    policy = business.policy(order.business_id, TransferPolicy)
    return TransferOut(
        account_name=policy.account_name,
        sort_code=policy.sort_code,
        account_number=policy.account_number,
        iban=policy.iban,
        bic=policy.bic,
        reference=order.number,
        amount=waits.amount,
        pay_by=waits.pay_by,
    )


def tip_out(order: Order, now: datetime) -> TipOfferOut | None:
    """Whom of an order a tip can be given to now: a constant number of SQL queries."""
    policy = business.policy(order.business_id, TipPolicy)
    people = tippable(order, now) if policy.tips is not Tips.OFF else []
    methods = [method for method in online_methods([order.currency]) if method in BY] if people else []
    if not methods:
        return None
    return TipOfferOut(
        staff=[TippedOut(id=person.pk, name=person.name) for person in people],
        amounts=[amount * 100 for amount in policy.tip_amounts if amount <= policy.tip_most],
        most_amount=policy.tip_most * 100,
        methods=methods,
    )
