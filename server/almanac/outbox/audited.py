"""Editing by hand in the administration, written down like every other change."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar, TypeVar
from uuid import UUID

from django.contrib import admin
from django.core.exceptions import FieldDoesNotExist
from django.db.models import Model
from django.forms import ModelForm
from django.http import HttpRequest

from almanac.kit import clock
from almanac.kit.crypto import EncryptedTextField
from almanac.kit.fields import Row
from almanac.kit.requests import actor_of
from almanac.outbox.actions import emit
from almanac.outbox.events import Event

Edited = TypeVar("Edited", bound=Row)


@dataclass(frozen=True, kw_only=True)
class RowEdited(Event):
    """A row was `added`, `changed` or `removed` in the administration; its values stand in the erasable column."""

    name: ClassVar[str] = "outbox.row_edited"
    table: str
    row_id: UUID
    fields: list[str]
    what: str


class AuditedPage(admin.ModelAdmin[Edited]):
    """An editable page whose changes are events. Rows are archived, not deleted, for orders name them; a page whose
    rows nothing names sets `removable`, and they go one by one."""

    removable = False
    actions = None

    def save_model(self, request: HttpRequest, obj: Edited, form: ModelForm[Edited], change: bool) -> None:
        """Save, count the revision up, and write down who changed what. The admin's view is one transaction."""
        changed = [name for name in form.changed_data if name in form.fields]
        told = [name for name in changed if not _is_secret(obj, name)]
        before = {name: str(form.initial.get(name, "")) for name in told}
        if change:
            obj.revision += 1
        super().save_model(request, obj, form, change)
        what = "changed" if change else "added"
        event = RowEdited(table=obj._meta.label_lower, row_id=obj.pk, fields=sorted(changed), what=what)
        after = {name: str(form.cleaned_data.get(name, "")) for name in told}
        emit(event, actor=actor_of(request), at=clock.now(), personal={"before": before, "after": after})

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return self.removable and super().has_delete_permission(request, obj)

    def delete_model(self, request: HttpRequest, obj: Edited) -> None:
        """Remove the row and write down what it was."""
        event = RowEdited(table=obj._meta.label_lower, row_id=obj.pk, fields=[], what="removed")
        emit(event, actor=actor_of(request), at=clock.now(), personal={"before": str(obj)})
        super().delete_model(request, obj)

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        return (*super().get_readonly_fields(request, obj), "revision")


def _is_secret(obj: Model, name: str) -> bool:
    """A password, or what is encrypted in its own table: that it changed is written down, never to what."""
    if name.startswith("password"):
        return True
    try:
        return isinstance(obj._meta.get_field(name), EncryptedTextField)
    except FieldDoesNotExist:
        return False
