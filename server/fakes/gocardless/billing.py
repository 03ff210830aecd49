"""Billing requests and their flows: what a customer is asked to agree to, and the hosted page on which they do."""

from __future__ import annotations

from typing import Any

from fakes.gocardless import payments
from fakes.gocardless.book import DAY, Book, Thing
from fakes.gocardless.errors import invalid, wrong_state

SCHEMES = {
    "GBP": "bacs",
    "EUR": "sepa_core",
    "USD": "ach",
    "SEK": "autogiro",
    "DKK": "betalingsservice",
    "AUD": "becs",
    "NZD": "becs_nz",
    "CAD": "pad",
}
INSTANT = {"GBP": "faster_payments", "EUR": "sepa_credit_transfer"}
FLOW_DAYS = 7
DONE = ("collect_customer_details", "collect_bank_account", "confirm_payer_details")


def create(book: Book, asked: Thing) -> Thing:
    """A request for a mandate, an instant payment, or both. Raises Refused."""
    mandate, payment = asked.get("mandate_request"), asked.get("payment_request")
    if not mandate and not payment:
        raise invalid("billing_requests.mandate_request")
    payments.check_metadata("billing_requests", asked)
    customer = (asked.get("links") or {}).get("customer")
    if customer:
        book.get("customers", customer)
    else:
        customer = book.make("customers", email=None, given_name=None, family_name=None, metadata={})["id"]
    request = book.make(
        "billing_requests",
        status="pending",
        mandate_request=_mandate(mandate) if mandate else None,
        payment_request=_payment(payment) if payment else None,
        metadata=asked.get("metadata") or {},
        links={"customer": customer, "creditor": "CR123", "organisation": "OR123"},
        actions=[{"type": kind, "required": True, "status": "pending"} for kind in DONE],
        resources={"customer": book.things["customers"][customer]},
        fallback_enabled=bool(asked.get("fallback_enabled")),
    )
    book.tell("billing_requests", "created", {"billing_request": request["id"]})
    return request


def _mandate(asked: Thing) -> Thing:
    currency = asked.get("currency") or next(
        (code for code, scheme in SCHEMES.items() if scheme == asked.get("scheme")), ""
    )
    if currency not in SCHEMES:
        raise invalid("billing_requests.mandate_request.currency")
    return {
        "currency": currency,
        "scheme": SCHEMES[currency],
        "description": asked.get("description"),
        "verify": asked.get("verify") or "when_available",
        "metadata": asked.get("metadata") or {},
        "links": {},
    }


def _payment(asked: Thing) -> Thing:
    currency = asked.get("currency", "")
    if currency not in INSTANT:
        raise invalid("billing_requests.payment_request.currency")
    return {
        "currency": currency,
        "scheme": INSTANT[currency],
        "amount": payments.amount_of("billing_requests.payment_request", asked),
        "description": asked.get("description"),
        "metadata": asked.get("metadata") or {},
        "links": {},
    }


def create_flow(book: Book, asked: Thing) -> Thing:
    """A page for a request that waits. Raises Refused."""
    request = book.get("billing_requests", (asked.get("links") or {}).get("billing_request", ""))
    if request["status"] != "pending":
        raise wrong_state(f"billing_request_{request['status']}")
    for name in ("redirect_uri", "exit_uri"):
        if asked.get(name) and not str(asked[name]).startswith(("http://", "https://")):
            raise invalid(f"billing_request_flows.{name}")
    flow = book.make(
        "billing_request_flows",
        redirect_uri=asked.get("redirect_uri"),
        exit_uri=asked.get("exit_uri"),
        language=asked.get("language") or "en",
        auto_fulfil=asked.get("auto_fulfil", True),
        skip_success_screen=bool(asked.get("skip_success_screen")),
        prefilled_customer=asked.get("prefilled_customer") or {},
        links={"billing_request": request["id"]},
        _until=book.clock() + FLOW_DAYS * DAY,
    )
    flow["authorisation_url"] = f"{book.url}/flow/{flow['id']}"
    flow["expires_at"] = payments.stamped(flow["_until"])
    book.tell(
        "billing_requests", "flow_created", {"billing_request": request["id"], "billing_request_flow": flow["id"]}
    )
    return flow


def cancel(book: Book, request: Thing) -> None:
    """Raises Refused for one that does not wait any more."""
    if request["status"] != "pending":
        raise wrong_state(f"billing_request_{request['status']}")
    request["status"] = "cancelled"
    book.tell("billing_requests", "cancelled", {"billing_request": request["id"]})


def fulfil(book: Book, request: Thing, holder: str, digits: str, given: dict[str, Any] | None = None) -> None:
    """The customer has agreed, with this account: a mandate, an instant payment, or both come of it."""
    if request["status"] != "pending":
        raise wrong_state(f"billing_request_{request['status']}")
    links, wanted = request["links"], request["mandate_request"] or request["payment_request"]
    book.things["customers"][links["customer"]].update(given or {})
    account = book.make(
        "customer_bank_accounts",
        account_holder_name=holder.upper(),
        account_number_ending=digits[-2:],
        bank_name="STAND-IN BANK",
        country_code="GB" if wanted["scheme"] in ("bacs", "faster_payments") else digits[:2],
        currency=wanted["currency"],
        enabled=True,
        links={"customer": links["customer"]},
        _digits=digits,
    )
    links["customer_bank_account"] = account["id"]
    if request["mandate_request"]:
        mandate = book.make(
            "mandates",
            status="pending_submission",
            scheme=wanted["scheme"],
            reference=f"ALM-{account['id'][-6:]}",
            metadata=request["mandate_request"]["metadata"],
            links={"customer": links["customer"], "customer_bank_account": account["id"], "creditor": "CR123"},
        )
        links["mandate_request_mandate"] = request["mandate_request"]["links"]["mandate"] = mandate["id"]
        book.tell("mandates", "created", {"mandate": mandate["id"]})
    if request["payment_request"]:
        payment = payments.make_instant(book, request, account)
        links["payment_request_payment"] = request["payment_request"]["links"]["payment"] = payment["id"]
    for action in request["actions"]:
        action["status"] = "completed"
    request["status"] = "fulfilled"
    named = ("mandate_request_mandate", "payment_request_payment", "customer")
    told = {"billing_request": request["id"], **{name: links[name] for name in named if name in links}}
    book.tell("billing_requests", "fulfilled", told)


def is_open(book: Book, flow: Thing) -> bool:
    request = book.things["billing_requests"][flow["links"]["billing_request"]]
    return bool(request["status"] == "pending" and book.clock() < flow["_until"])
