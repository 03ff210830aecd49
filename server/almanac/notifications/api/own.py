"""Doors to one's own messages: the list, what one wants where, the devices that show them."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from ninja import Router

from almanac.kit import clock
from almanac.kit.actor import Actor
from almanac.kit.errors import InvalidInput, SignInNeeded, responses
from almanac.kit.pagination import Page, take_page
from almanac.kit.requests import signed_in
from almanac.notifications.actions import reading
from almanac.notifications.queries import own
from almanac.notifications.schemas.own import (
    DeviceIn,
    DeviceOut,
    ForgetIn,
    MessageChoicesIn,
    MessageChoicesOut,
    OwnMessageOut,
    ReadIn,
    UnreadOut,
)

router = Router(tags=["messages"])


@router.get("/me/messages", response={200: Page[OwnMessageOut], **responses(SignInNeeded)}, operation_id="own_messages")
def own_messages(request: HttpRequest, cursor: str = "", limit: int = 50) -> Page[OwnMessageOut]:
    """What one was told, the newest first."""
    found, following = take_page(own.own_messages(signed_in(request)), by="-created_at", cursor=cursor, limit=limit)
    return Page(items=[OwnMessageOut.of(row) for row in found], next_cursor=following)


@router.get("/me/messages/unread", response={200: UnreadOut, **responses(SignInNeeded)}, operation_id="unread_messages")
def unread_messages(request: HttpRequest) -> UnreadOut:
    """How many messages of one's own are unread."""
    return UnreadOut(count=own.unread_count(signed_in(request)))


@router.post("/me/messages/read", response={200: UnreadOut, **responses(SignInNeeded)}, operation_id="read_messages")
def read_messages(request: HttpRequest, payload: ReadIn) -> UnreadOut:
    """Mark messages of one's own as read, all of them where `ids` is null; tells how many are left."""
    actor = signed_in(request)
    reading.mark_read(actor=actor, message_ids=payload.ids, now=clock.now())
    return UnreadOut(count=own.unread_count(actor))


@router.get(
    "/me/message-choices", response={200: MessageChoicesOut, **responses(SignInNeeded)}, operation_id="message_choices"
)
def message_choices(request: HttpRequest) -> MessageChoicesOut:
    """What one wants where, and the devices that show one's messages."""
    actor = signed_in(request)
    return _choices(actor)


@router.put(
    "/me/message-choices",
    response={200: MessageChoicesOut, **responses(SignInNeeded, InvalidInput)},
    operation_id="set_message_choices",
)
def set_message_choices(request: HttpRequest, payload: MessageChoicesIn) -> MessageChoicesOut:
    """Say what one does not want: kinds of messages by channel. What stands in the list and goes to the mailbox stays."""
    actor = signed_in(request)
    reading.mute(actor=actor, muted=[(each.kind.value, each.channel) for each in payload.muted])
    return _choices(actor)


@router.post(
    "/me/devices", response={200: DeviceOut, **responses(SignInNeeded, InvalidInput)}, operation_id="add_device"
)
def add_device(request: HttpRequest, payload: DeviceIn) -> DeviceOut:
    """Let a browser show one's messages; the same one once more is the same device."""
    device = reading.add_device(
        actor=signed_in(request),
        subscription=payload.subscription(),
        session_key=request.session.session_key or "",
        now=clock.now(),
    )
    return DeviceOut.of(device)


@router.post("/me/devices/forget", response={204: None, **responses(SignInNeeded)}, operation_id="forget_device")
def forget_device(request: HttpRequest, payload: ForgetIn) -> HttpResponse:
    """Show one's messages there no longer: on the device named, or in the browser that asks, as before it signs out. Nothing
    where it is none of one's own."""
    reading.forget_device(actor=signed_in(request), device_id=payload.id, endpoint=payload.endpoint)
    return HttpResponse(status=204)


def _choices(actor: Actor) -> MessageChoicesOut:
    found = own.texted_kinds(), own.phone_of(actor), own.muted_of(actor), own.devices_of(actor)
    return MessageChoicesOut.of(actor, *found)
