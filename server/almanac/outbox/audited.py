"""Editing by hand in the administration, written down like every other change; nothing is deleted there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar, TypeVar
from uuid import UUID

from django.contrib import admin
from django.db.models import Model
from django.forms import ModelForm
from django.http import HttpRequest

from almanac.kit import clock
from almanac.kit.fields import Row
from almanac.kit.requests import actor_of
from almanac.outbox.actions import emit
from almanac.outbox.events import Event

Edited = TypeVar("Edited", bound=Row)


@dataclass(frozen=True, kw_only=True)
class RowEdited(Event):
    """A row was added or changed in the administration; the values before and after stand in the erasable column."""

    name: ClassVar[str] = "outbox.row_edited"
    table: str
    row_id: UUID
    fields: list[str]
    is_new: bool


class AuditedPage(admin.ModelAdmin[Edited]):
    """An editable page whose changes are events. Rows are archived, never deleted: orders name them."""

    def save_model(self, request: HttpRequest, obj: Edited, form: ModelForm[Edited], change: bool) -> None:
        """Save, count the revision up, and write down who changed what. The admin's view is one transaction."""
        changed = [name for name in form.changed_data if name in form.fields]
        before = {name: str(form.initial.get(name, "")) for name in changed}
        if change:
            obj.revision += 1
        super().save_model(request, obj, form, change)
        event = RowEdited(table=obj._meta.label_lower, row_id=obj.pk, fields=sorted(changed), is_new=not change)
        after = {name: str(form.cleaned_data.get(name, "")) for name in changed}
        emit(event, actor=actor_of(request), at=clock.now(), personal={"before": before, "after": after})

    def has_delete_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return False

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        return (*super().get_readonly_fields(request, obj), "revision")
