"""Worker doors of the letters about requests for a change."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from uuid import UUID

from almanac.booking.models import ChangeRequest
from almanac.kit.actor import ScopeAction
from almanac.kit.localized import text_in
from almanac.kit.pages import site
from almanac.notifications.actions.keeping import keep_letter
from almanac.notifications.change_letters import Asked, ChangeMessage, compose_change
from almanac.notifications.letter_page import Letter
from almanac.notifications.models import Delivery
from almanac.notifications.queries import telling
from almanac.outbox.errors import GiveUp
from almanac.outbox.registry import Job
from almanac.people.models import User, UserRole
from almanac.people.queries.scopes import who_looks_after
from almanac.sales.links import order_token

State, Kind = ChangeRequest.State, ChangeRequest.Kind


def tell_team(job: Job) -> None:
    """Ask those who look after the visit for an answer. Nothing once there is one."""
    row = _request(job)
    if row.state == State.OPEN:
        _write_to_team(job, row, ChangeMessage(f"asked_{row.kind}"))


def tell_team_of_no(job: Job) -> None:
    """The customer does not want the time that was proposed. A request that nobody had answered is taken back silently."""
    row = _request(job)
    if job.fact is not None and job.fact.payload["was_proposed"]:
        _write_to_team(job, row, ChangeMessage.NOT_TAKEN)


def tell_customer(job: Job) -> None:
    """The answer, to whoever asked. Nothing of one that has been overtaken."""
    row = _request(job)
    messages = {State.PROPOSED.value: ChangeMessage.PROPOSED, State.DECLINED.value: ChangeMessage.DECLINED}
    message, order = messages.get(row.state), row.order
    if message is ChangeMessage.DECLINED and row.kind == Kind.ABSENT:
        message = ChangeMessage.DECLINED_ABSENT
    if message is None:
        return
    language = order.language
    zone = row.appointment.zone
    letter = compose_change(
        message,
        _asked(row, zone, language),
        sender=telling.sender_of(row.appointment.business, language),
        language=language,
        link=f"{site(language)}/track/#{order_token(order, now=job.now)}",
    )
    to = Delivery(
        recipient=Delivery.Recipient.CUSTOMER,
        recipient_id=order.customer_id,
        address=order.customer.email,
        language=language,
    )
    _keep(job, row, message, letter, to)


def _write_to_team(job: Job, row: ChangeRequest, message: ChangeMessage) -> None:
    staff = row.appointment.staff_member
    for user, area, kind in _team(row):
        letter = compose_change(
            message,
            _asked(row, staff.zone, user.language),
            sender=telling.sender_of(row.appointment.business, user.language),
            language=user.language,
            link=f"{site(user.language)}/{area}/requests/",
        )
        to = Delivery(recipient=kind, recipient_id=user.pk, address=user.email, language=user.language)
        _keep(job, row, message, letter, to)


def _team(row: ChangeRequest) -> Iterator[tuple[User, str, Delivery.Recipient]]:
    """Its staff member; its managers, or else the administrators; each with the area of their pages."""
    staff = row.appointment.staff_member
    if staff.user and staff.user.is_active:
        yield staff.user, "st", Delivery.Recipient.STAFF
    for user in who_looks_after(staff, ScopeAction.APPOINTMENTS):
        yield user, "ad" if user.role == UserRole.ADMIN else "man", Delivery.Recipient.ACCOUNT


def _request(job: Job) -> ChangeRequest:
    if job.fact is None:
        raise GiveUp("this task follows an event")
    rows = ChangeRequest.objects.select_related(
        "order__customer",
        "proposed_staff",
        "appointment__business",
        "appointment__service",
        "appointment__staff_member__user",
    )
    return rows.get(pk=UUID(job.fact.payload["request_id"]))


def _asked(row: ChangeRequest, zone: str, language: str) -> Asked:
    visit = row.appointment
    proposed = (
        (row.proposed_starts_at, row.proposed_ends_at) if row.proposed_starts_at and row.proposed_ends_at else None
    )
    return Asked(
        what=text_in(visit.service.name, language),
        customer_name=row.order.customer.name,
        zone=zone,
        starts_at=visit.starts_at,
        ends_at=visit.ends_at,
        wishes=[(date.fromisoformat(wish["on"]), str(wish["part"])) for wish in row.wishes],
        note=row.note,
        answer=row.answer,
        proposed=proposed,
        proposed_staff=row.proposed_staff.name if row.proposed_staff else "",
    )


def _keep(job: Job, row: ChangeRequest, message: ChangeMessage, letter: Letter, to: Delivery) -> None:
    """Keep the letter with its task, once for each event and reader."""
    event_id = job.fact.id if job.fact else None
    to.key = f"change:{event_id}:{to.recipient_id}"
    to.event_id, to.business, to.order = event_id, row.appointment.business, row.order
    to.template = f"change_{message}"
    keep_letter(letter, to, now=job.now)
