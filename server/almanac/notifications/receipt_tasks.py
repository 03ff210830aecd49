"""Worker doors of receipts, tips, invoices that are sent, and of orders that are looked at before they stand
(docs/algorithms/payments.md, letters)."""

from __future__ import annotations

from datetime import datetime, time
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db.models import Q, Sum

from almanac.business import queries as business
from almanac.business.policies import Charging, LetterPolicy
from almanac.invoices.actions import issuing
from almanac.invoices.events import InvoiceCredited, InvoiceIssued
from almanac.invoices.models import Invoice, Kind
from almanac.invoices.queries.documents import with_due
from almanac.invoices.words import words_in
from almanac.kit.actor import SYSTEM
from almanac.kit.pages import site
from almanac.notifications.actions.keeping import keep_letter
from almanac.notifications.letter_notes import money_notes
from almanac.notifications.models import Delivery
from almanac.notifications.money_letters import MoneyMessage, Moved, compose_money
from almanac.notifications.money_tasks import address_of, order_of, tell_of
from almanac.notifications.queries import telling
from almanac.notifications.texts import texts_in
from almanac.outbox.models import EventRow
from almanac.outbox.registry import Job
from almanac.payments.actions.dues import asked_now
from almanac.payments.asking_events import PaymentLinkSent
from almanac.payments.events import OrderHeld, PaymentCaptured, TipGiven
from almanac.payments.models import Payment, PaymentState, Refund, Review, Tip
from almanac.sales.events import OrderConfirmed
from almanac.sales.models import Order, OrderState
from almanac.scheduling.models import Appointment

NOT_CREDITED = (Refund.Why.SURPLUS, Refund.Why.TIP)  # it was never invoiced


def tell_of_payment(job: Job) -> None:
    """Money that came: a receipt with its invoice. None of what a confirmation tells, of what still waits for more, and of what
    was owed by nobody and goes back."""
    event, order = job.event(PaymentCaptured), order_of(job)
    payment = Payment.objects.select_related("tip__staff_member").get(pk=event.payment_id)
    if not _rules(order).receipts or _is_told(job, order, payment):
        return
    tip: Tip | None = getattr(payment, "tip", None)
    details = _details(payment, order)
    if tip is not None and tip.amount == payment.amount:
        tell_of(MoneyMessage.TIP_RECEIPT, job, order, person=tip.staff_member.name, details=details, documents=())
        return
    issuing.settle(actor=SYSTEM, order_id=order.pk, now=job.now)  # so that there is the invoice of it
    paid = Invoice.objects.filter(lines__order_line__payment_shares__payment=payment, kind=Kind.INVOICE)
    documents = tuple(address_of(row, now=job.now) for row in paid.distinct().order_by("issued_at", "number"))
    owed = telling.owed_of(Order.objects.get(pk=order.pk), now=job.now)
    notes = tuple(money_notes(owed, order.currency, texts_in(order.language))) if owed.left or owed.later else ()
    tell_of(MoneyMessage.RECEIPT, job, order, details=details, documents=documents, notes=notes)


def tell_of_link(job: Job) -> None:
    """To its customer: what the team asks for, what it is for and when that is, until when it is kept, and the link to pay. None
    where it was paid meanwhile."""
    event, order = job.event(PaymentLinkSent), order_of(job)
    if asked_now(order, job.now) <= 0:
        return
    texts = texts_in(order.language)
    visits = [line.appointment for line in order.lines.select_related("appointment") if line.appointment]
    ahead = sorted(visit.starts_at for visit in visits if visit.state != Appointment.State.CANCELLED)
    details = [("amount", texts.money(event.amount, event.currency))]
    details += [("when", texts.moment(ahead[0], order.business.zone))] if len(ahead) == 1 else []
    until = texts.moment(event.pay_by, order.business.zone) if event.pay_by else ""
    notes = (texts.say("money.link.until", until=until),) if until else ()
    tell_of(MoneyMessage.LINK, job, order, details=tuple(details), notes=notes)


def tell_of_hold(job: Job) -> None:
    """To whoever paid: it is here, somebody looks at the order, and there is nothing to do. Not why."""
    event, order = job.event(OrderHeld), order_of(job)
    row = Review.objects.get(pk=event.review_id)
    if row.state == Review.State.OPEN and order.state == OrderState.PLACED:
        tell_of(MoneyMessage.LOOKED_AT, job, order, pay_by=row.decide_by, documents=())


