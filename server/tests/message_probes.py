"""A request that works at each door to one's own messages."""

from __future__ import annotations

from almanac.notifications.models import Delivery
from almanac.notifications.short_links import hashed
from tests.probe import Probe
from tests.world import World

POINT = (
    "BNcRdreALRFXTkOOUHK1EtK2wtaz5Ry4YfYCA_0QTpQtUbVlUls0VJXg7A8u-Ts1XbjhazAkj7I99e8QcYP7DkM"  # RFC 8291, appendix A
)
SECRET = "BTBZMqHH6r4Tts7J_aSIgg"
ENDPOINT = "https://fcm.googleapis.com/fcm/send/a-browser"
WORD = "ABCDEFGHJKMN"


def _texted(world: World) -> None:
    """A text with a short link went out, which leads to where one books."""
    Delivery.objects.create(
        key="a text",
        channel=Delivery.Channel.SMS,
        language="en",
        template="reminder",
        link="https://val.example/booking/",
        short_link=hashed(WORD),
    )


MESSAGE_PROBES: dict[str, Probe] = {
    "deliveries": Probe("get", "/deliveries"),
    "own_messages": Probe("get", "/me/messages"),
    "unread_messages": Probe("get", "/me/messages/unread"),
    "read_messages": Probe("post", "/me/messages/read", {"ids": None}),
    "message_choices": Probe("get", "/me/message-choices"),
    "set_message_choices": Probe("put", "/me/message-choices", {"muted": [{"kind": "reminders", "channel": "sms"}]}),
    "add_device": Probe(
        "post", "/me/devices", {"endpoint": ENDPOINT, "keys": {"p256dh": POINT, "auth": SECRET}, "name": "A phone"}
    ),
    "forget_device": Probe("post", "/me/devices/forget", {"endpoint": ENDPOINT}),
    "text_report": Probe("post", "/text-messages/{wish}/report", {"MessageStatus": "delivered"}),
    "mail_report": Probe("post", "/mail-reports/resend", {"type": "email.delivered", "data": {"email_id": "a"}}),
    "read_short_link": Probe("post", "/short-links", {"word": WORD}, before=_texted),
}
