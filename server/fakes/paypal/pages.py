"""The page on which a buyer approves an order, and what it says when there is nothing to approve."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from fakes.paypal.book import Thing
from fakes.paypal.buyers import BUYER, INSTRUMENTS

STYLE = """
:root{color-scheme:light dark;--ink:#1b1f2a;--soft:#5b6472;--paper:#fff;--line:#dfe3ea;--go:#123e8a}
@media (prefers-color-scheme:dark){:root{--ink:#f1f3f7;--soft:#a9b1c3;--paper:#14171f;--line:#343a48;--go:#8fb8ff}}
body{font:17px/1.5 system-ui,sans-serif;color:var(--ink);background:var(--paper);max-width:27rem;margin:0 auto;padding:1rem}
table{width:100%;border-collapse:collapse}td{padding:.35rem 0;border-bottom:1px solid var(--line)}td+td{text-align:right}
fieldset{border:1px solid var(--line);border-radius:6px;margin:1rem 0}label{display:block;padding:.55rem 0;min-height:24px}
button{font:inherit;font-weight:600;width:100%;min-height:48px;margin-top:1rem;border-radius:6px;border:1px solid var(--go);
background:var(--go);color:var(--paper)}.quiet{background:transparent;color:var(--go)}.note{color:var(--soft)}
"""


def sign_in(order: Thing) -> str:
    """Who are you."""
    return page(
        "Log in to pay",
        f"""{NOTE}<p>{escape(total(order))} is to be paid.</p><form method="post"><input type="hidden" name="step" value="login">
<button>Log in as {escape(BUYER.given_name)} {escape(BUYER.surname)} ({escape(BUYER.email)})</button></form>{LEAVE}""",
    )


def approve(order: Thing) -> str:
    """What is paid, and with what."""
    unit = order["purchase_units"][0]
    rows = "".join(
        f"<tr><td>{escape(item['name'])}</td><td>{escape(item['unit_amount']['value'])}</td></tr>"
        for item in unit.get("items", [])
    )
    choices = "".join(
        f'<label><input type="radio" name="instrument" value="{name}"{" checked" if name == "balance" else ""}> '
        f"{escape(each.name)}</label>"
        for name, each in INSTRUMENTS.items()
    )
    return page(
        f"Pay {total(order)}",
        f"""{NOTE}<p>Logged in as {escape(BUYER.given_name)} {escape(BUYER.surname)}. {escape(unit.get("description", ""))}</p>
<table>{rows}<tr><td><strong>Total</strong></td><td><strong>{escape(total(order))}</strong></td></tr></table>
<form method="post"><input type="hidden" name="step" value="pay">
<fieldset><legend>Pay with</legend>{choices}</fieldset><button>Pay {escape(total(order))}</button></form>{LEAVE}""",
    )


def over(words: str, links: Sequence[tuple[str, str]] = ()) -> str:
    """Nothing can be paid here (any more)."""
    ways = "".join(f'<p><a href="{escape(href)}">{escape(text)}</a></p>' for href, text in links if href)
    return page("This page is over", f"<p>{escape(words)}</p>{ways}")


def total(order: Thing) -> str:
    amount = order["purchase_units"][0]["amount"]
    return f"{amount['currency_code']} {amount['value']}"


def page(title: str, body: str) -> str:
    return (
        '<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">'
        f"<title>{escape(title)}</title><style>{STYLE}</style><main><h1>{escape(title)}</h1>{body}</main></html>"
    )


NOTE = '<p class="note">This stands in for PayPal: no real money and no real account.</p>'
LEAVE = """<form method="post"><input type="hidden" name="step" value="cancel">
<button class="quiet">Cancel and go back to the shop</button></form>"""
