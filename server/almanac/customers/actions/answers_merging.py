"""What two records of one person were filled in with, put together when they are merged, and parted again.

What the kept record says wins; what it does not say is copied from the other, which keeps its own. So undoing takes back
exactly the copies that nobody has changed since. A file that is copied stays with whom it was sent for.
"""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from almanac.customers.fields import answers_in, answers_text
from almanac.customers.models import FieldAnswers


def fill_gaps(from_id: UUID, to_id: UUID) -> list[str]:
    """Copy to one record what it does not say and another does; what was copied, as `business:field`. In the caller's
    transaction, with both customers locked."""
    theirs = FieldAnswers.objects.filter(customer_id=from_id).order_by("pk")
    mine = {row.business_id: row for row in FieldAnswers.objects.filter(customer_id=to_id)} if theirs else {}
    copied: list[str] = []
    for other in theirs:
        row = mine.get(other.business_id) or FieldAnswers(
            customer_id=to_id, business_id=other.business_id, created_at=other.created_at, revision=0
        )
        known = answers_in(row.answers)
        gaps = {key: answer for key, answer in answers_in(other.answers).items() if key not in known}
        if gaps:
            row.answers = answers_text({**known, **gaps})
            row.revision += 1
            row.save()
            copied += [f"{other.business_id}:{key}" for key in gaps]
    return copied


def take_back(copied: Iterable[str], *, kept_id: UUID, absorbed_id: UUID) -> None:
    """Empty the fields that were copied, but for those that say something else by now."""
    by_business: dict[UUID, set[UUID]] = {}
    for name in copied:
        business, _, field = name.partition(":")
        by_business.setdefault(UUID(business), set()).add(UUID(field))
    rows = FieldAnswers.objects.filter(customer_id__in=(kept_id, absorbed_id), business__in=by_business)
    found = {(row.customer_id, row.business_id): row for row in rows}
    for business_id, fields in by_business.items():
        row, other = found[kept_id, business_id], found[absorbed_id, business_id]
        before, copies = answers_in(row.answers), answers_in(other.answers)
        stay = {key: answer for key, answer in before.items() if key not in fields or answer != copies.get(key)}
        if stay != before:
            row.answers = answers_text(stay)
            row.revision += 1
            row.save(update_fields=["answers", "revision"])
