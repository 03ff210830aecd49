"""What merging two records would mean, and the merges there were."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from allauth.account.models import EmailAddress
from django.db.models import Q

from almanac.customers.models import Merge, Note
from almanac.customers.permissions import can_edit, can_let_account_see, visible_to
from almanac.kit.actor import Actor
from almanac.kit.errors import NotAllowed, NotFound
from almanac.people.models import Customer
from almanac.places.models import Address
from almanac.sales import queries as sales
from almanac.scheduling.permissions import visible_to as visits_visible_to

BLANKS = ("email", "phone")  # of the kept record, filled from the other one


@dataclass(frozen=True, slots=True)
class MergePreview:
    """How much would move, of what the actor may see, and whether an account is in the way or gets to see more."""

    orders: int
    visits: int
    addresses: int
    notes: int
    both_have_accounts: bool
    account_stays: bool
    account_would_see: bool
    can_let_see: bool


def preview_of(actor: Actor, kept_id: UUID, absorbed_id: UUID) -> MergePreview:
    """What would happen. Raises NotFound, NotAllowed."""
    found = {row.pk: row for row in visible_to(actor).filter(pk__in=[kept_id, absorbed_id])}
    if len(found) != len({kept_id, absorbed_id}):
        raise NotFound
    if not can_edit(actor):
        raise NotAllowed
    kept, absorbed = found[kept_id], found[absorbed_id]
    return MergePreview(
        orders=sales.orders(actor).filter(customer=absorbed).count(),
        visits=visits_visible_to(actor).filter(customer=absorbed).count(),
        addresses=Address.objects.filter(customer=absorbed, archived_at=None).count(),
        notes=Note.objects.filter(customer=absorbed, archived_at=None).count(),
        both_have_accounts=bool(kept.user_id and absorbed.user_id),
        account_stays=bool(absorbed.user_id and not kept.user_id),
        account_would_see=bool(kept.user_id and not absorbed.user_id and not account_proves(kept, absorbed)),
        can_let_see=can_let_account_see(actor),
    )


def account_proves(kept: Customer, absorbed: Customer) -> bool:
    """Whether the account has proven the other record's e-mail, by which it could add those orders itself."""
    if kept.user_id is None or not absorbed.email:
        return False
    proven = EmailAddress.objects.filter(user_id=kept.user_id, verified=True, email__iexact=absorbed.email)
    return proven.exists()


def open_merge(actor: Actor, merge_id: UUID) -> Merge:
    """A merge of a record that the actor may see. Raises NotFound."""
    seen = visible_to(actor).order_by().values("pk")
    found = Merge.objects.filter(Q(kept__in=seen), pk=merge_id).first()
    if found is None:
        raise NotFound
    return found
