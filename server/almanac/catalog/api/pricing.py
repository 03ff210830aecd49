"""Doors to price rules, for administrators."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest
from ninja import Router, Status

from almanac.catalog.actions.price_rules import archive_price_rule, save_price_rule
from almanac.catalog.queries import pricing
from almanac.catalog.schemas.editing import ArchiveIn
from almanac.catalog.schemas.pricing import PriceRuleIn, PriceRuleOut
from almanac.kit import clock
from almanac.kit.errors import Conflict, NotAllowed, NotFound, SignInNeeded, responses
from almanac.kit.requests import seen_revision, signed_in

router = Router(tags=["pricing"])
REFUSED = (SignInNeeded, NotAllowed)


@router.get("/price-rules", response={200: list[PriceRuleOut], **responses(*REFUSED)}, operation_id="price_rules")
def price_rules(request: HttpRequest) -> list[PriceRuleOut]:
    """All price rules in their order, archived ones too."""
    return [PriceRuleOut.of(row) for row in pricing.price_rules(signed_in(request))]


@router.post("/price-rules", response={201: PriceRuleOut, **responses(*REFUSED)}, operation_id="add_price_rule")
def add_price_rule(request: HttpRequest, payload: PriceRuleIn) -> Status[PriceRuleOut]:
    """A new price rule. It holds from now on, for whatever is not sold yet."""
    return Status(201, _saved(request, None, payload))


@router.put(
    "/price-rules/{rule_id}",
    response={200: PriceRuleOut, **responses(*REFUSED, NotFound, Conflict)},
    operation_id="change_price_rule",
)
def change_price_rule(request: HttpRequest, rule_id: UUID, payload: PriceRuleIn) -> PriceRuleOut:
    """Replace all that a price rule says."""
    return _saved(request, rule_id, payload)


@router.post(
    "/price-rules/{rule_id}/archive",
    response={200: PriceRuleOut, **responses(*REFUSED, NotFound)},
    operation_id="archive_price_rule",
)
def put_price_rule_away(request: HttpRequest, rule_id: UUID, payload: ArchiveIn) -> PriceRuleOut:
    """Let a price rule hold no more, or again."""
    row = archive_price_rule(actor=signed_in(request), rule_id=rule_id, archived=payload.archived, now=clock.now())
    return PriceRuleOut.of(row)


def _saved(request: HttpRequest, rule_id: UUID | None, payload: PriceRuleIn) -> PriceRuleOut:
    row = save_price_rule(
        actor=signed_in(request),
        rule_id=rule_id,
        wish=payload.wish(),
        revision=seen_revision(request),
        now=clock.now(),
    )
    return PriceRuleOut.of(row)
