"""Coupons and discounts as they are stored, and as the engine knows them: what a code is, and whose a use is."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from django.utils.crypto import salted_hmac

from almanac.engine.price_discounts import Discount
from almanac.kit import wording
from almanac.kit.clock import epoch
from almanac.kit.localized import text_in
from almanac.sales.models import Coupon

CODE = re.compile(r"[A-Z0-9][A-Z0-9-]{2,39}")
MOST_AMOUNT, NAME_LENGTH = 10_000_000, 120
MOST_LIMIT = 10_000  # of one with a limit: a free number is looked for among all that are taken
PLAIN = (
    "percent_bp",
    "amount",
    "most_amount",
    "from_each",
    "combines",
    "minimum_amount",
    "starts_at",
    "ends_at",
    "limit",
    "customer_limit",
    "first_order_only",
)
LISTS = ("service_ids", "category_ids", "never_ids")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A coupon or discount that an order may use, with how often it was used by anybody, and by this customer."""

    coupon: Coupon
    uses: int
    customer_uses: int
    is_theirs: bool = True
    is_own_code: bool = False

    def discount(self, language: str) -> Discount:
        """As the engine knows it."""
        row = self.coupon
        return Discount(
            key=str(row.pk),
            label=row.code or text_in(row.name, language),
            percent_bp=row.percent_bp,
            amount=row.amount,
            most_amount=row.most_amount,
            is_coupon=row.code is not None,
            is_theirs=self.is_theirs,
            is_own_code=self.is_own_code,
            from_each=row.from_each,
            combines=row.combines,
            only=frozenset([*row.service_ids, *row.category_ids]) or frozenset([str(row.business_id)]),
            never=frozenset(row.never_ids),
            minimum_amount=row.minimum_amount,
            starts_at=None if row.starts_at is None else epoch(row.starts_at),
            ends_at=None if row.ends_at is None else epoch(row.ends_at),
            limit=row.limit,
            uses=self.uses,
            customer_limit=row.customer_most,
            customer_uses=self.customer_uses,
            first_order_only=row.first_order_only,
        )


@dataclass(frozen=True, slots=True)
class CouponWish:
    """All that a coupon is to say; without a code it is a discount that comes by itself. Amounts are minor units of its
    business's currency."""

    business_id: UUID | None = None  # of a new one; it never changes
    customer_id: UUID | None = None  # whose alone a new one is; nor does that
    code: str = ""
    name: Mapping[str, str] = field(default_factory=dict)
    percent_bp: int = 0
    amount: int = 0
    most_amount: int | None = None
    from_each: bool = False
    combines: bool = True
    service_ids: Collection[UUID] = ()
    category_ids: Collection[UUID] = ()
    never_ids: Collection[UUID] = ()
    minimum_amount: int = 0
    starts_at: datetime | None = None
    ends_at: datetime | None = None
    limit: int | None = None
    customer_limit: int | None = None
    first_order_only: bool = False


def written(coupon: Coupon, wish: CouponWish) -> None:
    """Put into the row what is wished for."""
    coupon.code = "".join(wish.code.upper().split()) or None
    coupon.name = wording.cleaned(wish.name)
    for name in PLAIN:
        setattr(coupon, name, getattr(wish, name))
    for name in LISTS:
        setattr(coupon, name, sorted({str(key) for key in getattr(wish, name)}))


def facts_of(coupon: Coupon) -> dict[str, object]:
    """What it says, as the audit trail keeps it."""
    told = {name: getattr(coupon, name) for name in ("code", "name", *PLAIN, *LISTS)}
    told["customer_id"] = str(coupon.customer_id) if coupon.customer_id else None
    return {name: value.isoformat() if isinstance(value, datetime) else value for name, value in told.items()}


def coupon_faults(coupon: Coupon, wish: CouponWish) -> wording.Faults:
    """What is not sound about a coupon, by field."""
    faults: wording.Faults = {}
    wording.judge(faults, "name", coupon.name, longest=NAME_LENGTH, needed=coupon.code is None)
    if coupon.code is not None and not code_in(coupon.code):
        faults["code"] = ["From 3 to 40 letters without accents, digits and hyphens, please."]
    if (wish.percent_bp > 0) == (wish.amount > 0):
        faults["amount"] = ["Choose a percentage or an amount."]
    ranges = {
        "percent_bp": (wish.percent_bp, 0, 10_000),
        "amount": (wish.amount, 0, MOST_AMOUNT),
        "most_amount": (wish.most_amount, 1, MOST_AMOUNT),
        "minimum_amount": (wish.minimum_amount, 0, MOST_AMOUNT),
        "limit": (wish.limit, 1, MOST_LIMIT),
        "customer_limit": (wish.customer_limit, 1, MOST_LIMIT),
    }
    for name, (value, least, most) in ranges.items():
        if value is not None and not least <= value <= most:
            faults.setdefault(name, []).append("This number makes no sense here.")
    if wish.starts_at and wish.ends_at and wish.ends_at <= wish.starts_at:
        faults["ends_at"] = ["It ends before it begins."]
    return faults


def code_in(typed: str) -> str:
    """A code as it is stored, from what somebody typed: capitals without spaces. Empty where it can be none."""
    code = "".join(typed.upper().split())
    return code if CODE.fullmatch(code) else ""


def person_of(mailbox: str, customer_id: UUID) -> str:
    """What tells a customer from others, and nothing else about them."""
    return salted_hmac("almanac.coupons", mailbox or str(customer_id), algorithm="sha256").hexdigest()


def free_number(taken: Iterable[int]) -> int:
    """The lowest number from one on that is not taken."""
    numbers = set(taken)
    return next(number for number in range(1, len(numbers) + 2) if number not in numbers)
