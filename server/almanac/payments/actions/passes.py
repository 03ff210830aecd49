"""What passes do to the books: visits earned, lapsed, given by hand and ended by hand (docs/algorithms/packages.md, money)."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from datetime import datetime
from itertools import count as from_zero
from itertools import groupby
from uuid import UUID

from django.db import transaction

from almanac.catalog.queries.packages import some_packages
from almanac.engine.price_tax import tax_inside
from almanac.kit import ids
from almanac.kit.actor import SYSTEM, Actor
from almanac.kit.errors import InvalidInput, NotAllowed, NotFound
from almanac.kit.localized import text_in
from almanac.kit.money import round_half_even
from almanac.kit.text import one_line
from almanac.ledger import actions as ledger
from almanac.ledger import queries as books
from almanac.ledger.actions import Leg, credit, debit
from almanac.ledger.locks import lock_available
from almanac.ledger.models import Role
from almanac.outbox.idempotency import Once
from almanac.payments.actions import refunds
from almanac.payments.books import business_holder, parts_of, staff_holder
from almanac.payments.models import Refund
from almanac.payments.permissions import can_refund
from almanac.people.models import Customer
from almanac.sales import pass_steps as steps
from almanac.sales.actions import lock_order
from almanac.sales.errors import PassChanged, PassOver
from almanac.sales.events import PassLapsed, PassVoided
from almanac.sales.models import OrderLine, PassUse, VisitPass
from almanac.sales.passes import net_of
from almanac.sales.permissions import can_see_passes

TEXT_LENGTH = 500


def earn(*, line_id: UUID, now: datetime) -> int:
    """The visit of this line was made, missed or called off too late: what it is worth of its pass is earned; minor units,
    nothing where it uses no pass or is earned already. In a transaction of its own, or the caller's."""
    with transaction.atomic():
        used = steps.live_use(line_id)
        if used is None:
            return 0
        held, line = used.visit_pass, used.line
        amount = _worth(held, 1)
        if amount:
            ledger.post(
                key=_earn_key(used),
                kind="earn",
                currency=held.currency,
                legs=[debit(Role.PREPAID, amount, held.holder), *_earned(line, amount)],
                happened_at=now,
                now=now,
                subject=f"order:{line.order_id}",
            )
        steps.mark_earned(used, amount, now=now)
    return amount


def unearn(*, line_id: UUID, now: datetime) -> None:
    """The visit of this line was not made after all: what it earned of its pass is taken out of the books, and it can be called
    off. In the caller's transaction; doing it twice changes nothing."""
    used = steps.earned_use(line_id)
    if used is None:
        return
    key = _earn_key(used)
    entry = books.entry(key)
    if entry is not None:
        ledger.reverse(entry=entry, key=f"{key}:undone", happened_at=now, now=now)
    steps.mark_unearned(used)
    _even_out(used, key=f"{key}:evened", now=now)


def _even_out(used: PassUse, *, key: str, now: datetime) -> None:
    """What is left on the pass is to the penny what its visits that are left are worth, whichever of them was taken back: the
    penny that does not divide comes from the business's revenue, or goes there. Else more could go back of it than is there."""
    held = VisitPass.objects.select_related("line").get(pk=used.visit_pass_id)
    paid = held.line.paid_amount if held.line else held.amount
    net = paid - (round_half_even(held.tax_amount * paid, held.amount) if held.amount else 0)
    worth = max(0, net - net_of(held, steps.settled_before(held)))
    missing = worth - lock_available(Role.PREPAID, held.holder, held.currency)
    if not missing:
        return
    revenue, prepaid = (Role.REVENUE, business_holder(held.business_id)), (Role.PREPAID, held.holder)
    (out, into) = (revenue, prepaid) if missing > 0 else (prepaid, revenue)
    legs = [debit(out[0], abs(missing), out[1]), credit(into[0], abs(missing), into[1])]
    ledger.post(key=key, kind="earn", currency=held.currency, legs=legs, happened_at=now, now=now, subject=held.holder)


def call_off(*, line_id: UUID, is_late: bool, actor: Actor, now: datetime) -> bool:
    """The visit of this line is called off: the visit of a pass that it used comes back, or where it `is_late` is earned; whether
    it used one. In the caller's transaction; doing it twice changes nothing."""
    used = steps.live_use(line_id)
    if used is None:
        return False
    if is_late:
        earn(line_id=line_id, now=now)
    else:
        steps.give_back(used, actor=actor, now=now)
        if used.visit_pass.voided_at is not None:  # nobody can use it: it ends as what was left then did
            _move(used.visit_pass, 1, key=f"pass_use:{used.pk}:void", kind="void", now=now)
            used.visit_pass.lapsed += 1
            steps.save(used.visit_pass)
    return True