def tell_of_tip(job: Job) -> None:
    """To whoever it is for, with who gave it."""
    event, order = job.event(TipGiven), order_of(job)
    tip = Tip.objects.select_related("staff_member__user").get(pk=event.tip_id)
    user = tip.staff_member.user
    if user is None or not user.is_active or not _rules(order).tips_told:
        return
    letter = compose_money(
        MoneyMessage.TIP,
        Moved(order.number, tip.amount, tip.currency, order.business.name, person=order.customer.name),
        sender=telling.sender_of(order.business, user.language),
        language=user.language,
        link=f"{site(user.language)}/st/tips/",
    )
    to = Delivery(
        key=f"tip:{tip.pk}",
        recipient=Delivery.Recipient.STAFF,
        recipient_id=tip.staff_member_id,
        address=user.email,
        language=user.language,
        event_id=job.fact.id if job.fact else None,
        business=order.business,
        order=order,
        template=f"money_{MoneyMessage.TIP}",
    )
    keep_letter(letter, to, now=job.now)


def tell_of_invoice(job: Job) -> None:
    """An invoice that came later than the booking and is still to be paid. What is paid is on a receipt, and the one that comes
    with a booking is told by its confirmation."""
    event, order = job.event(InvoiceIssued), order_of(job)
    today = job.now.astimezone(ZoneInfo(order.business.zone)).date()
    row = with_due(Invoice.objects.filter(pk=event.invoice_id), today).get()
    due = int(row.due)  # type: ignore[attr-defined]  # annotated
    is_promised = order.payments.filter(state=PaymentState.PENDING).exists()
    if due <= 0 or is_promised or not _rules(order).invoices_sent or not _came_later(row):
        return
    noon = datetime.combine(row.due_on or today, time(12), ZoneInfo(order.business.zone))
    day = texts_in(order.language).date(noon, order.business.zone)
    tell_of(MoneyMessage.INVOICED, job, order, amount=due, day=day)


def tell_of_credit(job: Job) -> None:
    """A credit note with no money behind it: less is owed than was asked for. Where money goes back, its letter brings it."""
    event, order = job.event(InvoiceCredited), order_of(job)
    if not _rules(order).invoices_sent:
        return
    notes = Invoice.objects.filter(order=order, kind=Kind.CREDIT_NOTE)
    credited = notes.aggregate(sum=Sum("total_amount"))["sum"] or 0
    back = Refund.objects.filter(payment__order=order).exclude(Q(state=Refund.State.FAILED) | Q(why__in=NOT_CREDITED))
    if credited <= (back.aggregate(sum=Sum("amount"))["sum"] or 0):
        return
    note = notes.select_related("corrects").get(pk=event.invoice_id)
    rows = [note, note.corrects] if note.corrects else [note]
    tell_of(MoneyMessage.CREDITED, job, order, documents=tuple(address_of(row, now=job.now) for row in rows))


def _rules(order: Order) -> LetterPolicy:
    return business.policy(order.business_id, LetterPolicy)


def _is_told(job: Job, order: Order, payment: Payment) -> bool:
    """Whether another letter tells of this money: that it goes back, that more is waited for, or that the booking stands."""
    assert job.fact is not None
    if payment.surplus_amount >= payment.amount or order.state == OrderState.PLACED:
        return True
    has_visits = any(line.appointment_id for line in order.lines.all())
    if has_visits:
        confirmed = EventRow.objects.filter(name=OrderConfirmed.name, at=job.fact.at).values_list("payload", flat=True)
        return any(UUID(payload["order_id"]) == order.pk for payload in confirmed)
    # What was bought whole is receipted with the last of what paid for it.
    others = order.payments.filter(state=PaymentState.CAPTURED).exclude(pk=payment.pk)
    return payment.gift_card_id is not None and others.filter(tip=None).exists()


def _details(payment: Payment, order: Order) -> tuple[tuple[str, str], ...]:
    texts = texts_in(order.language)
    at = payment.captured_at or payment.created_at
    return (
        ("amount", texts.money(payment.amount, payment.currency)),
        ("paid_with", words_in(order.language).how(payment.method, payment.paid_with)),
        ("paid_on", texts.date(at, order.business.zone)),
    )


def _came_later(row: Invoice) -> bool:
    """Whether it was not written with the booking: of visits that are invoiced one by one, or of what stands again."""
    lines = row.lines.select_related("order_line__subscription")
    for line in lines:
        subscription = line.order_line.subscription
        if subscription is not None and subscription.charging != Charging.IN_ADVANCE:
            return True
        if line.order_line.invoice_lines.filter(is_credit=False, pk__lt=line.pk).exists():
            return True
    return False
