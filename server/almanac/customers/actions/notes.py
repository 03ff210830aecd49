"""Notes and tags of a customer."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from django.db import transaction

from almanac.customers.actions.records import Kind, locked, tell
from almanac.customers.events import NoteRemoved, NoteWritten, TagsChanged
from almanac.customers.models import TAG_LENGTH, Note, Tag
from almanac.kit.actor import Actor
from almanac.kit.errors import InvalidInput, NotFound
from almanac.kit.text import many_lines, one_line
from almanac.outbox.actions import emit

MOST_TAGS = 20


def write_note(*, actor: Actor, customer_id: UUID, text: str, now: datetime) -> Note:
    """Write something down about a customer. Raises NotFound, NotAllowed, PutAway, InvalidInput."""
    written = many_lines(text)
    if not written:
        raise InvalidInput(fields={"text": ["Please write something."]})
    with transaction.atomic():
        customer = locked(actor, customer_id)
        note = Note.objects.create(customer=customer, text=written, written_by_id=actor.user_id, created_at=now)
        tell(actor, customer.pk, Kind.NOTE_WRITTEN, now=now)
        emit(NoteWritten(customer_id=customer.pk, note_id=note.pk), actor=actor, at=now)
    return note


def remove_note(*, actor: Actor, customer_id: UUID, note_id: UUID, now: datetime) -> None:
    """Put a note away. Raises NotFound, NotAllowed, PutAway."""
    with transaction.atomic():
        customer = locked(actor, customer_id)
        note = Note.objects.filter(pk=note_id, customer=customer, archived_at=None).first()
        if note is None:
            raise NotFound
        note.archived_at = now
        note.revision += 1
        note.save(update_fields=["archived_at", "revision"])
        tell(actor, customer.pk, Kind.NOTE_REMOVED, now=now)
        emit(NoteRemoved(customer_id=customer.pk, note_id=note.pk), actor=actor, at=now)


def set_tags(*, actor: Actor, customer_id: UUID, names: Sequence[str], now: datetime) -> None:
    """The tags a customer has from now on; "VIP" and "vip" are one. Raises NotFound, NotAllowed, PutAway, InvalidInput."""
    wanted = {tag_key(name): one_line(name) for name in reversed(names) if one_line(name)}
    if len(wanted) > MOST_TAGS or any(len(name) > TAG_LENGTH for name in wanted.values()):
        raise InvalidInput(fields={"tags": [f"At most {MOST_TAGS} tags of {TAG_LENGTH} letters."]})
    with transaction.atomic():
        customer = locked(actor, customer_id)
        there = set(Tag.objects.filter(customer=customer).values_list("key", flat=True))
        if there == wanted.keys():
            return
        Tag.objects.filter(customer=customer).exclude(key__in=wanted).delete()
        Tag.objects.bulk_create(
            Tag(customer=customer, key=key, name=name, created_at=now)
            for key, name in sorted(wanted.items())
            if key not in there
        )
        tell(actor, customer.pk, Kind.TAGS_CHANGED, now=now)
        added, removed = len(wanted.keys() - there), len(there - wanted.keys())
        emit(TagsChanged(customer_id=customer.pk, added=added, removed=removed), actor=actor, at=now)


def tag_key(name: str) -> str:
    """A tag as it is compared."""
    return one_line(name).casefold()
