"""Doors to what a service asks of whoever books it, and to what was answered."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest
from ninja import File, Router
from ninja.files import UploadedFile

from almanac.booking.actions import answers as actions
from almanac.booking.api import limits
from almanac.booking.api.baskets import shown
from almanac.booking.api.cookies import token_of
from almanac.booking.errors import LineUnknown, NoBasket
from almanac.booking.queries.changes import change_of
from almanac.booking.schemas.answers import answers_out
from almanac.booking.schemas.baskets import BasketOut
from almanac.booking.schemas.inputs import AnswersIn
from almanac.catalog.errors import NotOnOffer
from almanac.catalog.schemas.answers import AnswerOut
from almanac.customers.queries.fields import visit_answers
from almanac.files.errors import FilesFull, FileTooLarge, FileUnreadable
from almanac.files.pictures import MOST_BYTES
from almanac.kit import clock
from almanac.kit.errors import NotFound, responses
from almanac.kit.requests import actor_of, language_of

router = Router(tags=["basket"])


@router.patch(
    "/basket/lines/{line_id}/answers",
    response={200: BasketOut, **responses(NoBasket, LineUnknown, NotOnOffer)},
    operation_id="save_answers",
)
def save_answers(request: HttpRequest, line_id: UUID, payload: AnswersIn) -> BasketOut:
    """Keep what was answered so far. `answer_faults` of the line tells what is still missing or bad."""
    limits.basket_change(request)
    saved = actions.save_answers(token=token_of(request), line_id=line_id, answers=payload.answers, now=clock.now())
    return shown(request, saved)


@router.post(
    "/basket/lines/{line_id}/answers/{question_id}",
    response={
        200: BasketOut,
        **responses(NoBasket, LineUnknown, NotOnOffer, NotFound, FileTooLarge, FileUnreadable, FilesFull),
    },
    operation_id="send_file",
)
def send_file(request: HttpRequest, line_id: UUID, question_id: UUID, file: File[UploadedFile]) -> BasketOut:
    """Answer a question with a file: a picture (JPEG, PNG, WebP) or a PDF, told by its content, of 15 MB at most."""
    limits.file_sent(request)
    if (file.size or 0) > MOST_BYTES:  # before it is read
        raise FileTooLarge(most_bytes=MOST_BYTES)
    saved = actions.send_file(
        token=token_of(request),
        line_id=line_id,
        question_id=question_id,
        content=file.read(),
        name=file.name or "",
        now=clock.now(),
    )
    return shown(request, saved)


@router.get(
    "/appointments/{appointment_id}/answers",
    response={200: list[AnswerOut], **responses(NotFound)},
    operation_id="appointment_answers",
)
def appointment_answers(request: HttpRequest, appointment_id: UUID) -> list[AnswerOut]:
    """What was answered when this visit was booked, as the order has it; staff members are told what is theirs to know."""
    actor = actor_of(request)
    change = change_of(actor, appointment_id)
    if not (change.by_team or change.by_customer):  # a colleague's visit in the same order
        raise NotFound
    return answers_out(change.line, actor, language_of(request), clock.now())


@router.get(
    "/appointments/{appointment_id}/customer-answers",
    response={200: list[AnswerOut], **responses(NotFound)},
    operation_id="appointment_customer_answers",
)
def appointment_customer_answers(request: HttpRequest, appointment_id: UUID) -> list[AnswerOut]:
    """What the fields of its customer's record say, for whoever looks after this visit: what is marked for staff, and all
    of it to those who work with the record."""
    actor, language, now = actor_of(request), language_of(request), clock.now()
    change = change_of(actor, appointment_id)
    if not change.by_team:
        raise NotFound
    visit = change.appointment
    kept = visit_answers(actor, visit.customer_id, visit.business_id, now=now)
    return [AnswerOut.of(answer, actor, language, now) for answer in kept]
