"""Our records of a disputed payment as one text for the customer's bank: what was ordered and agreed to, what was told, done,
downloaded and given back. Instants are on the business's clock."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from zoneinfo import ZoneInfo

from almanac.business.policies import BookingPolicy
from almanac.kit.exports import decimal
from almanac.kit.text import one_line
from almanac.notifications.models import Delivery
from almanac.outbox.models import EventRow
from almanac.payments.models import Dispute, Refund
from almanac.payments.providers.online import Evidence
from almanac.people.models import Consent
from almanac.sales.events import DownloadMade
from almanac.sales.models import Entitlement, Order, OrderLine
from almanac.scheduling.models import Appointment

MOST_TEXT = 60_000  # characters; companies take more than twice as much


def evidence_of(dispute: Dispute, *, note: str = "") -> Evidence:
    """The whole answer to a dispute, with words of our own on top: a constant number of SQL queries."""
    order = dispute.payment.order
    zone = ZoneInfo(order.business.zone)
    lines = list(
        order.lines.select_related("appointment__staff_member", "appointment__address", "business").order_by("position")
    )
    visits = [line.appointment for line in lines if line.appointment]
    parts = [
        ("", [one_line(note)] if note.strip() else []),
        ("DISPUTE", _dispute(dispute, zone)),
        ("ORDER", _order(order, zone)),
        ("WHAT WAS BOUGHT", [text for line in lines for text in _line(line, zone)]),
        ("WHAT THE CUSTOMER AGREED TO", list(_agreed(order, zone))),
        ("CANCELLATION POLICY SHOWN BEFORE BOOKING", list(_policies(lines))),
        ("MESSAGES SENT TO THE CUSTOMER", list(_messages(order, zone))),
        ("DOWNLOADS", list(_downloads(order, zone))),
        ("MONEY GIVEN BACK", list(_refunds(order, zone))),
    ]
    text = "\n\n".join("\n".join([*([title] if title else []), *found]) for title, found in parts if found)
    return Evidence(
        key=f"evidence:{dispute.pk}",
        customer_name=order.customer.name,
        customer_email=order.customer.email,
        product=", ".join(dict.fromkeys(line.name for line in lines))[:2_000],
        service_date=_day(min(visit.starts_at for visit in visits), zone) if visits else "",
        text=text[:MOST_TEXT],
    )


def _dispute(dispute: Dispute, zone: ZoneInfo) -> Iterator[str]:
    payment = dispute.payment
    yield f"Reference {dispute.reference}, reason given: {dispute.reason or 'none'}"
    yield f"{payment.currency} {decimal(dispute.at_stake_amount)} of a payment of {payment.currency} {decimal(payment.amount)}"
    if payment.captured_at:
        yield f"Paid {_at(payment.captured_at, zone)} with {payment.paid_with or payment.method} ({payment.charge})"


def _order(order: Order, zone: ZoneInfo) -> Iterator[str]:
    customer = order.customer
    yield f"{order.number}, placed {_at(order.placed_at, zone)} at {order.business.name}"
    yield f"Customer: {one_line(customer.name)}, {customer.email}"
    yield f"Total {order.currency} {decimal(order.total_amount)}, paid {decimal(order.paid_amount)}"


def _line(line: OrderLine, zone: ZoneInfo) -> Iterator[str]:
    yield f"{one_line(line.name)}: {decimal(line.total_amount)}, sold by {line.business.name}"
    visit = line.appointment
    if visit:
        when = f"{_at(visit.starts_at, zone)} to {_at(visit.ends_at, zone)} by {visit.staff_member.name}"
        where = f", at {one_line(str(visit.address))}" if visit.address else ", online"
        done = {Appointment.State.COMPLETED: "done", Appointment.State.CANCELLED: "called off"}
        yield f"  {when}{where}: {done.get(Appointment.State(visit.state), visit.state)}"


def _agreed(order: Order, zone: ZoneInfo) -> Iterator[str]:
    for consent in Consent.objects.filter(customer=order.customer_id).exclude(kind=Consent.Kind.MARKETING):
        yield f"{consent.get_kind_display()}, version {consent.text_version}: {_at(consent.given_at, zone)}"
    how = f", said on the phone to {order.booked_by.get_full_name()}" if order.booked_by else ""
    if order.early_start_consent_at:
        yield f"Asked for the work to begin within 14 days: {_at(order.early_start_consent_at, zone)}{how}"
    if order.download_consent_at:
        yield f"Agreed that the download ends the right to withdraw: {_at(order.download_consent_at, zone)}{how}"


def _policies(lines: list[OrderLine]) -> Iterator[str]:
    shown = []
    for line in lines:
        windows = BookingPolicy.model_validate(line.policy).cancellation_windows if line.policy else ()
        parts = [f"{each.refund_percent} % back until {each.hours_before} hours before" for each in windows]
        if line.appointment and (text := "; ".join([*parts, "nothing back after that"])) not in shown:
            shown.append(text)
    yield from shown


def _messages(order: Order, zone: ZoneInfo) -> Iterator[str]:
    gone = {
        "recipient": Delivery.Recipient.CUSTOMER,
        "channel__in": [Delivery.Channel.EMAIL, Delivery.Channel.SMS],
        "state__in": [Delivery.State.SENT, Delivery.State.DELIVERED],
    }
    sent = Delivery.objects.filter(order=order, **gone) | Delivery.objects.filter(
        appointments__order_line__order=order, **gone
    )
    for row in sent.distinct().order_by("created_at", "pk"):
        at, is_there = _at(row.sent_at or row.created_at, zone), row.state == Delivery.State.DELIVERED
        how = "taken by the mailbox's server" if is_there else "accepted by its mail server"
        if row.channel == Delivery.Channel.SMS:
            how = "text, on the telephone" if is_there else "text, accepted by its carrier"
        yield f"{at} to {row.address}: {one_line(row.subject)} ({how})"


def _downloads(order: Order, zone: ZoneInfo) -> Iterator[str]:
    rights = {str(row.pk): row for row in Entitlement.objects.filter(line__order=order).select_related("line")}
    for row in rights.values():
        yield f"{one_line(row.line.name)}: given {_at(row.given_at, zone)}, asked for {row.downloads} times"
    made = EventRow.objects.filter(name=DownloadMade.name, payload__order_id=str(order.pk)) if rights else ()
    for event in made:
        yield f"  downloaded {_at(event.at, zone)}"


def _refunds(order: Order, zone: ZoneInfo) -> Iterator[str]:
    for row in Refund.objects.filter(payment__order=order).exclude(state=Refund.State.FAILED).order_by("created_at"):
        yield f"{_at(row.created_at, zone)}: {decimal(row.amount)} ({row.get_why_display()})"


def _at(instant: datetime, zone: ZoneInfo) -> str:
    return f"{instant.astimezone(zone):%Y-%m-%d %H:%M}"


def _day(instant: datetime, zone: ZoneInfo) -> str:
    return f"{instant.astimezone(zone):%Y-%m-%d}"
