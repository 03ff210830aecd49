"""Reads of the fields of customers' records: how they are defined, and what is filled in, each reader theirs."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet

from almanac.business.models import Business
from almanac.business.permissions import can_see_settings
from almanac.business.queries import by_slug
from almanac.catalog.queries.answers import Answered, file_ids, judged_with_files
from almanac.catalog.questions import KeptAnswer
from almanac.customers.fields import Answers, CustomerField, answers_in, asked_of_customers, fields_in, live_fields
from almanac.customers.models import FieldAnswers, FieldSet
from almanac.customers.permissions import can_edit, field_sets_visible_to, seen_by
from almanac.files import queries as files
from almanac.kit.actor import Actor, Role
from almanac.kit.errors import NotAllowed
from almanac.people.models import Customer
from almanac.sales.models import Order

FILES = "customer"  # what the owner of a file sent as an answer begins with
Shown = Callable[[list[CustomerField]], list[CustomerField]]


@dataclass(frozen=True, slots=True)
class Filled:
    """A business's fields in one record: those its reader fills in, what was answered, and how that stands."""

    business: Business
    form: list[CustomerField]
    answers: Answers
    answered: Answered
    revision: int

    def kept(self, *, for_staff: bool = False) -> list[KeptAnswer]:
        """The good answers to read, or those alone that whoever visits the customer is told."""
        return [kept for kept in self.answered.kept() if kept.for_staff or not for_staff]


def files_owner(customer_id: UUID) -> str:
    """What the files sent for a customer's record belong to."""
    return f"{FILES}:{customer_id}"


def field_set(actor: Actor, slug: str) -> tuple[Business, FieldSet | None]:
    """The fields of a business as they are defined; none were yet where there is no row. Raises NotAllowed, NotFound."""
    if not can_see_settings(actor):
        raise NotAllowed
    business = by_slug(slug)
    return business, FieldSet.objects.filter(business=business).first()


def filled_in(actor: Actor, customer: Customer) -> list[Filled]:
    """What the fields of a record say to somebody who works with the whole of it: four SQL queries at most.

    Whoever calls this has seen that the actor may see the customer.
    """
    return _filled(field_sets_visible_to(actor), customer.pk, live_fields) if can_edit(actor) else []


def told_to_staff(actor: Actor, customer_id: UUID) -> list[Filled]:
    """The same for staff, who read what is marked for them and fill nothing in."""
    return _filled(field_sets_visible_to(actor), customer_id, live_fields)


def own_fields(customer: Customer | None) -> list[Filled]:
    """What a customer is asked: by every business they ordered of. Four SQL queries at most."""
    if customer is None:
        return []
    ordered = Order.objects.filter(customer=customer).order_by().values("business")
    lines = Order.objects.filter(customer=customer).order_by().values("lines__business")
    sets = FieldSet.objects.filter(business__archived_at=None)
    return _filled(sets.filter(business__in=ordered) | sets.filter(business__in=lines), customer.pk, asked_of_customers)


def visit_answers(actor: Actor, customer_id: UUID, business_id: UUID, *, now: datetime) -> list[KeptAnswer]:
    """What whoever looks after a visit is told of its customer, in the fields of the visit's business: all by those who
    work with the whole record, else what is marked for staff; by staff for as long as they see the customer.

    Whoever calls this has seen that the actor looks after the visit.
    """
    seen = seen_by(actor, now).filter(pk=customer_id).exists()
    if actor.role is Role.STAFF and not seen:
        return []
    found = _filled(FieldSet.objects.filter(business=business_id), customer_id, live_fields)
    return [kept for filled in found for kept in filled.kept(for_staff=not (seen and can_edit(actor)))]


def _filled(sets: QuerySet[FieldSet], customer_id: UUID, shown: Shown) -> list[Filled]:
    forms = [
        (row, shown(fields_in(row.fields)))
        for row in sets.select_related("business").order_by("business__position", "business__name")
    ]
    asked = [(row.business, form) for row, form in forms if form]
    if not asked:
        return []
    rows = {row.business_id: row for row in FieldAnswers.objects.filter(customer=customer_id)}
    typed = {b: answers_in(row.answers) for b, row in rows.items()}
    named = {found for business, form in asked for found in file_ids(form, typed.get(business.pk, {}))}
    there = files.private_files_kept_for(FILES, named)
    return [
        Filled(
            business,
            form,
            _of(form, typed.get(business.pk, {})),
            judged_with_files(list(form), typed.get(business.pk, {}), there),
            rows[business.pk].revision if business.pk in rows else 0,
        )
        for business, form in asked
    ]


def _of(form: Iterable[CustomerField], answers: Answers) -> Answers:
    return {field.id: answers[field.id] for field in form if field.id in answers}