def call_off_many(lines: Mapping[UUID, bool], *, actor: Actor, now: datetime) -> None:
    """The same for each line by whether it is late. Passes are locked by their keys, after the orders of all lines."""
    live = PassUse.objects.filter(line__in=list(lines), given_back_at=None, earned_at=None)
    for line_id in live.order_by("visit_pass", "line").values_list("line", flat=True):
        call_off(line_id=line_id, is_late=lines[line_id], actor=actor, now=now)


def stand_again(line_ids: Collection[UUID], *, actor: Actor, now: datetime) -> None:
    """The visits of these lines, which were called off, stand again: what came back to a pass is used again, and what counted as
    used is not earned yet. In the caller's transaction, after staff and orders. Raises PassChanged: not as many are left."""
    rows = PassUse.objects.filter(line__in=list(line_ids)).order_by("visit_pass", "line")
    for _, group in groupby(rows, key=lambda used: used.visit_pass_id):
        uses = list(group)
        back = [used for used in uses if used.given_back_at is not None]
        if back:
            steps.use_again(back, actor=actor, now=now)
        for used in uses:
            if used.given_back_at is None:
                unearn(line_id=used.line_id, now=now)


def lapse_ended(*, now: datetime) -> int:
    """Let what is left of passes whose last day is over lapse; of how many. Emits PassLapsed.

    Nothing lapses of which nobody was told: telling of it comes first, and moves the last day where it was late."""
    over = VisitPass.objects.filter(noticed_at__isnull=False, valid_until__lt=now.date(), **steps.RUNNING)
    count = 0
    for pass_id in over.order_by("valid_until", "pk").values_list("pk", flat=True)[: steps.AT_ONCE]:
        with transaction.atomic():
            held = steps.lock(pass_id)
            if held.ended_at is not None or held.valid_until is None or held.valid_until >= steps.today(held, now):
                continue
            left = steps.standing_of(pass_id).left
            _move(held, left, key=f"pass:{held.pk}:lapse:{held.lapsed}", kind="earn", now=now)
            held.ended_at = now
            held.lapsed += left
            steps.save(held)
            if left:
                steps.tell(PassLapsed, held, left, actor=SYSTEM, now=now)
                count += 1
    return count


def give_by_hand(
    *, actor: Actor, package_id: UUID, customer_id: UUID, language: str, reason: str, now: datetime, key: str = ""
) -> tuple[VisitPass, str]:
    """Give a customer a package that nobody paid for, with a reason for the record: the pass, and its code, told this once. `key`
    makes what is sent twice one pass, and tells the code of it again, while it has one.

    Raises NotAllowed, NotFound (no such package on sale, or customer), InvalidInput, IdempotencyMismatch, IdempotencyInProgress.
    """
    if not can_see_passes(actor):
        raise NotAllowed
    if not one_line(reason):
        raise InvalidInput(fields={"reason": ["Please say why."]})
    offer = some_packages({package_id}).get(package_id)
    customer = Customer.objects.filter(pk=customer_id, archived_at=None).first()
    if offer is None or customer is None:
        raise NotFound
    package = offer.package
    earnings = offer.policies.earnings
    price = package.price_amount
    amount = price - tax_inside(price, offer.tax_rate_bp)  # nothing is sold, so no tax is due
    once = Once(f"pass:{actor.user_id}", key, now)
    with transaction.atomic():
        if done := once.before(package_id, customer_id, reason):
            held = VisitPass.objects.get(pk=done[0])
            return held, held.code
        held = VisitPass(
            id=ids.new_id(),
            created_at=now,
            business=package.business,
            package=package,
            customer=customer,
            staff_member_id=package.staff_member_id,
            commission_bp=earnings.commission_percent * 100 if earnings.people_earn else None,
            name=text_in(package.name, customer.language or language),
            service_ids=package.service_ids,
            visits=package.visits,
            months=package.months,
            amount=amount,
            currency=package.currency,
            language=customer.language or language,
            reason=one_line(reason)[:TEXT_LENGTH],
            given_by_id=actor.user_id,
        )
        code = steps.issue(held, actor=actor, now=now)
        if amount:
            ledger.post(
                key=f"pass:{held.pk}:given",
                kind="goodwill",
                currency=held.currency,
                legs=[
                    debit(Role.GOODWILL, amount, business_holder(held.business_id)),
                    credit(Role.PREPAID, amount, held.holder),
                ],
                happened_at=now,
                now=now,
                subject=held.holder,
            )
        once.done([held.pk])
    return held, code


