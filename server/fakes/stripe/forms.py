"""Stripe's way to send nested values in a form (`line_items[0][price_data][currency]=gbp`), and what may be in it."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import parse_qsl

from fakes.stripe.errors import Refused, invalid, missing

PART = re.compile(r"\[([^\]]*)\]")
MOST_DEPTH = 6
MOST_AMOUNT = 99_999_999
MOST_TIME = 2**40
PARAMS = {
    "checkout/sessions": (
        "mode success_url cancel_url line_items client_reference_id customer customer_creation customer_email expires_at"
        " locale metadata payment_intent_data payment_method_types payment_method_options currency submit_type"
        " saved_payment_method_options billing_address_collection phone_number_collection custom_text automatic_tax"
        " allow_promotion_codes consent_collection invoice_creation after_expiration ui_mode origin_context return_url"
    ),
    "payment_intents": (
        "amount currency customer payment_method payment_method_types automatic_payment_methods capture_method confirm"
        " confirmation_method description metadata off_session receipt_email return_url setup_future_usage"
        " statement_descriptor_suffix error_on_requires_action"
    ),
    "payment_intents/confirm": (
        "payment_method payment_method_types off_session receipt_email return_url setup_future_usage capture_method"
        " error_on_requires_action"
    ),
    "payment_intents/cancel": "cancellation_reason",
    "refunds": "amount charge payment_intent metadata reason instructions_email currency",
    "customers": "email name phone address description metadata preferred_locales shipping",
    "disputes": "evidence metadata submit",
    "webhook_endpoints": "url enabled_events description metadata api_version",
    "payment_methods/attach": "customer",
    "payment_method_domains": "domain_name enabled",
}


def nested(body: str) -> dict[str, Any]:
    """A form as nested objects; numbered parts become lists in the order of their numbers. Raises Refused."""
    found: dict[str, Any] = {}
    for name, value in parse_qsl(body, keep_blank_values=True):
        head = name.partition("[")[0]
        parts = [head, *PART.findall(name[len(head) :])][:MOST_DEPTH]
        place = found
        for index, part in enumerate(parts[:-1]):
            following = place.setdefault(part or str(len(place)), {})
            if not isinstance(following, dict):
                raise invalid(parts[index], f"Invalid hash: {head}")
            place = following
        place[parts[-1] or str(len(place))] = value
    return {key: _lists(value) for key, value in found.items()}


def _lists(value: Any) -> Any:
    if not isinstance(value, dict):
        return value
    inner = {key: _lists(each) for key, each in value.items()}
    if inner and all(key.isdecimal() for key in inner):
        return [inner[key] for key in sorted(inner, key=int)]
    return inner


def check(place: str, asked: dict[str, Any]) -> None:
    """Only what the company documents for this address may be sent. Raises Refused."""
    allowed = PARAMS.get(place, "").split()
    for name in asked:
        if name not in allowed:
            raise invalid(name, f"Received unknown parameter: {name}", "parameter_unknown")
    metadata = asked.get("metadata") or {}
    if not isinstance(metadata, dict):
        raise invalid("metadata", "Invalid hash")
    if len(metadata) > 50 or any(len(str(key)) > 40 or len(str(value)) > 500 for key, value in metadata.items()):
        raise invalid("metadata", "Metadata has at most 50 keys of 40 characters, with values of 500.")


def whole(asked: dict[str, Any], name: str, *, most: int = MOST_AMOUNT) -> int:
    """A whole number, such as an amount in minor units. Raises Refused."""
    given = asked.get(name)
    if given in (None, ""):
        raise missing(name)
    if not str(given).isdecimal():
        raise invalid(name, f"Invalid integer: {given}", "parameter_invalid_integer")
    if int(given) > most:
        raise Refused(400, "invalid_request_error", "amount_too_large", "Amount must be no more than 999,999.99", name)
    return int(given)


def currency(asked: dict[str, Any], name: str = "currency") -> str:
    """Three small letters. Raises Refused."""
    given = str(asked.get(name) or "")
    if not given:
        raise missing(name)
    if not (len(given) == 3 and given.isalpha()):
        raise invalid(name, f"Invalid currency: {given}.")
    return given.lower()


def is_true(asked: dict[str, Any], name: str, default: str = "false") -> bool:
    """`true`, in whatever case a library writes it."""
    return str(asked.get(name, default)).lower() == "true"
