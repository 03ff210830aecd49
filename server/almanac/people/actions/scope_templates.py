"""Templates of scopes: named, changed and put away. A manager's scope is a copy, so nothing here changes what people may."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db import IntegrityError, transaction

from almanac.kit.actor import Actor
from almanac.kit.errors import Conflict, InvalidInput, NotAllowed, NotFound
from almanac.kit.text import one_line
from almanac.outbox.actions import emit
from almanac.people.actions.scopes import ReachWish, check_reach, facts_of, write_reach
from almanac.people.events import ScopeTemplateArchived, ScopeTemplateChanged
from almanac.people.models import ScopeTemplate
from almanac.people.permissions import can_edit_scopes


def save_template(
    *, actor: Actor, template_id: UUID | None, name: str, wish: ReachWish, revision: int | None, now: datetime
) -> ScopeTemplate:
    """Write a template, a new one without `template_id`. Raises NotAllowed, NotFound, InvalidInput, Conflict."""
    if not can_edit_scopes(actor):
        raise NotAllowed
    called = one_line(name)
    if not called:
        raise InvalidInput(fields={"name": ["Please give it a name."]})
    try:
        with transaction.atomic():
            check_reach(wish)
            template = _locked(template_id, revision) if template_id else ScopeTemplate(revision=0)
            before = facts_of(template)
            template.name = called
            template.save()
            write_reach(template, wish)
            changed = ScopeTemplateChanged(template_id=template.pk, before=before, after=facts_of(template))
            emit(changed, actor=actor, at=now)
    except IntegrityError as error:
        raise InvalidInput(fields={"name": ["There is a template by this name already."]}) from error
    return template


def archive_template(*, actor: Actor, template_id: UUID, now: datetime) -> None:
    """Put a template away; scopes made from it stay as they are. Raises NotAllowed, NotFound."""
    if not can_edit_scopes(actor):
        raise NotAllowed
    with transaction.atomic():
        template = _locked(template_id, None)
        template.archived_at = now
        template.revision += 1
        template.save(update_fields=["archived_at", "revision"])
        emit(ScopeTemplateArchived(template_id=template.pk), actor=actor, at=now)


def _locked(template_id: UUID, revision: int | None) -> ScopeTemplate:
    found = ScopeTemplate.objects.select_for_update().filter(pk=template_id, archived_at=None).first()
    if found is None:
        raise NotFound
    if revision is not None and revision != found.revision:
        raise Conflict
    return found