def void(*, actor: Actor, pass_id: UUID, reason: str, now: datetime) -> int:
    """End a pass for good, with a reason: what is left of it is given to nobody. Visits that are booked stay. How many were left.

    Raises NotAllowed, NotFound, PassOver, InvalidInput (no reason).
    """
    if not can_see_passes(actor):
        raise NotAllowed
    if not one_line(reason):
        raise InvalidInput(fields={"reason": ["Please say why."]})
    with transaction.atomic():
        if not VisitPass.objects.filter(pk=pass_id).exists():
            raise NotFound
        held = steps.lock(pass_id)
        left = steps.standing_of(pass_id).left
        if not left:
            raise PassOver
        _move(held, left, key=f"pass:{held.pk}:void", kind="void", now=now)
        held.voided_at, held.code = now, ""
        held.lapsed += left
        held.reason = one_line(reason)[:TEXT_LENGTH]
        steps.save(held)
        steps.tell(PassVoided, held, left, actor=actor, now=now)
    return left


def refund_unused(*, actor: Actor, pass_id: UUID, amount: int, note: str, now: datetime) -> None:
    """Give back what was paid for the visits that are not used: all of that, which is the `amount` that was shown.

    Raises NotFound, NotAllowed, PassChanged (another amount by now), PassOver (nothing can go back).
    """
    held = VisitPass.objects.select_related("line__order").filter(pk=pass_id).first()
    if held is None:
        raise NotFound
    if held.line is None or not can_refund(actor, held.line.order):
        raise NotAllowed
    with transaction.atomic():
        order = lock_order(held.line.order_id)
        steps.lock(pass_id)
        standing = steps.standing_of(pass_id)
        unused = steps.unused_amount(standing)
        if standing.held.asked or not (unused and standing.left):
            raise PassOver
        if unused != amount:
            raise PassChanged(ending=held.ending, left=standing.left)
        refunds.ask(
            actor=actor, order=order, amounts={held.line.pk: amount}, why=Refund.Why.BY_HAND, note=note, now=now
        )


def _worth(held: VisitPass, visits: int) -> int:
    """What the next `visits` visits are worth, where that is there; of the last of all what is there: what was earned and taken
    back since, in whatever order, may have left a penny."""
    before = steps.settled_before(held)
    there = lock_available(Role.PREPAID, held.holder, held.currency)
    if not held.asked and before + visits == held.visits - held.refunded:
        return there
    return min(net_of(held, before + visits) - net_of(held, before), there)


def _earn_key(used: PassUse) -> str:
    """What the books know its earning by: the first time, or the one after the last that was taken back."""
    own = f"pass_use:{used.pk}"
    keys = (f"{own}:{again}" if again else own for again in from_zero())
    return next(key for key in keys if books.entry(f"{key}:undone") is None)


def _move(held: VisitPass, count: int, *, key: str, kind: str, now: datetime) -> None:
    """Take what `count` visits that will not be made are worth out of what is owed, where any of it is there."""
    amount = _worth(held, count)
    if not amount:
        return
    seller = business_holder(held.business_id)
    to = [credit(Role.GOODWILL, amount, seller)] if kind == "void" else list(_lapsed(held, amount))
    ledger.post(
        key=key,
        kind=kind,
        currency=held.currency,
        legs=[debit(Role.PREPAID, amount, held.holder), *to],
        happened_at=now,
        now=now,
        subject=held.holder,
    )


def _earned(line: OrderLine, amount: int) -> Iterator[Leg]:
    yield from _shared(amount, line.business_id, line.payee_id, line.commission_bp)


def _lapsed(held: VisitPass, amount: int) -> Iterator[Leg]:
    payee = held.staff_member_id if held.commission_bp is not None else None
    yield from _shared(amount, held.business_id, payee, held.commission_bp or 0)


def _shared(amount: int, business_id: UUID, payee_id: UUID | None, commission_bp: int) -> Iterator[Leg]:
    parts = parts_of(amount, total=amount, tax=0, commission_bp=None if payee_id is None else commission_bp)
    yield credit(Role.REVENUE, parts.revenue, business_holder(business_id))
    yield credit(Role.COMMISSION, parts.commission, business_holder(business_id))
    if payee_id is not None:
        yield credit(Role.PAYABLE, parts.payee, staff_holder(payee_id))
