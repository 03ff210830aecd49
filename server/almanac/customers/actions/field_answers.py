"""What is filled in for a customer, by the team or by the customer: typed answers, and files sent as answers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from uuid import UUID

from django.db import transaction

from almanac.business.models import Business
from almanac.catalog.queries.answers import any_ids
from almanac.catalog.questions import AnswerValue
from almanac.customers.actions.own import locked_own
from almanac.customers.actions.records import Kind, locked, tell
from almanac.customers.errors import AnswersRefused
from almanac.customers.events import FieldsAnswered
from almanac.customers.fields import Answers, CustomerField, answers_in, answers_text
from almanac.customers.models import FieldAnswers
from almanac.customers.permissions import visible_to
from almanac.customers.queries.fields import Filled, files_owner, filled_in, own_fields
from almanac.customers.queries.own import own_customer
from almanac.engine.questions import Fault, QuestionKind
from almanac.files import actions as files
from almanac.files.uploads import checked_upload
from almanac.kit.actor import Actor
from almanac.kit.errors import Conflict, NotFound
from almanac.kit.text import many_lines
from almanac.outbox.actions import emit
from almanac.people.models import Customer


def save_field_answers(
    *,
    actor: Actor,
    customer_id: UUID | None,
    slug: str,
    answers: Mapping[UUID, AnswerValue | None],
    seen: int | None,
    now: datetime,
) -> Customer:
    """Fill in fields of a business; what is not named stays, null empties a field. Without `customer_id` it is one's own.

    What the writer is not asked is left out, and files are sent by `send_field_file`: here they can only be taken back.
    Raises SignInNeeded, NotAllowed, NotFound, PutAway, Conflict, AnswersRefused.
    """
    with transaction.atomic():
        customer, filled = _to_fill(actor, customer_id, slug, now=now)
        if seen is not None and seen != filled.revision:
            raise Conflict
        asked = {field.id: field for field in filled.form}
        changed: dict[UUID, AnswerValue | None] = {}
        for key, answer in answers.items():
            if answer is None and key in asked:
                changed[key] = None
            elif key in asked and asked[key].kind is not QuestionKind.FILE:
                changed[key] = many_lines(answer) if isinstance(answer, str) else answer
        _keep(actor, customer, filled.business, changed, now=now)
        _check(actor, customer, customer_id, slug)
        _forget_files(customer, now=now)
    return customer


def send_field_file(
    *, actor: Actor, customer_id: UUID | None, slug: str, field_id: UUID, content: bytes, name: str, now: datetime
) -> Customer:
    """Fill a field in with a file; one sent before goes. Its bytes are looked at and stored before anything is locked.

    Raises as save_field_answers does, and NotFound (no field for a file), FileTooLarge, FileUnreadable, FilesFull.
    """
    owner = _owner(actor, customer_id)
    file = files.store_private(checked_upload(content, name=name), owner=files_owner(owner.pk), now=now)
    try:
        with transaction.atomic():
            customer, filled = _to_fill(actor, customer_id, slug, now=now)
            wanted = {field.id for field in filled.form if field.kind is QuestionKind.FILE}
            if field_id not in wanted or customer.pk != owner.pk:
                raise NotFound
            _keep(actor, customer, filled.business, {field_id: str(file.pk)}, now=now)
            _forget_files(customer, now=now)
            files.keep_private(file, now=now)
    except Exception:
        files.forget_bytes(file)
        raise
    return customer


def _owner(actor: Actor, customer_id: UUID | None) -> Customer:
    """Whose record it is, before anything is locked. Raises SignInNeeded, NotAllowed, NotFound."""
    found = own_customer(actor) if customer_id is None else visible_to(actor).filter(pk=customer_id).first()
    if found is None:
        raise NotFound
    return found


def _to_fill(actor: Actor, customer_id: UUID | None, slug: str, *, now: datetime) -> tuple[Customer, Filled]:
    """The record, locked, and the fields of this business that the writer is asked. Raises NotFound and as `locked` does."""
    if customer_id is None:
        customer = locked_own(actor, now=now)
        found = own_fields(customer)
    else:
        customer = locked(actor, customer_id)
        found = filled_in(actor, customer)
    return customer, _of_business(found, slug)


def _of_business(found: Iterable[Filled], slug: str) -> Filled:
    filled = next((each for each in found if each.business.slug == slug), None)
    if filled is None:
        raise NotFound
    return filled


def _keep(
    actor: Actor, customer: Customer, business: Business, changed: Mapping[UUID, AnswerValue | None], *, now: datetime
) -> None:
    """Write the changes down, with an event and a line of history that name the fields."""
    row = FieldAnswers.objects.filter(customer=customer, business=business).first()
    row = row or FieldAnswers(customer=customer, business=business, revision=0)
    before = answers_in(row.answers)
    after: Answers = {**before, **{key: answer for key, answer in changed.items() if answer is not None}}
    after = {key: answer for key, answer in after.items() if changed.get(key, answer) is not None}
    named = sorted(key for key in changed if before.get(key) != after.get(key))
    if not named:
        return
    row.answers = answers_text(after)
    row.revision += 1
    row.save()
    tell(actor, customer.pk, Kind.FIELDS_ANSWERED, fields=[str(key) for key in named], now=now)
    event = FieldsAnswered(business_id=business.pk, customer_id=customer.pk, field_ids=named)
    emit(event, actor=actor, at=now)


def _check(actor: Actor, customer: Customer, customer_id: UUID | None, slug: str) -> None:
    """Everything that stands now can be kept; what must be filled in must be so by whom it is asked: customers' fields by
    them, the others by the team. Raises AnswersRefused."""
    found = own_fields(customer) if customer_id is None else filled_in(actor, customer)
    filled = _of_business(found, slug)
    asked = {str(field.id): field for field in filled.form}
    faults = {
        key: fault
        for key, fault in filled.answered.judged.faults.items()
        if fault is not Fault.MISSING or _is_theirs(asked[key], by_customer=customer_id is None)
    }
    if faults:
        raise AnswersRefused(faults=faults)


def _is_theirs(field: CustomerField, *, by_customer: bool) -> bool:
    return field.asks_customer == by_customer


def _forget_files(customer: Customer, *, now: datetime) -> None:
    """Files that no answer names any more go with the next purge."""
    rows = FieldAnswers.objects.filter(customer=customer)
    named = {found for row in rows for found in any_ids(answers_in(row.answers).values())}
    files.let_go(owners=[files_owner(customer.pk)], keep=named, now=now)
