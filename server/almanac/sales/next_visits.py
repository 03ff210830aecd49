"""When the next visit of each subscription begins."""

from __future__ import annotations

from django.db.models import OuterRef, Subquery

from almanac.kit import clock
from almanac.sales.models import OrderLine
from almanac.scheduling.models import Appointment


def next_at() -> Subquery:
    """For an annotation of subscriptions: the start of the first visit still to come that is not called off; None: there is
    none."""
    coming = OrderLine.objects.filter(subscription=OuterRef("pk"), appointment__starts_at__gt=clock.now())
    coming = coming.exclude(appointment__state=Appointment.State.CANCELLED).order_by("appointment__starts_at")
    return Subquery(coming.values("appointment__starts_at")[:1])
