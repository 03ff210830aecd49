"""The hosted page on which a customer agrees to be debited, and what it says when there is nothing to agree to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape

from fakes.gocardless.accounts import ACCOUNTS, SORT_CODE
from fakes.gocardless.book import Thing

STYLE = """
:root{color-scheme:light dark;--ink:#1b1f2a;--soft:#5b6472;--paper:#fff;--line:#7d8694;--go:#0b5d4f;--no:#b3123a}
@media (prefers-color-scheme:dark){:root{--ink:#f1f3f7;--soft:#a9b1c3;--paper:#14171f;--line:#6b7488;--go:#7fd6c2;
--no:#ff9bb0}}
body{font:17px/1.5 system-ui,sans-serif;color:var(--ink);background:var(--paper);max-width:27rem;margin:0 auto;padding:1rem}
label{display:block;margin:.8rem 0 .2rem}input{font:inherit;width:100%;padding:.6rem;box-sizing:border-box;border:1px solid
var(--line);border-radius:6px;background:transparent;color:inherit}
button{font:inherit;font-weight:600;width:100%;min-height:48px;margin-top:1rem;border-radius:6px;border:1px solid var(--go);
background:var(--go);color:var(--paper)}.quiet{background:transparent;color:var(--go)}.note{color:var(--soft)}
.no{border-left:4px solid var(--no);padding-left:.8rem}
"""
NOTE = '<p class="note">This stands in for GoCardless: no real money and no real bank.</p>'


def agree(flow: Thing, request: Thing, given: Mapping[str, str], problem: str = "") -> str:
    """Whose account it is, and yes or no. `problem` is what was wrong with what was typed."""
    wanted = request["mandate_request"] or request["payment_request"]
    is_bacs = wanted["scheme"] in ("bacs", "faster_payments")
    before = {"account_holder_name": "", **flow["prefilled_customer"], **given}
    fields = [("account_holder_name", "Name on the account", "name")]
    fields += [("sort_code", "Sort code", "off"), ("account_number", "Account number", "off")] if is_bacs else []
    fields += [] if is_bacs else [("iban", "IBAN", "off")]
    inputs = "".join(
        f'<label for="{name}">{label}</label><input id="{name}" name="{name}" required autocomplete="{filled}" '
        f'value="{escape(str(before.get(name) or ""))}">'
        for name, label, filled in fields
    )
    ends = "".join(f"<li>{number}: {escape(account.words)}</li>" for number, account in ACCOUNTS.items())
    what = (
        f"Sort code {SORT_CODE[:2]}-{SORT_CODE[2:4]}-{SORT_CODE[4:]} with an account" if is_bacs else "An IBAN ending"
    )
    said = f'<p class="no" role="alert">{escape(problem)}</p>' if problem else ""
    return page(
        "Pay by bank debit",
        f"""{NOTE}<p>{escape(str(wanted["description"] or "Direct Debit"))}</p>{said}
<form method="post"><input type="hidden" name="step" value="agree">{inputs}
<p>You agree that the amounts you are told of beforehand are taken from this account. What is taken wrongly you can have back
from your bank under the Direct Debit Guarantee.</p><button>Set up the Direct Debit</button></form>
<form method="post"><input type="hidden" name="step" value="exit">
<button class="quiet">Go back to the shop</button></form>
<details><summary>Accounts to try</summary><p>{what}:</p><ul>{ends}</ul></details>""",
    )


def done(address: str) -> str:
    return over("The Direct Debit is set up.", [(address, "On to your order")])


def over(words: str, links: Sequence[tuple[str, str]] = ()) -> str:
    """Nothing can be agreed to here (any more)."""
    ways = "".join(f'<p><a href="{escape(href)}">{escape(text)}</a></p>' for href, text in links if href)
    return page("Bank debit", f"{NOTE}<p>{escape(words)}</p>{ways}")


def page(title: str, body: str) -> str:
    return (
        '<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">'
        f"<title>{escape(title)}</title><style>{STYLE}</style><main><h1>{escape(title)}</h1>{body}</main></html>"
    )
