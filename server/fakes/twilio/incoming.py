"""What people answer, and the words by which they leave and come back without anybody's help."""

from __future__ import annotations

from fakes.twilio.account import FROM
from fakes.twilio.book import API_VERSION, Book, Thing

WORDS = {
    **dict.fromkeys(("STOP", "STOPALL", "UNSUBSCRIBE", "CANCEL", "END", "QUIT"), "STOP"),
    **dict.fromkeys(("START", "UNSTOP", "YES"), "START"),
    **dict.fromkeys(("HELP", "INFO"), "HELP"),
}
ANSWERS = {
    "STOP": "You have successfully been unsubscribed. You will not receive any more messages from this number. "
    "Reply START to resubscribe.",
    "START": "You have successfully been re-subscribed to messages from this number. Reply HELP for help. "
    "Reply STOP to unsubscribe. Msg&Data Rates May Apply.",
    "HELP": "Reply STOP to unsubscribe. Msg&Data Rates May Apply.",
}


def receive(book: Book, number: str, body: str) -> Thing:
    """A message of somebody to our number. One word alone, in capitals or not, is what counts."""
    made = book.add(to=FROM, sender=number, body=body, direction="inbound", status="received")
    made["date_sent"] = made["date_created"]
    asked = WORDS.get(body.strip().upper(), "")
    pair = (number, FROM)
    is_new = asked == "HELP" and pair not in book.unsubscribed
    if asked == "STOP":
        is_new = pair not in book.unsubscribed
        book.unsubscribed.add(pair)
    elif asked == "START":
        is_new = pair in book.unsubscribed
        book.unsubscribed.discard(pair)
    if is_new:
        reply = book.add(to=number, sender=FROM, body=ANSWERS[asked], direction="outbound-reply", status="queued")
        for status in ("sent", "delivered"):
            book.turn(reply, (status, None))
    book.tell(book.inbound_url, told(made, asked))
    return made


def told(message: Thing, asked: str) -> dict[str, str]:
    """What the message to the shop says."""
    return {
        "AccountSid": message["account_sid"],
        "ApiVersion": API_VERSION,
        "Body": message["body"],
        "From": message["from"],
        "MessageSid": message["sid"],
        "NumMedia": "0",
        "NumSegments": message["num_segments"],
        "SmsMessageSid": message["sid"],
        "SmsSid": message["sid"],
        "SmsStatus": "received",
        "To": message["to"],
        **({"OptOutType": asked} if asked else {}),
    }
