"""A sample coupon: ten percent off a first order."""

from __future__ import annotations

from almanac.business.models import Business
from almanac.sales.models import Coupon


def create_coupon(valclean: Business) -> None:
    """WELCOME10, for as long as anybody likes."""
    Coupon.objects.create(
        business=valclean,
        code="WELCOME10",
        name={"en": "Ten percent off the first order"},
        currency=valclean.currency,
        percent_bp=1_000,
        first_order_only=True,
    )
