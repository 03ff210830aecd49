"""Price rules: made, changed, put away and brought back. What was sold keeps the price it was sold at."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction

from almanac.catalog.actions import texts
from almanac.catalog.actions.saving import check_may, check_range, differences, locked, open_business, put_away
from almanac.catalog.events import PriceRuleChanged
from almanac.catalog.models import Category, PriceRule, Service
from almanac.catalog.pricing import RuleEffect, RuleWhen, rule_faults, tidied
from almanac.catalog.questions import FormQuestion, form_of, live
from almanac.kit import wording
from almanac.kit.actor import Actor
from almanac.kit.errors import InvalidInput
from almanac.outbox.actions import emit

MOST_RULES = 200  # of a business: each basket reads them all
FIELDS = ("name", "position", "service_ids", "category_ids", "when", "effect")


@dataclass(frozen=True, slots=True)
class PriceRuleWish:
    """All that a rule is to say; with nothing named it is for every service of its business."""

    name: Mapping[str, str]
    effect: RuleEffect
    when: RuleWhen
    business_id: UUID | None = None  # of a new one; it never changes
    position: int = 0
    service_ids: Collection[UUID] = ()
    category_ids: Collection[UUID] = ()


def save_price_rule(
    *, actor: Actor, rule_id: UUID | None, wish: PriceRuleWish, revision: int | None, now: datetime
) -> PriceRule:
    """Write a rule, a new one without `rule_id`. Raises NotAllowed, NotFound, Conflict, InvalidInput."""
    check_may(actor)
    with transaction.atomic():
        if rule_id is None:
            rule = PriceRule(business=open_business(wish.business_id), revision=0)
            before: dict[str, object] = {}
        else:
            rule = locked(PriceRule, rule_id, revision)
            before = _facts(rule)
        rule.name = wording.cleaned(wish.name)
        when = tidied(wish.when)
        _check(rule, wish, when)
        rule.position = wish.position
        rule.service_ids = sorted({str(key) for key in wish.service_ids})
        rule.category_ids = sorted({str(key) for key in wish.category_ids})
        rule.when = when.model_dump(mode="json", exclude_defaults=True)
        rule.effect = wish.effect.model_dump(mode="json", exclude_defaults=True)
        rule.revision += 1
        rule.save()
        old, new = differences(before, _facts(rule))
        if old or new:
            emit(_event(rule, "changed" if before else "added", old, new), actor=actor, at=now)
    return rule


def archive_price_rule(*, actor: Actor, rule_id: UUID, archived: bool, now: datetime) -> PriceRule:
    """Let a rule hold no more, or again. Raises NotAllowed, NotFound."""
    check_may(actor)
    with transaction.atomic():
        rule = locked(PriceRule, rule_id, None)
        if put_away(rule, archived=archived, now=now):
            emit(_event(rule, "archived" if archived else "restored", {}, {}), actor=actor, at=now)
    return rule


def _check(rule: PriceRule, wish: PriceRuleWish, when: RuleWhen) -> None:
    """Everything at once, so that nobody mends one thing to be told of the next."""
    faults: wording.Faults = {}
    wording.judge(faults, "name", rule.name, longest=texts.NAME_LENGTH, needed=True)
    check_range(faults, "position", wish.position, 0, 1_000)
    services = list(Service.objects.filter(business=rule.business, pk__in=wish.service_ids))
    if len(services) < len(set(wish.service_ids)):
        faults["service_ids"] = ["At least one of these services is not of this business."]
    if Category.objects.filter(business=rule.business, pk__in=wish.category_ids).count() < len(set(wish.category_ids)):
        faults["category_ids"] = ["At least one of these categories is not of this business."]
    alone = len(services) == 1 and not wish.category_ids
    questions: list[FormQuestion] = live(form_of(services[0].questions)) if alone else []
    faults |= rule_faults(when, wish.effect, questions)
    others = PriceRule.objects.filter(business=rule.business, archived_at=None).exclude(pk=rule.pk)
    if rule.revision == 0 and others.count() >= MOST_RULES:
        faults["name"] = [f"At most {MOST_RULES} rules, please."]
    if faults:
        raise InvalidInput(fields=faults)


def _facts(rule: PriceRule) -> dict[str, object]:
    return {name: getattr(rule, name) for name in FIELDS}


def _event(rule: PriceRule, what: str, before: dict[str, object], after: dict[str, object]) -> PriceRuleChanged:
    return PriceRuleChanged(business_id=rule.business_id, rule_id=rule.pk, what=what, before=before, after=after)
