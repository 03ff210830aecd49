"""Numbers that bring the trouble they stand for."""

from __future__ import annotations


class Trouble:
    """Written to, these go wrong. The last three digits are those of Twilio's code, where there is one."""

    INVALID = "+447700900211"  # 21211
    REGION = "+447700900408"  # 21408
    UNVERIFIED = "+447700900608"  # 21608, as all but verified numbers are for a trial account
    UNSUBSCRIBED = "+447700900610"  # 21610, until it answers START
    QUEUE_FULL = "+447700900611"  # 21611
    UNROUTABLE = "+447700900612"  # 21612
    LANDLINE = "+447700900614"  # 21614
    OFF = "+447700900003"  # undelivered, 30003
    NOBODYS = "+447700900005"  # undelivered, 30005
    NO_CARRIER = "+447700900006"  # undelivered, 30006
    UNREGISTERED = "+447700900034"  # undelivered, 30034
    FAILED = "+447700900601"  # failed before it was sent, 30001
    SILENT = "+447700900602"  # sent, and never more is heard of it
    TOO_MANY_ONCE = "+447700900429"  # 429 the first time, then as any other
    BROKEN = "+447700900500"  # 500, each time; nothing is sent
    UNAVAILABLE = "+447700900503"  # 503, each time; nothing is sent
    LOST_ONCE = "+447700900504"  # the first time the work is done and the line breaks before the answer
    SLOW = "+447700900508"  # answers after `slow_seconds`


REFUSED = {
    Trouble.INVALID: 21211,
    Trouble.REGION: 21408,
    Trouble.UNVERIFIED: 21608,
    Trouble.QUEUE_FULL: 21611,
    Trouble.UNROUTABLE: 21612,
    Trouble.LANDLINE: 21614,
    Trouble.BROKEN: 20500,
    Trouble.UNAVAILABLE: 20503,
    # Twilio's own numbers for tests, which they document for test credentials.
    "+15005550001": 21211,
    "+15005550002": 21612,
    "+15005550003": 21408,
    "+15005550004": 21610,
    "+15005550009": 21614,
}
REFUSED_SENDERS = {"+15005550001": 21212, "+15005550007": 21606, "+15005550008": 21611}

Step = tuple[str, int | None]  # a status, and the code where it is no good one

ENDINGS: dict[str, tuple[Step, ...]] = {
    Trouble.OFF: (("sent", None), ("undelivered", 30003)),
    Trouble.NOBODYS: (("sent", None), ("undelivered", 30005)),
    Trouble.NO_CARRIER: (("sent", None), ("undelivered", 30006)),
    Trouble.UNREGISTERED: (("sent", None), ("undelivered", 30034)),
    Trouble.FAILED: (("failed", 30001),),
    Trouble.SILENT: (("sent", None),),
}
GOOD_ENDING: tuple[Step, ...] = (("sent", None), ("delivered", None))
ENDING_WORDS = {
    30001: "Queue overflow",
    30003: "Unreachable destination handset",
    30005: "Unknown destination handset",
    30006: "Landline or unreachable carrier",
    30034: "US A2P 10DLC - Message from an Unregistered Number",
}
