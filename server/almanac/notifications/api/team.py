"""Doors to what was sent to whom, and to our records of disputed payments, of which that is a part."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from ninja import Router

from almanac.kit import clock
from almanac.kit.errors import NotAllowed, NotFound, SignInNeeded, responses
from almanac.kit.pagination import Page, take_page
from almanac.kit.requests import actor_of, signed_in
from almanac.notifications.evidence import evidence_of
from almanac.notifications.queries import telling
from almanac.notifications.schemas.team import DeliveryOut, DisputeAnswerIn, DisputeSeenOut
from almanac.payments import queries as payments
from almanac.payments.actions.disputes import answer as answer_dispute
from almanac.payments.errors import CompanySilent, NoAnswerTaken

router = Router(tags=["messages"])


@router.get("/deliveries", response={200: Page[DeliveryOut], **responses(NotAllowed)}, operation_id="deliveries")
def deliveries(
    request: HttpRequest, appointment: UUID | None = None, state: str = "", cursor: str = "", limit: int = 50
) -> Page[DeliveryOut]:
    """Messages and what became of them, newest first, of one appointment or all, in one `state` or any. Admins, and managers
    in their scope."""
    rows = telling.deliveries(actor_of(request), appointment_id=appointment, state=state)
    found, following = take_page(rows, by="-created_at", cursor=cursor, limit=limit)
    return Page(items=[DeliveryOut.of(row) for row in found], next_cursor=following)


@router.get(
    "/disputes", response={200: Page[DisputeSeenOut], **responses(SignInNeeded, NotAllowed)}, operation_id="disputes"
)
def disputes(
    request: HttpRequest, open_only: bool = False, sort: str = "", cursor: str = "", limit: int = 50
) -> Page[DisputeSeenOut]:
    """Disputes of payments, the newest first, or (`open_only`) those that wait for our answer; `sort` is opened, with - in front
    the other way."""
    rows = payments.disputes(signed_in(request), open_only=open_only)
    found, following = take_page(rows, by=payments.DISPUTES.key(sort), cursor=cursor, limit=limit)
    return Page(items=[DisputeSeenOut.of(row) for row in found], next_cursor=following)


@router.get(
    "/disputes/{dispute_id}/evidence",
    response=responses(SignInNeeded, NotAllowed, NotFound),
    operation_id="dispute_evidence",
    openapi_extra={
        "responses": {200: {"description": "OK", "content": {"text/plain": {"schema": {"type": "string"}}}}}
    },
)
def evidence(request: HttpRequest, dispute_id: UUID) -> HttpResponse:
    """Our records of a disputed payment as a text file (text/plain): what was sent, where it was answered."""
    row = payments.dispute_seen(signed_in(request), dispute_id)
    answer = HttpResponse(row.answer or evidence_of(row).text, content_type="text/plain; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="dispute-{row.payment.order.number}.txt"'
    answer["Cache-Control"] = "no-store"
    return answer


@router.post(
    "/disputes/{dispute_id}/answer",
    response={200: DisputeSeenOut, **responses(SignInNeeded, NotAllowed, NotFound, NoAnswerTaken, CompanySilent)},
    operation_id="answer_dispute",
)
def answer(request: HttpRequest, dispute_id: UUID, payload: DisputeAnswerIn) -> DisputeSeenOut:
    """Send our records to the company, once and for good."""
    actor, now = signed_in(request), clock.now()
    row = payments.dispute_seen(actor, dispute_id)
    told = evidence_of(row, note=payload.note)
    answer_dispute(actor=actor, dispute_id=dispute_id, evidence=told, now=now)
    return DisputeSeenOut.of(payments.dispute_seen(actor, dispute_id))
