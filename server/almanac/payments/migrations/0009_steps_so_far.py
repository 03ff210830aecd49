"""What is known of payments that were made before their steps were written down."""

from collections.abc import Iterator
from typing import Any

from django.db import migrations

BATCH = 1_000
OF_STATE = {"due": "agreed", "cancelled": "closed", "failed": "failed", "pending": "pending"}
OF_REFUND = {"pending": "refund_pending", "done": "refund_done", "failed": "refund_failed"}
OF_DISPUTE = {"under_review": "dispute_reviewed", "won": "dispute_won", "lost": "dispute_lost"}
OF_REVIEW = {"approved": "approved", "refused": "refused"}


def write(apps: Any, editor: Any) -> None:
    """By parts, so that it takes no more room for many payments than for a few."""
    step, batch = apps.get_model("payments", "PaymentStep"), []
    for facts in _all(apps):
        batch.append(step(**facts))
        if len(batch) == BATCH:
            step.objects.bulk_create(batch)
            batch = []
    step.objects.bulk_create(batch)


def _all(apps: Any) -> Iterator[dict[str, Any]]:
    for row in _rows(apps, "Payment"):
        yield from _of_payment(row)
    for row in _rows(apps, "Refund"):
        about = {"payment_id": row.payment_id, "about": row.pk, "amount": row.amount}
        yield {**about, "kind": "refund_asked", "happened_at": row.created_at, "reason": row.why, "actor_id": row.asked_by_id}
        if row.state in OF_REFUND:
            named = {"reference": row.reference, "reason": row.failure or row.why}
            yield {**about, **named, "kind": OF_REFUND[row.state], "happened_at": row.happened_at or row.created_at}
    for row in _rows(apps, "Dispute"):
        about = {"payment_id": row.payment_id, "about": row.pk, "amount": row.amount, "reference": row.reference}
        yield {**about, "kind": "dispute_opened", "happened_at": row.opened_at, "reason": row.reason}
        if row.answered_at:
            answered = {"payment_id": row.payment_id, "about": row.pk, "actor_id": row.answered_by_id}
            yield {**answered, "kind": "dispute_answered", "happened_at": row.answered_at}
        if row.stage in OF_DISPUTE:
            at = row.closed_at or row.answered_at or row.opened_at
            yield {**about, "kind": OF_DISPUTE[row.stage], "happened_at": at, "reason": row.reason}
    for row in _rows(apps, "Review"):
        about = {"payment_id": row.payment_id, "about": row.pk}
        yield {**about, "kind": "held", "happened_at": row.created_at, "reason": " ".join(row.reasons)[:60]}
        if row.state in OF_REVIEW:
            yield {**about, "kind": OF_REVIEW[row.state], "happened_at": row.decided_at, "actor_id": row.decided_by_id}


def _of_payment(row: Any) -> Iterator[dict[str, Any]]:
    about = {"payment_id": row.pk, "amount": row.amount}
    if row.kept_id:
        yield {**about, "kind": "charge_tried", "happened_at": row.created_at}
    elif row.reference and row.account_id:
        yield {**about, "kind": "page_opened", "happened_at": row.created_at, "reference": row.reference}
    elif row.method == "bank_transfer" and not row.taken_by_id:
        yield {**about, "kind": "transfer_awaited", "happened_at": row.created_at}
    if row.reminded_at:
        yield {"payment_id": row.pk, "kind": "reminded", "happened_at": row.reminded_at}
    if row.captured_at:
        came = {"kind": "captured", "happened_at": row.captured_at, "reference": row.charge, "actor_id": row.taken_by_id}
        yield {**about, **came}
    elif row.state in OF_STATE:  # when it ended was not kept: no sooner than it began
        yield {**about, "kind": OF_STATE[row.state], "happened_at": row.created_at, "reason": row.decline}
    if row.fee_amount and row.captured_at:
        yield {"payment_id": row.pk, "kind": "fee", "happened_at": row.captured_at, "amount": row.fee_amount}


def _rows(apps: Any, name: str) -> Iterator[Any]:
    rows: Iterator[Any] = apps.get_model("payments", name).objects.order_by("pk").iterator(chunk_size=BATCH)
    return rows


class Migration(migrations.Migration):
    dependencies = [("payments", "0008_timeline")]
    operations = [migrations.RunPython(write, migrations.RunPython.noop)]
