"""Worker door of the letter that says when visits that repeat come to an end."""

from __future__ import annotations

from almanac.kit.pages import site
from almanac.notifications.actions.keeping import keep_letter
from almanac.notifications.models import Delivery
from almanac.notifications.queries import telling
from almanac.notifications.subscription_letters import Ending, compose_ending
from almanac.outbox.registry import Job
from almanac.sales.events import SubscriptionEnding
from almanac.sales.models import OrderLine, Subscription
from almanac.scheduling.models import Appointment


def tell_of_end(job: Job) -> None:
    """Write to the customer when the last visit is; nothing where none is left that stands."""
    event = job.event(SubscriptionEnding)
    row = Subscription.objects.select_related("customer", "business").get(pk=event.subscription_id)
    lines = OrderLine.objects.filter(subscription=row, appointment__isnull=False).select_related("appointment")
    lines = lines.exclude(appointment__state=Appointment.State.CANCELLED).order_by("-appointment__starts_at")
    last = lines.first()
    if last is None or last.appointment is None:
        return
    language = row.customer.language
    letter = compose_ending(
        Ending(row.name, row.customer.name, last.appointment.starts_at, row.zone, event.why),
        sender=telling.sender_of(row.business, language),
        language=language,
        link=f"{site(language)}/booking/",
    )
    to = Delivery(
        recipient=Delivery.Recipient.CUSTOMER,
        recipient_id=row.customer_id,
        address=row.customer.email,
        language=language,
        key=f"subscription_ending:{job.fact.id if job.fact else row.pk}",
        event_id=job.fact.id if job.fact else None,
        business=row.business,
        template="subscription_ending",
    )
    keep_letter(letter, to, now=job.now)
