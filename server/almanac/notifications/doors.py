"""Who may use the doors to messages."""

from __future__ import annotations

from almanac.kit.doors import ADMINS, EVERYBODY, SIGNED_IN, Door, Doors, Who

DOORS: Doors = {
    "deliveries": Door(
        frozenset({Who.MANAGER, Who.ADMIN}), "messages and what became of them, of staff in scope or all", lists=True
    ),
    "disputes": Door(ADMINS, "disputes of payments", lists=True),
    "dispute_evidence": Door(ADMINS, "our records of a disputed payment"),
    "own_messages": Door(SIGNED_IN, "what oneself was told", lists=True),
    "unread_messages": Door(SIGNED_IN, "how many messages of one's own are unread"),
    "read_messages": Door(SIGNED_IN, "messages of one's own, marked as read"),
    "message_choices": Door(SIGNED_IN, "what oneself wants where, and one's own devices"),
    "set_message_choices": Door(SIGNED_IN, "what oneself wants where"),
    "add_device": Door(SIGNED_IN, "a browser that shows one's own messages"),
    "forget_device": Door(SIGNED_IN, "a device of one's own, which shows them no longer"),
    "text_report": Door(frozenset(), "what became of a text, which its company's signature opens"),
    "mail_report": Door(frozenset(), "what became of letters, which their company's signature opens"),
    "read_short_link": Door(EVERYBODY, "the page of ours that a text's link stands for, for whoever holds it"),
    "answer_dispute": Door(ADMINS, "our records, sent to the company"),
}
