"""Two records of one person become one, and two again: what moved is written down, and exactly that goes back."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import F, Model

from almanac.customers.actions.answers_merging import fill_gaps, take_back
from almanac.customers.actions.records import Kind, tell
from almanac.customers.errors import AccountStays, AccountWouldSee, BothHaveAccounts, CannotUndo, PutAway
from almanac.customers.events import CustomersMerged, MergeUndone
from almanac.customers.models import Merge, Note, Tag
from almanac.customers.permissions import can_edit, can_let_account_see, visible_to
from almanac.customers.queries.merging import BLANKS, account_proves, open_merge
from almanac.kit.actor import Actor
from almanac.kit.errors import InvalidInput, NotAllowed, NotFound
from almanac.outbox.actions import emit
from almanac.payments.actions.keeping import remove_all
from almanac.payments.models import KeptMethod
from almanac.people.actions.rows import write
from almanac.people.models import Consent, Customer
from almanac.places.models import Address
from almanac.sales.models import Coupon, Order, OrderLine, PointEntry, Subscription, VisitPass
from almanac.scheduling.models import Appointment

MOVING: dict[str, type[Model]] = {
    "orders": Order,
    "appointments": Appointment,
    "addresses": Address,
    "consents": Consent,
    "notes": Note,
    "kept_methods": KeptMethod,
    "coupons": Coupon,
    "passes": VisitPass,
    "subscriptions": Subscription,
    "points": PointEntry,
}
Moved = dict[str, list[str]]


def merge(*, actor: Actor, kept_id: UUID, absorbed_id: UUID, account_may_see: bool = False, now: datetime) -> Merge:
    """Move everything of `absorbed_id` to `kept_id` and archive the empty record. An account that is only said to be theirs
    (`account_may_see`, an administrator's word) gets no card: what the other one keeps at companies is kept no more.

    Raises NotFound, NotAllowed, InvalidInput (the same record twice), PutAway (one of them is archived, perhaps by
    somebody who merged at the same moment), BothHaveAccounts, AccountStays, AccountWouldSee.
    """
    if kept_id == absorbed_id:
        raise InvalidInput(fields={"absorbed_id": ["Choose another customer."]})
    _check_may(actor, kept_id, absorbed_id)
    with transaction.atomic():
        kept, absorbed = _both(kept_id, absorbed_id)
        check_accounts(actor, kept, absorbed, account_may_see=account_may_see)
        if kept.user_id and not account_proves(kept, absorbed):
            remove_all(actor=actor, customer_id=absorbed.pk, now=now)
        filled = [field for field in BLANKS if not getattr(kept, field) and getattr(absorbed, field)]
        if kept.user_id:
            filled = [field for field in filled if field != "email"]
        moved = move_everything(absorbed.pk, kept.pk)
        moved["tags"] = _add_tags(absorbed, kept, now)
        write(kept, {field: getattr(absorbed, field) for field in filled})
        row = Merge.objects.create(
            kept=kept, absorbed=absorbed, merged_at=now, by_id=actor.user_id, moved=moved, filled=filled
        )
        _set_archived(absorbed, now)
        _tell_both(actor, row, Kind.MERGED, now)
        emit(CustomersMerged(merge_id=row.pk, kept_id=kept.pk, absorbed_id=absorbed.pk), actor=actor, at=now)
    return row


def undo_merge(*, actor: Actor, merge_id: UUID, now: datetime) -> Merge:
    """Put back what a merge had moved, all of it or nothing. What was written in the kept record since stays there.

    Raises NotFound, NotAllowed, CannotUndo: it is undone, what had moved has moved on, or visits were booked since
    that tie the two together.
    """
    found = open_merge(actor, merge_id)
    if not can_edit(actor):
        raise NotAllowed
    with transaction.atomic():
        rows = Customer.objects.select_for_update().filter(pk__in=[found.kept_id, found.absorbed_id]).order_by("pk")
        people = {row.pk: row for row in rows}
        row = Merge.objects.select_for_update().get(pk=merge_id)
        if row.undone_at is not None:
            raise CannotUndo(reason="undone")
        kept, absorbed = people[row.kept_id], people[row.absorbed_id]
        _check_still_there(row)
        _check_not_tied(row)
        _move_back(row)
        _clear(kept, absorbed, row.filled)
        row.undone_at, row.undone_by_id = now, actor.user_id
        row.revision += 1
        row.save(update_fields=["undone_at", "undone_by", "revision"])
        _set_archived(absorbed, None)
        _tell_both(actor, row, Kind.MERGE_UNDONE, now)
        emit(MergeUndone(merge_id=row.pk, kept_id=kept.pk, absorbed_id=absorbed.pk), actor=actor, at=now)
    return row


def move_everything(from_id: UUID, to_id: UUID) -> Moved:
    """Give all that hangs on one record to another, and tell by table what that was. In the caller's transaction, with
    both rows locked. An address that was the usual one is so no more where there is one already, nor a card that was
    preferred; what was filled in is copied where the other record says nothing."""
    moved: Moved = {}
    usual = Address.objects.filter(customer_id=from_id, is_usual=True)
    moved["usual"] = [str(pk) for pk in usual.values_list("pk", flat=True)]
    if moved["usual"] and Address.objects.filter(customer_id=to_id, is_usual=True).exists():
        usual.update(is_usual=False)
    preferred = KeptMethod.objects.filter(customer_id=from_id, is_preferred=True)
    moved["preferred"] = [str(pk) for pk in preferred.values_list("pk", flat=True)]
    if moved["preferred"] and KeptMethod.objects.filter(customer_id=to_id, is_preferred=True).exists():
        preferred.update(is_preferred=False)
    for name, model in MOVING.items():
        rows = model._default_manager.filter(customer_id=from_id)
        moved[name] = [str(pk) for pk in rows.order_by("pk").values_list("pk", flat=True)]
        if moved[name]:
            rows.update(customer_id=to_id, revision=F("revision") + 1)
    moved["answers"] = fill_gaps(from_id, to_id)
    return moved


def check_accounts(actor: Actor, kept: Customer, absorbed: Customer, *, account_may_see: bool) -> None:
    """Whether an account would get what is not its own. Raises BothHaveAccounts, AccountStays, AccountWouldSee, NotAllowed."""
    if kept.user_id and absorbed.user_id:
        raise BothHaveAccounts
    if absorbed.user_id:
        raise AccountStays
    if not kept.user_id or account_proves(kept, absorbed):
        return
    if not account_may_see:
        raise AccountWouldSee
    if not can_let_account_see(actor):
        raise NotAllowed


def _check_may(actor: Actor, *customer_ids: UUID) -> None:
    if visible_to(actor).filter(pk__in=customer_ids).count() != len(customer_ids):
        raise NotFound
    if not can_edit(actor):
        raise NotAllowed


def _both(kept_id: UUID, absorbed_id: UUID) -> tuple[Customer, Customer]:
    """Both rows, locked in the order of their keys so that two merges the other way round do not wait for each other."""
    rows = Customer.objects.select_for_update().filter(pk__in=[kept_id, absorbed_id]).order_by("pk")
    found = {row.pk: row for row in rows}
    if any(row.archived_at is not None for row in found.values()):
        raise PutAway
    return found[kept_id], found[absorbed_id]


def _add_tags(absorbed: Customer, kept: Customer, now: datetime) -> list[str]:
    """Copies of the tags that the kept one does not have; the absorbed record keeps its own."""
    there = set(Tag.objects.filter(customer=kept).values_list("key", flat=True))
    missing = [tag for tag in Tag.objects.filter(customer=absorbed) if tag.key not in there]
    made = Tag.objects.bulk_create(Tag(customer=kept, key=tag.key, name=tag.name, created_at=now) for tag in missing)
    return [str(tag.pk) for tag in made]


def _check_still_there(row: Merge) -> None:
    for name, model in MOVING.items():
        ids = row.moved.get(name, [])
        if ids and model._default_manager.filter(pk__in=ids, customer_id=row.kept_id).count() != len(ids):
            raise CannotUndo(reason="moved_on")


def _check_not_tied(row: Merge) -> None:
    """Visits and orders stay with whose address and whose order they are."""
    addresses, orders, visits = (
        [UUID(pk) for pk in row.moved[name]] for name in ("addresses", "orders", "appointments")
    )
    own = Appointment.objects.filter(customer_id=row.kept_id).exclude(pk__in=visits)
    if own.filter(address__in=addresses).exists() or own.filter(order_line__order__in=orders).exists():
        raise CannotUndo(reason="booked_since")
    subscriptions = [UUID(pk) for pk in row.moved.get("subscriptions", [])]
    of_subscriptions = OrderLine.objects.filter(subscription__in=subscriptions)
    if of_subscriptions.exclude(order__in=orders).exists():  # their next term
        raise CannotUndo(reason="booked_since")
    theirs = Appointment.objects.filter(pk__in=visits)
    kept_addresses = Address.objects.filter(customer_id=row.kept_id).exclude(pk__in=addresses)
    if theirs.filter(address__in=kept_addresses).exists():
        raise CannotUndo(reason="booked_since")


def _move_back(row: Merge) -> None:
    for name, model in MOVING.items():
        if ids := row.moved.get(name, []):
            if model is Address:
                Address.objects.filter(pk__in=ids).update(is_usual=False)
            if model is KeptMethod:
                KeptMethod.objects.filter(pk__in=ids).update(is_preferred=False)
            model._default_manager.filter(pk__in=ids).update(customer_id=row.absorbed_id, revision=F("revision") + 1)
    # What their orders earned, or lost, since then is theirs as well.
    since = PointEntry.objects.filter(customer_id=row.kept_id, line__order__in=[UUID(pk) for pk in row.moved["orders"]])
    since.update(customer_id=row.absorbed_id, revision=F("revision") + 1)
    Address.objects.filter(pk__in=row.moved["usual"], archived_at=None).update(is_usual=True)
    preferred = KeptMethod.objects.filter(pk__in=row.moved.get("preferred", []), removed_at=None)
    preferred.update(is_preferred=True)
    Tag.objects.filter(pk__in=row.moved["tags"], customer_id=row.kept_id).delete()
    take_back(row.moved.get("answers", ()), kept_id=row.kept_id, absorbed_id=row.absorbed_id)


def _clear(kept: Customer, absorbed: Customer, filled: Collection[str]) -> None:
    """What came from the other record goes again, unless somebody has typed another since."""
    write(kept, {field: "" for field in filled if getattr(kept, field) == getattr(absorbed, field)})


def _set_archived(customer: Customer, at: datetime | None) -> None:
    customer.archived_at = at
    customer.revision += 1
    customer.save(update_fields=["archived_at", "revision"])


def _tell_both(actor: Actor, row: Merge, kind: Kind, now: datetime) -> None:
    for customer_id in (row.kept_id, row.absorbed_id):
        tell(actor, customer_id, kind, merge=row, now=now)
